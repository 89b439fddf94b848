"""Elements of WordprocessingML as text: words go in as words, never as markup."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NewType
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

# Written as text and read once: an element at a time takes five times as long.
Element = NewType("Element", str)
_ROOT = f"<w:root {nsdecls('w')}>"


def element(tag: str, *children: Element, **values: str | int) -> Element:
    """Return w:tag with attributes w:name and children, in the order given."""
    look = "".join([f" w:{name}={quoteattr(str(value))}" for name, value in values.items()])
    return Element(f"<w:{tag}{look}>{''.join(children)}</w:{tag}>")


def text(words: str) -> Element:
    """Return w:t, blanks at its ends kept."""
    return _worded("t", words)


def field(code: str) -> tuple[Element, ...]:
    """Return the runs of a field that Word itself keeps right; until then it shows 1."""
    return (
        element("r", element("fldChar", fldCharType="begin")),
        element("r", _worded("instrText", f" {code} ")),
        element("r", element("fldChar", fldCharType="separate")),
        element("r", text("1")),
        element("r", element("fldChar", fldCharType="end")),
    )


def parsed(elements: Iterable[Element]) -> list[BaseOxmlElement]:
    """Return elements as nodes that python-docx knows."""
    return list(parse_xml(f"{_ROOT}{''.join(elements)}</w:root>"))


def _worded(tag: str, words: str) -> Element:
    space = ' xml:space="preserve"' if words != words.strip() else ""
    return Element(f"<w:{tag}{space}>{escape(words)}</w:{tag}>")
