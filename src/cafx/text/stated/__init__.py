"""How stated rates are read, a line at a time: from the words up to the reading of a line.

words    stems, side_words, parts, decimals, ranges
state    line, memory
what     base, names, references, levels, sold, quote, nominals, goods
told     claim, telling, wording, bare, endings, forecast, details, questions
side     sides, neighbours, clients
who      sayers
rows     pairs, table, head, board
out      writing, reading

*What* is of which currency a price is, in whose money and for how many units; *told* is whether the text
says that it is a rate; *side* is for whom, *who* is who says it. Each room says in its first line what it is.
"""
