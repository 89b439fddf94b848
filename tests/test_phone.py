"""Pages in a hand: small screens, fingers, a keyboard, and no scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import ROOT, Project
from tests.element import Element, parsed
from tests.finished import a_few, pages, representatives, where

# 320 px is also a window of 1280 px at 400 %, to which pages must reflow.
NARROW = (320, 360)
FINGER = 44
SMALLEST = 12.5
IN_PAGE = (ROOT / "tests" / "web" / "in_page.js").read_text(encoding="utf-8")
STILL = "* { transition: none !important; animation: none !important; scroll-behavior: auto !important }"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    # Our own questions are asked from outside, whatever the page's policy allows itself.
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, offline=True, bypass_csp=True
    )
    context.add_init_script(f"window.inPage = {IN_PAGE}")
    yield context.new_page()
    context.close()


def _faults(paths: Iterable[Path], asked: Callable[[Path], list[str]]) -> str:
    """What is wrong, each kind of fault once, with its first case and the number of pages."""
    first: dict[str, str] = {}
    on: dict[str, set[str]] = {}
    for path in paths:
        for fault in asked(path):
            kind = fault.partition(' "')[0]
            first.setdefault(kind, f"{fault} — {where(path)}")
            on.setdefault(kind, set()).add(where(path))
    return "\n".join(f"{case} ({len(on[kind])} pages)" for kind, case in first.items())


def _beyond(page: Page, path: Path) -> list[str]:
    page.goto(path.as_uri())
    wrong = []
    for width in NARROW:
        page.set_viewport_size({"width": width, "height": 740})
        for folded in (True, False):
            page.evaluate(
                "open => document.querySelectorAll('details').forEach(one => one.open = open)",
                not folded,
            )
            if (needs := page.evaluate("document.documentElement.scrollWidth")) > width:
                wrong.append(f"{width}: needs {needs} px")
            wrong += [f"{width}: {fault}" for fault in page.evaluate("inPage.beyond()")]
    return wrong


@pytest.mark.browser
def test_page_types_fit_a_small_phone(page: Page, real: Project):
    wrong = _faults(representatives(real), lambda path: _beyond(page, path))
    assert not wrong, wrong


@pytest.mark.browser
@pytest.mark.slow
def test_every_page_fits_a_small_phone(page: Page, real: Project):
    wrong = _faults(pages(real), lambda path: _beyond(page, path))
    assert not wrong, wrong


@pytest.mark.browser
def test_a_page_too_wide_is_found(page: Page, tmp_path: Path):
    path = tmp_path / "dist" / "wide.html"
    path.parent.mkdir()
    path.write_text("<!doctype html><p style='width:500px'>-<pre style='overflow:auto'>" + "x" * 99)
    assert [fault.split(":")[1].strip() for fault in _beyond(page, path)[:3]] == [
        "needs 508 px",
        "beyond",
        "scrolls",
    ]


def _small_targets(page: Page, path: Path) -> list[str]:
    page.goto(path.as_uri())
    page.add_style_tag(content=STILL)
    return page.evaluate("least => inPage.smallTargets(least)", FINGER)


@pytest.mark.browser
@pytest.mark.slow
def test_targets_are_large_enough(page: Page, real: Project):
    """A finger hits 44×44 px of every link and control.

    A link in running text is exempt, as in WCAG 2.5.8: one that stands inline in a block that
    also holds words which are no link; but a number to call never is. A box counts together
    with its label.
    """
    wrong = _faults(representatives(real), lambda path: _small_targets(page, path))
    assert not wrong, wrong


@pytest.mark.browser
def test_a_small_target_is_found(page: Page, tmp_path: Path):
    path = tmp_path / "page.html"
    path.write_text(
        "<!doctype html><meta name=viewport content='width=device-width'>"
        "<p>See <a href=#a>there</a>, <a href=#b>here</a>.<p><a href=#c>alone</a>"
        "<p><a href=#d style='display:inline-block;padding:22px'>large</a>"
        "<p>Call <a href=tel:110>110</a>!"
        "<label style='display:block;padding:22px'><input type=checkbox> done</label>"
    )
    assert [fault.split('"')[1] for fault in _small_targets(page, path)] == ["alone", "110"]


def _small_words(page: Page, path: Path) -> list[str]:
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    return page.evaluate("least => inPage.smallWords(least)", SMALLEST)


@pytest.mark.browser
def test_words_are_large_enough(page: Page, real: Project):
    wrong = _faults(representatives(real), lambda path: _small_words(page, path))
    assert not wrong, wrong


@pytest.mark.browser
def test_small_words_are_found(page: Page, tmp_path: Path):
    path = tmp_path / "page.html"
    path.write_text(
        "<!doctype html><meta name=viewport content='width=device-width'>"
        "<p>large <small style='font-size:12px'>small</small></p>"
    )
    assert [fault.split('"')[1] for fault in _small_words(page, path)] == ["small"]


@pytest.mark.browser
def test_the_first_link_skips_to_the_words(page: Page, real: Project):
    page.goto(a_few(real)[0].as_uri())
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text().strip() == "跳到正文"
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(':target').closest('article') !== null")


def _labels(table: Element) -> Iterator[tuple[str, str]]:
    """For every cell that shares its column with a head: the label it has and what it should be."""
    # Above the heads of the columns may stand a line that paper repeats on every sheet.
    *_, columns = table.first("thead").all("tr")
    heads = [
        head.text
        for cell in columns.all("th", "td")
        for head in [cell] * int(cell.attributes.get("colspan", "1"))
    ]
    taken: dict[int, int] = {}
    for body in table.all("tbody"):
        for row in body.all("tr"):
            column, spans = 0, {place: left - 1 for place, left in taken.items() if left > 1}
            for cell in (one for one in row.elements if one.name in ("td", "th")):
                while column in spans:
                    column += 1
                wide = int(cell.attributes.get("colspan", "1"))
                # A cell across several columns speaks for itself, and so does a row's head.
                if cell.name == "td" and wide == 1 and heads[column]:
                    yield cell.attributes.get("data-label", ""), heads[column]
                for place in range(column, column + wide):
                    spans[place] = int(cell.attributes.get("rowspan", "1"))
                column += wide
            taken = spans


def _unlabelled(path: Path) -> list[str]:
    article = parsed(path.read_text(encoding="utf-8")).first("article")
    return [
        f"“{label}” for “{head}”"
        for part in article.all("div")
        # Tables in handwritten prose stay tables on a phone.
        if part.attributes.get("class", "").startswith("part ")
        for table in part.all("table")
        # A form is a list of its fields on a phone, and holds nothing yet.
        if any(table.all("thead")) and "form" not in table.classes
        for label, head in _labels(table)
        # A card may say more than the head, which stands beside the others of its row.
        if label != head and not label.endswith(f"·{head}")
    ]


def test_cells_say_what_they_are(real: Project):
    """As a card a row has no heads above it, so each cell bears the name of its column."""
    paths = pages(real)
    wrong = _faults(paths, _unlabelled)
    assert not wrong, wrong
    assert any("data-label" in path.read_text(encoding="utf-8") for path in paths)


def test_a_wrong_label_is_found(tmp_path: Path):
    path = tmp_path / "page.html"
    path.write_text(
        "<article><div class='part part-a'><table><thead><tr><th>A</th><th>B</th><th>C</th></tr></thead><tbody>"
        "<tr><td data-label=A rowspan=2>1</td><td data-label=B>2</td><td>3</td></tr>"
        "<tr><td data-label=A>4</td><td data-label=C>5</td></tr>"
        "<tr><td colspan=3>6</td></tr></tbody></table></div></article>"
    )
    assert _unlabelled(path) == ["“” for “C”", "“A” for “B”"]


def _tabbed(page: Page, path: Path) -> list[str]:
    """Press Tab from the top until the page is left, and tell what went wrong on the way."""
    page.goto(path.as_uri())
    page.add_style_tag(content=STILL)
    most = page.evaluate("inPage.stops().length") + 20
    for _ in range(most):
        page.keyboard.press("Tab")
        if not page.evaluate("inPage.stopped()"):
            break
    return page.evaluate("inPage.journeysFaults()")


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("width", [360, 1280])
def test_a_keyboard_reaches_all(page: Page, real: Project, width: int):
    page.set_viewport_size({"width": width, "height": 740})
    wrong = _faults(representatives(real), lambda path: _tabbed(page, path))
    assert not wrong, wrong


@pytest.mark.browser
def test_what_a_keyboard_misses_is_found(page: Page, tmp_path: Path):
    path = tmp_path / "page.html"
    path.write_text(
        "<!doctype html><style>#b:focus { outline: 0 } #d { opacity: 0 }</style>"
        "<a href=#a id=a>a</a> <a href=#b id=b>b</a> <a href=#c tabindex=5>c</a> "
        "<a href=#d id=d>d</a><input id=e type=checkbox style='display:none'><label for=e>e</label>"
    )
    assert sorted(fault.split(" ")[0] for fault in _tabbed(page, path)) == [
        "focused",
        "no",
        "only",
        "out",
    ]


def _words(page: Page, path: Path) -> list[str]:
    """What the article says, folds opened and controls left out: only these may need scripts."""
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    page.evaluate(
        "document.querySelectorAll('article :is(button, select, label, input, output, dialog,"
        " [role=group], [role=status])').forEach(control => control.remove())"
    )
    return page.inner_text("article").split()


def _unlike_without_scripts(browser: Browser, page: Page, paths: Iterable[Path]) -> list[str]:
    plain = browser.new_context(
        viewport={"width": 360, "height": 740}, java_script_enabled=False, offline=True
    )
    still = plain.new_page()
    unlike = []
    for path in paths:
        words = _words(still, path)
        if words != _words(page, path) or len(words) < 5 or not still.title():
            unlike.append(where(path))
    plain.close()
    return unlike


@pytest.mark.browser
def test_a_few_pages_read_without_scripts(browser: Browser, page: Page, real: Project):
    assert _unlike_without_scripts(browser, page, a_few(real)) == []


@pytest.mark.browser
@pytest.mark.slow
def test_page_types_read_without_scripts(browser: Browser, page: Page, real: Project):
    assert _unlike_without_scripts(browser, page, representatives(real)) == []


@pytest.mark.browser
def test_words_that_need_scripts_are_found(browser: Browser, page: Page, tmp_path: Path):
    path = tmp_path / "dist" / "page.html"
    path.parent.mkdir()
    path.write_text(
        "<!doctype html><title>-</title><article>1 2 3 4 5 <button>6</button></article>"
        "<script>document.querySelector('article').append('7')</script>"
    )
    assert _unlike_without_scripts(browser, page, [path]) == ["page.html"]
