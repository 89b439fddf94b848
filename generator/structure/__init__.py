"""Nodes to records: validation by the model, every fault at its place, in Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from pydantic import ValidationError

from generator.model.record import Member, Part
from generator.source import Location, Problem
from generator.structure.faults import told
from generator.structure.rules import MISSING, RULES, SHAPE, UNKNOWN, VALUE
from generator.yamltext import Group, Items, Node, Text

__all__ = ["MISSING", "RULES", "SHAPE", "UNKNOWN", "VALUE", "build"]

P = TypeVar("P", bound=Part)


def build(node: Node, model: type[P]) -> tuple[P | None, tuple[Problem, ...]]:
    """Return the record a node describes, or None and every fault in it."""
    try:
        record = model.model_validate(_plain(node))
    except ValidationError as error:
        return None, tuple(told(node, model, error.errors(include_url=False)))
    _place(record, node, node.where)
    return record, ()


def _plain(node: Node) -> object:
    match node:
        case Text():
            return node.value
        case Items():
            return [_plain(member) for member in node.members]
        case Group():
            return {key.value: _plain(entry) for key, entry in node.entries}


def _place(value: object, node: Node, start: Location) -> None:
    """Walk record and node together and tell each part where it and its fields stand."""
    if isinstance(value, Part) and isinstance(node, Group):
        places = {key.value: entry.where for key, entry in node.entries}
        for key, entry in node.entries:
            if isinstance(entry, Items):
                members = enumerate(entry.members)
                places |= {Member(key.value, n).key: member.where for n, member in members}
        value.set_places({**places, "": start})
        for key, entry in node.entries:
            _place(getattr(value, key.value, None), entry, key.where)
    elif isinstance(value, Mapping) and isinstance(node, Group):
        for (key, entry), member in zip(node.entries, value.values(), strict=True):
            _place(member, entry, key.where)
    elif isinstance(value, tuple) and isinstance(node, Items):
        for entry, member in zip(node.members, value, strict=True):
            _place(member, entry, entry.where)
