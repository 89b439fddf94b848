"""参演须知, opened on the spot: what participants of a drill they did not know of must hear first.

Neither scenario nor date nor title: only how to play, how to stop and what keeps people safe.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.scale import Audience
from generator.papers import drill_parts
from generator.papers.desk import Desk
from generator.papers.paper import Paper

ORDER = 25
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "参演须知",
    "装进信封，导调员到场亮证后当面拆：怎么参加、怎么叫停、打哪条专线；不写情景、时间和科目",
    "A4 纵向",
    drill_parts.ON_THE_SPOT,
)


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each drill whose participants do not know it beforehand."""
    for rehearsal in desk.rehearsals():
        if rehearsal.drill.notice == "双盲":
            # The drill's own safety notes and what is assumed would give the scenario away.
            content = {"stop": drill_parts.stopping(rehearsal)}
            about = drill_parts.neutral(rehearsal)
            yield desk.drill_paper(rehearsal, "envelope", _TEXTS, content, about=about)
