"""No coordinates, and no position of border, military or police posts or of reserve stores."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.wording import wordings
from generator.model.record import Part
from generator.source import Rule

RULE = Rule(
    "P334",
    "出现坐标，或不该写的位置",
    "重要设施的坐标受测绘法管，哨所、驻地、储备库的位置和兵力不能放进任何一版。",
    "where: 东经八十八度，北纬四十八度",
    "where: S232线 K57 一带（只写地名和路段）",
)
_NUMBER = r"[-+]?\d{1,3}(?:\.\d+)?"
_COORDINATES = (
    re.compile(r"\d{1,3}\s?[°º度]\s?\d{1,2}(?:\.\d+)?\s?(?:[′'’]|分(?!钟))"),
    re.compile(rf"(?:东经|西经|北纬|南纬|经度|纬度)\s?[：:为约]?\s?{_NUMBER}"),
    re.compile(r"(?:东经|西经|北纬|南纬)[〇零一二三四五六七八九十百]+度"),
    re.compile(r"\d{1,3}(?:\.\d+)?\s?[°º]\s?[NSEW]\b|(?<![A-Za-z])[NSEW]\s?\d{1,3}\.\d{3,}"),
    re.compile(r"(?<![\d.])\d{2,3}\.\d{3,}\s?[,，、/\s]\s?\d{2,3}\.\d{3,}(?!\d)"),
    re.compile(r"坐标(?:是|为)?\s?[：:]?\s?[（(XYxy]?\s?[：:=]?\s?\d[\d.]*"),
)
_POST = r"(?:哨所|哨卡|哨位|边防连|边防站|边防派出所|派出所|警务站|部队|营区|军营|雷达站)"
_STORE = r"(?:储备库|储备仓库|储备点|物资库|物资仓库|弹药库|炸药库|油料库)"
_POSITIONS = (
    re.compile(r"部署图|布防图|兵力"),
    re.compile(rf"(?:{_POST}|{_STORE})的?(?:位置|驻地|地址)"),
    re.compile(rf"(?:{_POST}|{_STORE})[^，。；：]{{0,4}}(?:位于|坐落|设在|建在|驻在|驻扎)"),
    re.compile(rf"(?:位置|地址|驻地)[：:][^，。；]{{0,20}}(?:{_POST}|{_STORE})"),
)
_REFUSED = re.compile(r"(?:不写|不登|不标|不画|不放|不得|不能|不公布|不进入|不出现|没有)[^。；]*$")


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield texts with a coordinate, or with a position that must not be told."""
    for part, field, text in wordings(book):
        if found := _first(_COORDINATES, text):
            yield part, field, f"“{found[0].strip()}”是坐标，不能写；请改写地名、路名和桩号。"
        elif (found := _first(_POSITIONS, text)) and not _REFUSED.search(text, 0, found.start()):
            yield (
                part,
                field,
                f"“{found[0]}”说到了不能公开的位置或兵力；请删去，只写由谁负责、找谁联系。",
            )


def _first(patterns: tuple[re.Pattern[str], ...], text: str) -> re.Match[str] | None:
    return next((found for pattern in patterns if (found := pattern.search(text))), None)
