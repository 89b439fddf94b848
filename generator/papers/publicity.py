"""宣传方案: who is told what about an announced drill, by whom; none for a double-blind one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.scale import Audience
from generator.papers import drill_parts
from generator.papers.desk import Desk, Rehearsal
from generator.papers.paper import Paper
from generator.papers.words import Spans, gap

ORDER = 85
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "宣传方案",
    "宣传组用：演前告知谁、演中怎么拍、演后说什么、有人当真了怎么答",
    "A4 纵向",
    "组织用",
)


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each drill but the double-blind ones: they are not told of beforehand."""
    for rehearsal in desk.rehearsals():
        if rehearsal.drill.notice != "双盲":
            about = drill_parts.neutral(rehearsal)
            yield desk.drill_paper(rehearsal, "publicity", _TEXTS, _content(rehearsal), about=about)


def _content(rehearsal: Rehearsal) -> dict[str, object]:
    drill = rehearsal.drill
    return {
        "open": drill.notice == "预告",
        "tabletop": drill.form == "桌面",
        "purpose": drill.purpose,
        "host": rehearsal.named(drill.staff.host),
        "answer": _answer(),
        "broadcast": broadcast(),
    }


def broadcast() -> Spans:
    """Return what a loudspeaker or a short message says; nothing in it tells of a hazard."""
    return [
        *("演练。", gap("日期"), gap("起止时刻"), "，", gap("地点"), "有应急演练。"),
        "您会看到车辆和穿制服的人，不用慌，照常生活。请不围观，不进场。",
        "真有急事，照打110、119、120。演练。",
    ]


def _answer() -> Spans:
    return [
        *("演练。这是演练，不是真事。", gap("主办单位"), "在", gap("地点"), "组织，"),
        *(gap("时刻"), "结束。请不转发。真有急事，照打110、119、120。演练。"),
    ]
