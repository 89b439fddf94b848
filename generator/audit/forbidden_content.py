"""What must never appear, as far as a machine can see it: maps, official looks, persons' numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.audit.site import Audited
from generator.source import Rule

RULE = Rule(
    "A120",
    "出现了绝不能出现的东西",
    "坐标、公文样式、密级、个人号码和车牌，一样都不能放。",
    "北纬四十八度",
    "写地名和路段",
)
_PATTERNS = (
    (re.compile(r"(?:东经|北纬|经度|纬度)\s*[:：]?\s*\d+|\d{1,3}°\s*\d{1,2}[′']"), "坐标"),
    (re.compile(r"\b(?:4[5-9]|8[5-9])\.\d{4,}\s*[,，]\s*(?:4[5-9]|8[5-9])\.\d{4,}"), "坐标"),
    (re.compile(r"(?:绝密|机密|秘密)\s*★|★\s*\d+\s*年|密级\s*[:：]"), "密级标志"),
    (re.compile(r"签发人\s*[:：]\s*[\u4e00-\u9fff]{2,3}(?![\u4e00-\u9fff])"), "公文签发样式"),
    (re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)"), "手机号码"),
    (re.compile(r"(?<!\d)0\d{2,3}[-－—]\d{7,8}(?!\d)"), "座机号码"),
    (re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)"), "身份证号"),
    (
        re.compile(
            r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•\s]?[A-HJ-NP-Z0-9]{5}(?![A-Z0-9])"
        ),
        "车牌",
    ),
)
_TAGS = {"map": "地图", "area": "地图", "canvas": "画布", "iframe": "嵌入页", "object": "嵌入物"}


def audit(site: Audited) -> Iterator[tuple[str, int, str]]:
    """Yield forbidden patterns in the words of pages, and forbidden elements."""
    contacts = {contact.number for contact in site.book.contacts.values()}
    for path, text in (*site.words.items(), *site.printed.items(), *site.office.items()):
        for number in contacts:
            text = text.replace(number, "")
        for pattern, what in _PATTERNS:
            if found := pattern.search(text):
                yield path, 1, f"这里有{what}（“{found[0][:12]}”）；请去掉。"
        for tag in site.pages.get(path, ()):
            if tag.name in _TAGS:
                yield path, tag.line, f"这里有{_TAGS[tag.name]}；请去掉。"
