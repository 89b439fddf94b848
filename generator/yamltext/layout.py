"""Slips of the keyboard that YAML would accept or explain badly, found line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.source import Location, Problem
from generator.yamltext import rules

_ODD_SPACES = {"\t": "制表符（Tab）", "\u3000": "全角空格", "\u00a0": "不换行空格"}
_INDENT = re.compile(r" *(?:- +)*")
_LATIN_KEY = re.compile(r"[A-Za-z_][\w-]*(：)")
_HAN_KEY = re.compile(r"[\u4e00-\u9fffⅠ-Ⅳ]{1,12}(：)\s*$")
# Up to the end of the line where the quote does not close on it.
_QUOTED = re.compile(r"""'(?:[^']|'')*(?:'|$)|"(?:[^"\\]|\\.)*(?:"|$)""")
_BLOCK_TEXT = re.compile(r"(?::|-)\s+[|>][+-]?\s*$")


def problems(path: str, text: str) -> Iterator[Problem]:
    """Yield odd spaces, full-width colons after keys, and comments that would eat text."""
    block_indent: int | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.isprintable():
            yield from _odd_spaces(path, number, line)
        indent = len(line) - len(line.lstrip(" "))
        if block_indent is not None and (not line.strip() or indent > block_indent):
            continue
        block_indent = indent if _BLOCK_TEXT.search(line) else None
        if line.lstrip().startswith("#"):
            continue
        yield from _full_width_colon(path, number, line)
        yield from _eaten_text(path, number, line)


def _odd_spaces(path: str, number: int, line: str) -> Iterator[Problem]:
    for column, character in enumerate(line, start=1):
        # Other controls are told as such, wherever they stand.
        if character in _ODD_SPACES or (character.isspace() and character >= "\u1680"):
            name = _ODD_SPACES.get(character, f"特殊空白 U+{ord(character):04X}")
            yield Problem(
                Location(path, number, column),
                rules.SPACE.code,
                f"这里有{name}，请改成半角空格。",
            )
            return


def _full_width_colon(path: str, number: int, line: str) -> Iterator[Problem]:
    indent = _INDENT.match(line)
    start = indent.end() if indent else 0
    found = _LATIN_KEY.match(line, start) or _HAN_KEY.match(line, start)
    if found:
        yield Problem(
            Location(path, number, found.start(1) + 1),
            rules.COLON.code,
            "键后面的冒号是全角，请改成半角冒号并在后面空一格。",
        )


def _eaten_text(path: str, number: int, line: str) -> Iterator[Problem]:
    quoted_to = 0
    for column, character in enumerate(line):
        if column < quoted_to:
            continue
        opens = column == 0 or line[column - 1] in " [,"
        if opens and (quoted := _QUOTED.match(line, column)):
            quoted_to = quoted.end()
        elif character == "#" and column and line[column - 1] == " ":
            if line[: column + 2].endswith("  # "):
                return
            yield Problem(
                Location(path, number, column + 1),
                rules.COMMENT.code,
                "“ #”后面的字会丢失：要保留请给整句加双引号；写注释请在 # 前空两格、后空一格。",
            )
            return
