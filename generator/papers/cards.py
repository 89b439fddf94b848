"""注入卡: the injects to cut out and hand over, each marked as exercise."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.scale import Audience
from generator.papers.desk import Desk
from generator.papers.injects import numbered
from generator.papers.paper import Paper
from generator.papers.words import spans

ORDER = 50
AUDIENCE = Audience.TRAINER
# So many characters stand on a card in large type.
_SHORT = 100
_TEXTS = (
    "注入卡",
    "剪下来用：导调员照着念、或当面递；每张都写着“演练”，投送时刻写在卡上",
    "A4 纵向，一页 6 张",
    "导调用",
)


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield the cards of each drill that has injects."""
    for rehearsal in desk.rehearsals():
        if rehearsal.drill.injects:
            cards = [
                {
                    "number": number,
                    "at": str(one.at) if one.at else "需要时",
                    "sender": rehearsal.named(one.sender),
                    "to": rehearsal.named(*one.to),
                    "via": spans(one.via),
                    "text": spans(one.text),
                    "long": len(one.text) > _SHORT,
                }
                for number, one in numbered(rehearsal)
            ]
            yield desk.drill_paper(rehearsal, "cards", _TEXTS, {"cards": cards})
