"""What searching a site costs on a slow machine: waiting and memory, in one fresh browser tab."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

from tests.search.box import LABEL, PHONE

SLOWER = 6
WORKER = (Path(__file__).parent / "worker.js").read_text(encoding="utf-8")
# From the touch of the label, typing at once, to the first results in the page.
_READY = """async (question) => {
  const box = document.querySelector(".md-search__input");
  const list = document.querySelector(".md-search-result__list");
  const label = document.querySelector("LABEL");
  const filled = new Promise((done) => {
    new MutationObserver(() => list.children.length && done()).observe(list, { childList: true });
  });
  const before = performance.now();
  label.click();
  box.value = question;
  box.dispatchEvent(new Event("keyup"));
  await filled;
  return performance.now() - before;
}""".replace("LABEL", LABEL)
# From the key to the results laid out, for each question.
_QUERIES = """async (questions) => {
  const box = document.querySelector(".md-search__input");
  const meta = document.querySelector(".md-search-result__meta");
  const times = [];
  for (const question of questions) {
    const answered = new Promise((done) => {
      const seen = new MutationObserver(() => { seen.disconnect(); done(); });
      seen.observe(meta, { childList: true });
    });
    box.value = question;
    const before = performance.now();
    box.dispatchEvent(new Event("keyup"));
    await answered;
    void document.body.offsetHeight;
    times.push(performance.now() - before);
    await new Promise((done) => setTimeout(done, 20));
  }
  await new Promise((done) => setTimeout(done, 20));
  return times;
}"""


@dataclass(frozen=True)
class Cost:
    """Waiting in milliseconds on a slow machine: for the first results, for those of a question;
    a question's processor time there, which other work on the machine does not lengthen; and
    megabytes of objects kept."""

    ready: float
    question: float
    work: float
    heap: float


def cost(browser: Browser, site: Path, questions: Sequence[str]) -> Cost:
    """Open a site's first page from its folder and search in it, once."""
    context = browser.new_context(viewport=PHONE, offline=True)
    page = context.new_page()
    session = _slowed(page)
    page.add_init_script(WORKER)
    page.goto((site / "index.html").as_uri(), wait_until="load")
    first, *others = questions
    ready = float(page.evaluate(_READY, first))
    times = page.evaluate(_QUERIES, others)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    idle = _worked(session, page, [])
    works = [_worked(session, page, [question]) - idle for question in others]
    session.send("HeapProfiler.collectGarbage")
    heap = session.send("Runtime.getHeapUsage")["usedSize"] / 1e6
    context.close()
    return Cost(ready, statistics.median(times), SLOWER * statistics.median(works), heap)


def _worked(session: CDPSession, page: Page, questions: Sequence[str]) -> float:
    """Milliseconds of the page's thread, painting included, that questions take unslowed."""

    def so_far() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return next(float(one["value"]) for one in metrics if one["name"] == "TaskDuration")

    before = so_far()
    page.evaluate(_QUERIES, questions)
    return 1000 * (so_far() - before)


def compared(browser: Browser, site: Path, script: Path, questions: Sequence[str]) -> Any:
    """Run a script with the questions in a page of the site that has searched once."""
    context = browser.new_context(viewport=PHONE, offline=True)
    page = context.new_page()
    _slowed(page)
    page.goto((site / "index.html").as_uri(), wait_until="load")
    page.evaluate(_READY, questions[0])
    found = page.evaluate(script.read_text(encoding="utf-8"), list(questions))
    context.close()
    return found


def median(costs: Sequence[Cost]) -> Cost:
    """Return the medians of several tries."""
    names = ("ready", "question", "work", "heap")
    return Cost(*(statistics.median(getattr(one, name) for one in costs) for name in names))


def _slowed(page: Page) -> CDPSession:
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return session
