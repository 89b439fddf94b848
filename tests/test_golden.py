"""Golden pages: the small handbook's pages as prose, reviewed by reading.

`pytest --rewrite` writes them anew; a changed golden is read before it is committed.
"""

from __future__ import annotations

import pytest

from generator import pages
from generator.edition import project
from generator.handbook.book import Handbook
from generator.model.scale import EDITIONS, Audience
from generator.pages.page import Page
from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "golden"


def _prose(page: Page) -> str:
    lines = [f"{page.title}  [{page.path}]", ""]
    for section in page.sections:
        record = f" ={section.record}" if section.record else ""
        lines += [f"{'#' * section.level} {section.title} ({section.id}, {section.kind}{record})"]
        text = section.html.replace("</tr>", "\n").replace("</li>", "\n").replace("</p>", "\n")
        shown = [_words(line) for line in text.split("\n")]
        lines += [line for line in shown if line] + [""]
    return "\n".join(lines)


def _words(html: str) -> str:
    from generator.render import visible_text

    return visible_text(html.replace("</td>", " | ").replace("</th>", " | ")).strip(" |")


@pytest.mark.parametrize("edition", EDITIONS)
def test_golden(small: Handbook, edition: Audience, request: pytest.FixtureRequest):
    # The pages about the program itself are long and have tests of their own.
    made = {
        page.path: _prose(page)
        for page in pages.pages(project(small, edition), edition)
        if page.sections[0].kind not in ("reference", "rule", "style")
    }
    folder = FOLDER / ("public", "responder", "trainer")[edition]
    for path, prose in made.items():
        golden = folder / path.replace("/", "-").replace(".html", ".txt")
        if request.config.getoption("--rewrite"):
            golden.parent.mkdir(parents=True, exist_ok=True)
            golden.write_text(prose + "\n", encoding="utf-8")
        assert golden.read_text(encoding="utf-8") == prose + "\n", path
    kept = {file.name for file in folder.iterdir()}
    assert kept == {path.replace("/", "-").replace(".html", ".txt") for path in made}
