"""注入卡: the injects to cut out and hand over, each marked as exercise."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.inject import Inject
from generator.model.reference import Ref
from generator.model.scale import Audience
from generator.papers.desk import Desk
from generator.papers.injects import HANDED, numbered
from generator.papers.paper import Paper
from generator.papers.words import spans

ORDER = 50
AUDIENCE = Audience.TRAINER
# So many characters stand on a card in large type.
_SHORT = 100
_TEXTS = (
    "注入卡",
    "剪下来用：导调员照着念、或当面递；递出去以前剪下存根，号和时刻不给参演的人看",
    "A4 纵向，一页 6 张",
    "导调用",
)


def _hands(inject: Inject) -> list[tuple[Ref, ...]]:
    """Return who gets a card each: what is handed over cannot be in two places."""
    handed = inject.via.startswith(HANDED)
    return [(ref,) for ref in inject.to] if handed else [inject.to]


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield the cards of each drill that has injects."""
    for rehearsal in desk.rehearsals():
        if rehearsal.drill.injects:
            cards = [
                {
                    "number": number,
                    "at": str(one.at) if one.at else "需要时",
                    "sender": rehearsal.named(one.sender),
                    "to": rehearsal.named(*to),
                    "via": spans(one.via),
                    "text": spans(one.text),
                    "long": len(one.text) > _SHORT,
                }
                for number, one in numbered(rehearsal)
                for to in _hands(one)
            ]
            yield desk.drill_paper(rehearsal, "cards", _TEXTS, {"cards": cards})
