"""Texts, blanks and fixed choices."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, TypeVar

from generator.model.scalar import Scalar, Slip

T = TypeVar("T")

_SAID = r"\s*([^，【】]*[^，【】\s])\s*"
_BLANK = re.compile(rf"【待地区确认：{_SAID}，{_SAID}】")
_NEARLY_BLANK = re.compile(r"待(?:地区)?确认\s*[：:]")
_GAP_START = re.compile(r"【空")
# What is filled in on the spot: what, and in which unit.
GAP = re.compile(r"【空：([^，】]+)，([^，】]+)】")
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)")


_WIDE = str.maketrans("０１２３４５６７８９：＋－．", "0123456789:+-.")


def plain(text: str) -> str:
    """Return a time or a number with half-width figures and marks, as machines write them."""
    return text.translate(_WIDE)


@dataclass(frozen=True)
class Blank:
    """What only the office can know: rendered as a ruled line and listed as open."""

    what: str
    who: str

    def __str__(self) -> str:
        return f"【待地区确认：{self.what}，{self.who}】"


def parse_blank(text: str) -> Blank | None:
    """Return the blank written as 【待地区确认：什么，谁知道】, or None for any other text."""
    if not text.startswith("【待地区确认"):
        if _NEARLY_BLANK.search(text):
            raise Slip("空白要用【】括起来，写法是【待地区确认：什么，谁知道】，独占整个值。")
        return None
    found, beyond = _BLANK.fullmatch(text), text.partition("】")[2]
    if beyond:
        raise Slip(f"空白要独占整个值；请删去它后面的“{beyond}”，或分开写。")
    if not found and text.count("，") > 1:
        raise Slip("空白里只有一个全角逗号，前面写什么，后面写谁知道；列几样请用顿号。")
    if not found:
        raise Slip("空白的写法是【待地区确认：什么，谁知道】，用全角冒号和一个全角逗号。")
    return Blank(found[1], found[2])


def or_blank(parse: Callable[[str], T]) -> Callable[[str], T | Blank]:
    """Let a parser accept a blank in place of a value."""

    def read(text: str) -> T | Blank:
        return parse_blank(text) or parse(text)

    return read


def prose(longest: int) -> Callable[[str], str]:
    """Return a parser for running text of at most `longest` characters."""

    def read(text: str) -> str:
        if text.startswith("【待地区确认"):
            raise Slip("这一项不能留作【待地区确认】，请写出内容或删去这一项。")
        if "【待地区确认" not in text and _NEARLY_BLANK.search(text):
            raise Slip("空白要用【】括起来，写法是【待地区确认：什么，谁知道】，独占整个值。")
        if "【待地区确认" in text:
            raise Slip("【待地区确认】要单独占一项，夹在句子里就进不了待核清单；请分开写。")
        if any(not GAP.match(text, gap.start()) for gap in _GAP_START.finditer(text)):
            raise Slip("现场填写处的写法是【空：什么，单位】，用全角冒号和一个全角逗号。")
        if len(text) > longest:
            raise Slip(f"这里最多 {longest} 字，现在 {len(text)} 字；请写短，或拆成几条。")
        return text

    return read


def parse_id(text: str) -> str:
    """Read an id: lower-case pinyin words joined by hyphens, a safe file name everywhere."""
    if len(text) > 40 or not _ID.fullmatch(text):
        plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
        near = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
        hint = (
            f"是不是 {near}？"
            if near != text and 1 < len(near) <= 40 and _ID.fullmatch(near)
            else ""
        )
        told = "只能用小写拼音、数字和连字符，以字母开头，最多 40 个字符"
        raise Slip(f"编号“{text}”{told}。{hint}")
    if _RESERVED.fullmatch(text):
        raise Slip(f"编号“{text}”是 Windows 的保留名，请换一个。")
    return text


@dataclass(frozen=True, eq=False)
class Choice:
    """A parser for one of a few fixed words; `also` maps other spellings to them."""

    words: tuple[str, ...]
    also: Mapping[str, str]

    def __call__(self, text: str) -> str:
        """Return the word meant."""
        if text in self.words:
            return text
        if text in self.also:
            return self.also[text]
        near = difflib.get_close_matches(text, self.words, 2, 0.4)
        alike = {difflib.SequenceMatcher(None, word, text).ratio() for word in near}
        # Two words as near as each other are no guess; both stand in the list.
        hint = f"是不是“{near[0]}”？" if len(near) == 1 or len(alike) == 2 else ""
        raise Slip(f"“{text}”不在可选的词里；请写：{'、'.join(self.words)}。{hint}")


def choice(*words: str, also: dict[str, str] | None = None) -> Choice:
    """Return a parser for one of a few fixed words; it knows them, for editors to offer."""
    return Choice(words, also or {})


def _yes(text: str) -> bool:
    return choice("是", "否")(text) == "是"


def _order(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 99):
        raise Slip(f"次序“{text}”请写 1 到 99 的数。")
    return int(text)


Id = Annotated[str, Scalar(parse_id, "编号，小写拼音")]
Name = Annotated[str, Scalar(prose(60), "名称，最多 60 字")]
SENTENCE = 200
"""As many signs a sentence or two may have."""
Sentence = Annotated[str, Scalar(prose(SENTENCE), f"一两句话，最多 {SENTENCE} 字")]
Paragraph = Annotated[str, Scalar(prose(1200), "一段话，最多 1200 字")]
Order = Annotated[int, Scalar(_order, "1 到 99 的数")]
Flag = Annotated[bool, Scalar(_yes, "是 或 否", ("是", "否"))]
KnownName = Annotated[
    str | Blank, Scalar(or_blank(prose(60)), "名称，或【待地区确认：什么，谁知道】")
]
KnownSentence = Annotated[
    str | Blank, Scalar(or_blank(prose(SENTENCE)), "一两句话，或【待地区确认：什么，谁知道】")
]
