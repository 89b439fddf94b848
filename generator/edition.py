"""What one edition may know: the handbook without stricter records, fields and traces.

Editions differ by what is loaded, never by hiding: a page of the public edition is made
from a handbook in which nothing stricter exists.
"""

from __future__ import annotations

from typing import TypeVar

from generator.handbook.book import Handbook
from generator.handbook.lookup import find
from generator.handbook.visit import Scope
from generator.handbook.walk import references
from generator.model.record import Part, Record, is_trace, least_audience
from generator.model.reference import Ref
from generator.model.registers import Registers
from generator.model.scale import Audience

P = TypeVar("P", bound=Part)

# In the public edition these registers hold only what public records refer to.
_ON_DEMAND = {
    "sources": "source",
    "facts": "fact",
    "units": "unit",
    "posts": "post",
    "areas": "area",
}


def project(book: Handbook, edition: Audience) -> Handbook:
    """Return the handbook of an edition."""
    visible = _without_loose_traces(_part(book, edition))
    return _without_unused(visible) if edition == Audience.PUBLIC else visible


def _part(part: P, edition: Audience) -> P:
    changes: dict[str, object] = {}
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if least_audience(field) > edition:
            kept = field.get_default()
        else:
            kept = _value(value, edition)
        if kept is not value:
            changes[name] = kept
    return part.changed(**changes) if changes else part


def _value(value: object, edition: Audience) -> object:
    if isinstance(value, Part):
        return _part(value, edition) if _visible(value, edition) else None
    if isinstance(value, dict):
        return {
            key: _value(member, edition)
            for key, member in value.items()
            if _visible(member, edition)
        }
    if isinstance(value, tuple) and any(isinstance(member, Part) for member in value):
        return tuple(_value(member, edition) for member in value if _visible(member, edition))
    return value


def _visible(value: object, edition: Audience) -> bool:
    return not isinstance(value, Record) or value.effective_audience <= edition


def _without_loose_traces(book: Handbook) -> Handbook:
    """Drop trace links whose target this edition does not have."""

    def clean(value: object, scope: Scope) -> object:
        if isinstance(value, Part):
            changes: dict[str, object] = {}
            for name, field in type(value).model_fields.items():
                old = getattr(value, name)
                new = seen(old, scope) if is_trace(field) else clean(old, scope)
                if new is not old:
                    changes[name] = new
            return value.changed(**changes) if changes else value
        if isinstance(value, dict):
            cleaned = {key: clean(member, scope) for key, member in value.items()}
            return cleaned if any(cleaned[key] is not value[key] for key in value) else value
        if isinstance(value, tuple):
            members = tuple(clean(member, scope) for member in value)
            same = all(new is old for new, old in zip(members, value, strict=True))
            return value if same else members
        return value

    def seen(value: object, scope: Scope) -> object:
        if not isinstance(value, tuple):
            return value
        return tuple(
            member for member in value if not isinstance(member, Ref) or find(book, member, scope)
        )

    plans = {id: clean(plan, Scope(id)) for id, plan in book.plans.items()}
    topics = {id: clean(topic, Scope(id)) for id, topic in book.topics.items()}
    return book.changed(registers=clean(book.registers, Scope()), plans=plans, topics=topics)


def _without_unused(book: Handbook) -> Handbook:
    """Keep only those entries of the shared registers that the edition's records name."""
    while True:
        used: dict[str, set[str]] = {kind: set() for kind in _ON_DEMAND.values()}
        for visit in book.visits:
            for _, ref in references(visit.part):
                for kind in ref.kinds:
                    used.get(kind, set()).add(ref.id)
                used["post"].add(ref.post)
        registers = book.registers.changed(
            **{
                name: {id: r for id, r in getattr(book.registers, name).items() if id in used[kind]}
                for name, kind in _ON_DEMAND.items()
            }
        )
        if _size(registers) == _size(book.registers):
            return book
        book = book.changed(registers=registers)


def _size(registers: Registers) -> int:
    return sum(len(getattr(registers, name)) for name in _ON_DEMAND)
