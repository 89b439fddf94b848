"""The finished site in a real browser, opened from the folder with the network cut."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.conftest import CHROMIUM, Project

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        CHROMIUM is None and not os.environ.get("CI"), reason="no Chromium on this machine"
    ),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        arguments = [
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
        ]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


def _pages(project: Project) -> list[Path]:
    return sorted((project.folder / "dist").rglob("*.html"))


def test_every_page_opens_from_the_folder(browser: Browser, real: Project):
    """No request elsewhere, no error in a script, nothing wider than a small phone."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, offline=True)
    page = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("requestfailed", lambda request: wrong.append(f"{request.url} failed"))
    pages = _pages(real)
    assert len(pages) > 50
    for path in pages:
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
        assert "参考样稿" in page.inner_text("body"), path
    assert not [url for url in asked if not url.startswith("file://")]
    assert not wrong
    context.close()


def test_every_page_reads_without_scripts(browser: Browser, built: Project):
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    for path in _pages(built):
        page.goto(path.as_uri())
        text = page.inner_text("article")
        assert len(text) > 10, path
        assert page.title(), path
    context.close()
