"""An empty Word file as an office expects it: styles, levels, A4 with binding margin, head and foot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section as Sides
from docx.section import _BaseHeaderFooter as Margin
from docx.shared import Mm

from generator.office.elements import Element, element, field, parsed
from generator.office.runs import runs

Head = Mapping[str, str]
_FOLDER = Path(__file__).parent
# Upright sheets keep the inner edge for binding and mirror it; those on their side are bound above.
# A line holds 28 characters of 16 points; with 24 at the right it would be two twips too short.
_UPRIGHT = {"top": 37, "bottom": 32, "left": 28, "right": 23.9}
_WIDE = {"top": 28, "bottom": 23, "left": 18, "right": 18}
_A4 = (210, 297)
_TWIPS = 1440 / 25.4
# What python-docx's own empty document brings along and nothing of ours refers to.
_LEFT_OUT = (
    "thumbnail",
    "extended-properties",
    "customXml",
    "theme",
    "stylesWithEffects",
    "webSettings",
    "fontTable",
)


def empty() -> Word:
    """Return a document without a word in it, with our styles, numbering and settings."""
    word = Document()
    _replace(word.styles.element, "styles")
    _replace(word.settings.element, "settings")
    _replace(word.part.numbering_part.element, "numbering")
    # A grid without a kind says nothing.
    _drop(word.element.body, "w:docGrid")
    for relations in (word.part.package.rels, word.part.rels):
        for id in [id for id, one in relations.items() if one.reltype.endswith(_LEFT_OUT)]:
            del relations[id]
    return word


def width(wide: bool) -> int:
    """Return how wide the text of a sheet is, in twentieths of a point."""
    margins, across = (_WIDE, _A4[1]) if wide else (_UPRIGHT, _A4[0])
    return round((across - margins["left"] - margins["right"]) * _TWIPS)


def opened(word: Word, head: Head, wide: bool, first: bool, alone: bool = False) -> None:
    """Begin a section, on a sheet upright or on its side, with its own head and foot.

    One that is handed out `alone` begins on a new sheet and counts its own pages.
    """
    sides = word.sections[0] if first else _added(word, alone)
    # A section begins as a copy of the one before.
    _drop(sides._sectPr, "w:pgNumType")
    if alone:
        [start] = parsed([element("pgNumType", start=1)])
        sides._sectPr.find(qn("w:pgMar")).addnext(start)
    short, long = _A4
    sides.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    sides.page_width, sides.page_height = (Mm(long), Mm(short)) if wide else (Mm(short), Mm(long))
    for name, size in (_WIDE if wide else _UPRIGHT).items():
        setattr(sides, f"{name}_margin", Mm(size))
    sides.header_distance, sides.footer_distance = Mm(14), Mm(12)
    sides.gutter = Mm(0)
    across = width(wide)
    for part in (sides.header, sides.even_page_header):
        _filled(part, _head(head, across))
    _filled(sides.footer, _foot(head, across, alone, right=True))
    _filled(sides.even_page_footer, _foot(head, across, alone, right=False))


def _added(word: Word, alone: bool) -> Sides:
    """Return a section after the last, which ends with its last paragraph.

    A paragraph of its own for the break would make an empty page where a sheet is just full.
    """
    kind = WD_SECTION.ODD_PAGE if alone else WD_SECTION.NEW_PAGE
    sides: Sides = word.add_section(kind)
    ending = word.element.body[-2]
    last = ending.getprevious()
    if last is not None and last.tag == qn("w:p"):
        last.get_or_add_pPr().append(ending.pPr.find(qn("w:sectPr")))
        ending.getparent().remove(ending)
    return sides


def _head(head: Head, across: int) -> Iterable[Element]:
    yield _line("Header", across, [*runs([head["mark"]], 9), _tab(), *runs([head["copy"]], 9)])
    yield _line("Header", across, [*runs([f"{head['about']}·{head['title']}"], 9)], "bottom")


def _foot(head: Head, across: int, alone: bool, right: bool) -> Iterable[Element]:
    """Yield the foot; the number stands on the outer side.

    How many pages a section has is a field LibreOffice does not know, and would show wrong.
    """
    number = [*runs(["第 "], 9), *field("PAGE"), *runs([" 页"], 9)]
    number += [] if alone else [*runs(["　共 "], 9), *field("NUMPAGES"), *runs([" 页"], 9)]
    notice = [*runs([head["notice"]], 9)]
    outer = [*notice, _tab(), *number] if right else [*number, _tab(), *notice]
    told = [*runs([f"{head['edition']}　{head['number']}　{head['hash']}"], 9)]
    yield _line("Footer", across, outer, "top")
    yield _line("Footer", across, told if right else [_tab(), *told])


def _line(style: str, across: int, content: Iterable[Element], border: str = "") -> Element:
    look = [element("pStyle", val=style)]
    if border:
        line = element(border, val="single", sz=6, space=1, color="000000")
        look.append(element("pBdr", line))
    look.append(element("tabs", element("tab", val="right", pos=across)))
    return element("p", element("pPr", *look), *content)


def _tab() -> Element:
    return element("r", element("tab"))


def _filled(part: Margin, lines: Iterable[Element]) -> None:
    part.is_linked_to_previous = False
    for paragraph in list(part.paragraphs):
        part._element.remove(paragraph._element)
    part._element.extend(parsed(lines))


def _drop(root: BaseOxmlElement, name: str) -> None:
    for node in list(root.iter(qn(name))):
        node.getparent().remove(node)


def _replace(root: BaseOxmlElement, name: str) -> None:
    """Put the children of one of our own files in place of what python-docx brings along."""
    for child in list(root):
        root.remove(child)
    root.extend(parse_xml((_FOLDER / f"{name}.xml").read_bytes()))
