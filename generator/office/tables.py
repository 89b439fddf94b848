"""Tables of Word: a head on each sheet, rows that stay whole, widths set twice for old readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from generator.office.elements import Element, element
from generator.office.runs import runs
from generator.papers.words import Spans

_GREY, _PALE = "E6E6E6", "F4F4F4"
_EMPTY: Spans = []
# How high a row is that someone writes in by hand: 7.5 mm in twentieths of a point.
_TO_WRITE = 425
# A table of so few rows stays on one sheet.
_FEW = 8


def pairs(rows: Iterable[Mapping[str, Any]], share: float, across: int, small: bool) -> Element:
    """Return a table of labels and values."""
    widths, told = _shared([share, 100 - share], across), list(rows)
    last = len(told) - 1 if len(told) <= _FEW else 0
    return _table(
        widths,
        [
            _row(
                [
                    _cell([row["label"]], widths[0], small, head=True, align="right", keep=kept),
                    _cell(row["value"], widths[1], small, keep=kept),
                ]
            )
            for row, kept in ((row, place < last) for place, row in enumerate(told))
        ],
    )


def grid(table: Mapping[str, Any], across: int, small: bool) -> Element:
    """Return a table with a head and rows of cells, bands and notes."""
    columns: Sequence[Mapping[str, Any]] = table["columns"]
    widths = _shared([float(column["width"]) for column in columns], across)
    head = [
        _cell(_head(column), width, small, head=True, fill=_GREY, keep=True)
        for column, width in zip(columns, widths, strict=True)
    ]
    heads = [_row(head, repeated=True)]
    if over := table.get("over"):
        told = _cell(over, sum(widths), small, columns=len(widths), fill=_PALE, keep=True)
        heads.insert(0, _row([told], repeated=True))
    rows = list(_rows(table["rows"], widths, table["strong"], small))
    return _table(widths, [*heads, *rows])


def _head(column: Mapping[str, Any]) -> Spans:
    below = column.get("below")
    return [column["name"], *([{"small": f"\n{below}"}] if below else [])]


def _rows(
    rows: Sequence[Mapping[str, Any]], widths: Sequence[int], strong: int, small: bool
) -> Iterator[Element]:
    whole = not small and len(rows) <= _FEW
    # A drill just begun rates nothing yet: then there is a head and no row.
    nexts: list[Mapping[str, Any]] = [*rows[1:], {}]
    for row, following in zip(rows, nexts, strict=False):
        if "band" in row:
            yield _row([_band(row["band"], widths, small)])
        elif "under" in row:
            yield _row(list(_under(row["under"], widths, small)))
        else:
            keep = "under" in following or (whole and bool(following))
            yield _row(
                [
                    _cell(words, width, small, strong=place < strong, keep=keep)
                    for place, (words, width) in enumerate(zip(row["cells"], widths, strict=True))
                ],
                least=0 if all(row["cells"]) else _TO_WRITE,
            )


def _band(words: Spans, widths: Sequence[int], small: bool) -> Element:
    across = sum(widths)
    return _cell(words, across, small, columns=len(widths), strong=True, fill=_GREY, keep=True)


def _under(
    parts: Iterable[Mapping[str, Any]], widths: Sequence[int], small: bool
) -> Iterator[Element]:
    place = 0
    for part in parts:
        across = widths[place : place + part["across"]]
        place += part["across"]
        yield _cell(part["words"], sum(across), small, columns=part["across"], fill=_PALE)


def _shared(shares: Sequence[float], across: int) -> list[int]:
    """Return widths in twentieths of a point that fill the line whole."""
    whole = sum(shares)
    edges = [round(across * sum(shares[:place]) / whole) for place in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _table(widths: Sequence[int], rows: Sequence[Element]) -> Element:
    look = element(
        "tblPr",
        element("tblStyle", val="TableGrid"),
        element("tblW", w=sum(widths), type="dxa"),
        element("tblLayout", type="fixed"),
    )
    columns = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    return element("tbl", look, columns, *rows)


def _row(cells: Sequence[Element], repeated: bool = False, least: int = 0) -> Element:
    look = [element("cantSplit")] + ([element("tblHeader")] if repeated else [])
    look += [element("trHeight", val=least, hRule="atLeast")] if least else []
    return element("tr", element("trPr", *look), *cells)


def _cell(
    words: Spans,
    width: int,
    small: bool,
    *,
    columns: int = 1,
    head: bool = False,
    strong: bool = False,
    fill: str = "",
    align: str = "",
    keep: bool = False,
) -> Element:
    look = [element("tcW", w=width, type="dxa")]
    if columns > 1:
        look.append(element("gridSpan", val=columns))
    if fill:
        look.append(element("shd", val="clear", color="auto", fill=fill))
    look.append(element("vAlign", val="center"))
    style = f"Table{'Small' if small else ''}{'Head' if head else ''}"
    style = style if head or small else "TableText"
    of_paragraph = [element("pStyle", val=style), *([element("keepNext")] if keep else [])]
    of_paragraph += [element("jc", val=align)] if align else []
    size = 10.5 if small else 12.0
    filled = element("p", element("pPr", *of_paragraph), *runs(words, size, strong))
    return element("tc", element("tcPr", *look), filled)
