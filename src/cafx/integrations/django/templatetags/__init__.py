"""What ``{% load cafx %}`` finds."""
