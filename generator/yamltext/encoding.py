"""Bytes to text: UTF-8 only, whole, and no character that cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.source import Location, Problem
from generator.yamltext import rules

BYTE_ORDER_MARK = "\ufeff"
MAX_BYTES = 1_000_000
_FORMAT_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Cn"}
_MOST_ALIKE = 5
_CHINESE = re.compile(r"[\u2000-\u206f\u2160-\u217f\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_GARBLED = "\ufffd"
_SAVE_AS = "请用编辑器“另存为”，编码选 UTF-8，再试一次。"
_RESTORE = "请不要再保存，找回没有乱的那一份，或删去后重新输入。"


def decode(path: str, raw: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Return the text with line ends as \\n, and the problems that stop it from being read."""
    if len(raw) > MAX_BYTES:
        line = _longest(raw)
        told = f"文件超过 1 MB，最长的是第 {line} 行；请看是不是误粘贴了整篇，或拆成几个文件。"
        return "", (Problem(Location(path, line, 1), rules.LENGTH.code, told),)
    if name := _wide(raw):
        return "", (_encoding(path, 1, f"这个文件是 {name} 编码，{_SAVE_AS}"),)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", (_undecoded(path, raw, error),)
    text = text.removeprefix(BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")
    if _read_wrongly(text):
        told = f"这个文件里的字已经乱了：UTF-8 被当成 GBK 打开，又存了一遍；{_RESTORE}"
        return "", (_encoding(path, 1, told),)
    problems = gathered(_invisible(path, text))
    if text and not text.endswith("\n"):
        problems += (_cut_off(path, text.count("\n") + 1),)
    return text, problems


def gathered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems, with one of a kind for all where a file is full of them."""
    kinds: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        kinds.setdefault((problem.code, problem.message), []).append(problem)
    found: list[Problem] = []
    for alike in kinds.values():
        if len(alike) <= _MOST_ALIKE:
            found += alike
            continue
        told = f"{alike[0].message[:-1]}；这样的共 {len(alike)} 处"
        told += "。" if _RESTORE in alike[0].message else "，可以用“全部替换”一次改好。"
        found.append(replace(alike[0], message=told))
    return tuple(found)


def _longest(raw: bytes) -> int:
    lengths = [len(line) for line in raw.split(b"\n")]
    return lengths.index(max(lengths)) + 1


def _wide(raw: bytes) -> str:
    """Name an encoding of two or four bytes a character; without its mark its zeros show it."""
    if raw.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "UTF-32"
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    zeros = raw.count(0) / max(1, len(raw))
    return "UTF-32" if zeros > 0.45 else "UTF-16" if zeros > 0.1 else ""


def _undecoded(path: str, raw: bytes, error: UnicodeDecodeError) -> Problem:
    line = raw.count(b"\n", 0, error.start) + 1
    if error.reason == "unexpected end of data" and error.end == len(raw):
        return _cut_off(path, line)
    for name in ("GBK", "GB18030"):
        try:
            raw.decode(name)
        except UnicodeDecodeError:
            continue
        return _encoding(path, line, f"这个文件是 {name} 编码，{_SAVE_AS}")
    garbled = raw.decode("utf-8", "replace").count(_GARBLED)
    if garbled * 100 < len(raw):
        told = "这一行里有坏掉的字节，不是 UTF-8；请重新输入这一行，存成 UTF-8。"
        return _encoding(path, line, told)
    told = f"这个文件不是 UTF-8 编码，也认不出是哪一种，{_SAVE_AS}"
    return _encoding(path, line, told)


def _encoding(path: str, line: int, told: str) -> Problem:
    return Problem(Location(path, line, 1), rules.ENCODING.code, told)


def _read_wrongly(text: str) -> bool:
    """Text that is Chinese in UTF-8 once more when written as GBK was read as GBK before."""
    try:
        before = text.encode("gb18030").decode("utf-8")
    except UnicodeError:
        return False
    foreign = [character for character in before if not character.isascii()]
    return len(foreign) > 2 and all(_CHINESE.match(character) for character in foreign)


def _cut_off(path: str, line: int) -> Problem:
    told = "文件在这一行断了，可能没有存全；请看这一行写完没有，写完了就在末尾按一次回车。"
    return Problem(Location(path, line, 1), rules.CUT_OFF.code, told)


def _invisible(path: str, text: str) -> Iterator[Problem]:
    """Control, format, private and unassigned characters; odd spaces are the layout's matter."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.isprintable() and _GARBLED not in line:
            continue
        for column, character in enumerate(line, start=1):
            if character == "\t" or (character.isascii() and character.isprintable()):
                continue
            if character == _GARBLED:
                told = f"这里的字已经乱了（{_GARBLED}）；{_RESTORE}"
            elif unicodedata.category(character) in _FORMAT_CATEGORIES:
                told = f"这里有看不见的字符 U+{ord(character):04X}，请删去后重新输入这一行。"
            else:
                continue
            yield Problem(Location(path, number, column), rules.CHARACTER.code, told)
