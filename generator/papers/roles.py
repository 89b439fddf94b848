"""分角色本: for each role of an announced script its own lines, with what to wait for and where.

Roles with little to say share a sheet, to be cut apart; each piece says of itself what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Any

from generator.model.drill import Role
from generator.model.scale import Audience
from generator.model.script import Act, Line
from generator.papers import drill_parts
from generator.papers.desk import Desk, Rehearsal
from generator.papers.lines import numbered
from generator.papers.paper import Paper
from generator.papers.words import Span, Spans, spans

ORDER = 33
AUDIENCE = Audience.TRAINER
# So many characters of the line before are enough to know it by.
_TAIL = 22
_JOINED = "同时的几条线都做完"
_OWN, _SIGNAL = "自己的上一句", "到时刻，看导调员手势"
# Where all who are connected hear all that is said.
_SHARED = ("视频", "电话会议", "电台", "对讲机")
# What is counted on of a side, and how high a line of each size is, in millimetres: a little more
# than it takes, so that what is put on one side never runs over.
_SIDE = 238.0
_SPOKEN, _DONE, _ASIDE = 6.3, 4.8, 3.9
# So many characters wide is a gap to fill, beside the words below it.
_GAP = 4
# The room around a row, a head of an act, the rest of a piece, and what lies between two.
_ROW, _ACT, _PIECE, _BETWEEN = 3.0, 6.6, 26.0, 12.0
_TEXTS = (
    "分角色本",
    "一个角色一份，拆开、剪开发给本人：只有自己的词和动作，左边写着等哪一句",
    "A4 纵向",
    "参演用",
)


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each announced drill with a script; elsewhere lines would betray the drill."""
    for rehearsal in desk.rehearsals():
        if rehearsal.drill.script and rehearsal.drill.notice == "预告":
            yield desk.drill_paper(rehearsal, "roles", _TEXTS, _content(rehearsal))


def _content(rehearsal: Rehearsal) -> dict[str, object]:
    cast = rehearsal.drill.cast.values()
    parts = [_part(rehearsal, role) for role in cast]
    stop = drill_parts.stopping(rehearsal)
    return {
        "sheets": _sheets([part for part in parts if part["acts"]], stop),
        "silent": [role.name for role, part in zip(cast, parts, strict=True) if not part["acts"]],
        "stop": stop,
        "cautions": list(drill_parts.cautions(rehearsal)),
    }


def _sheets(parts: Sequence[dict[str, Any]], stop_words: list[Spans]) -> list[list[dict[str, Any]]]:
    """Return the roles by the sheet they stand on, each on the first that has room for it."""
    stop = sum(_lines(words, 48) * _ASIDE + 1.2 for words in stop_words)
    found: list[list[dict[str, Any]]] = []
    room: list[float] = []
    for part in parts:
        need = _PIECE + stop + _height(part) + _BETWEEN
        place = next((n for n, left in enumerate(room) if need <= left), len(room))
        if place == len(room):
            found.append([])
            room.append(_SIDE)
        found[place].append(part)
        room[place] -= need
    return found


def _height(part: dict[str, Any]) -> float:
    """Return how high the acts of a role are at most, in millimetres."""
    rows = [row for act in part["acts"] for row in act["rows"]]
    heads = sum(_lines([act["title"]], 30) for act in part["acts"])
    return heads * _ACT + sum(_row_height(row) for row in rows)


def _row_height(row: dict[str, Any]) -> float:
    words = _lines(row["say"], 17) * _SPOKEN
    words += (_lines(["做：", *row["do"]], 19) * _DONE if row["do"] else 0) + 2
    words += _lines(["备注：", *row["note"]], 24) * _ASIDE if row["note"] else 0
    cue = _lines([*row["cue"]["who"], "：“", *row["cue"]["words"], "”"], 11) * _ASIDE
    about = (row["place"], ["对", *row["to"]], row["via"])
    where = sum(_lines(words, 9) * _ASIDE for words in about)
    return _ROW + max(words, cue, where, 2 * _ASIDE)


def _lines(words: Spans, across: int) -> int:
    """Return how many lines of so many characters words take; a gap is as wide as its label or more."""
    signs = (
        len(word) if isinstance(word, str) else _GAP + len(word.get("gap", "")) for word in words
    )
    return ceil(sum(signs) / across)


def _part(rehearsal: Rehearsal, role: Role) -> dict[str, Any]:
    acts: list[dict[str, Any]] = []
    for number, act in enumerate(rehearsal.drill.script, start=1):
        if rows := list(_rows(rehearsal, role, act, f"{number}-")):
            acts.append({"title": f"第{number}幕　{act.act}", "at": str(act.at), "rows": rows})
    return {
        "name": role.name,
        "plays": rehearsal.named(role.plays),
        "simulated": role.simulated,
        "acts": acts,
    }


def _rows(rehearsal: Rehearsal, role: Role, act: Act, prefix: str) -> Iterator[dict[str, Any]]:
    """Yield a role's lines in an act; a track starts from the lines before it."""
    before: tuple[Line, ...] = ()
    opening, joined, at = before, False, act.at
    for number, line in numbered(act.lines, prefix):
        if isinstance(line, str):
            before, joined = (opening, False) if line else ((), True)
            continue
        at = line.at or at
        if line.by and line.by.id == role.id:
            yield {
                "number": number,
                "at": str(at),
                "exact": line.at is not None,
                "cue": _cue(rehearsal, role, line, before, joined),
                "to": rehearsal.named(*line.to),
                "via": spans(line.via),
                "place": spans(line.place),
                "say": spans(line.say),
                "do": spans(line.do),
                "note": spans(line.note),
            }
        before = (*before, line)
        opening = before if line.meanwhile else opening


def _cue(
    rehearsal: Rehearsal, role: Role, line: Line, before: Sequence[Line], joined: bool
) -> dict[str, object]:
    """Return what a role waits for: the last it hears or sees where it stands, or a sign.

    Nothing is waited for where an act begins.
    """
    heard = next((one for one in reversed(before) if _reaches(one, role, line)), None)
    if heard is None:
        told = [_JOINED] if joined and not before else [_SIGNAL] if before else []
        return {"who": [], "words": told, "said": False}
    if heard.by and heard.by.id == role.id:
        return {"who": [], "words": [_OWN], "said": False}
    return _told(rehearsal, heard)


def _reaches(before: Line, role: Role, line: Line) -> bool:
    """Return whether a role hears or sees something at the place of a line of its own."""
    if before.by and before.by.id == role.id:
        return True
    if any(ref.id == role.id for ref in before.to):
        return True
    if before.place and before.place == line.place:
        return True
    return before.via in _SHARED and before.via == line.via


def _told(rehearsal: Rehearsal, before: Line) -> dict[str, object]:
    """Return who is heard or seen, and the end of it."""
    words = before.say or before.narration or before.do or before.screen or before.note
    who: Spans = rehearsal.named(before.by) if before.by and (before.say or before.do) else []
    if not who:
        who = ["解说"] if before.narration else ["大屏"] if before.screen else []
    return {
        "who": who,
        # All messages end with this word: it tells none from another.
        "words": _tail(spans(words.removesuffix("演练。") if words else None)),
        "said": bool(before.say or before.narration),
    }


def _tail(words: Spans) -> Spans:
    """Return the end of a text; what is filled in on the spot stays whole."""
    kept: list[Span] = []
    room = _TAIL
    for span in reversed(words):
        if room <= 0:
            return ["……", *kept]
        if isinstance(span, str) and len(span) > room:
            return ["……" + span[-room:], *kept]
        kept.insert(0, span)
        room -= len(span) if isinstance(span, str) else 4
    return kept
