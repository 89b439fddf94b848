"""Elements of WordprocessingML: text goes in as text, never as markup."""

from __future__ import annotations

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from docx.oxml.xmlchemy import BaseOxmlElement

Element = BaseOxmlElement
_NAMES = {"w": nsmap["w"]}
_W = f"{{{nsmap['w']}}}"
_SPACE = qn("xml:space")


def element(tag: str, *children: Element, **values: str | int) -> Element:
    """Return w:tag with attributes w:name and children, in the order given."""
    made: Element = oxml_parser.makeelement(_W + tag, nsmap=_NAMES)
    for name, value in values.items():
        made.set(_W + name, str(value))
    for child in children:
        made.append(child)
    return made


def text(words: str) -> Element:
    """Return w:t, blanks at its ends kept."""
    made = element("t")
    made.text = words
    if words != words.strip():
        made.set(_SPACE, "preserve")
    return made


def field(code: str) -> tuple[Element, ...]:
    """Return the runs of a field that Word itself keeps right; until then it shows 1."""
    return (
        element("r", element("fldChar", fldCharType="begin")),
        element("r", _instruction(code)),
        element("r", element("fldChar", fldCharType="separate")),
        element("r", text("1")),
        element("r", element("fldChar", fldCharType="end")),
    )


def _instruction(code: str) -> Element:
    made = element("instrText")
    made.text = f" {code} "
    made.set(_SPACE, "preserve")
    return made
