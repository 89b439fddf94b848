"""Whether a role of a drill stands for those who are to do an action of the plan."""

from __future__ import annotations

from collections.abc import Iterable

from generator.handbook.book import Handbook
from generator.handbook.lookup import find, units_of
from generator.handbook.visit import Scope
from generator.model.command import Position
from generator.model.drill import Role
from generator.model.reference import Ref
from generator.model.words import Blank
from generator.model.work import Action


def doer(book: Handbook, action: Ref, scope: Scope) -> tuple[Ref | None, Scope]:
    """Return who is to do an action, and where that id is at home.

    Nobody where the action is not found, or its actor stands for no unit yet.
    """
    home = Scope(action.scope or scope.plan)
    found = find(book, action, scope)
    who = found.who if isinstance(found, Action) and isinstance(found.who, Ref) else None
    return (who, home) if units_of(book, who, home) else (None, home)


def known(book: Handbook, roles: Iterable[Ref], scope: Scope) -> list[Ref | None] | None:
    """Return what the roles play, or None where one is not found or stands for nobody (P303)."""
    plays: list[Ref | None] = []
    for ref in roles:
        role = find(book, ref, scope)
        if not isinstance(role, Role) or _empty(book, role.plays, scope):
            return None
        plays.append(role.plays)
    return plays


def able(book: Handbook, who: Ref, home: Scope, plays: Iterable[Ref | None], scope: Scope) -> bool:
    """Tell whether one of those played can do what `who`, at home in `home`, is to do."""
    return any(_same(book, who, home, part, scope) for part in plays)


def _empty(book: Handbook, part: Ref | None, scope: Scope) -> bool:
    """Tell whether a part stands for no unit and does not say so."""
    position = find(book, part, scope) if part else None
    if not isinstance(position, Position) or units_of(book, part, scope):
        return False
    return not any(isinstance(held, Blank) for held in (*position.held_by, position.lead))


def _same(book: Handbook, who: Ref, home: Scope, part: Ref | None, scope: Scope) -> bool:
    if part is None:
        return False
    if (part.id, part.scope or scope.plan) == (who.id, who.scope or home.plan):
        return True
    actors, players = units_of(book, who, home), units_of(book, part, scope)
    return any(_stands_for(book, one, other) for one in actors for other in players)


def _stands_for(book: Handbook, one: str, other: str) -> bool:
    """A unit is itself; a class of units (各县市) also stands for each of its kind."""
    first, second = book.registers.units[one], book.registers.units[other]
    return one == other or (first.type == second.type and first.many != second.many)
