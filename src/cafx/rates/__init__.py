"""Which rate answers: the book, its rules, and the rates that come with cafx."""
