"""解说词和字幕: what the narrator reads and the screen shows, in order; for drills that are watched."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.scale import Audience
from generator.model.script import Line
from generator.papers.desk import Desk, Rehearsal
from generator.papers.lines import numbered
from generator.papers.paper import Paper
from generator.papers.words import spans

ORDER = 31
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "解说词和字幕",
    "解说员和大屏操作员用：按次序念、按次序切，大字，左边写着等哪一句",
    "A4 纵向",
    "解说用",
)


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each script with something to narrate or to show."""
    for rehearsal in desk.rehearsals():
        acts = [act for act in _acts(rehearsal) if act["cues"]]
        if acts:
            yield desk.drill_paper(rehearsal, "narration", _TEXTS, {"acts": acts})


def _acts(rehearsal: Rehearsal) -> Iterator[dict[str, object]]:
    for number, act in enumerate(rehearsal.drill.script, start=1):
        cues = list(_cues(act.lines, f"{number}-"))
        yield {"title": f"第{number}幕　{act.act}", "at": str(act.at), "cues": cues}


def _cues(lines: tuple[Line, ...], prefix: str) -> Iterator[dict[str, object]]:
    """Yield what is read, shown or heard, each with its number in the script and what comes before."""
    before = ""
    for number, line in numbered(lines, prefix):
        if isinstance(line, str):
            continue
        if line.narration or line.screen or line.sound:
            yield {
                "number": number,
                "at": str(line.at) if line.at else "",
                # A line that itself speaks is heard before what it shows.
                "before": spans(line.say or before),
                "narration": spans(line.narration),
                "screen": spans(line.screen),
                "sound": spans(line.sound),
            }
        before = line.say or line.do or before
