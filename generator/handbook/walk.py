"""Walking over all records: every part with its scope, every reference, every text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.handbook.book import Handbook
from generator.model.quantity import Quantity
from generator.model.record import Part, Record
from generator.model.reference import Citation, Ref
from generator.model.time import Limit
from generator.model.words import Blank


@dataclass(frozen=True)
class Scope:
    """Where short ids are looked up: in a plan or topic, and inside it in a drill."""

    plan: str = ""
    drill: str = ""


@dataclass(frozen=True)
class Visit:
    """A part met on the walk, the record it belongs to, and its scope."""

    scope: Scope
    record: Part
    part: Part


def visits(book: Handbook) -> Iterator[Visit]:
    """Yield every part of the handbook in a fixed order; modules only as plans take them."""
    yield from _inside(book.registers, Scope(), book.registers)
    for id, plan in book.plans.items():
        scope = Scope(id)
        for member in (plan.plan, plan.duties, plan.actions, plan.guide, plan.records):
            yield from _inside(member, scope, plan.plan)
        for drill_id, drill in plan.drills.items():
            yield from _inside(drill, Scope(id, drill_id), drill)
    for id, topic in book.topics.items():
        yield from _inside(topic, Scope(id), topic)
    for contact in book.contacts.values():
        yield from _inside(contact, Scope(), contact)
    for id, drill in book.sealed.items():
        yield from _inside(drill, Scope(drill.plan.id if drill.plan else "", id), drill)


def _inside(value: object, scope: Scope, record: Part) -> Iterator[Visit]:
    if isinstance(value, Part):
        owner = value if isinstance(value, Record) else record
        yield Visit(scope, owner, value)
        for name in type(value).model_fields:
            yield from _inside(getattr(value, name), scope, owner)
    elif isinstance(value, dict):
        for member in value.values():
            yield from _inside(member, scope, record)
    elif isinstance(value, tuple):
        for member in value:
            yield from _inside(member, scope, record)


def leaves(part: Part) -> Iterator[tuple[str, object]]:
    """Yield the values of a part that are no parts themselves, each with its field."""
    for name in type(part).model_fields:
        for value in _flat(getattr(part, name)):
            if not isinstance(value, Part):
                yield name, value


def _flat(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        for member in value.values():
            yield from _flat(member)
    elif isinstance(value, tuple):
        for member in value:
            yield from _flat(member)
    elif value is not None:
        yield value


def references(part: Part) -> Iterator[tuple[str, Ref]]:
    """Yield the references of a part, those in citations and limits included."""
    for field, value in leaves(part):
        if isinstance(value, Ref):
            yield field, value
        elif isinstance(value, Citation):
            yield field, value.source
        elif isinstance(value, Limit) and value.after:
            yield field, Ref(("action",), value.after)


def citations(part: Part) -> Iterator[tuple[str, Citation]]:
    """Yield the citations of a part."""
    for field, value in leaves(part):
        if isinstance(value, Citation):
            yield field, value


def blanks(part: Part) -> Iterator[tuple[str, Blank]]:
    """Yield the blanks of a part, those in limits included."""
    for field, value in leaves(part):
        if isinstance(value, Blank):
            yield field, value
        elif isinstance(value, Limit) and value.blank:
            yield field, value.blank


def texts(part: Part) -> Iterator[tuple[str, str]]:
    """Yield the words of a part: its texts and quantities, not its ids."""
    for field, value in leaves(part):
        if field in ("id", "phase", "stage"):
            continue
        if isinstance(value, str):
            yield field, value
        elif isinstance(value, Quantity):
            yield field, value.words
        elif isinstance(value, Blank):
            yield field, value.what
            yield field, value.who
        elif isinstance(value, Citation) and value.locator:
            yield field, value.locator
