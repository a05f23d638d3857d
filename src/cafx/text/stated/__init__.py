"""How stated rates are read, a line at a time: from the state of a line up to the reading of it.

parts, memory       what a price and a currency are, and what earlier lines named
decimals            decimals that a space cut off
ranges, side_words  two levels of a rate as one range or two prices; words for buying and selling
line                one line: its amounts, and the state of the sentence that is read
names               the currencies that a line names
base, quote, sides  of which pair a price is, and for which side of the market
sold                money that changes hands at a price
sayers              who says a rate
neighbours          prices that take their side from another price
references          words for the currency that was named just before
bare, endings, details    prices without a currency word; days, moves, and what is no rate
forecast, claim     what is expected; what speaks for a price being a rate
writing             a rate is written down
pairs, table, head, board    two prices of a currency; rows, lists and boards
reading             all of it, sentence by sentence
"""
