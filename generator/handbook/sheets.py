"""Sheets of the checklist: what one unit does under a plan, by post and by phase.

A command post or group nobody is named for yet has a sheet of its own, so that no action
is on no sheet; the sheets of its members lead there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.handbook.book import Handbook, PlanBook
from generator.handbook.lookup import find, heads_of, units_of
from generator.handbook.modules import starts_response
from generator.handbook.naming import name_of
from generator.handbook.views import actions_of_nobody, actions_of_unit
from generator.handbook.visit import Scope
from generator.model.command import Position
from generator.model.reference import Ref
from generator.model.scale import PHASES
from generator.model.units import Unit
from generator.model.words import Blank
from generator.model.work import Action, Duty

PARTS = ("牵头", "并列牵头", "配合", "随组承担")


@dataclass(frozen=True, eq=False)
class Share:
    """The lines of one post, of a command position, or of the unit as a whole."""

    id: str
    name: str
    position: Position | None
    part: str
    actions: tuple[Action, ...]

    @property
    def phases(self) -> Mapping[str, tuple[Action, ...]]:
        """Its lines by phase."""
        return by_phase(self.actions)


@dataclass(frozen=True, eq=False)
class Sheet:
    """One sheet; `unit` is missing where it is a position nobody is named for.

    `apart` are the positions with sheets of their own that the unit belongs to.
    """

    id: str
    name: str
    unit: Unit | None
    shares: tuple[Share, ...]
    apart: tuple[Share, ...] = ()

    @property
    def file(self) -> str:
        """Its name in paths and in ticks; a unit and a position may bear the same id."""
        return self.id if self.unit else f"zhiwu-{self.id}"

    @property
    def count(self) -> int:
        """How many lines there are to tick."""
        return sum(len(share.actions) for share in self.shares)


def sheets(book: Handbook, plan: PlanBook) -> tuple[Sheet, ...]:
    """Return the sheets of a plan: units in the order of the register, then positions."""
    scope = Scope(plan.plan.id)
    loose = [
        Sheet(id or "weiding", shares[0].name, None, shares)
        for id, actions in actions_of_nobody(book, plan).items()
        for shares in (_shares(book, plan, "", actions),)
    ]
    members = {
        share: units_of(book, share.actions[0].who, scope)
        for sheet in loose
        for share in sheet.shares
    }
    made = [
        Sheet(
            id,
            unit.name,
            unit,
            _shares(book, plan, id, actions),
            tuple(share for share, units in members.items() if id in units),
        )
        for id, actions in actions_of_unit(book, plan).items()
        for unit in (book.registers.units[id],)
    ]
    return (*made, *loose)


def by_phase(actions: Iterable[Action]) -> Mapping[str, tuple[Action, ...]]:
    """Return actions by phase, in the order of phases, empty phases left out.

    The decision that starts a response is derived and stands after all others of the plan; who
    makes it makes it first.
    """
    known = sorted(actions, key=lambda action: not starts_response(action.id))
    grouped = {p: tuple(a for a in known if a.phase == p) for p in PHASES}
    return {phase: same for phase, same in grouped.items() if same}


def duties_by_actor(book: Handbook, plan: PlanBook) -> Mapping[str, Mapping[str, tuple[Duty, ...]]]:
    """Return the duties each unit and position leads, leads with others, supports, or shares.

    A member of a group does not lead what the group leads: it shares in it (随组承担).
    """
    scope = Scope(plan.plan.id)
    found: dict[str, dict[str, tuple[Duty, ...]]] = {}
    for duty in plan.duties.values():
        parts: dict[str, str] = {}
        sides = ((duty.lead,), duty.joint_leads, duty.support)
        for part, refs in zip(PARTS, sides, strict=False):
            for ref in refs:
                if isinstance(ref, Ref):
                    for actor in (ref.id, *heads_of(book, ref, scope)):
                        parts.setdefault(actor, part)
        for ref in (ref for refs in sides for ref in refs):
            for actor in units_of(book, ref, scope):
                parts.setdefault(actor, PARTS[-1])
        for actor, part in parts.items():
            owed = found.setdefault(actor, {})
            owed[part] = (*owed.get(part, ()), duty)
    return {
        actor: {part: owed[part] for part in PARTS if part in owed} for actor, owed in found.items()
    }


def steps_before(action: Action) -> tuple[Ref, ...]:
    """Return the actions this one waits for, that of its limit included."""
    limit = Ref(("action",), action.within.after) if action.within.after else None
    known = {ref.id for ref in action.after}
    return action.after + ((limit,) if limit and limit.id not in known else ())


def _shares(
    book: Handbook, plan: PlanBook, unit: str, actions: Iterable[Action]
) -> tuple[Share, ...]:
    grouped: dict[tuple[str, str, str], list[Action]] = {}
    for action in actions:
        who = action.who
        key = (who.scope, who.id, who.post) if isinstance(who, Ref) else ("", "", "")
        grouped.setdefault(key, []).append(action)
    made = [_share(book, plan, unit, tuple(group)) for group in grouped.values()]
    return tuple(share for _, share in sorted(made, key=lambda pair: pair[0]))


def _share(
    book: Handbook, plan: PlanBook, unit: str, actions: tuple[Action, ...]
) -> tuple[tuple[int, int], Share]:
    who, scope = actions[0].who, Scope(plan.plan.id)
    if isinstance(who, Blank):
        return (3, 0), Share("own", "还没有定由谁做", None, "", actions)
    found = find(book, who, scope)
    if isinstance(found, Position):
        commands = [*plan.plan.command]
        place = commands.index(who.id) if who.id in commands and not who.scope else len(commands)
        part = _part(book, found, unit, Scope(who.scope) if who.scope else scope)
        id = f"c-{who.scope}-{who.id}" if who.scope else f"c-{who.id}"
        return (2, place), Share(id, name_of(book, who, scope), found, part, actions)
    if who.post in book.registers.posts:
        place = [*book.registers.posts].index(who.post)
        post = book.registers.posts[who.post]
        return (0, place), Share(f"p-{who.post}", post.name, None, "", actions)
    return (1, 0), Share("own", "本单位（由单位定人）", None, "", actions)


def _part(book: Handbook, position: Position, unit: str, scope: Scope) -> str:
    """Return how a unit belongs to a position."""
    if any(unit in units_of(book, ref, scope) for ref in position.held_by):
        return "担任"
    if unit and unit in units_of(book, position.lead, scope):
        return "牵头"
    return "成员" if unit else ""
