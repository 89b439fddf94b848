"""核对封存: whoever was tested can compute a seal again, offline, with nothing but a browser.

It is there whether or not a drill exists, so that it betrays none.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.model.scale import Audience
from generator.pages.page import Page, Section
from generator.pages.site import Site

ORDER = 78
# Those who were tested have the first right to know that nothing was changed afterwards.
AUDIENCE = Audience.RESPONDER
PATH = "verify.html"


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """No record is at home here."""
    yield ("index", "", "verify"), PATH


def pages(site: Site) -> Iterator[Page]:
    """Yield the page."""
    part = site.parts("verify.html", site.view(PATH))
    sections = (
        Section("how", "", part("how"), "verify"),
        Section("compute", "在这里算", part("compute"), "verify"),
        Section("meaning", "结果说明什么", part("meaning"), "verify"),
        Section("otherwise", "这一页算不了的时候", part("otherwise"), "verify"),
    )
    yield Page(PATH, "核对封存值", sections, site.main_nav(PATH))
