"""事前报备单: what each duty room that could take a blind drill for real is told, a sheet a room.

It tells time and place, never the scenario; control reads it out, and keeps it. The drill's own
line on where reports end is left out: it names who is played, and so who is in the drill.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.scale import Audience
from generator.papers import drill_parts, safeguards
from generator.papers.desk import Desk
from generator.papers.paper import Paper

ORDER = 72
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "事前报备单",
    "一个值班室一张：导调组照着打电话，只告知值班长时间、地点和怎么认真警，演完逐家销号",
    "A4 纵向",
    "导调用",
)


class Room(NamedTuple):
    """A duty room, what it does when something of the drill reaches it, and which rooms are meant."""

    name: str
    does: tuple[str, ...]
    which: str = ""


_AS_REAL = "缺一头的、答不上来的、喊“真实情况”的，当真的办。"
_ROOMS = (
    Room(
        "上级值班室",
        (
            "演练的报告只到事先定的层级，再往上由导调员接。",
            "报到您这里来的，先问“是演练还是真的”。是演练，记下，不再上报，不批示，告诉导调组。",
            _AS_REAL,
        ),
    ),
    Room(
        "110",
        (
            "参演的人打演练专线，不打110。误打进来、开头结尾都说“演练”的：不出警，请他打专线。",
            _AS_REAL,
            "群众报的警，都当真的派；同时打导调组的电话核对，核实是演练再撤回。",
        ),
    ),
    Room(
        "119",
        (
            "参演的人打演练专线，不打119。误打进来、开头结尾都说“演练”的：不出动，请他打专线。",
            _AS_REAL,
            "群众看见烟火、看见人被困报的警，都当真的派；同时打导调组的电话核对，核实是演练再撤回。",
        ),
    ),
    Room(
        "120",
        (
            "参演的人打演练专线，不打120。误打进来、开头结尾都说“演练”的：不派车，请他打专线。",
            _AS_REAL,
            "演练里真伤真病的，照常派车。场地上的救护组只管真伤病，不参演。",
        ),
    ),
    Room(
        "其他值班室",
        (
            "演练里由导调员扮演你们，参演的人打演练专线。",
            "报到你们这里来的，先问“是演练还是真的”。是演练，记下，不再上报，不派人，告诉导调组。",
            _AS_REAL,
        ),
        "演练里扮演到的值班室都报备，如毗邻的兵团师、12345。一家一张，不够复印。",
    ),
)


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each drill whose participants do not know what is coming."""
    for rehearsal in desk.rehearsals():
        if rehearsal.drill.notice != "预告":
            about = drill_parts.neutral(rehearsal)
            yield desk.drill_paper(rehearsal, "prenotice", _TEXTS, _content(), about=about)


def _content() -> dict[str, object]:
    before, after = safeguards.calls()
    return {
        "rooms": [
            {"name": room.name, "does": list(room.does), "which": room.which} for room in _ROOMS
        ],
        "calls": [before],
        "after": after,
    }
