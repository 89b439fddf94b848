"""What is met on the walk over all records: each part with the record it belongs to and its scope."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.record import Part, Record


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


def inside(value: object, scope: Scope, record: Part) -> Iterator[Visit]:
    """Yield every part in a value, itself included, in a fixed order."""
    if isinstance(value, Part):
        owner = value if isinstance(value, Record) else record
        yield Visit(scope, owner, value)
        for name in type(value).model_fields:
            yield from inside(getattr(value, name), scope, owner)
    elif isinstance(value, dict):
        for member in value.values():
            yield from inside(member, scope, record)
    elif isinstance(value, tuple):
        for member in value:
            yield from inside(member, scope, record)
