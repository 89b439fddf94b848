"""The fonts of the papers: Noto faces cut down to the characters listed beside them, and their names.

Every face holds every character of `characters.txt`: GB 2312, a few more, and signs.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
FAMILIES = ("Noto Serif CJK SC", "Noto Sans CJK SC", "Noto Naskh Arabic")
# Faces official papers are set in, by their part on the page; an office that has them may use them.
OFFICIAL = {
    "title": ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "方正小标宋简体", "方正小标宋_GBK"),
    "serif": ("FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "STFangsong"),
    "sans": ("SimHei", "黑体", "STHeiti"),
}
# Arabic letters, marks and their punctuation: the one script besides Chinese and Latin.
ARABIC = (range(0x0600, 0x0700), range(0x200C, 0x2010))


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
