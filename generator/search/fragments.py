"""The words of a fragment of our own HTML, cut where records begin."""

from __future__ import annotations

import re
from collections.abc import Collection
from html.parser import HTMLParser

# What stands beside the words on every page: sources, chips, ruled lines, what only a screen has.
_ASIDE = frozenset({"source", "from", "chip", "rule", "screen", "jump", "calls-numbers"})
# In these a bold mark (do, don't, heard, true) stands before the words.
_MARKED = frozenset({"say", "heard", "truth"})
# What a page shows of another's: found by its title here, by its words at home.
_LENT, _TITLE = "--", "say"
_VOID = frozenset({"br", "hr", "img", "input", "wbr", "col", "meta", "path", "circle", "rect"})


class _Cutter(HTMLParser):
    def __init__(self, anchors: Collection[str]) -> None:
        super().__init__()
        self.texts: dict[str, list[str]] = {"": []}
        self._anchors = anchors
        # For each open element: the anchor its words belong to, whether they are left out,
        # and whether it is lent, or has a mark before its words.
        self._open: list[tuple[str, bool, bool, bool]] = [("", False, False, False)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        given = dict(attrs)
        anchor, aside, lent, marked = self._open[-1]
        id = given.get("id") or ""
        if id and id in self._anchors:
            anchor = id
            self.texts.setdefault(anchor, [])
        classes = (given.get("class") or "").split()
        if _LENT in id:
            aside = lent = True
        if lent and _TITLE in classes:
            aside = False
            self.texts[anchor] += ["；"] if self.texts[anchor] else []
        aside = aside or (marked and tag == "b")
        aside = aside or tag in ("svg", "summary", "thead") or not _ASIDE.isdisjoint(classes)
        self._open.append((anchor, aside, lent, not _MARKED.isdisjoint(classes)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and len(self._open) > 1:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        anchor, aside, *_ = self._open[-1]
        if not aside:
            self.texts[anchor].append(data)


def fragments(html: str, anchors: Collection[str]) -> dict[str, str]:
    """Return the words inside each element with one of the ids, and under "" those of none."""
    cutter = _Cutter(anchors)
    # Markup would be made anew of every piece that is cut from it.
    cutter.feed(str(html))
    cutter.close()
    return {
        anchor: re.sub(r" ?； ?", "；", re.sub(r"\s+", " ", " ".join(pieces)).strip(" ；"))
        for anchor, pieces in cutter.texts.items()
    }
