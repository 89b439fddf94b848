"""答题与决策记录表: what was answered and decided, by whom, on which ground, and what stayed open."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.scale import Audience
from generator.papers import tabletop
from generator.papers.desk import Desk
from generator.papers.paper import Paper

ORDER = 36
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "答题与决策记录表",
    "只给记录员：每题谁答、怎么定、凭什么定、哪里没答上；上面有全部题目，不发席位",
    "A4 横向",
    "记录用",
)


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each tabletop drill."""
    for rehearsal in desk.rehearsals():
        if rehearsal.drill.stages:
            content = {"stages": tabletop.stages(rehearsal, False)}
            yield desk.drill_paper(rehearsal, "answers", _TEXTS, content)
