"""What stands in files that are packed: Word, Excel and zip, as deep as they go."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

SUFFIXES = (".docx", ".xlsx", ".zip")
_TEXT = (".xml", ".rels")
_TAG = re.compile(r"<[^>]*>")
# What ends a line for a reader; all other tags may stand inside a word.
_END = re.compile(r"</(?:w:p|w:tc|si|c)>|<w:(?:br|tab)/>")


def members(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the files in a packed file by name, those in packed files inside it too."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            member = archive.read(name)
            if name.endswith(SUFFIXES):
                yield name, b""
                yield from members(member)
            else:
                yield name, member


def is_text(name: str) -> bool:
    """Return whether a member is markup, which can be read as it is."""
    return name.endswith(_TEXT)


def words(content: bytes) -> str:
    """Return what a reader sees in an office file, a line a paragraph or cell."""
    found = [
        _TAG.sub("", _END.sub("\n", member.decode("utf-8", "replace")))
        for name, member in members(content)
        if is_text(name)
    ]
    return "\n".join(found)
