"""What the pages are written in is known to the oldest browsers: Chromium 86 and Firefox ESR."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.conftest import ROOT, Project
from tests.element import Element, parsed
from tests.finished import representatives, where
from tests.page_tools import linted, needs_node

pytestmark = needs_node

# A script of the theme's inside a page calls its own small functions, or only ticks its tabs.
_THEME_WORDS = ("__md_", "__tabbed_")
_NO_SCRIPT = ("application/json", "application/ld+json")


def _source(name: str, kind: str, text: str) -> dict[str, str]:
    return {"name": name, "kind": kind, "text": text}


def _inside(name: str, root: Element) -> Iterator[dict[str, str]]:
    """The style sheets, style attributes and scripts written into a page."""
    for element in root.all():
        words = "".join(child for child in element.children if isinstance(child, str))
        if element.name == "style":
            yield _source(f"{name} <style>", "style", words)
        elif element.name == "script" and element.attributes.get("type") not in _NO_SCRIPT:
            theme = "theme " if any(word in words for word in _THEME_WORDS) else ""
            yield _source(f"{name} <script>", f"{theme}script", words)
        if style := element.attributes.get("style"):
            yield _source(f"{name} style=", "style", f"{element.name} {{ {style} }}")


def test_our_files_suit_old_browsers():
    folder = ROOT / "site_overrides"
    kinds = {".css": "style", ".js": "script"}
    sources = [
        _source(str(path.relative_to(ROOT)), kinds[path.suffix], path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*"))
        if path.suffix in kinds
    ]
    assert sources
    wrong = linted(sources)
    assert not wrong, "\n".join(wrong)


@pytest.mark.slow
def test_pages_suit_old_browsers(real: Project):
    """Everything written into pages, once each, and the theme's own files."""
    found = {}
    for path in representatives(real):
        for source in _inside(where(path), parsed(path.read_text(encoding="utf-8"))):
            found.setdefault(source["text"], source)
    assert {source["kind"] for source in found.values()} >= {"style", "theme script"}
    ours = {path.name for path in (ROOT / "site_overrides").rglob("*")}
    kinds = {".css": "theme style", ".js": "theme script"}
    files = [
        _source(path.name, kinds[path.suffix], path.read_text(encoding="utf-8"))
        for path in sorted((real.folder / "dist" / "trainer" / "assets").rglob("*"))
        if path.suffix in kinds and path.name not in ours
    ]
    assert {source["kind"] for source in files} == set(kinds.values())
    wrong = linted([*found.values(), *files])
    assert not wrong, "\n".join(wrong)


@pytest.mark.slow
def test_only_what_is_too_new_is_found():
    bad = [
        ("style", "a:has(b) { color: red }"),
        ("style", "a { inset: 0 }"),
        ("style", "a { overflow: clip }"),
        ("style", "a { width: 100dvh }"),
        ("style", "a:is(b, c) { color: red }"),
        ("style", "@container (width > 1px) { a { color: red } }"),
        ("style", "a { colour: red }"),
        ("script", "a?.b;"),
        ("script", "async function a() {}"),
        ("script", "[1].at(-1);"),
        ("script", "structuredClone({});"),
        ("theme script", "class A { #b = 1 }"),
        ("theme style", "a { aspect-ratio: 1 }"),
    ]
    good = [
        ("style", "@supports (inset: 0) { a { inset: 0 } }"),
        ("style", "a { overflow: hidden; overflow: clip }"),
        ("script", "const a = document.querySelector('a'); if (a) { a.hidden = !a.hidden; }"),
    ]
    told = linted([_source(text, kind, text) for kind, text in bad + good])
    found = {text for _, text in bad + good if any(one.startswith(text) for one in told)}
    assert found == {text for _, text in bad}
