"""Which file holds what: one row per kind of file, by its path."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from generator.model.drill import Drill
from generator.model.guide import Guide, Topic
from generator.model.plan import Plan
from generator.model.private import ContactsFile
from generator.model.record import Part
from generator.model.registers import Registers
from generator.model.results import DrillRecord
from generator.model.work import ActionsFile, DutiesFile, Module

P = TypeVar("P", bound=Part)

_ID = r"(?P<id>[a-z0-9-]+)"
_PLAN = r"(?P<plan>[a-z0-9-]+)"


@dataclass(frozen=True)
class FileKind(Generic[P]):
    """A kind of file: its path below plans/ or private/, its model, and what it defines."""

    path: re.Pattern[str]
    model: type[P]
    defines: tuple[str, ...]


def _kind(path: str, model: type[P], *defines: str) -> FileKind[P]:
    return FileKind(re.compile(path), model, defines)


REGISTERS = _kind(
    rf"plans/shared/{_ID}\.yaml",
    Registers,
    *("source", "mandate", "unit", "post", "area", "fact", "form", "hotline"),
    *("supply", "team"),
)
MODULE = _kind(rf"plans/shared/modules/{_ID}\.yaml", Module, "module", "duty", "action")
TOPIC = _kind(rf"plans/topics/{_ID}\.yaml", Topic, "topic", "message")
PLAN = _kind(rf"plans/{_PLAN}/plan\.yaml", Plan, "plan", "position", "clause")
DUTIES = _kind(rf"plans/{_PLAN}/duties\.yaml", DutiesFile, "duty")
ACTIONS = _kind(rf"plans/{_PLAN}/actions\.yaml", ActionsFile, "action")
GUIDE = _kind(rf"plans/{_PLAN}/guide\.yaml", Guide, "message")
DRILL = _kind(
    rf"plans/{_PLAN}/drills/{_ID}\.yaml",
    Drill,
    *("drill", "role", "objective", "inject", "question"),
)
RECORD = _kind(rf"plans/{_PLAN}/records/{_ID}\.yaml", DrillRecord, "improvement")
CONTACTS = _kind(r"private/contacts\.yaml", ContactsFile)
SEALED = _kind(
    rf"private/sealed/{_ID}\.yaml", Drill, "drill", "role", "objective", "inject", "question"
)

# The first row that fits holds: shared and topics are no plans.
FILE_KINDS: tuple[FileKind[Any], ...] = (
    REGISTERS,
    MODULE,
    TOPIC,
    PLAN,
    DUTIES,
    ACTIONS,
    GUIDE,
    DRILL,
    RECORD,
    CONTACTS,
    SEALED,
)


def kind_of(path: str) -> tuple[FileKind[Any], dict[str, str]] | None:
    """Return the kind of file a path is for, with the ids in the path."""
    for kind in FILE_KINDS:
        if found := kind.path.fullmatch(path):
            return kind, found.groupdict()
    return None
