"""Guides and manuals as one file each: nothing beside it is needed, nothing in it leads away."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.render import SITE
from tests.conftest import ROOT, Project


def _one_files(project: Project) -> list[Path]:
    return sorted((project.folder / "dist").rglob("*-one.html"))


def test_every_guide_and_every_manual_has_one(built: Project):
    site = built.site()
    whole = {path for path in site if path.endswith(("/guide.html", "/manual.html"))}
    assert whole
    assert {path.replace("-one.html", ".html") for path in site if "-one.html" in path} == whole


def test_every_printed_sheet_names_the_handbook(built: Project):
    assert f"site_name: {SITE}\n" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for path in _one_files(built):
        head = f'@top-left {{ content: "{SITE}\\b7 '
        assert head in path.read_text(encoding="utf-8"), path


def test_it_leads_nowhere_else(built: Project):
    for path in _one_files(built):
        text = path.read_text(encoding="utf-8")
        targets = re.findall(r'\b(?:href|src)="([^"]*)"', text)
        assert all(to.startswith(("#", "tel:")) for to in targets), path
        assert "<link" not in text and "url(" not in text and "@import" not in text, path


@pytest.mark.browser
def test_alone_in_a_folder_it_says_and_looks_the_same(
    built: Project, browser: Browser, tmp_path: Path
):
    # The whole page's script adds controls that one file does without.
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, offline=True, java_script_enabled=False
    )
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("requestfailed", lambda request: wrong.append(request.url))
    for number, path in enumerate(_one_files(built)):
        page.goto((path.with_name(path.name.replace("-one", ""))).as_uri())
        parts = page.locator("article .part:not(.part-around):not(.part-papers)").all_inner_texts()
        colour = page.evaluate("getComputedStyle(document.querySelector('.part')).color")
        alone = tmp_path / f"{number}.html"
        shutil.copy(path, alone)
        page.goto(alone.as_uri())
        assert page.locator("article div.part").all_inner_texts() == parts, path
        assert page.evaluate("getComputedStyle(document.querySelector('div.part')).color") == colour
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
        assert "参考样稿·非正式文件" in page.inner_text("body"), path
    assert not wrong
    context.close()


@pytest.mark.browser
def test_a_manual_on_a_phone_is_folded_and_opens_where_one_jumps(
    built: Project, browser: Browser, tmp_path: Path
):
    alone = tmp_path / "manual.html"
    shutil.copy(built.folder / "dist/responder/plans/difang/manual-one.html", alone)
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(alone.as_uri())
    assert not page.is_visible("#a-xunba")
    page.goto(f"{alone.as_uri()}#a-xunba")
    assert page.is_visible("#a-xunba")
    page.close()
    guides = [path for path in _one_files(built) if path.name == "guide-one.html"]
    assert guides and not any(b"<script" in path.read_bytes() for path in guides)
