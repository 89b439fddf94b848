"""A form's file to cells with their places: .xlsx, or CSV as Excel and WPS write it."""

from __future__ import annotations

import csv
import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.recording.columns import KEY
from generator.recording.rules import COLUMNS, UNREADABLE
from generator.source import Location, Problem, Rule

# The first bytes of a zip, which .xlsx is, and of what Office wrote before 2007 or under a password.
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_LARGEST = 20_000_000
# UTF-8 by its mark or without; else what a Chinese Windows writes.
_ENCODINGS = ("utf-8-sig", "gb18030")
_DELIMITERS = (",", "\t", ";")


@dataclass(frozen=True)
class Written:
    """What stands in a cell; rows and columns count from 1."""

    value: object
    row: int
    column: int
    formula: bool = False

    @property
    def empty(self) -> bool:
        """Tell whether nothing is written there."""
        return self.value is None or not str(self.value).strip()

    @property
    def text(self) -> str:
        """The words, on one line."""
        return "" if self.value is None else " ".join(str(self.value).split())


@dataclass(frozen=True)
class Form:
    """The table of one file: its cells by row, and which of them are merged with others.

    `name` is how messages call it: the file, and the sheet where there are sheets.
    """

    name: str
    rows: tuple[tuple[Written, ...], ...]
    merged: tuple[tuple[int, int, int], ...] = ()

    def problem(self, rule: Rule, cell: Written, told: str) -> Problem:
        """Return what is wrong with a cell, told at its place as a clerk finds it."""
        place = f"第 {cell.row} 行 {get_column_letter(cell.column)} 列"
        return Problem(Location(self.name, cell.row, cell.column), rule.code, f"{place}：{told}")


class Unreadable(Exception):
    """A file is no form; the problem says why."""

    def __init__(self, name: str, told: str, rule: Rule = UNREADABLE) -> None:
        self.problem = Problem(Location(name, 1, 1), rule.code, told)
        super().__init__(str(self.problem))


def read(name: str, raw: bytes) -> Form:
    """Return the form in a file, told apart by its bytes, whatever its name ends in."""
    if len(raw) > _LARGEST:
        raise Unreadable(name, "这个文件太大，不像评估表；请核对是不是选错了。")
    if raw.startswith(_OLD):
        raise Unreadable(name, "这是旧格式的 .xls，或加了密码；请另存为不加密码的 .xlsx 再取。")
    return _workbook(name, raw) if raw.startswith(_ZIP) else _text(name, raw)


def _workbook(name: str, raw: bytes) -> Form:
    try:
        with warnings.catch_warnings():
            # What the library cannot keep of a workbook does not matter: it is only read.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(raw))
    except Exception:
        # A broken workbook breaks the library anywhere; whatever it says, it cannot be read.
        raise Unreadable(name, "这个文件坏了，或不是 Excel 表；请重新另存为 .xlsx 再取。") from None
    forms = [_sheet(name, page) for page in book.worksheets]
    found = [form for form in forms if _is_form(form)]
    if len(found) > 1:
        raise Unreadable(name, "这个文件里有几张评估表；请只留填好的一张，一人一个文件。", COLUMNS)
    if not found:
        raise Unreadable(
            name, f"找不到评估表：哪张表里都没有“{KEY}”一栏；{COLUMNS.right}。", COLUMNS
        )
    return found[0]


def _sheet(name: str, page: Worksheet) -> Form:
    rows = tuple(
        tuple(_cell(cell, number, place) for place, cell in enumerate(row, start=1))
        for number, row in enumerate(page.iter_rows(), start=1)
    )
    merged = tuple((area.min_row, area.max_row, area.min_col) for area in page.merged_cells.ranges)
    return Form(f"{name}［{page.title}］", rows, tuple(sorted(merged)))


def _cell(cell: object, row: int, column: int) -> Written:
    value = getattr(cell, "value", None)
    return Written(value, row, column, isinstance(cell, Cell) and cell.data_type == "f")


def _text(name: str, raw: bytes) -> Form:
    for text in _decoded(raw):
        for delimiter in _DELIMITERS:
            form = Form(name, _rows(text, delimiter))
            if _is_form(form):
                return form
    told = f"认不出这个文件，或没有“{KEY}”一栏；请把填好的评估表存为 .xlsx，或整张另存为 CSV。"
    raise Unreadable(name, told, COLUMNS)


def _decoded(raw: bytes) -> Iterator[str]:
    for encoding in ("utf-16",) if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else _ENCODINGS:
        try:
            yield raw.decode(encoding)
        except UnicodeDecodeError:
            continue


def _rows(text: str, delimiter: str) -> tuple[tuple[Written, ...], ...]:
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return tuple(
            tuple(Written(value, number, place) for place, value in enumerate(line, start=1))
            for number, line in enumerate(lines, start=1)
        )
    except csv.Error:
        return ()


def _is_form(form: Form) -> bool:
    return any(cell.text == KEY for row in form.rows for cell in row)
