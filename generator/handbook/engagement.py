"""When each role of a drill has something to do: from messages, lines and questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.drill import Drill, Role
from generator.model.reference import Ref
from generator.model.script import Line
from generator.model.time import Moment

# 建议值·非法定: with messages people act by themselves; a script or a table keeps them listening.
PROPOSED = {"injects": 30, "script": 60, "stages": 60}


@dataclass(frozen=True)
class Spell:
    """From when to when somebody is busy, in minutes of the drill's own count."""

    start: int
    end: int


@dataclass(frozen=True)
class Engagement:
    """The length of a drill's body, and the spells of each role in it; `clock` is how it counts."""

    whole: Spell
    clock: bool
    spells: dict[str, tuple[Spell, ...]]


def players(drill: Drill) -> dict[str, Role]:
    """Return the roles of those who are tried: they play somebody, and control does not play them."""
    return {id: role for id, role in drill.cast.items() if role.plays and not role.simulated}


def engagement(drill: Drill) -> Engagement | None:
    """Return when the roles are busy; None where times are counted in two ways, or not at all."""
    found = list(_injects(drill) or _script(drill) or _stages(drill))
    clocks = {moment.clock for moment, _, _ in found}
    if len(clocks) != 1:
        return None
    clock = clocks.pop()
    begun = min(moment.minutes for moment, _, _ in found)
    busy: dict[str, list[Spell]] = {}
    for moment, minutes, roles in found:
        for ref in roles:
            busy.setdefault(ref.id, []).append(Spell(moment.minutes, moment.minutes + minutes))
    ended = max(moment.minutes + minutes for moment, minutes, _ in found)
    if drill.injects and not clock:
        ended = _called_off(drill, ended)
    spells = {id: tuple(sorted(of, key=_by_start)) for id, of in busy.items()}
    return Engagement(Spell(begun, ended), clock, spells)


def _called_off(drill: Drill, last: int) -> int:
    """Return when a drill by messages ends: all wait for the next step of the day, or for its end."""
    steps = [step.at.minutes for step in drill.schedule if not step.at.clock]
    return min((at for at in steps if at >= last), default=max(last, drill.minutes.minutes))


def pauses(role: Role, of: Engagement) -> Iterator[Spell]:
    """Yield the times a role is there and has nothing to do."""
    free = max(of.whole.start, _minutes(role.joins, of.whole.start, of.clock))
    until = min(of.whole.end, _minutes(role.leaves, of.whole.end, of.clock))
    for spell in of.spells.get(role.id, ()):
        if spell.start > free:
            yield Spell(free, min(spell.start, until))
        free = max(free, spell.end)
    if until > free:
        yield Spell(free, until)


def _by_start(spell: Spell) -> int:
    return spell.start


def _minutes(at: Moment | None, otherwise: int, clock: bool) -> int:
    return at.minutes if at and at.clock == clock else otherwise


def _injects(drill: Drill) -> list[tuple[Moment, int, tuple[Ref, ...]]]:
    """A message keeps its receivers busy until the last step it asks for is due.

    What is only sent when nothing happens keeps nobody busy for sure.
    """
    found = []
    first = next((one.at for one in drill.injects.values() if one.at), None)
    for one in drill.injects.values():
        if one.at and first:
            begun = Moment(first.minutes + first.until(one.at), one.at.clock)
            lasting = [
                one.at.until(expected.due)
                for expected in one.expect
                if expected.due.clock == one.at.clock
            ]
            found.append((begun, max([0, *lasting]), one.to))
    return found


def _script(drill: Drill) -> list[tuple[Moment, int, tuple[Ref, ...]]]:
    """Whoever speaks, is spoken to or acts is busy at that minute; the last act ends the whole."""
    found = []
    for act in drill.script:
        found += [(at, 0, _named(line)) for at, line in timed(act.lines, act.at)]
        found.append((act.at, act.minutes.minutes, ()))
    return found


def timed(lines: tuple[Line, ...], at: Moment) -> Iterator[tuple[Moment, Line]]:
    """Yield the lines, those of tracks included, each with its time or that of the line before."""
    for line in lines:
        at = line.at or at
        yield at, line
        for track in line.meanwhile.values():
            yield from timed(track, at)


def _named(line: Line) -> tuple[Ref, ...]:
    return (*((line.by,) if line.by else ()), *line.to)


def _stages(drill: Drill) -> list[tuple[Moment, int, tuple[Ref, ...]]]:
    """Stages follow one another, and so do the questions in them; pauses for rest do not count."""
    found, now = [], 0
    for stage in drill.stages:
        asked = now
        for question in stage.questions.values():
            minutes = question.minutes.minutes if question.minutes else 0
            found.append((Moment(asked, clock=False), minutes, question.to))
            asked += minutes
        now += stage.minutes.minutes
        found.append((Moment(now, clock=False), 0, ()))
    return found
