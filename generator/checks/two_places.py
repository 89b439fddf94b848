"""Nobody is at two places at once: tracks of a script run at the same time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from generator.handbook.book import Handbook
from generator.handbook.drills import all_drills
from generator.handbook.engagement import timed
from generator.handbook.lookup import find
from generator.handbook.visit import Scope
from generator.model.command import Position
from generator.model.drill import Drill, Role
from generator.model.record import Part
from generator.model.script import Act, Line
from generator.model.time import Moment
from generator.source import Rule

RULE = Rule(
    "P375",
    "同一个人同时在两处",
    "演到这里人分不开身，现场就会停下来等。",
    "meanwhile:\n  堤上:\n    - by: duizhang\n      place: 堤上\n  村里:\n    - by: duizhang\n      place: 村里",
    "meanwhile:\n  堤上:\n    - by: duizhang\n      place: 堤上\n  村里:\n    - by: cunganbu\n      place: 村里",
)
_IN_PERSON = re.compile(r"当面|上门|敲门")


@dataclass(frozen=True)
class _Stay:
    """Somebody at one place, from minute to minute; `line` is the last that says so."""

    who: str
    place: str
    start: int
    end: int
    line: Line


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield lines that have somebody elsewhere at the time, in another track or by the clock."""
    for scope, drill in all_drills(book):
        named = {id: _person(book, role, scope) for id, role in drill.cast.items()}
        for act in drill.script:
            told = set()
            for at, line in timed(act.lines, act.at):
                for stay, sentence in _beside(drill, line, at, named):
                    told.add(stay.who)
                    yield stay.line, "place", sentence
            for stay, sentence in _same_minute(drill, act, named):
                if stay.who not in told:
                    yield stay.line, "place", sentence


def _beside(
    drill: Drill, line: Line, at: Moment, named: dict[str, str]
) -> Iterator[tuple[_Stay, str]]:
    """Yield those who are in two tracks at once, at different places."""
    tracks = [_stays(track, at, named) for track in line.meanwhile.values()]
    for one, other in combinations(tracks, 2):
        for here in one:
            for there in other:
                together = here.start <= there.end and there.start <= here.end
                if here.who == there.who and here.place != there.place and together:
                    yield there, _sentence(drill, here, there, named)


def _stays(lines: tuple[Line, ...], at: Moment, named: dict[str, str]) -> list[_Stay]:
    """Return where those in a track are, one stay as long as they do not move."""
    stays: dict[str, list[_Stay]] = {}
    for moment, line in timed(lines, at):
        for who in _present(line, named):
            place, of = line.place or "", stays.setdefault(who, [])
            if of and of[-1].place == place:
                of[-1] = _Stay(who, place, of[-1].start, moment.minutes, line)
            else:
                of.append(_Stay(who, place, moment.minutes, moment.minutes, line))
    return [stay for of in stays.values() for stay in of]


def _same_minute(drill: Drill, act: Act, named: dict[str, str]) -> Iterator[tuple[_Stay, str]]:
    """Yield those whom two lines with the same time of their own have at different places."""
    seen: dict[tuple[str, int], _Stay] = {}
    for _, line in timed(act.lines, act.at):
        for who in _present(line, named) if line.at else ():
            minute = line.at.minutes if line.at else 0
            now = _Stay(who, line.place or "", minute, minute, line)
            before = seen.setdefault((who, minute), now)
            if before.place != now.place:
                yield now, _sentence(drill, before, now, named)


def _present(line: Line, named: dict[str, str]) -> Iterator[str]:
    """Yield who is at the place of a line: who speaks, and who is spoken to face to face."""
    if line.place is None:
        return
    if line.by and line.by.id in named:
        yield named[line.by.id]
    if _IN_PERSON.search(line.via or ""):
        yield from (named[ref.id] for ref in line.to if ref.id in named)


def _person(book: Handbook, role: Role, scope: Scope) -> str:
    """Return a role's own id, or who it is where one person plays it: a post, a command position.

    A post of a class of units (各县市) is many people, and so are a unit and a group.
    """
    plays = role.plays
    if plays is None:
        return role.id
    unit = book.registers.units.get(plays.id)
    held = find(book, plays, scope)
    alone = bool(plays.post and unit and not unit.many)
    alone = alone or (isinstance(held, Position) and bool(held.held_by))
    return str(plays) if alone else role.id


def _sentence(drill: Drill, here: _Stay, there: _Stay, named: dict[str, str]) -> str:
    names = [role.name for id, role in drill.cast.items() if named[id] == here.who]
    clock = bool(here.line.at and here.line.at.clock)
    at = Moment(max(here.start, there.start), clock)
    return f"{at} {names[0]}在“{here.place}”，这里又在“{there.place}”；请换一个角色，或错开时刻。"
