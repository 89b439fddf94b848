"""Tables as a workbook: text in every cell, nothing a spreadsheet could take for a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from math import ceil

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.office.document import Sheet
from generator.office.packing import packed
from generator.recording import columns

# Title and mark; what is to be filled in above the table comes after them.
_TOP_ROW = 3
# The first columns of label, value and hint in those rows; narrow columns are taken together.
_FIRST = (1, columns.VALUE, columns.HINT)
_LINE_HEIGHT, _HIGHEST = 16.2, 400.0
# Cells taken together do not grow by themselves.
_TO_TELL = 66
# Numbers in order are numbers: as text they would be sorted 1, 10, 2.
_NUMBER = "序号"
# A column's width counts figures of 11 points, so it holds fewer words of 12.
_SIZE = 12
_HELD = 11 / _SIZE
# So many figures make a line: fitted to the width of A4 on its side, words keep 10 points.
_ACROSS, _LEAST = 130, 6
_TITLE = Font(name="方正小标宋简体", size=16)
_STRONG = Font(name="黑体", size=_SIZE)
_TEXT = Font(name="仿宋_GB2312", size=_SIZE)
_LINE = Side(style="thin", color="FF808080")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_GREY = PatternFill("solid", fgColor="FFE6E6E6")
_WRAPPED = Alignment(wrap_text=True, vertical="center")
_CENTRED = Alignment(wrap_text=True, vertical="center", horizontal="center")
_ONE_LINE = Alignment(vertical="center")
# A cell that begins so is text here; marked, it stays text when someone edits it.
_LIKE_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def xlsx(head: Mapping[str, str], sheets: Iterable[Sheet]) -> bytes:
    """Return tables as a workbook, the same bytes for the same words."""
    book = Workbook()
    book.remove(book.worksheets[0])
    # There is nothing to calculate; asked to, a program wants to save what nobody changed.
    book.calculation.fullCalcOnLoad = False
    for sheet in sheets:
        _write(book.create_sheet(sheet.name), head, sheet)
    made = io.BytesIO()
    book.save(made)
    return packed(made.getvalue(), f"{head['about']}·{head['title']}")


def _write(page: Worksheet, head: Mapping[str, str], sheet: Sheet) -> None:
    last = get_column_letter(len(sheet.columns))
    _put(page, 1, 1, f"{head['about']}·{head['title']}", _TITLE, _ONE_LINE)
    told = "　".join(word for word in (head["mark"], head["edition"], head["notice"]) if word)
    _put(page, 2, 1, told, _TEXT, _ONE_LINE)
    _above(page, sheet)
    head_row = _TOP_ROW + len(sheet.top)
    widths = _widths([width for _, width in sheet.columns])
    for place, ((name, _), width) in enumerate(zip(sheet.columns, widths, strict=True), start=1):
        cell = _put(page, head_row, place, name, _STRONG, _CENTRED)
        cell.fill, cell.border = _GREY, _BOX
        page.column_dimensions[get_column_letter(place)].width = width
    for number, row in enumerate(sheet.rows, start=head_row + 1):
        for place, words in enumerate(row, start=1):
            cell = _put(page, number, place, words, _TEXT, _WRAPPED)
            cell.border = _BOX
            if sheet.columns[place - 1][0] == _NUMBER and words.isdigit():
                cell.value, cell.number_format = int(words), "0"
        page.row_dimensions[number].height = _height(row, widths)
    page.row_dimensions[1].height, page.row_dimensions[2].height = 26, 18
    page.row_dimensions[head_row].height = _height([name for name, _ in sheet.columns], widths)
    page.freeze_panes = f"A{head_row + 1}"
    page.auto_filter.ref = f"A{head_row}:{last}{head_row + len(sheet.rows)}"
    _offer(page, sheet, head_row)
    _print_setup(page, head, head_row)


def _above(page: Worksheet, sheet: Sheet) -> None:
    """Write the rows above the table: label, value, and what is said of it."""
    for number, row in enumerate(sheet.top, start=_TOP_ROW):
        for words, first, last in zip(
            row, _FIRST, (*_FIRST[1:], len(sheet.columns) + 1), strict=True
        ):
            for place in range(first, last):
                cell = _put(page, number, place, words if place == first else "", _TEXT, _WRAPPED)
                if first < _FIRST[-1]:
                    cell.border = _BOX
            page.merge_cells(
                start_row=number, end_row=number, start_column=first, end_column=last - 1
            )
        page.cell(number, 1).font = _STRONG
        page.row_dimensions[number].height = _TO_TELL if row[0] == columns.SUMMARY else 24


def _offer(page: Worksheet, sheet: Sheet, head_row: int) -> None:
    """Offer fixed words in the cells of a column, and refuse others."""
    for place, (name, _) in enumerate(sheet.columns, start=1):
        if words := sheet.choices.get(name):
            told = "、".join(words)
            offered = DataValidation(
                type="list",
                formula1=f'"{",".join(words)}"',
                allow_blank=True,
                showErrorMessage=True,
            )
            offered.errorTitle, offered.error = name, f"只能选：{told}"
            letter = get_column_letter(place)
            offered.add(f"{letter}{head_row + 1}:{letter}{head_row + len(sheet.rows)}")
            page.add_data_validation(offered)


def _widths(wanted: Sequence[int]) -> list[int]:
    """Return the widths of columns, made narrower in proportion where a line would not hold them."""
    held = min(1.0, _ACROSS / sum(wanted))
    return [max(_LEAST, int(width * held)) for width in wanted]


def _height(row: Sequence[str], widths: Sequence[int]) -> float:
    """Return how high a row must be in points: not every office program finds out by itself."""
    lines = [
        sum(max(1, ceil(_wide(line) / ((width - 1.5) * _HELD))) for line in words.split("\n"))
        for words, width in zip(row, widths, strict=True)
    ]
    return min(_HIGHEST, max(lines) * _LINE_HEIGHT + 5)


def _wide(words: str) -> int:
    """Return how wide words are in Latin characters; a Chinese one counts as two."""
    return sum(2 if ord(sign) > 0xFF else 1 for sign in words)


def _put(
    page: Worksheet, row: int, column: int, words: str, font: Font, alignment: Alignment
) -> Cell:
    cell = page.cell(row, column)
    assert isinstance(cell, Cell)
    if words:
        cell.value = words
        # Whatever it looked like to the library: it is text.
        cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = words.startswith(_LIKE_FORMULAS)
    cell.font, cell.alignment = font, alignment
    return cell


def _print_setup(page: Worksheet, head: Mapping[str, str], head_row: int) -> None:
    page.page_setup.paperSize, page.page_setup.orientation = 9, "landscape"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    assert page.sheet_properties.pageSetUpPr is not None
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = f"{head_row}:{head_row}"
    page.page_margins.left = page.page_margins.right = 0.3
    page.page_margins.top = page.page_margins.bottom = 0.7
    assert page.oddFooter is not None
    told, number = page.oddFooter.left, page.oddFooter.right
    assert told is not None and number is not None
    told.text = _literal(f"{head['mark']}　{head['edition']}　{head['hash']}")
    number.text = "第 &P 页　共 &N 页"


def _literal(words: str) -> str:
    """Return words for a foot, where & begins a code."""
    return words.replace("&", "&&")
