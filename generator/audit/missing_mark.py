"""Every output bears 参考样稿·非正式文件 and its edition."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.site import Audited
from generator.model.scale import EDITIONS
from generator.render import MARK
from generator.source import Rule

RULE = Rule(
    "A105",
    "页面没有“参考样稿·非正式文件”和版次",
    "印出来的一页离开了本站，也要让人知道它不是正式文件。",
    "没有标记的页面",
    "每页都有标记",
)


def audit(site: Audited) -> Iterator[tuple[str, int, str]]:
    """Yield pages without the mark or without the edition; a paper may be a weaker edition's."""
    edition = site.whole.registers.edition
    wanted = [MARK] + ([str(edition.date)] if edition else [])
    weaker = [one.title for one in EDITIONS if one <= site.edition]
    for path, words in (*site.words.items(), *site.office.items()):
        titles = weaker if path in site.office else [site.edition.title]
        lacking = [word for word in wanted if word not in words]
        if not any(title in words for title in titles):
            lacking.append(site.edition.title)
        for word in lacking:
            yield path, 1, f"这一页没有“{word}”；请检查模板。"
