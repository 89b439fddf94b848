"""Every page can be reached from the home page."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from generator.audit.site import Audited
from generator.source import Rule

RULE = Rule(
    "A104",
    "有页面从首页到不了",
    "到不了的页面等于没有。",
    "units/x.html 没有任何页面链接到它",
    "在单位目录里列出它",
)


def audit(site: Audited) -> Iterator[tuple[str, int, str]]:
    """Yield pages no chain of links from home reaches."""
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        path = waiting.pop()
        for tag in site.pages.get(path, ()):
            target = unquote(urlsplit(tag.attributes.get("href", "")).path)
            page = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
            if target and page in site.pages and page not in reached:
                reached.add(page)
                waiting.append(page)
    for path in site.pages:
        if path not in reached:
            yield path, 1, "从首页一步步点不到这一页；请在目录或导航里加上。"
