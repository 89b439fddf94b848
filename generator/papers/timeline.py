"""时间墙图, A3: a drill on the wall, time across, a lane for each place, unit or seat.

Of a script it shows who speaks where, of a tabletop drill which seat answers when; that of a
drill with injects is for control only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from generator.handbook.drills import sent_at
from generator.model.reference import Ref
from generator.model.scale import Audience
from generator.model.time import Moment
from generator.papers import grid, injects
from generator.papers.desk import Desk, Rehearsal
from generator.papers.grid import Note, Slot
from generator.papers.lines import numbered
from generator.papers.paper import Paper
from generator.papers.words import Spans, spans

ORDER = 38
AUDIENCE = Audience.TRAINER
_TITLE = "时间墙图"
_SIZE = "A3 横向"
# So many characters stand in a row of a cell, so many rows on a side.
_IN_A_ROW, _ROWS = 8, 45
_NOWHERE = "地点没写"
_ACTS = "幕"
_ASIDE = re.compile(r"（[^（）]*）$")
_SHOWN = "场务用：挂在会场墙上，几点、哪里、谁说话，一眼看到"
_HIDDEN = "导调用：挂在导调室，几点给谁投哪条、最迟看到什么；不给参演人员看"


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each drill with a body."""
    for rehearsal in desk.rehearsals():
        drill = rehearsal.drill
        if drill.script or drill.stages or drill.injects:
            texts = (_TITLE, _HIDDEN, _SIZE, "导调用") if drill.injects else _open(rehearsal)
            yield desk.drill_paper(rehearsal, "timeline", texts, _content(rehearsal))


def _open(rehearsal: Rehearsal) -> tuple[str, str, str, str]:
    announced = rehearsal.drill.notice == "预告"
    return (_TITLE, _SHOWN, _SIZE, "组织用" if announced else "导调用")


def _content(rehearsal: Rehearsal) -> dict[str, object]:
    drill = rehearsal.drill
    if drill.stages:
        return _seats(rehearsal)
    notes = list(_sent(rehearsal) if drill.injects else _spoken(rehearsal))
    columns = grid.slots(note.at for note in notes)
    rest = [
        number for number, one in injects.numbered(rehearsal) if one.id not in _times(rehearsal)
    ]
    return {
        "numbers": "消息清单" if drill.injects else "脚本",
        "head_of_lanes": "接收的岗位" if drill.injects else "地点",
        "columns": [{"label": str(c.start), "below": f"{c.minutes}分钟"} for c in columns],
        "lanes": grid.lanes(notes, columns),
        "rest": rest,
        "hidden": bool(drill.injects),
        "large": False,
        "tall": _tall(notes, columns),
    }


def _times(rehearsal: Rehearsal) -> dict[str, Moment]:
    return sent_at(rehearsal.drill)


def _sent(rehearsal: Rehearsal) -> Iterator[Note]:
    """Yield each message in the lane of each who gets it, then what must be seen by when."""
    times = _times(rehearsal)
    known = [(number, one) for number, one in injects.numbered(rehearsal) if one.id in times]
    known.sort(key=lambda pair: (times[pair[1].id].clock, times[pair[1].id].minutes))
    for number, one in known:
        at = times[one.id]
        for role in one.to:
            yield Note(role.id, _short(rehearsal, role), at, number, _short(rehearsal, one.sender))
    due = {(expected.due, number) for number, one in known for expected in one.expect}
    for at, number in sorted(due, key=lambda pair: (pair[0].minutes, pair[1])):
        yield Note("", ["最迟看到"], at, number, [])


def _spoken(rehearsal: Rehearsal) -> Iterator[Note]:
    """Yield the acts, then each line where it happens; a line without a place stays where it was."""
    acts = rehearsal.drill.script
    for number, act in enumerate(acts, start=1):
        yield Note(_ACTS, [_ACTS], act.at, f"第{number}幕", spans(act.act))
    for number, act in enumerate(acts, start=1):
        at, place = act.at, _NOWHERE
        for label, line in numbered(act.lines, f"{number}-"):
            if isinstance(line, str):
                place = line or place
                continue
            at, place = line.at or at, line.place or place
            if line.by:
                yield Note(place, spans(place), at, label, _short(rehearsal, line.by))


def _tall(notes: list[Note], columns: tuple[Slot, ...]) -> bool:
    """Return whether a cell may be taller than a side: each note has its number and its words."""
    rows: Counter[tuple[str, Slot]] = Counter()
    for note in notes:
        for slot in columns:
            if slot.holds(note.at):
                long = sum(len(span) for span in note.words if isinstance(span, str))
                rows[note.lane, slot] += 1 + -(-long // _IN_A_ROW)
    return max(rows.values(), default=0) > _ROWS


def _short(rehearsal: Rehearsal, role: Ref) -> Spans:
    """Return what a role is called, without what stands in brackets after it."""
    return [_ASIDE.sub("", str(name)) for name in rehearsal.named(role)]


def _seats(rehearsal: Rehearsal) -> dict[str, object]:
    """Return stages across and seats down; only the numbers of questions, no word of them."""
    stages = rehearsal.drill.stages
    begun = accumulate((stage.minutes.minutes for stage in stages), initial=0)
    asked: dict[str, list[list[dict[str, object]]]] = {}
    number = 0
    for index, stage in enumerate(stages):
        for question in stage.questions.values():
            number += 1
            for role in question.to:
                cells = asked.setdefault(role.id, [[] for _ in stages])
                told: dict[str, object] = {
                    "number": f"第{number}题",
                    "at": str(question.minutes or ""),
                    "words": [],
                }
                cells[index].append(told)
    cast = rehearsal.drill.cast
    return {
        "numbers": "题卡",
        "head_of_lanes": "席位",
        "columns": [
            {"label": f"{n}　{stage.stage}", "below": f"{Moment(at, False)} 起，{stage.minutes}"}
            for n, (stage, at) in enumerate(zip(stages, begun, strict=False), start=1)
        ],
        "lanes": [
            {"name": [cast[id].name if id in cast else id], "cells": cells}
            for id, cells in asked.items()
        ],
        "rest": [],
        "hidden": False,
        "large": True,
        "tall": False,
    }
