"""Rules (检查规则): every code the handbook can print, why, with a wrong and a right example."""

from __future__ import annotations

from collections.abc import Iterator

from generator import explanations
from generator.handbook.book import Handbook
from generator.model.scale import Audience
from generator.pages.page import Page, Section
from generator.pages.site import Site

ORDER = 96
AUDIENCE = Audience.TRAINER
PATH = "rules.html"
_FAMILIES = {
    "Y": ("reading", "读文件时"),
    "P1": ("writing", "文件和写法"),
    "P2": ("references", "编号和引用"),
    "P3": ("content", "内容"),
    "R": ("recording", "收回评估表时"),
    "S": ("sealing", "封存、启封、核对时"),
    "T": ("papers", "排印打印件时"),
    "A": ("site", "核查成品时"),
}


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """No record is at home here."""
    yield ("index", "", "rules"), PATH


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of rules."""
    part = site.parts("rules.html", site.view(PATH))
    rules = explanations.rules()
    jumps = [(title, f"#{id}") for id, title in _FAMILIES.values()]
    sections = [Section("how", "", part("how", len(rules), jumps), "rule")]
    for start, (id, title) in _FAMILIES.items():
        family = [rule for rule in rules if rule.code.startswith(start)]
        sections.append(Section(id, title, part("family", family), "rule"))
        for rule in family:
            name = f"{rule.code} {rule.title}"
            html = part("rule", rule)
            sections.append(Section(rule.code.lower(), name, html, "rule", rule.code, level=3))
    yield Page(PATH, "检查规则", tuple(sections), site.main_nav(PATH))
