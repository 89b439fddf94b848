"""Bytes to text: UTF-8 only, and no character that cannot be seen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from generator.source import Location, Problem
from generator.yamltext import rules

BYTE_ORDER_MARK = "\ufeff"
MAX_BYTES = 1_000_000
_FORMAT_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Cn"}


def decode(path: str, raw: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Return the text with line ends as \\n, and the problems that stop it from being read."""
    start = Location(path, 1, 1)
    if len(raw) > MAX_BYTES:
        return "", (Problem(start, rules.LENGTH.code, "文件超过 1 MB，请拆成几个文件。"),)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "", (_wrong_encoding(start, "UTF-16"),)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return "", (_wrong_encoding(Location(path, line, 1), _likely_encoding(raw)),)
    text = text.removeprefix(BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")
    return text, tuple(_invisible(path, text))


def _likely_encoding(raw: bytes) -> str:
    for name in ("GBK", "GB18030"):
        try:
            raw.decode(name)
        except UnicodeDecodeError:
            continue
        return name
    return ""


def _wrong_encoding(where: Location, name: str) -> Problem:
    told = f"这个文件是 {name} 编码" if name else "这个文件不是 UTF-8 编码，也认不出是哪一种"
    return Problem(
        where,
        rules.ENCODING.code,
        f"{told}，请用编辑器“另存为”，编码选 UTF-8，再试一次。",
    )


def _invisible(path: str, text: str) -> Iterator[Problem]:
    """Control, format, private and unassigned characters; odd spaces are the layout's matter."""
    for number, line in enumerate(text.split("\n"), start=1):
        for column, character in enumerate(line, start=1):
            if character == "\t" or (character.isascii() and character.isprintable()):
                continue
            if unicodedata.category(character) in _FORMAT_CATEGORIES:
                yield Problem(
                    Location(path, number, column),
                    rules.CHARACTER.code,
                    f"这里有看不见的字符 U+{ord(character):04X}，请删去后重新输入这一行。",
                )
