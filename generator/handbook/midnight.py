"""A drill on the clock that goes on after midnight: its later times are counted on from the day before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from generator.model.drill import Drill
from generator.model.record import Part
from generator.model.time import MINUTES_A_DAY, Moment

P = TypeVar("P", bound=Part)


def counted_on(drill: Drill) -> Drill:
    """Return a drill in which later is more: 00:05 after 23:40 has 1,445 minutes, and reads 00:05.

    What seems to lie more than half a day before the drill's first clock time is after midnight.
    """
    first = next((at for at in _begins(drill) if at.clock), None)
    if first is None:
        return drill
    return _part(drill, first)


def _begins(drill: Drill) -> Iterator[Moment]:
    yield from (act.at for act in drill.script)
    yield from (inject.at for inject in drill.injects.values() if inject.at)
    yield from (step.at for step in drill.schedule)


def _part(part: P, first: Moment) -> P:
    told = {name: getattr(part, name) for name in type(part).model_fields}
    moved = {name: _value(value, first) for name, value in told.items()}
    changed = {name: value for name, value in moved.items() if value is not told[name]}
    return part.changed(**changed) if changed else part


def _value(value: object, first: Moment) -> object:
    """Return a value with its times counted on; the same one where there are none."""
    if isinstance(value, Moment):
        past = value.clock and value.minutes - first.minutes < -MINUTES_A_DAY // 2
        return Moment(value.minutes + MINUTES_A_DAY, clock=True) if past else value
    if isinstance(value, Part):
        return _part(value, first)
    if isinstance(value, tuple):
        members = tuple(_value(member, first) for member in value)
        same = all(new is old for new, old in zip(members, value, strict=True))
        return value if same else members
    if isinstance(value, dict):
        entries = {key: _value(member, first) for key, member in value.items()}
        same = all(entries[key] is member for key, member in value.items())
        return value if same else entries
    return value
