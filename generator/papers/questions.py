"""题卡: what is handed to those who answer: the situation of each stage, and each question."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.scale import Audience
from generator.papers import drill_parts, tabletop
from generator.papers.desk import Desk
from generator.papers.paper import Paper

ORDER = 34
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "题卡",
    "发给答题的席位：每个阶段一张情景卡，每题一张；没有答案。到那一阶段才发",
    "A4 纵向，一页 2 张",
)


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield the cards of each tabletop drill; nothing in them tells an answer."""
    for rehearsal in desk.rehearsals():
        if rehearsal.drill.stages:
            content = {"stages": tabletop.stages(rehearsal, False)}
            about = drill_parts.neutral(rehearsal)
            texts = (*_TEXTS, drill_parts.played(rehearsal))
            yield desk.drill_paper(rehearsal, "questions", texts, content, about=about)
