"""The fonts of the papers: Noto faces cut down to the characters listed beside them, and their names.

Every face holds every character of `characters.txt`: GB 2312, a few more, and signs.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from struct import error as StructError
from struct import unpack_from

FOLDER = Path(__file__).parent
FAMILIES = ("Noto Serif CJK SC", "Noto Sans CJK SC", "Noto Naskh Arabic")
# Faces official papers are set in, by their part on the page; an office that has them may use them.
OFFICIAL = {
    "title": ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "方正小标宋简体", "方正小标宋_GBK"),
    "serif": ("FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "STFangsong"),
    "sans": ("SimHei", "黑体", "STHeiti"),
}
SUFFIXES = (".otf", ".ttf", ".otc", ".ttc")
# Arabic letters, marks and their punctuation: the one script besides Chinese and Latin.
ARABIC = (range(0x0600, 0x0700), range(0x200C, 0x2010))


def cut_short(folder: Path) -> tuple[Path, ...]:
    """Return the fonts in a folder that are shorter than they say: they would print blank sheets.

    A font lists its tables, each with where it begins and how long it is.
    """
    found = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    return tuple(path for path in found if path.is_file() and _cut_short(path.read_bytes()))


def _cut_short(font: bytes) -> bool:
    try:
        if font[:4] == b"ttcf":
            count = int(unpack_from(">I", font, 8)[0])
            return any(_ends_after(font, start) for start in unpack_from(f">{count}I", font, 12))
        return _ends_after(font, 0)
    except StructError:
        return True


def _ends_after(font: bytes, start: int) -> bool:
    (count,) = unpack_from(">H", font, start + 4)
    tables = (unpack_from(">II", font, start + 20 + 16 * number) for number in range(count))
    return any(place + length > len(font) for place, length in tables)


@cache
def characters() -> frozenset[str]:
    """Return every character that has a glyph on paper; ends of lines count as blanks."""
    listed = (FOLDER / "characters.txt").read_text(encoding="utf-8")
    arabic = (chr(code) for block in ARABIC for code in block)
    return frozenset((*listed, *arabic))


def missing(text: str) -> tuple[str, ...]:
    """Return the characters of a text that have no glyph on paper, each once, in order."""
    known = characters()
    return tuple(dict.fromkeys(sign for sign in text if sign not in known))
