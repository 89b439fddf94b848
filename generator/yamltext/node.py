"""What a YAML file consists of here: texts, lists and groups, each with its place."""

from __future__ import annotations

from dataclasses import dataclass

from generator.source import Location


@dataclass(frozen=True)
class Text:
    """A scalar exactly as written; the schema, not its looks, decides what it means."""

    value: str
    where: Location


@dataclass(frozen=True)
class Items:
    """A list."""

    members: tuple[Node, ...]
    where: Location


@dataclass(frozen=True)
class Group:
    """A mapping in the order of the file; keys are unique."""

    entries: tuple[tuple[Text, Node], ...]
    where: Location


Node = Text | Items | Group
