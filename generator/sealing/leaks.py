"""Whether what is handed out before a drill tells something of it: no run of its words, by eight."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources

from generator.handbook.book import Handbook
from generator.handbook.evaluation import evaluation_items
from generator.handbook.visit import Scope, inside
from generator.handbook.walk import texts
from generator.model.drill import Drill
from generator.model.record import Part
from generator.papers.issue import issued
from generator.papers.paper import Paper

_RUN = 8
# What is played is the drill itself: handed out stage by stage, or read aloud while it goes on.
_PLAYED = ("questions", "script", "narration")


def leaks(book: Handbook, drill: Drill, made: Iterable[Paper]) -> Mapping[str, str]:
    """Return the words of the drill that its papers for the unknowing tell, by the paper's title.

    What the registers, the templates and the skeleton have anyway tells nothing.
    """
    secret = _secrets(book, drill)
    told = {}
    for paper in made:
        handed = not issued(paper.copy) and paper.kind not in _PLAYED
        if handed and (found := _first(paper.text, secret)):
            told[paper.title] = found
    return told


def _secrets(book: Handbook, drill: Drill) -> frozenset[str]:
    assert drill.plan
    plan = book.plans[drill.plan.id]
    parts: tuple[Part, ...] = (
        *(drill.scenario, *drill.objectives.values(), *drill.injects.values()),
        *(*drill.stages, *drill.script),
    )
    words = [drill.title, plan.plan.title, *(role.name for role in drill.cast.values())]
    words += [text for part in parts for text in _texts(part)]
    words += [item.words for item in evaluation_items(plan, drill)]
    ours = resources.files("generator")
    known = [
        file.read_text("utf-8")
        for file in ours.joinpath("papers").iterdir()
        if file.name.endswith(".typ")
    ]
    known += [ours.joinpath("skeletons", "drill.yaml").read_text("utf-8"), *_texts(book.registers)]
    return frozenset(_runs(words)) - frozenset(_runs(known))


def _texts(part: Part) -> Iterator[str]:
    return (text for visit in inside(part, Scope(), part) for _, text in texts(visit.part))


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _runs(told: Iterable[str]) -> Iterator[str]:
    for bare in map(_bare, told):
        yield from (bare[start : start + _RUN] for start in range(len(bare) - _RUN + 1))


def _first(text: str, secret: frozenset[str]) -> str:
    """Return the first words of a text that a drill has too, as far as they go; empty for none."""
    bare = _bare(text)
    shared = [bare[n : n + _RUN] in secret for n in range(len(bare) - _RUN + 1)]
    if True not in shared:
        return ""
    start = shared.index(True)
    end = (*shared, False).index(False, start)
    return bare[start : end + _RUN - 1]
