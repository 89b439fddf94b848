"""The theme's search box in a browser: opened, typed into, its answers read from the page."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote

from playwright.sync_api import Error, Page, ViewportSize

PHONE: ViewportSize = {"width": 360, "height": 740}
# What opens the search on a phone: our button, or the theme's label where there is none.
LABEL = "header .find, header label[for=__search]:not(.md-search__icon, .md-search__overlay)"
# The theme writes its line of counts anew with every answer.
_LISTEN = """() => {
  const meta = document.querySelector(".md-search-result__meta");
  window.answered = new Promise((done, failed) => {
    setTimeout(failed, 20000);
    const seen = new MutationObserver(() => { seen.disconnect(); setTimeout(done); });
    seen.observe(meta, { childList: true });
  });
}"""
_READ = """() => ({
  pages: [...document.querySelectorAll(".md-search-result__item")]
    .map((one) => one.querySelector("a").href),
  cards: [...document.querySelectorAll(".search-card strong")].map((one) => one.textContent),
  nothing: Boolean(document.querySelector(".search-none")),
})"""


@dataclass(frozen=True)
class Answer:
    """What is shown for a question: pages in order, each once, and titles of answer cards."""

    pages: tuple[str, ...]
    cards: tuple[str, ...]
    nothing: bool


class Box:
    """The search box of an open page, in which several questions are typed one after another."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self.input = page.locator(".md-search__input")
        self._base = base
        self._before = ""

    def open(self) -> None:
        """Open the search as a hand does: by the button on a phone, else by the box itself."""
        label = self.page.locator(LABEL).locator("visible=true").first
        if label.count():
            label.click()
        else:
            self.input.click()
        self.page.wait_for_function("document.activeElement.matches('.md-search__input')")

    def ask(self, question: str) -> Answer:
        """Type a question in place of the last one, and return what is shown."""
        try:
            if question != self._before:
                self.page.evaluate(_LISTEN)
                self.input.fill(question)
                # The theme hears keys only; this one changes nothing in the box.
                self.input.press("End")
                self.page.evaluate("window.answered")
            self._before = question
            return self.shown()
        except Error:
            # The browser's own message would tell the question.
            raise RuntimeError("the search box gave no answer to a question") from None

    def shown(self) -> Answer:
        """Return what is shown now."""
        found = self.page.evaluate(_READ)
        paths = (self._path(address) for address in found["pages"])
        return Answer(tuple(dict.fromkeys(paths)), tuple(found["cards"]), found["nothing"])

    def _path(self, address: str) -> str:
        return unquote(address.partition("#")[0].partition("?")[0]).removeprefix(self._base)
