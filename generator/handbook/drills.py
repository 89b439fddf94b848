"""Drills as rules see them: open and sealed, their lines, and when their injects are sent."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.visit import Scope
from generator.model.drill import Drill
from generator.model.script import Line
from generator.model.time import Moment


def all_drills(book: Handbook) -> Iterator[tuple[Scope, Drill]]:
    """Yield every drill with the scope its short ids are looked up in, sealed ones last."""
    for plan_id, plan in book.plans.items():
        for id, drill in plan.drills.items():
            yield Scope(plan_id, id), drill
    for id, drill in book.sealed.items():
        yield Scope(drill.plan.id if drill.plan else "", id), drill


def lines_of(drill: Drill) -> Iterator[Line]:
    """Yield the lines of the script, those of parallel tracks included."""
    for act in drill.script:
        yield from _with_tracks(act.lines)


def _with_tracks(lines: tuple[Line, ...]) -> Iterator[Line]:
    for line in lines:
        yield line
        for track in line.meanwhile.values():
            yield from _with_tracks(track)


def sent_at(drill: Drill) -> dict[str, Moment]:
    """Return when each inject is sent, by its id.

    An inject without a time is sent when nothing has happened on another one; where several
    send it, the earliest counts. Injects nothing sends are left out.
    """
    times = {id: inject.at for id, inject in drill.injects.items() if inject.at}
    waiting = list(times)
    while waiting:
        inject = drill.injects[waiting.pop()]
        nothing = inject.nothing
        follow = drill.injects.get(nothing.send.id) if nothing and nothing.send else None
        if nothing is None or follow is None or follow.at:
            continue
        begun = times[inject.id]
        then = Moment(begun.minutes + nothing.after.minutes, begun.clock)
        known = times.get(follow.id)
        if known is None or (known.clock == then.clock and then < known):
            times[follow.id] = then
            waiting.append(follow.id)
    return times
