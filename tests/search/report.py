"""How well the search answers, ours and Material's own on the same pages: `make search-report`.

Every question is typed into the shipped site, opened from its folder with the network cut. Of
the locked part only figures are ever printed. Fails where the locked part misses the bars.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.conftest import CHROMIUM, ROOT
from tests.search import stock
from tests.search.box import PHONE, Box
from tests.search.figures import Asked, failures, figures
from tests.search.questions import LOCKED, PARTS, TUNING, Question, questions

EDITIONS = ("public", "responder", "trainer")
WARM_UP = "应急"


def typed(
    browser: Browser, base: str, asked: Sequence[Question], offline: bool = True
) -> Iterator[Asked]:
    """Type questions into the site at an address, all on one page."""
    context = browser.new_context(viewport=PHONE, offline=offline)
    page = context.new_page()
    if not offline:
        page.route(lambda url: not url.startswith(base), lambda route: route.abort())
    page.goto(f"{base}index.html")
    box = Box(page, base)
    box.open()
    # The theme says once by itself that nothing was typed yet; after this word it has.
    box.ask(WARM_UP)
    page.wait_for_selector(".md-search-result__item")
    for question in asked:
        yield Asked(question, box.ask(question.text))
    context.close()


def ours(browser: Browser, dist: Path, asked: Sequence[Question]) -> list[Asked]:
    """Type questions into the editions below dist."""
    return [
        one
        for edition in EDITIONS
        for one in typed(browser, f"{(dist / edition).as_uri()}/", of(edition, asked))
    ]


def material(browser: Browser, build: Path, asked: Sequence[Question]) -> list[Asked]:
    """Type questions into plain Material over the Markdown of the editions below build."""
    found: list[Asked] = []
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(2) as pool:
        made = pool.map(lambda one: stock.build(build / one / "docs", Path(name) / one), EDITIONS)
        for edition, site in zip(EDITIONS, made, strict=True):
            with stock.served(site) as base:
                found += typed(browser, base, of(edition, asked), offline=False)
    return found


def of(edition: str, asked: Sequence[Question]) -> list[Question]:
    return [question for question in asked if question.edition == edition]


def table(name: str, asked: Sequence[Asked]) -> None:
    for part in PARTS:
        of_part = [one for one in asked if one.question.part == part]
        for edition in (*EDITIONS, "all"):
            f = figures([one for one in of_part if edition in (one.question.edition, "all")])
            false = f"{f.false}/{f.outside}" if f.outside else "-"
            print(
                f"{name:9} {part:7} {edition:10} {f.inside:5} {f.first:7.2f} {f.five:6.2f} "
                f"{f.reciprocal:7.3f} {f.empty:6} {false:>7}"
            )


def misses(asked: Sequence[Asked]) -> None:
    """Print what went wrong in the tuning part: what was asked, wanted and got."""
    tuning = [one for one in asked if one.question.part == TUNING]
    for told, wrong in (
        ("not among the first five", lambda one: one.question.want and not 1 <= one.rank <= 5),
        ("not the first", lambda one: 1 < one.rank <= 5),
        ("answered, though not told here", lambda one: not one.question.want and one.answered),
    ):
        print(f"\n{told}:")
        for one in filter(wrong, tuning):
            want, got = " ".join(one.question.want) or "nothing", " ".join(one.answer.pages[:5])
            cards = "".join(f" [{title}]" for title in one.answer.cards)
            print(f"  {one.question.text} ({one.question.edition})\n    wanted {want}")
            print(f"    got {got or 'no page'}{cards}")


def main() -> int:
    asked = tuple(questions())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        found = ours(browser, ROOT / "dist", asked)
        theirs = material(browser, ROOT / "build", asked)
        browser.close()
    misses(found)
    print("\nsearch    part    edition    asked recall1 recall5   MRR  empty   false")
    table("ours", found)
    table("Material", theirs)
    missed = failures(figures([one for one in found if one.question.part == LOCKED]))
    for words in missed:
        print(f"locked part: {words}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
