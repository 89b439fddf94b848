"""双盲演练安全须知: a card that hangs by the telephone all year, whether or not a drill exists.

It is made for every handbook and knows nothing of any drill, so that it betrays none.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.scale import Audience
from generator.papers.desk import Desk
from generator.papers.paper import Paper

ORDER = 12
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "双盲演练安全须知",
    "全年常备，年初发到各值班室，挂在电话旁；发卡不说明有没有演练",
    "A4 纵向",
    "值班用·全年常备",
)


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield the one card of the site; who opens a seal has it already."""
    if not desk.sealed:
        notice = "仅供演练使用·非真实险情"
        path = "papers/shared/blindcard.pdf"
        yield desk.paper(path, "blindcard", "全年常备卡", _TEXTS, {}, ("", ""), notice)
