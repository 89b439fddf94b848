"""Every page opened from its folder with the network cut."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import Project
from tests.element import parsed
from tests.finished import pages, representatives, where


def _wrong(browser: Browser, paths: Iterable[Path]) -> list[str]:
    """Requests elsewhere or in vain, faults of scripts, words on the console (refusals by a
    policy among them), and pages without the mark."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, offline=True)
    page = context.new_page()
    said: list[str] = []
    page.on("request", lambda one: one.url.startswith("file://") or said.append(f"asks {one.url}"))
    # A picture still on its way when the next page is opened is given up, not missing.
    page.on(
        "requestfailed",
        lambda request: (
            request.failure == "net::ERR_ABORTED" or said.append(f"does not get {request.url}")
        ),
    )
    page.on("pageerror", lambda error: said.append(f"breaks: {error}"))
    page.on(
        "console",
        lambda one: one.type in ("error", "warning") and said.append(f"{one.type}: {one.text}"),
    )
    wrong = []
    for path in paths:
        said.clear()
        page.goto(path.as_uri(), wait_until="load")
        if "参考样稿" not in page.inner_text("body"):
            said.append("has no mark")
        wrong += [f"{where(path)} {what}" for what in said]
    context.close()
    return wrong


@pytest.mark.browser
def test_page_types_need_no_network(browser: Browser, real: Project):
    wrong = _wrong(browser, representatives(real))
    assert not wrong, "\n".join(wrong)


@pytest.mark.browser
@pytest.mark.slow
def test_every_page_needs_no_network(browser: Browser, real: Project):
    everything = pages(real)
    assert len(everything) > 50
    wrong = _wrong(browser, everything)
    assert not wrong, "\n".join(wrong)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("<img src=https://example.org/a.png>", "asks"),
        ("<script src=gone.js></script>", "does not get"),
        ("<script>nothing.at.all</script>", "breaks"),
        (
            "<meta http-equiv=Content-Security-Policy content=\"script-src 'none'\">"
            "<script>1</script>",
            "error",
        ),
    ],
    ids=["request", "missing file", "script", "policy"],
)
def test_what_is_wrong_is_found(browser: Browser, tmp_path: Path, inside: str, told: str):
    path = tmp_path / "dist" / "page.html"
    path.parent.mkdir()
    path.write_text(f"<!doctype html><meta charset=utf-8>{inside}<p>参考样稿", encoding="utf-8")
    assert any(f" {told}" in what for what in _wrong(browser, [path]))


def test_no_fonts_emoji_or_drawn_code(real: Project):
    """No font to load, no emoji as pictures, no diagram that a script would have to draw."""
    for path, content in real.site().items():
        assert not path.endswith((".woff", ".woff2", ".ttf", ".otf")), path
        if path.endswith(".css"):
            assert b"@font-face" not in content, path
    for path in pages(real):
        for element in parsed(path.read_text(encoding="utf-8")).all():
            assert "mermaid" not in element.classes, where(path)
            if element.name == "style":
                assert "@font-face" not in element.text, where(path)
            if element.name == "img":
                looks = f"{element.attributes.get('src')} {' '.join(element.classes)}"
                assert not re.search("emoji|twemoji", looks), where(path)
