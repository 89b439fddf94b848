"""What searching costs, ours beside Material's on the same pages: `make search-bench`.

Both are opened from a folder on a machine six times slower; Material's worker runs in the page,
as there it must. Times are noisy on a shared machine: medians, by turns
within one run.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.conftest import CHROMIUM, ROOT
from tests.search import grown, slow, stock
from tests.search.questions import TUNING, questions
from tests.search.report import EDITIONS

TRIES = 5
QUESTIONS = 13
# Which edition with how many times its text, and how often Material is tried: it takes minutes
# with much text. The bars hold for the text as it is.
SIZES = (
    ("public", 1, TRIES),
    ("responder", 1, TRIES),
    ("trainer", 1, TRIES),
    ("public", 5, 3),
    ("public", 25, 1),
)
FEW = 4
# Three plans are fifteen.
FULL = ("trainer", 5)
MOST_BYTES, MOST_READY, MOST_QUERY, MOST_SHARE = 0.4, 0.6, 100, 0.10


def asked(edition: str) -> list[str]:
    """Return questions of the tuning part spread evenly; the first is one every site answers."""
    given = [one.text for one in questions() if one.part == TUNING and one.edition == edition]
    return ["大雪", *given[:: max(1, len(given) // QUESTIONS)]][:QUESTIONS]


def sizes(browser: Browser, stocks: dict[str, Path], work: Path) -> Iterator[str]:
    """Print a table of costs, and yield the bars that are missed."""
    print(
        f"ms with the processor {slow.SLOWER}× slower: open → ready; key → results; processor time of it"
    )
    print(
        "edition    text  data KB (Material)      ready              question    its work    heap MB"
    )
    for edition, times, tries in SIZES:
        ours = grown.ours(ROOT / "dist" / edition, _new(work, f"o{edition}{times}"), times)
        theirs = grown.stock(stocks[edition], _new(work, f"s{edition}{times}"), times)
        bytes = (ours / "search/data.js").stat().st_size
        their_bytes = (theirs / "search/search_index.json").stat().st_size
        us, them = [], []
        for turn in range(TRIES):
            us.append(slow.cost(browser, ours, asked(edition)))
            if turn < tries:
                them.append(
                    slow.cost(browser, theirs, asked(edition)[: FEW if times > 1 else None])
                )
        yield from _told(edition, times, slow.median(us), slow.median(them), bytes, their_bytes)


def _told(
    edition: str, times: int, us: slow.Cost, them: slow.Cost, bytes: int, their_bytes: int
) -> Iterator[str]:
    ready = us.ready / them.ready
    print(
        f"{edition:10} {times:3}× {bytes / 1e3:7.0f} ({their_bytes / 1e3:.0f}, "
        f"×{bytes / their_bytes:.2f})  {us.ready:6.0f} ({them.ready:.0f}, ×{ready:.2f})  "
        f"{us.question:5.0f} ({them.question:.0f})  {us.work:5.0f} ({them.work:.0f})  "
        f"{us.heap:5.1f} ({them.heap:.1f})",
        flush=True,
    )
    if times > 1:
        return
    for words, met in (
        (f"data over {MOST_BYTES} of Material's", bytes <= MOST_BYTES * their_bytes),
        (f"open → ready over {MOST_READY} of Material's", ready <= MOST_READY),
        (f"a question takes over {MOST_QUERY} ms of work", us.work <= MOST_QUERY),
        ("memory over Material's", us.heap <= them.heap),
    ):
        if not met:
            yield f"{edition}: {words}"


def alternative(browser: Browser, work: Path) -> None:
    """Print what an index made beforehand would cost and save at full size."""
    edition, times = FULL
    site = grown.ours(ROOT / "dist" / edition, _new(work, "full"), times)
    script = Path(__file__).parent / "inverted.js"
    tried = [slow.compared(browser, site, script, asked(edition)) for _ in range(TRIES)]

    def middle(name: str) -> float:
        given = [one[name] for one in tried]
        return statistics.median(
            float(statistics.median(one)) if isinstance(one, list) else float(one) for one in given
        )

    size = (site / "search/data.js").stat().st_size / 1e3
    print(
        f"\nfull size ({edition} {times}×, {tried[0]['sections']} sections)    scan    index of pairs"
    )
    print(f"  data KB                {size:12.0f} {size + tried[0]['bytes'] / 1e3:12.0f}")
    print(f"  made ready, ms         {middle('scanReady'):12.0f} {middle('indexReady'):12.0f}")
    print(f"  a question's terms, ms {middle('scan'):12.1f} {middle('index'):12.1f}")
    print(f"  whole question, ms     {middle('whole'):12.1f}")
    print(f"  terms found differently: {tried[0]['differ']}")


def share() -> Iterator[str]:
    """Print the search's share of a build, and yield the bar if it is missed."""
    command = [sys.executable, "-m", "tests.search.share"]
    tried = [
        json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout)
        for _ in range(TRIES)
    ]
    middle = statistics.median(spent / whole for spent, whole in tried)
    seconds = statistics.median(spent for spent, _ in tried)
    print(f"\nsearch data: {seconds:.1f} s, {100 * middle:.1f} % of the build")
    if middle > MOST_SHARE:
        yield f"over {100 * MOST_SHARE:.0f} % of the build"


def _new(work: Path, name: str) -> Path:
    (work / name).mkdir()
    return work / name


def main() -> int:
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        work = Path(name)
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        stocks = {one: stock.build(ROOT / "build" / one / "docs", work / one) for one in EDITIONS}
        missed = list(sizes(browser, stocks, work))
        alternative(browser, work)
        browser.close()
    missed += share()
    for words in missed:
        print(f"missed: {words}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
