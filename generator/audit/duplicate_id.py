"""An id stands once on a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.audit.site import Audited
from generator.source import Rule

RULE = Rule(
    "A103",
    "同一页有两个相同的编号",
    "链接只会跳到第一个，后一个永远到不了。",
    '<h2 id="first"> … <h2 id="first">',
    '<h2 id="first"> … <h2 id="report">',
)


def audit(site: Audited) -> Iterator[tuple[str, int, str]]:
    """Yield ids used twice."""
    for path, tags in site.pages.items():
        counted = Counter(tag.attributes["id"] for tag in tags if "id" in tag.attributes)
        for id, count in counted.items():
            if count > 1:
                yield path, 1, f"编号 {id} 在这一页用了 {count} 次；请改掉重复的。"
