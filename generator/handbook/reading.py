"""Files to the handbook: every file read, every fault reported, broken files remembered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from generator.handbook import kinds, stock
from generator.handbook.book import Handbook, PlanBook
from generator.handbook.documents import read_document
from generator.handbook.mending import Tried, mended
from generator.handbook.midnight import counted_on
from generator.handbook.modules import TWICE, flat, taken
from generator.handbook.stray import FILE, stray
from generator.model.drill import Drill
from generator.model.record import Part
from generator.model.registers import Registers
from generator.model.work import Module
from generator.source import Location, Problem, in_order
from generator.structure import MISSING, VALUE, build
from generator.yamltext import Group, Node, Text, encoding, read, shift

RULES = (FILE,)

P = TypeVar("P", bound=Part)


@dataclass(frozen=True)
class Reading:
    """What came of reading: the handbook, the problems, and what could not be read.

    `unread` names (plan, kind) pairs whose records may be missing only because their
    file is broken; a reference to one of them is not called dangling.
    """

    handbook: Handbook
    problems: tuple[Problem, ...]
    unread: frozenset[tuple[str, str]]


@dataclass
class _Shelf:
    """Records as they come in, by file kind and by the plan and id in the path."""

    parts: dict[kinds.FileKind[Any], dict[tuple[str, str], Any]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    problems: list[Problem] = field(default_factory=list)
    strays: list[str] = field(default_factory=list)
    unread: set[tuple[str, str]] = field(default_factory=set)

    def of(self, kind: kinds.FileKind[P]) -> Mapping[tuple[str, str], P]:
        return self.parts[kind]

    def by_id(self, kind: kinds.FileKind[P], plan: str = "") -> dict[str, P]:
        return {own: part for (of, own), part in self.of(kind).items() if of == plan}


def read_handbook(files: Mapping[str, bytes], lost: Iterable[str] = ()) -> Reading:
    """Read all files, given by their paths below the project (plans/…, content/…, private/…).

    `lost` are paths of files and folders that are there and could not be opened.
    """
    shelf, documents = _Shelf(), {}
    for path in lost:
        shelf.unread |= kinds.defined_at(path)
    for path in sorted(files):
        if path.startswith("content/"):
            document, problems = read_document(path, files[path])
            shelf.problems += problems
            if document:
                documents[document.id] = document
        else:
            _take(path, files[path], shelf)
    shelf.problems += stray(shelf.strays)
    registers = _merged(shelf)
    _complete_drills(shelf, registers)
    modules = shelf.by_id(kinds.MODULE)
    contacts = shelf.of(kinds.CONTACTS).get(("", ""))
    handbook = Handbook(
        registers=registers,
        plans=dict(_plans(shelf, modules)),
        topics=shelf.by_id(kinds.TOPIC),
        modules=modules,
        documents=documents,
        contacts=contacts.contacts if contacts else {},
        sealed=shelf.by_id(kinds.SEALED),
    )
    return Reading(handbook, in_order(shelf.problems), frozenset(shelf.unread))


def _take(path: str, raw: bytes, shelf: _Shelf) -> None:
    found = kinds.kind_of(path)
    if found is None:
        shelf.strays.append(path)
        return
    kind, ids = found
    plan, own = ids.get("plan", ""), ids.get("id", "")
    text, _ = encoding.decode(path, raw)
    made = mended(text, lambda shifts: _tried(path, raw, kind, own or plan, shifts))
    part = made.part
    shelf.problems += made.problems
    shelf.problems += [shift.problem(path, text, moved) for moved in made.shifts]
    if kind is kinds.SEALED and isinstance(part, Drill) and part.plan is None:
        told = "封存的演练要写明属于哪部预案；请在开头加上 plan: 预案的编号。"
        shelf.problems.append(Problem(part.where, MISSING.code, told))
        return
    if part is None:
        shelf.unread |= {(plan, defined) for defined in kind.defines}
    if part is not None:
        shelf.parts[kind][(plan, own)] = part


def _tried(
    path: str, raw: bytes, kind: kinds.FileKind[P], id: str, shifts: tuple[shift.Shift, ...]
) -> Tried[P]:
    """Read one file as if some of its lines had been moved."""
    node, problems = read(path, raw, shifts)
    if node is None:
        return Tried(shifts, None, problems)
    if "id" in kind.model.model_fields:
        node, more = _with_id(node, id)
        problems += more
    part, more = build(node, kind.model)
    problems += more
    # A record of which something was left out would be told to lack it.
    return Tried(shifts, None if problems else part, problems)


def _with_id(node: Node, id: str) -> tuple[Node, tuple[Problem, ...]]:
    """The id of a file's record is its place in the folders, never written inside."""
    if not isinstance(node, Group):
        return node, ()
    written = [key for key, _ in node.entries if key.value == "id"]
    problems = tuple(
        Problem(key.where, VALUE.code, "编号由文件或文件夹的名称给出，请删去这一行。")
        for key in written
    )
    entries = tuple(entry for entry in node.entries if entry[0].value != "id")
    start = Location(node.where.path, 1, 1)
    return Group(((Text("id", start), Text(id, start)), *entries), start), problems


def _merged(shelf: _Shelf) -> Registers:
    names = [name for name in Registers.model_fields if name != "edition"]
    merged: dict[str, Any] = {name: {} for name in names}
    edition = None
    for part in shelf.of(kinds.REGISTERS).values():
        edition = part.edition or edition
        for name in names:
            for id, record in getattr(part, name).items():
                if id in merged[name]:
                    earlier = merged[name][id].where
                    message = f"编号 {id} 在 {earlier} 已经登记，请删去一个或改名。"
                    shelf.problems.append(Problem(record.where, TWICE.code, message))
                else:
                    merged[name][id] = record
    return Registers(edition=edition).changed(**merged)


def _complete_drills(shelf: _Shelf, registers: Registers) -> None:
    """Give the drills what they take from the stock of ready injects."""
    shelf.problems += stock.flaws(registers.stock_injects)
    for kind in (kinds.DRILL, kinds.SEALED):
        for key, drill in shelf.of(kind).items():
            whole, problems = stock.complete(drill, registers.stock_injects)
            shelf.parts[kind][key] = counted_on(whole)
            shelf.problems += problems


def _plans(shelf: _Shelf, modules: Mapping[str, Module]) -> Iterator[tuple[str, PlanBook]]:
    folders = {plan for kind in kinds.FILE_KINDS for plan, _ in shelf.of(kind) if plan}
    plans = {plan.id: plan for plan in shelf.of(kinds.PLAN).values()}
    for folder in sorted(folders - plans.keys()):
        if (folder, "plan") not in shelf.unread:
            where = Location(f"plans/{folder}/plan.yaml", 1, 1)
            shelf.problems.append(Problem(where, FILE.code, "这个文件夹里没有 plan.yaml，请补上。"))
    for plan in sorted(plans.values(), key=lambda plan: (plan.order, plan.id)):
        key = (plan.id, "")
        duties, actions = shelf.of(kinds.DUTIES).get(key), shelf.of(kinds.ACTIONS).get(key)
        own_duties = duties.duties if duties else {}
        own_actions = flat(actions.actions) if actions else ()
        all_duties, all_actions, problems = taken(plan, (own_duties, own_actions), modules)
        shelf.problems += problems
        yield (
            plan.id,
            PlanBook(
                plan=plan,
                duties=all_duties,
                actions=all_actions,
                guide=shelf.of(kinds.GUIDE).get(key),
                drills=shelf.by_id(kinds.DRILL, plan.id),
                records=shelf.by_id(kinds.RECORD, plan.id),
            ),
        )
