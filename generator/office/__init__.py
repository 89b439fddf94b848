"""Word and Excel beside the PDF: a second renderer of the same content, for what offices edit.

A paper whose content is blocks has a Word file by itself. Any other has one when `layouts` has a
module of its template's name: `word(parts)` yields sections, `excel(parts)` tables.
"""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any

from generator.office import layouts
from generator.office.document import Section
from generator.office.excel import xlsx
from generator.office.word import docx
from generator.papers.paper import Paper

_FOLDER = Path(__file__).parent


def suffixes(paper: Paper) -> tuple[str, ...]:
    """Return which office files a paper has: docx, xlsx, both or none; a bundle has none."""
    if len(paper.templates) != 1:
        return ()
    layout = _layout(paper.templates[0])
    word = "blocks" in paper.parts[0].content or hasattr(layout, "word")
    return ("docx",) * word + ("xlsx",) * hasattr(layout, "excel")


def path(paper: Paper, suffix: str) -> str:
    """Return where an office file of a paper stands, beside its PDF."""
    return f"{paper.path.removesuffix('.pdf')}.{suffix}"


def made(paper: Paper, suffix: str) -> bytes:
    """Return a paper as an office file of one kind."""
    parts: Any = [part.content for part in paper.parts]
    first, layout = parts[0], _layout(paper.templates[0])
    if layout is None:
        return docx(first["head"], first["note"], [_section(first)])
    if suffix == "xlsx":
        return xlsx(first["head"], layout.excel(parts))
    return docx(first["head"], first.get("note", ""), layout.word(parts))


def _section(content: Any) -> Section:
    return Section(tuple(content["blocks"]), wide=bool(content.get("wide")))


def fingerprint() -> str:
    """Return what besides a paper's content decides the bytes of its office files."""
    told = hashlib.sha256(f"{version('python-docx')} {version('openpyxl')}".encode())
    for path in sorted(_FOLDER.rglob("*")):
        if path.suffix in (".py", ".xml"):
            told.update(path.relative_to(_FOLDER).as_posix().encode())
            told.update(path.read_bytes())
    return told.hexdigest()


def _layout(template: str) -> ModuleType | None:
    if template not in {info.name for info in pkgutil.iter_modules(layouts.__path__)}:
        return None
    return importlib.import_module(f"{layouts.__name__}.{template}")


__all__ = ["fingerprint", "made", "path", "suffixes"]
