"""No page asks any other host for anything."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.audit.site import Audited
from generator.source import Rule

RULE = Rule(
    "A101",
    "页面会向外面的网站要东西",
    "离线时打不开，联网时会泄露谁在看。",
    '<img src="https://…">',
    "把文件放进本站",
)
_OUTSIDE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_CSS = re.compile(
    r"""(?:url\(\s*['"]?|@import\s+['"])\s*((?:https?:)?//[^'")\s]+)""", re.IGNORECASE
)
_ASKING = ("src", "href", "data", "action", "poster", "srcset", "style", "content")
_SCRIPT_URL = re.compile(r"""https?://[^\s"'`<>)]+""")
# Addresses in the theme's own bundle that no page of ours makes it use: the licence, the
# namespaces, diagrams (no page has one, see below), repository counts (no repo_url), and a
# stand-in for ResizeObserver, which every browser we support has.
_NEVER_ASKED = (
    "https://unpkg.com/mermaid",
    "https://unpkg.com/resize-observer-polyfill",
    "https://api.github.com/",
    "https://${",
    "http://www.w3.org/",
    "https://clipboardjs.com/",
    "https://github.com/",
    "https://squidfunk.github.io/",
)

# Texts to be found: they are shown as text and never asked for.
_TEXTS = "search/data.js"


def audit(site: Audited) -> Iterator[tuple[str, int, str]]:
    """Yield attributes, style sheets and scripts that name another host."""
    for path, tags in site.pages.items():
        for tag in tags:
            for name, value in tag.attributes.items():
                if name == "xmlns" or name.startswith("xmlns:"):
                    continue
                if name in _ASKING and (_OUTSIDE.match(value) or _CSS.search(value)):
                    yield path, tag.line, f"“{value[:60]}”指向外面的网站；请去掉。"
            classes = tag.attributes.get("class", "").split()
            if "mermaid" in classes or tag.attributes.get("data-md-component") == "source":
                yield path, tag.line, "这里会让主题去外面取文件；请去掉。"
    for path, content in site.files.items():
        if path.endswith(".css"):
            for found in _CSS.finditer(content.decode()):
                yield path, 1, f"样式引用了 {found[1][:60]}；请去掉。"
        elif path.endswith(".js") and path != _TEXTS:
            for url in sorted(set(_SCRIPT_URL.findall(content.decode()))):
                if not url.startswith(_NEVER_ASKED):
                    yield path, 1, f"脚本里有外面的地址 {url[:60]}；请去掉。"
