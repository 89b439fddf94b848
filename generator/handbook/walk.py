"""What a part holds that is no part itself: its references, citations, blanks and texts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.quantity import Quantity
from generator.model.record import Member, Part
from generator.model.reference import Citation, Ref
from generator.model.time import Limit
from generator.model.words import Blank


def leaves(part: Part) -> Iterator[tuple[str, object]]:
    """Yield the values of a part that are no parts themselves, each with its field.

    For an entry of a list the field is a `Member`, which also knows where the entry stands.
    """
    for name in type(part).model_fields:
        for field, member in _members(name, getattr(part, name)):
            for value in _flat(member):
                if not isinstance(value, Part):
                    yield field, value


def _members(name: str, value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, tuple):
        yield from ((Member(name, number), member) for number, member in enumerate(value))
    else:
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
    """Yield the words of a part: its texts and quantities and the names of entries, not its ids."""
    for field in type(part).model_fields:
        entries = getattr(part, field)
        if isinstance(entries, dict):
            yield from ((field, key) for key in entries if isinstance(key, str))
    for field, value in leaves(part):
        if field in ("id", "phase"):
            continue
        if isinstance(value, str):
            yield field, value
        elif isinstance(value, Quantity):
            yield field, value.words
        elif isinstance(value, Limit) and value.blank:
            yield field, value.blank.what
            yield field, value.blank.who
        elif isinstance(value, Blank):
            yield field, value.what
            yield field, value.who
        elif isinstance(value, Citation) and value.locator:
            yield field, value.locator
