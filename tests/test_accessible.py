"""Nobody is shut out: automatic checks of every page type, light and dark, on phone and desk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import Project
from tests.element import parsed
from tests.finished import page_type, pages, representatives, where
from tests.page_tools import axe, needs_java, needs_modules, validated

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES = ("light", "dark")
WIDTHS = (360, 1280)

# What a frightened or hurried reader must be able to read in any light.
LIFE_SAFETY = (".message .say", 'a[href^="tel:"]', ".caution")

# Faults of the theme's base template outside its blocks, so that no override mends them. Both
# boxes only open and close the drawer; the attribute does nothing.
OF_THE_THEME = re.compile(
    'Attribute “autocomplete” is only allowed when the input type is .*"md-toggle"', re.DOTALL
)

HAN = re.compile("[\u4e00-\u9fff]")


@pytest.fixture(params=SCHEMES)
def scheme(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(params=WIDTHS)
def width(request: pytest.FixtureRequest) -> int:
    return request.param


@pytest.fixture
def page(browser: Browser, scheme: str, width: int) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        reduced_motion="reduce",
        offline=True,
    )
    yield context.new_page()
    context.close()


def _open(page: Page, path: Path, scheme: str) -> None:
    """Open a page and all that is folded in it; it must have taken the scheme."""
    page.goto(path.as_uri())
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    red, green, blue = map(int, re.findall(r"\d+", ground)[:3])
    assert (red + green + blue < 3 * 128) == (scheme == "dark"), (where(path), ground)
    page.evaluate(axe())


def _told(found: Iterable[dict[str, Any]], path: Path) -> list[str]:
    return [
        f"{where(path)}: {fault['id']}: {node['target']} ×{len(fault['nodes'])}: "
        f"{(node['any'] or node['all'] or node['none'])[0]['message']}"
        for fault in found
        for node in fault["nodes"][:1]
    ]


def _shut_out(page: Page, path: Path) -> list[str]:
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    return _told(page.evaluate("options => axe.run(options)", options)["violations"], path)


def _hard_to_read(page: Page, path: Path) -> tuple[list[str], set[str]]:
    """Life-safety text under 7:1 or of unknown contrast, large or not; and what was looked at."""
    here = [one for one in LIFE_SAFETY if page.locator(one).count()]
    if not here:
        return [], set()
    ratio = {"expected": 7}
    check = {
        "id": "color-contrast-enhanced",
        "options": {"contrastRatio": {"normal": ratio, "large": ratio}},
    }
    page.evaluate("check => axe.configure({checks: [check]})", check)
    found = page.evaluate(
        """places => axe.run({include: places.map(place => [place])},
             {runOnly: ['color-contrast-enhanced'],
              rules: {'color-contrast-enhanced': {enabled: true}}})""",
        here,
    )
    assert found["violations"] or found["incomplete"] or found["passes"], where(path)
    return _told(found["violations"] + found["incomplete"], path), set(here)


@needs_modules
@pytest.mark.browser
@pytest.mark.slow
def test_nobody_is_shut_out(page: Page, real: Project, scheme: str):
    wrong, looked_at = [], set()
    for path in representatives(real):
        _open(page, path, scheme)
        wrong += _shut_out(page, path)
        faults, here = _hard_to_read(page, path)
        wrong += faults
        looked_at |= here
    assert not wrong, "\n".join(wrong)
    assert looked_at == set(LIFE_SAFETY)


@needs_modules
@pytest.mark.browser
@pytest.mark.parametrize(
    ("width", "scheme"), [(360, "dark"), (1280, "light")], ids=["phone, dark", "desk, light"]
)
def test_nobody_is_shut_out_of_a_guide(page: Page, real: Project, scheme: str):
    path = next(path for path in pages(real) if page_type(path) == "plans/*/guide.html")
    _open(page, path, scheme)
    wrong = _shut_out(page, path) + _hard_to_read(page, path)[0]
    assert not wrong, "\n".join(wrong)


@needs_modules
@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(360, "light")])
def test_what_is_hard_to_read_is_found(page: Page, tmp_path: Path, scheme: str):
    """Grey of 4.5:1, which passes elsewhere, large as it is."""
    path = tmp_path / "dist" / "page.html"
    path.parent.mkdir()
    path.write_text(
        "<!doctype html><body style='background:#fff'><div class=message>"
        "<p class=say style='color:#767676;font:bold 30px serif'>Go</p></div>"
        "<p class=caution style='color:#000'>Now</p>"
    )
    _open(page, path, scheme)
    wrong, looked_at = _hard_to_read(page, path)
    assert len(wrong) == 1 and ".say" in wrong[0]
    assert looked_at == {".message .say", ".caution"}


def _invalid(paths: Iterable[Path]) -> list[str]:
    return [
        f"{error['url'].rpartition('/dist/')[2]}:{error.get('lastLine')}: {error['message']}"
        for error in validated(paths)
        if not OF_THE_THEME.search(error["message"] + error.get("extract", ""))
    ]


@needs_java
def test_page_types_are_valid(real: Project):
    wrong = _invalid(representatives(real))
    assert not wrong, "\n".join(wrong)


@needs_java
@pytest.mark.slow
def test_every_page_is_valid(real: Project):
    wrong = _invalid([real.folder / "dist"])
    assert not wrong, "\n".join(wrong)


@needs_java
def test_an_invalid_page_is_found(tmp_path: Path):
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="zh"><title>-</title><p><li id=a><b id=a>')
    assert len(_invalid([page])) > 1


def test_language_is_told(real: Project):
    """One language for all pages; inside, another one only round words that are not Chinese."""
    languages = set()
    for path in pages(real):
        root = parsed(path.read_text(encoding="utf-8")).first("html")
        languages.add(root.attributes.get("lang"))
        for element in root.all():
            other = element.attributes.get("lang", "zh")
            assert other.split("-")[0] == "zh" or not HAN.search(element.text), (where(path), other)
    assert len(languages) == 1
    assert languages <= {"zh", "zh-CN", "zh-Hans", "zh-Hans-CN"}
