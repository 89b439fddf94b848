"""Questions never seen while the search was tuned, typed into the shipped site."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.conftest import Project
from tests.search.figures import failures, figures
from tests.search.questions import LOCKED, questions
from tests.search.report import ours


@pytest.mark.browser
@pytest.mark.slow
def test_the_locked_part_meets_the_bars(browser: Browser, real: Project):
    locked = [one for one in questions() if one.part == LOCKED]
    missed = failures(figures(ours(browser, real.folder / "dist", locked)))
    assert not missed
