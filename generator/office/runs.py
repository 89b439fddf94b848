"""Spans as runs of Word: text, ruled lines to write on, words that lead, right-to-left writing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.office.elements import Element, element, text
from generator.papers.words import Span, Spans

# Hebrew, Arabic and their presentation forms, with the blanks between such words.
_RIGHT_TO_LEFT = re.compile(
    "([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+(?: +[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+)*)"
)
# Said at the run too: LibreOffice lets the document's own face win over a style inside a table.
_FACES = {"Lead": "黑体", "Aside": "楷体_GB2312"}
# A no-break blank is a quarter of the size wide in the Latin face.
_BLANK = "\u00a0"
_POINTS = 72 / 25.4
# The words beside a ruled line are larger here than in the PDF it was measured for.
_SHORTER = 0.65


def runs(spans: Spans, size: float, strong: bool = False) -> Iterator[Element]:
    """Yield the runs of spans; `size` in points says how many blanks make a ruled line."""
    for span in spans:
        yield from _runs(span, size, "Lead" if strong else "")


def _runs(span: Span, size: float, style: str) -> Iterator[Element]:
    if isinstance(span, str):
        yield from _words(span, style)
    elif "gap" in span:
        yield _ruled(max(3 + len(span["gap"]), 8 if span["unit"] else 16), size)
        yield from _words(f"（{span['gap']}）", "Aside")
        yield from _words(span["unit"], style)
    elif "blank" in span:
        yield _ruled(24, size)
        yield from _words(f"（待地区确认：{span['blank']}；{span['who']}）", "Aside")
    elif "rule" in span:
        yield _ruled(int(span["rule"]), size)
    elif "small" in span:
        yield from _words(span["small"], "Aside")
    else:
        yield from _words(span["strong"], "Lead")


def _words(words: str, style: str) -> Iterator[Element]:
    """Yield runs with the Chinese face for signs both writings share, such as “ and …."""
    for number, line in enumerate(words.split("\n")):
        if number:
            yield element("r", element("br"))
        for place, part in enumerate(_RIGHT_TO_LEFT.split(line)):
            if part:
                look = [element("rStyle", val=style)] if style else []
                face = {"eastAsia": _FACES[style]} if style in _FACES else {}
                look.append(element("rFonts", hint="eastAsia", **face))
                look += [element("rtl")] if place % 2 else []
                yield element("r", element("rPr", *look), text(part))


def _ruled(millimetres: int, size: float) -> Element:
    count = max(4, round(_SHORTER * millimetres * _POINTS / (size / 4)))
    return element("r", element("rPr", element("u", val="single")), text(_BLANK * count))
