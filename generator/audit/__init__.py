"""Rules over a finished site: one rule, one file, discovered here.

An audit module has RULE and `audit(site)` which yields (path, line, sentence).
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType
from urllib.parse import unquote

from generator.audit.site import Audited
from generator.handbook.prose import prose_lines
from generator.source import Location, Problem, Rule

_QUOTED = re.compile("“(.+?)”")


def modules() -> tuple[ModuleType, ...]:
    """Return the audit modules, in the order of their codes."""
    found = [
        importlib.import_module(f"{__name__}.{info.name}")
        for info in pkgutil.iter_modules(__path__)
        if info.name not in ("packed", "site")
    ]
    return tuple(sorted(found, key=lambda module: module.RULE.code))


def rules() -> tuple[Rule, ...]:
    """Return the rules themselves."""
    return tuple(module.RULE for module in modules())


def problems(site: Audited) -> Iterator[Problem]:
    """Run every audit over a finished site."""
    for module in modules():
        for path, line, sentence in module.audit(site):
            yield Problem(_place(site, path, line, sentence), module.RULE.code, sentence)


def _place(site: Audited, path: str, line: int, sentence: str) -> Location:
    """A handwritten page is mended in content/, at the line that has the words told; all others
    are shown as built.
    """
    document = site.book.documents.get(path.removesuffix(".html"))
    if document is None:
        return Location(f"{site.name}/{path}", line, 1)
    start, told = document.place_of("markdown"), _QUOTED.search(sentence)
    # An address may stand there with its signs as they are, and a page with its own ending.
    ways = (told[1], unquote(told[1])) if told else ()
    wanted = (*ways, *(way.replace(".html", ".md") for way in ways))
    for number, written in prose_lines(document.markdown, start.line):
        for words in wanted:
            if words in written:
                return Location(start.path, number, written.index(words) + 1)
    return document.where
