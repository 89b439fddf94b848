"""Telephone numbers stand in the hotline register and in the private contacts, nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.wording import wordings
from generator.model.private import Contact
from generator.model.record import Part
from generator.model.registers import Hotline
from generator.model.seal import Seal
from generator.source import Rule

# A number is stray where the register lacks it, so a broken register says nothing.
ABSENCE = "plan"
RULE = Rule(
    "P332",
    "热线登记册以外的电话号码",
    "抄在各处的号码没有人逐个试拨，错一个就耽误一条命；内部号码还会漏出去。",
    "say: 打医院座机0906-……叫救护车",
    "say: 打120叫救护车（120 在 hotlines 里登记过）",
)
_DIGITS = re.compile(r"\d{3}")
_WIDE = str.maketrans("０１２３４５６７８９－", "0123456789-")
# Addresses of pages, numbers of standards and roads: digits that hang on Latin letters.
_ADDRESS = re.compile(r"[\w./=?&%#@~-]*(?:\.[a-z]|[a-z]/|[a-z]_|=)[\w./=?&%#@~-]*", re.ASCII)
_CODED = re.compile(
    r"(?!tel|phone|fax|mob)[a-z]+(?:/[a-z])?\s?\d+(?:\.\d+)?(?:[-—–]\d{4}(?!\d))?", re.I
)
_SUBSCRIBER = r"0\d{2,3}[-—\s]?\d{7,8}|1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|[48]00[-\s]?\d{3}[-\s]?\d{4}"
_NUMBER = re.compile(
    rf"(?<![\d.])(?:({_SUBSCRIBER})|(\d{{7,12}}|[19]\d{{4}}))(?![\da-z]|\.\d)", re.I
)
# A number one is told not to dial is not offered.
_REFUSED = "".join(f"(?<!{word})" for word in ("不", "不要", "不能", "不可", "不要再", "别", "勿"))
_AFTER_DIALLING = re.compile(
    rf"{_REFUSED}(?:拨打|拨|(?<!拨)打|电话|求救|报警)(?:通|给|了|过|请|是|为|叫|号码|热线|[：:“\s])*"
    r"(\d{3,5}(?:(?:[、，,或和及/]|或者|以及)\s?\d{3,5})*)"
)
_SHORT = re.compile(r"(?<!\d)1\d\d(?!\d)")
_DATE = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3]|\d{4})?")
_COUNTED = re.compile(
    r"(?:[/～~至到、—-]\d+(?:\.\d+)?)*\s?"
    r"(?:[个次下人名户元年月日天斤吨米张遍台辆只头匹株亩件套顶条份升度毫字部万亿余多℃%％‰]"
    r"|平方|立方|公里|公斤|公顷|千米|千克|千瓦|小时|分钟|km|kg|ha|号(?!码))"
)
_ORDINAL = re.compile(r"(?:第|编号|文号|桩号|邮编|[¥￥])[：:\s]?$")


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield texts with a number that looks dialled and is not registered."""
    registered = {_digits(hotline.number) for hotline in book.registers.hotlines.values()}
    for part, field, text in wordings(book):
        if isinstance(part, Hotline | Contact | Seal) or not _DIGITS.search(text):
            continue
        text = _CODED.sub("〇", _ADDRESS.sub("〇", text.translate(_WIDE)))
        # A conflict and a rumour quote what others say, to tell why it is not followed here.
        short = () if field in ("conflict", "heard") else _short(text)
        for number in dict.fromkeys((*_long(text), *short)):
            if _digits(number) not in registered:
                yield (
                    part,
                    field,
                    f"“{number}”像电话号码，热线登记册里没有；公众热线请登记到 hotlines，"
                    "值班电话只放进私有文件夹，否则请删去。",
                )


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def _long(text: str) -> Iterator[str]:
    """Yield numbers of subscribers and services, which need no word before them."""
    for found in _NUMBER.finditer(text):
        counted = _COUNTED.match(text, found.end()) or _ORDINAL.search(text, 0, found.start())
        if found[1] or not (counted or _DATE.fullmatch(found[0])):
            yield found[0]


def _short(text: str) -> Iterator[str]:
    """Yield emergency numbers, which are known by the word before them."""
    for found in _AFTER_DIALLING.finditer(text):
        for short in _SHORT.finditer(found[1]):
            if not _COUNTED.match(text, found.start(1) + short.end()):
                yield short[0]
