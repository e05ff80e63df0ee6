"""Codes of price lists as spreadsheets."""

from __future__ import annotations

from collections.abc import Mapping

from press.codes.explanation import Explanation

CODES: Mapping[str, Explanation] = {
    "spreadsheet-unreadable": Explanation(
        "the file cannot be read as a spreadsheet",
        "Spreadsheets are read as Excel workbooks (.xlsx) and as CSV files. This one is something else, has a "
        "password, or is damaged. What a file is, is seen from what is in it, not from its name.",
        "Open it in Excel or LibreOffice and save it as “Excel workbook (.xlsx)” without a password.",
    ),
    "spreadsheet-too-large": Explanation(
        "the spreadsheet is too large",
        "A price list has a few hundred rows. This file has very many cells, even if most look empty: often a "
        "format was set for a whole sheet, or cells were merged over whole columns.",
        "Copy only the rows that are needed into a new workbook, and import that one.",
    ),
    "spreadsheet-letters-lost": Explanation(
        "letters were lost when the spreadsheet was saved",
        "Plain “CSV” has room for the letters of one language only. On a computer set to English, Excel and "
        "LibreOffice write a question mark for each Russian letter when they save such a file, without a word. Or a "
        "file in UTF-8 was opened as if it were an old one, and «Выезд» became «Р’С‹РµР·Рґ».",
        "Open the list that the file was made from, and save it as “Excel workbook (.xlsx)” or as “CSV UTF-8”. "
        "The letters cannot be brought back from this file.",
    ),
    "spreadsheet-unsafe": Explanation(
        "the spreadsheet holds something dangerous",
        "The file has instructions in it that no spreadsheet program writes. Files like this are made to block or "
        "to break into computers.",
        "Do not open it. Ask whoever sent it, on the telephone, for a new one.",
    ),
    "spreadsheet-ending": Explanation(
        "a spreadsheet cannot be written with this ending",
        "The ending of the name says what kind of file is written: .xlsx for Excel and LibreOffice, .csv for any "
        "other program.",
        "Choose a name that ends in .xlsx or .csv.",
    ),
    "spreadsheet-exists": Explanation(
        "another spreadsheet is there already",
        "The export would write over a file that somebody has edited, or that holds something else. Their work "
        "would be lost.",
        "Import the file if it was edited. Otherwise choose another name, or delete the file first.",
    ),
    "spreadsheet-cell-too-long": Explanation(
        "a text is too long for a cell of Excel",
        "Excel takes 32 767 letters into one cell and would cut off the rest.",
        "Export to a .csv file, or shorten the text.",
    ),
    "table-unknown": Explanation(
        "the workbook has no such table",
        "The name after `--table` is not the name of a sheet of the workbook.",
        "Look at the names at the foot of the window of Excel. Capitals and spaces count.",
    ),
    "table-unclear": Explanation(
        "several tables of the workbook could be the price list",
        "More than one sheet holds services with prices, such as the old list and the new one. Which one holds, only "
        "you know: the old prices would be written as readily as the new ones. Hidden sheets do not count.",
        "Type `--table` with the name of the sheet at the end of the command, in quotation marks. Or hide or delete "
        "the other sheets.",
    ),
    "columns-unclear": Explanation(
        "it is not clear which column holds the prices",
        "Either no column was found that holds amounts beside services of the list, or several were, such as an "
        "old and a new price. Nobody but you knows which one holds.",
        "Write “Service” and “Price” above the two columns, and delete or hide other columns with prices.",
    ),
    "cell-amount-doubtful": Explanation(
        "an amount can be read in two ways",
        "A price on a leaflet must be true. What stands in this cell could mean different prices: a range, "
        "thousands, a date, a price that is crossed out, two lines, the mark of a footnote, a number that a person "
        "sees rounded or not at all. In a CSV file with commas, 4,500 without quotation marks falls into two cells.",
        "Write the one amount that holds: `4500`, or `from 4500` where it is the lowest price. Currency and unit "
        "may follow: `from 4500 RUB per day`. One space between the thousands is no matter; two are asked about.",
    ),
    "cell-amount-missing": Explanation(
        "the amount of a service is missing",
        "The service is one of the price list, but no amount stands in its row. Where an amount is merged over rows, "
        "only the first of them has it, though people see it beside all of them.",
        "Write the amount; split merged cells first. Or delete the row: then the price in the list stays as it is.",
    ),
    "cell-currency": Explanation(
        "an amount is in another currency",
        "A price list has one currency, and amounts are never converted. `руб.`, `р.`, `RUR`, `RUB` "
        "and `₽` are one and the same.",
        "Ask for the amount in the currency of the list.",
    ),
    "cell-from-doubtful": Explanation(
        "it is not clear whether the amount is the lowest price",
        "With “from” an amount is another promise than without it. The price list says “from” here, and this "
        "spreadsheet writes “from” in other rows but not in this one; or two cells say different things.",
        "Write `from 4500` where it is the lowest price, and `exactly 4500` where everybody pays just this. In a "
        "column “From”, write yes or no.",
    ),
    "cell-unit-unknown": Explanation(
        "it is not clear what one price buys",
        "The unit is not one that leaflets can print, or two cells say different things.",
        "Write one of: visit, day, month, course, session, injection, service, package, unstated.",
    ),
    "cell-instalments-doubtful": Explanation(
        "it is not clear how a price is paid in parts",
        "A leaflet prints how many payments there are, of how much, and how often. This cell does not say all of it.",
        "Write `3 x 1500 per month` or `3 x 1500 per week`; or leave the cell empty.",
    ),
    "cell-name-missing": Explanation(
        "a name is missing",
        "The name of a service was taken away in a spreadsheet, and leaflets in this language print it.",
        "Write the name again. To take a service out of the list, take its lines out of the file of the list.",
    ),
    "cell-not-understood": Explanation(
        "a cell holds what the price list cannot take",
        "What stands in the cell is not what its column is for: not a day, not a key, or a text that is too long.",
        "Correct the cell as the message says, then import the spreadsheet again.",
    ),
    "row-missing": Explanation(
        "no row with a price was found",
        "The headings were found, and no row below them that gives a service and its amount. Perhaps the rows are "
        "hidden by a filter, or stand in another sheet.",
        "Show the hidden rows, or name the sheet with `--table`; then import the spreadsheet again.",
    ),
    "row-nameless": Explanation(
        "an amount stands in a row without a service",
        "Nobody can tell what this amount is the price of. Where names are merged over several rows, only the "
        "first row has the name.",
        "Write the name of the service in this row too, or delete the row.",
    ),
    "row-service-unknown": Explanation(
        "a row names a service that the list does not have",
        "Services are found by their name, in any language, or by their key. The name must be the same as in the "
        "price list, with all its signs; capitals, quotation marks, spaces, the dots over ё and dashes between words "
        "do not matter.",
        "Write the name as it is in the price list, or write the key of the service into a column “Key”. To add a "
        "new service, export the list first and add a row to that spreadsheet: with a new key, a group, a name in "
        "every language, and an amount.",
    ),
    "row-service-unclear": Explanation(
        "a row could mean two services",
        "Two services have this name, or the key and the name in the row belong to different services.",
        "Write the key of the service that is meant into a column “Key”. If only some columns were sorted, undo "
        "the sorting.",
    ),
    "row-service-twice": Explanation(
        "a service stands in two rows",
        "Two rows give a price for the same service, and the list has one.",
        "Keep the row that holds, and delete the other one.",
    ),
    "row-service-incomplete": Explanation(
        "something is missing to add a service or a group",
        "A row has a key that the list does not know. If it is new, leaflets need its name in every language, and "
        "the list needs to know its group. A new group needs names, an icon, and at least one service.",
        "Fill in what is missing, or correct the key.",
    ),
    "row-group-moved": Explanation(
        "a service stands in another group than in the list",
        "A service is not moved between groups by a spreadsheet, because leaflets print whole groups.",
        "Write the group of the list again. To move a service, move its lines in the file of the list by hand.",
    ),
    "prices-look-wrong": Explanation(
        "a new price looks like a slip",
        "The new price is more than twice or less than half the old one, a zero seems to be lost, or it is for "
        "another unit; or new days of the list would leave today without prices. With `--yes` nobody is asked, so such "
        "a change is not written by `--yes` alone.",
        "Look at the cells that are named. Correct them; or, if they are right, leave `--yes` out and answer at a "
        "terminal, or add `--looked-again`.",
    ),
    "prices-list-unknown": Explanation(
        "there is no such price list",
        "The name is not that of a price list. They are `content/prices.yaml` and files beside it such as "
        "`content/prices-2028-01-01.yaml`.",
        "Write the name of the file, such as `prices-2028-01-01.yaml`.",
    ),
    "prices-list-other": Explanation(
        "the spreadsheet was made from another price list",
        "An export notes in its sheet “List” which list it was made from. Its days and prices would overwrite those "
        "of another list: next year's prices would hold from now on.",
        "Add `--into` with the name of the list, as the message says. If the spreadsheet is meant for the other list "
        "all the same, write its name in the cell that is told.",
    ),
    "prices-list-exists": Explanation(
        "a price list that begins on this day is there already",
        "`--begins` makes a new list and never writes over another one.",
        "To change the list that is there, name it with `--into`. Or choose another day.",
    ),
}
