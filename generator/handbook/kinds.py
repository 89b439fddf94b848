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
_SAID = ("message", "kit", "rumour", "quiz")
_IDS = re.compile(r"\(\?P<.*?>.*?\)")


@dataclass(frozen=True)
class FileKind(Generic[P]):
    """A kind of file: its name, its path below plans/ or private/, its model, what it defines."""

    name: str
    label: str
    path: re.Pattern[str]
    model: type[P]
    defines: tuple[str, ...]

    @property
    def glob(self) -> str:
        """The path as editors match it: plans/*/plan.yaml."""
        return _IDS.sub("*", self.path.pattern).replace("\\", "")


def _kind(name: str, label: str, path: str, model: type[P], *defines: str) -> FileKind[P]:
    return FileKind(name, label, re.compile(path), model, defines)


REGISTERS = _kind(
    *("registers", "登记册"),
    rf"plans/shared/{_ID}\.yaml",
    Registers,
    *("source", "mandate", "unit", "post", "area", "fact", "form", "hotline"),
    *("supply", "team", "stock", "daylight"),
)
MODULE = _kind(
    *("module", "模块"),
    rf"plans/shared/modules/{_ID}\.yaml",
    Module,
    *("module", "duty", "action"),
)
TOPIC = _kind("topic", "专题", rf"plans/topics/{_ID}\.yaml", Topic, "topic", *_SAID)
PLAN = _kind("plan", "预案", rf"plans/{_PLAN}/plan\.yaml", Plan, "plan", "position", "clause")
DUTIES = _kind("duties", "职责", rf"plans/{_PLAN}/duties\.yaml", DutiesFile, "duty")
ACTIONS = _kind("actions", "行动", rf"plans/{_PLAN}/actions\.yaml", ActionsFile, "action")
GUIDE = _kind("guide", "公众指南", rf"plans/{_PLAN}/guide\.yaml", Guide, *_SAID)
DRILL = _kind(
    *("drill", "演练"),
    rf"plans/{_PLAN}/drills/{_ID}\.yaml",
    Drill,
    *("drill", "role", "objective", "inject", "question"),
)
RECORD = _kind(
    "record", "演练记录", rf"plans/{_PLAN}/records/{_ID}\.yaml", DrillRecord, "improvement"
)
CONTACTS = _kind("contacts", "值班电话", r"private/contacts\.yaml", ContactsFile)
SEALED = _kind(
    *("sealed", "封存的演练"),
    rf"private/sealed/{_ID}\.yaml",
    Drill,
    *("drill", "role", "objective", "inject", "question"),
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


def defined_at(path: str) -> frozenset[tuple[str, str]]:
    """Return what a file defines, or any file of a folder: pairs of plan and kind of record."""
    if found := kind_of(path):
        kind, ids = found
        return frozenset((ids.get("plan", ""), defined) for defined in kind.defines)
    plan = path.split("/")[1] if path.count("/") and path.startswith("plans/") else ""
    plan = "" if plan in ("shared", "topics") else plan
    return frozenset((plan, defined) for kind in FILE_KINDS for defined in kind.defines)
