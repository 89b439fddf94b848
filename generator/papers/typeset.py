"""Typesetting: a paper becomes a tagged PDF/A, the same bytes for the same paper.

The compiler sees the templates of this package, the fonts, and the paper's data as one JSON
string; no other file, no system font, no clock.
"""

from __future__ import annotations

import hashlib
import json
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import typst

from generator import fonts
from generator.papers.faults import NO_GLYPH, NOT_SET, NotSet
from generator.papers.paper import Paper
from generator.source import Location, Problem

TEMPLATES = Path(__file__).parent
# 2000-01-01: PDF/A wants a date, and a date of today would change every file every day.
_DATE = 946_684_800
_STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]


@dataclass(frozen=True)
class Press:
    """A compiler with the faces it knows besides ours, as JSON: part on the page to families."""

    compiler: typst.Compiler
    faces: str


def press(local: Path | None = None, templates: Path = TEMPLATES) -> Press:
    """Return what sets papers: with our templates and fonts, and a folder of the office's own."""
    folders = [fonts.FOLDER, *([local] if local else [])]
    compiler = typst.Compiler(root=str(templates), font_paths=_fonts(*folders))
    return Press(compiler, json.dumps(faces(local), ensure_ascii=False, sort_keys=True))


def faces(local: Path | None) -> dict[str, list[str]]:
    """Return the official faces that a folder has, by their part on the page."""
    found = set(_fonts(local).families()) if local else set()
    return {
        part: [family for family in families if family in found]
        for part, families in fonts.OFFICIAL.items()
    }


def _fonts(*folders: Path) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in folders],
    )


def pdf(press: Press, paper: Paper) -> bytes:
    """Return a paper as PDF; raise NotSet where anything is amiss, a warning included."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            made, told = press.compiler.compile_with_warnings(
                input=_main(paper).encode(),
                format="pdf",
                sys_inputs={"paper": paper.text, "faces": press.faces},
                pdf_standards=_STANDARDS,
                timestamp=_DATE,
            )
    except typst.TypstError as error:
        raise NotSet(_problem(paper, error.diagnostic or error.message)) from error
    if told or not isinstance(made, bytes):
        raise NotSet(_problem(paper, "；".join(one.message for one in told)))
    return made


def _main(paper: Paper) -> str:
    """Return the document's first lines: names of our templates, nothing of the data."""
    imports = "\n".join(f'#import "/{name}.typ" as {name}' for name in paper.templates)
    table = ", ".join(f"{name}: {name}.paper" for name in paper.templates)
    return (
        f"{imports}\n"
        "#let given = json(bytes(sys.inputs.paper))\n"
        "#set document(title: given.title, date: auto)\n"
        f"#let templates = ({table})\n"
        "#for part in given.parts { (templates.at(part.template))(part.content) }\n"
    )


def _problem(paper: Paper, told: str) -> Problem:
    return Problem(Location(paper.path, 1, 1), NOT_SET.code, f"“{paper.title}”排不出来：{told}")


def without_glyphs(paper: Paper) -> Iterator[Problem]:
    """Yield one problem for each character of a paper's data that no font has."""
    for sign in fonts.missing(paper.text):
        told = f"“{paper.title}”里的“{sign}”（U+{ord(sign):04X}）字体里没有；请换一个字。"
        yield Problem(Location(paper.path, 1, 1), NO_GLYPH.code, told)


def fingerprint(local: Path | None = None) -> str:
    """Return what besides its data decides a paper's bytes: engine, settings, templates, fonts."""
    told = hashlib.sha256(version("typst").encode())
    told.update(Path(__file__).read_bytes())
    for folder in (TEMPLATES, fonts.FOLDER, *([local] if local else [])):
        # As deep as the compiler looks for fonts.
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() in (".typ", *fonts.SUFFIXES) and path.is_file():
                told.update(path.relative_to(folder).as_posix().encode())
                told.update(hashlib.sha256(path.read_bytes()).digest())
    return told.hexdigest()
