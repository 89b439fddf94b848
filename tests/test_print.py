"""Pages on paper: nothing is announced that is not printed; forms come whole, or one alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import Project
from tests.finished import representatives, where

# A heading's own words reach to the next heading of its level or above.
ALONE = """
() => {
  const seen = one => one.getClientRects().length > 0;
  const headings = [...document.querySelectorAll('article h2, article h3')];
  const depth = one => Number(one.localName[1]);
  const stops = (one, from) => /^H[1-6]$/.test(one.tagName) && depth(one) <= depth(from);
  const empty = heading => {
    for (let one = heading.nextElementSibling; one && !stops(one, heading); one = one.nextElementSibling)
      if (seen(one) && one.innerText.trim()) return false;
    return true;
  };
  return headings.filter(seen).filter(empty).map(one => one.textContent);
}
"""


@pytest.fixture
def paper(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(offline=True, bypass_csp=True)
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


def _alone(page: Page, path: Path) -> list[str]:
    page.goto(path.as_uri())
    return [f"{where(path)}: {heading}" for heading in page.evaluate(ALONE)]


@pytest.mark.browser
def test_no_heading_is_printed_without_what_it_announces(paper: Page, real: Project):
    wrong = [fault for path in representatives(real) for fault in _alone(paper, path)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.browser
def test_a_heading_left_alone_is_found(paper: Page, tmp_path: Path):
    path = tmp_path / "dist" / "page.html"
    path.parent.mkdir()
    path.write_text(
        "<!doctype html><style>@media print { .gone { display: none } }</style><article>"
        "<h2>full</h2><h3>too</h3><p>-</p><h2>bare</h2><p class=gone>-</p>"
        "<h2>bare above</h2><h3>bare below</h3><p></p><h2 class=gone>gone</h2></article>"
    )
    # What holds only an empty heading announces that heading.
    assert [found.partition(": ")[2] for found in _alone(paper, path)] == ["bare", "bare below"]


def _sheets(page: Page) -> list[bool]:
    """For each printed page, whether it lies on its side."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))
    return [float(wide) > float(high) for wide, high in boxes]


@pytest.mark.browser
def test_forms_are_printed_each_on_a_sheet_and_one_alone(paper: Page, built: Project):
    paper.goto((built.folder / "dist/responder/plans/difang/manual.html").as_uri())
    assert _sheets(paper)[-2:] == [False, True]
    paper.evaluate("window.print = () => { window.asked = true; }")
    paper.evaluate("document.querySelector('#form-cheli-dengji + .part .print-one').click()")
    assert paper.evaluate("window.asked")
    assert paper.locator("article > *:visible").count() == 2
    assert paper.is_visible("#form-cheli-dengji") and "参考样稿" in paper.inner_text("body")
    assert _sheets(paper) == [True]
    # After it the whole manual is printed again.
    assert len(_sheets(paper)) > 2
