"""Sizes of the pages in dist/, and how soon they show on a slow machine: `make bench-pages`."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.conftest import CHROMIUM, ROOT

EDITIONS = ("public", "responder", "trainer")
SLOWER = 6
TRIES = 5
FIRST_PAINT = """new Promise(told => {
  const one = () => performance.getEntriesByName("first-contentful-paint")[0];
  const ask = () => one() ? told(one().startTime) : requestAnimationFrame(ask);
  ask();
})"""


def largest(edition: Path, pattern: str) -> Path | None:
    """The largest page that fits a pattern below an edition."""
    return max(edition.glob(pattern), key=lambda page: page.stat().st_size, default=None)


def measured(dist: Path) -> Iterator[tuple[str, Path]]:
    for name, edition, pattern in (
        ("home", "public", "index.html"),
        ("guide", "public", "plans/*/guide.html"),
        ("manual", "responder", "plans/*/manual.html"),
        ("checklist", "responder", "plans/*/checklist.html"),
        ("drill", "trainer", "plans/*/drills/*.html"),
    ):
        if page := largest(dist / edition, pattern):
            yield name, page


def first_paint(browser: Browser, page: Path) -> float:
    """Milliseconds from opening a page to its first words, once, in a fresh profile."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, offline=True)
    tab = context.new_page()
    context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    tab.goto(page.as_uri())
    milliseconds = float(tab.evaluate(FIRST_PAINT))
    context.close()
    return milliseconds


def main() -> None:
    dist = ROOT / "dist"
    print("edition     pages   mean KB   largest KB   assets KB")
    for name in EDITIONS:
        sizes = {page: page.stat().st_size / 1000 for page in (dist / name).rglob("*.html")}
        largest_page = max(sizes, key=lambda page: sizes[page])
        assets = sum(
            file.stat().st_size for file in (dist / name / "assets").rglob("*") if file.is_file()
        )
        print(
            f"{name:10} {len(sizes):6} {statistics.mean(sizes.values()):9.1f} "
            f"{sizes[largest_page]:12.1f} {assets / 1000:11.1f}"
            f"   {largest_page.relative_to(dist)}"
        )
    print(f"\nfirst contentful paint from file://, CPU {SLOWER}× slower, median of {TRIES}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        for name, page in measured(dist):
            first_paint(browser, page)
            times = [first_paint(browser, page) for _ in range(TRIES)]
            print(f"{name:10} {statistics.median(times):6.0f} ms   {page.relative_to(dist)}")
        browser.close()


if __name__ == "__main__":
    main()
