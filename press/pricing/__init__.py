"""What a spreadsheet says of prices: cells to amounts, rows to services, and what would change in the list.

Nothing is guessed: what can be read in two ways becomes a problem with the address of its cell.
"""
