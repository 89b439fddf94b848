"""演练告知: a sheet to put up where a drill is held, in words that cannot be taken for a warning."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.scale import Audience
from generator.model.words import Blank
from generator.papers import drill_parts
from generator.papers.desk import Desk
from generator.papers.paper import Paper
from generator.papers.publicity import broadcast
from generator.papers.words import Spans, gap, spans

ORDER = 86
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "演练告知（代拟稿）",
    "贴在场地周边、送给住户：这是演练，会看到什么，请怎么配合；开头结尾都有“演练”",
    "A4 纵向",
    "公众用",
)


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each drill outside a meeting room that is announced, if only its time."""
    for rehearsal in desk.rehearsals():
        drill = rehearsal.drill
        if drill.form == "实战" and drill.notice != "双盲":
            content = {
                "held_on": _known(drill.held_on, spans(drill.held_on), "日期"),
                "minutes": str(drill.minutes),
                "host": _known(drill.staff.host, rehearsal.named(drill.staff.host), "主办单位"),
                "broadcast": broadcast(),
            }
            about = drill_parts.neutral(rehearsal)
            yield desk.drill_paper(rehearsal, "placard", _TEXTS, content, about=about)


def _known(value: object, words: Spans, what: str) -> Spans:
    """Return what is known; for the public a blank is a line, without who could fill it."""
    return [gap(what)] if isinstance(value, Blank) else words
