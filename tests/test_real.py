"""The real handbook: it checks clean, holds what the prefecture needs, and stays light."""

from __future__ import annotations

import pytest

from generator import checks
from generator.handbook.lookup import find
from generator.handbook.reading import Reading, read_handbook
from generator.handbook.views import limit_kind
from generator.handbook.visit import Scope
from generator.model.guide import QuizQuestion
from generator.model.scale import PHASES
from tests.conftest import ROOT, Project, files_below


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_handbook(files_below(ROOT, "plans", "content"))


def test_clean(reading: Reading):
    assert [str(problem) for problem in (*reading.problems, *checks.problems(reading))] == []


def test_weather_is_there(reading: Reading):
    weather = reading.handbook.plans["weather"]
    assert len(weather.duties) >= 8
    assert len(weather.actions) >= 25
    assert {action.phase for action in weather.actions.values()} == set(PHASES)
    assert len(weather.messages) >= 20
    assert {drill.form for drill in weather.drills.values()} == {"桌面", "实战"}
    assert weather.plan.grades and weather.plan.warnings and weather.plan.responses


def test_guide_and_topics_teach(reading: Reading):
    """Everyday words to be found by, questions to try, what to pack, what not to believe."""
    book = reading.handbook
    guide = book.plans["weather"].guide
    assert guide and len(guide.aliases) >= 12 and len(guide.quiz) >= 6
    assert guide.kit and guide.rumours and guide.calls
    assert {"xuebeng", "yiyanghuatan", "dongshang", "kunxuelu", "zhiliu"} <= set(book.topics)
    for topic in book.topics.values():
        asked = [find(book, ref, Scope(topic.id)) for ref in topic.borrowed]
        asked = [*topic.quiz.values(), *(q for q in asked if isinstance(q, QuizQuestion))]
        assert len(topic.aliases) >= 12 and len(asked) >= 6, topic.id
        assert topic.calls and all(call.say for call in topic.calls), topic.id
        assert set(topic.messages) == {"事前", "事中", "事后"} and topic.rumours, topic.id


def test_limits_are_honest(reading: Reading):
    """No limit but those of a named source, an order, a proposal or a blank."""
    book = reading.handbook
    for plan in book.plans.values():
        kinds = {action.id: limit_kind(book, action) for action in plan.actions.values()}
        assert "其他依据" not in kinds.values(), kinds


def test_quotes_of_the_work_points_are_exact(reading: Reading):
    paper = ROOT.parent / "shared" / "source" / "altay-2018-work-points.txt"
    if not paper.exists():
        pytest.skip("the founding paper is not beside this checkout")
    text = paper.read_text(encoding="utf-8")
    for mandate in reading.handbook.registers.mandates.values():
        assert mandate.quote in text, mandate.id


@pytest.mark.parametrize("edition", ["public", "responder", "trainer"])
def test_pages_are_light(real: Project, edition: str):
    """They come over from slow sticks, and show at once on old telephones."""
    files = real.site(edition)
    # A page as one file carries its styles and icons along; it is no page that one browses.
    alone = {path: len(raw) for path, raw in files.items() if path.endswith("-one.html")}
    pages = [
        len(raw) for path, raw in files.items() if path.endswith(".html") and path not in alone
    ]
    assets = [len(raw) for path, raw in files.items() if "/assets/" in f"/{path}"]
    assert pages and assets
    assert sum(pages) / len(pages) <= 48_000
    assert sum(assets) <= 600_000
    for path, size in alone.items():
        assert size <= len(files[path.replace("-one.html", ".html")]) + 45_000
    assert max(pages) <= 400_000


def test_the_mean_page_is_light(real: Project):
    pages = [
        len(raw)
        for path, raw in real.site().items()
        if path.endswith(".html") and not path.endswith("-one.html")
    ]
    assert sum(pages) / len(pages) <= 40_000
