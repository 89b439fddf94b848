"""Every link leads somewhere: to a file of the site, and to an id on that page."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from generator.audit.site import Audited
from generator.source import Rule

RULE = Rule(
    "A102",
    "链接或锚点断了",
    "紧急时点开是空的，比没有链接更糟。",
    'href="manual.html#meiyou"',
    'href="manual.html#a-xunba"',
)
# The tel: and mailto: of a page are for the reader's own programs.
_ELSEWHERE = ("tel", "mailto", "data")


def audit(site: Audited) -> Iterator[tuple[str, int, str]]:
    """Yield links to missing files and missing ids."""
    ids = {
        path: {tag.attributes["id"] for tag in tags if "id" in tag.attributes}
        for path, tags in site.pages.items()
    }
    for path, tags in site.pages.items():
        for tag in tags:
            for name in ("href", "src"):
                value = tag.attributes.get(name)
                parts = urlsplit(value or "")
                if not value or parts.scheme in _ELSEWHERE or parts.netloc:
                    continue
                target = path
                if parts.path:
                    joined = posixpath.join(posixpath.dirname(path), unquote(parts.path))
                    target = posixpath.normpath(joined)
                if target not in site.files:
                    yield path, tag.line, f"“{value}”指向的文件不存在；请改正或去掉。"
                elif parts.fragment and unquote(parts.fragment) not in ids.get(target, set()):
                    yield path, tag.line, f"“{value}”指向的位置不存在；请改正或去掉。"
