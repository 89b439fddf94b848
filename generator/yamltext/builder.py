"""Nodes from events: what is refused while they come in, told at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from generator.source import Location, Problem, Rule
from generator.yamltext import rules, shift
from generator.yamltext.node import Group, Items, Node, Text
from generator.yamltext.shift import Shift
from generator.yamltext.syntax import HEAD, RUN_ON, Mark, is_head, mark, run_on, sentence, twice

MAX_DEPTH = 12
MAX_LENGTH = 2_000
_BLOCK_STYLES = ("|", ">")
_FLOW_ITEM = re.compile(r"\$?[\w./-]{1,60}(?: [^\s，。；]{1,24})?\Z")


@dataclass
class _Open:
    """A collection whose end has not been met yet."""

    where: Location
    is_group: bool
    flow: bool
    nodes: list[Node] = field(default_factory=list)
    keys: list[Text] = field(default_factory=list)
    awaiting: Text | None = None
    again: list[tuple[Text, Text]] = field(default_factory=list)


@dataclass
class Builder:
    """Takes the events of one file; knows which of its lines are read as if moved."""

    path: str
    shifts: tuple[Shift, ...]
    root: Node | None = None
    broken: bool = False
    documents: int = 0
    problems: list[Problem] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)

    def report(self, where: Location, rule: Rule, message: str) -> None:
        """Keep a problem."""
        self.problems.append(Problem(where, rule.code, message))

    def place(self, mark: Mark | None) -> Location:
        """Where a mark of the parser stands in the file as it is."""
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return Location(self.path, line, max(1, column - shift.moved(self.shifts, line)))

    def stopped(self, error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Iterator[Problem]:
        """Tell where the parser stopped, unless it did because of what is told already."""
        told = {problem.code for problem in self.problems}
        if self.problems and self.problems[-1].message == RUN_ON and is_head(error):
            # What ran on is a key with lines of its own: the line above was meant as its head.
            head = self.problems.pop().where
            yield Problem(Location(self.path, head.line - 1, 1), rules.BROKEN_LINE.code, HEAD)
            return
        stop = self.place(mark(error))
        brace = any(
            problem.code == rules.FLOW.code
            and ("flow mapping" in (error.context or "") or problem.where.line == stop.line)
            for problem in self.problems
        )
        if brace or rules.BROKEN_LINE.code in told:
            return
        written = lines[stop.line - 1].strip() if stop.line <= len(lines) else ""
        yield Problem(stop, rules.SYNTAX.code, sentence(error, written))

    def take(self, event: Event) -> bool:
        """Take one event; return False where reading on makes no sense."""
        where = self.place(event.start_mark)
        if isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.report(where, rules.DOCUMENTS, "一个文件只能写一份，请删去“---”以后的部分。")
                return False
        elif isinstance(event, AliasEvent):
            self._refuse_reference(where)
            self._add(Text("", where))
        elif isinstance(event, ScalarEvent):
            self._scalar(event, where)
        elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            return self._open(event, where)
        elif isinstance(event, CollectionEndEvent):
            self._close()
        return True

    def _scalar(self, event: ScalarEvent, where: Location) -> None:
        if event.anchor or event.tag:
            self._refuse_reference(where)
        last = event.end_mark.line + 1 if event.end_mark else where.line
        if last > where.line and event.style not in _BLOCK_STYLES:
            self._run_on(event, where)
        elif len(event.value) > MAX_LENGTH:
            self.report(where, rules.LENGTH, f"这个值超过 {MAX_LENGTH} 字，请拆成几条。")
            self.broken = True
        top = self.stack[-1] if self.stack else None
        if top and top.flow and not top.is_group and not _FLOW_ITEM.match(event.value):
            self.broken = True
            self.report(
                where,
                rules.FLOW,
                "方括号里只能放编号，用半角逗号隔开；句子请分行写，每行以“- ”开头。",
            )
        self._add(Text(event.value, where))

    def _run_on(self, event: ScalarEvent, where: Location) -> None:
        self.broken = True
        if self.stack and self.stack[-1].flow:
            opened = self.stack[-1].where
            self.report(opened, rules.BROKEN_LINE, "这里的方括号没有合上；请在这一行的末尾补上。")
            return
        below, told = run_on(event)
        where = Location(self.path, where.line + 1, 1) if below else where
        self.report(where, rules.BROKEN_LINE, told)

    def _refuse_reference(self, where: Location) -> None:
        self.broken = True
        self.report(
            where, rules.REFERENCE, "不能用锚点（&）、别名（*）或标签（!），请把内容直接写出来。"
        )

    def _open(self, event: MappingStartEvent | SequenceStartEvent, where: Location) -> bool:
        if event.anchor or event.tag:
            self._refuse_reference(where)
        is_group = isinstance(event, MappingStartEvent)
        if is_group and event.flow_style:
            # What stands inside may be cut by its commas: nothing said of it would help.
            self.broken = True
            self.report(where, rules.FLOW, "不能用花括号，请把每个键分行写。")
        if len(self.stack) >= MAX_DEPTH:
            self.report(where, rules.DEPTH, f"层次超过 {MAX_DEPTH} 层，请检查缩进或括号。")
            self.broken = True
            return False
        self.stack.append(_Open(where, is_group, bool(event.flow_style)))
        return True

    def _close(self) -> None:
        done = self.stack.pop()
        if done.again:
            told = twice([(key.value, first.where.line) for first, key in done.again])
            self.report(done.again[0][1].where, rules.DUPLICATE, told)
        if done.is_group:
            self._add(Group(tuple(zip(done.keys, done.nodes, strict=True)), done.where))
        else:
            self._add(Items(tuple(done.nodes), done.where))

    def _add(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if not top.is_group:
            top.nodes.append(node)
        elif top.awaiting is None:
            top.awaiting = self._key(node)
        else:
            self._entry(top, top.awaiting, node)
            top.awaiting = None

    def _key(self, node: Node) -> Text:
        if isinstance(node, Text) and node.value not in ("", "<<"):
            return node
        if isinstance(node, Text) and node.value == "<<":
            self._refuse_reference(node.where)
        else:
            self.report(node.where, rules.KEY, "键只能是一个简单的词，请改写这一行。")
        return Text("", node.where)

    def _entry(self, top: _Open, key: Text, node: Node) -> None:
        if not key.value:
            return
        place = next((n for n, known in enumerate(top.keys) if known.value == key.value), None)
        if place is not None:
            top.again.append((top.keys[place], key))
            if top.nodes[place] == Text("", top.nodes[place].where):
                # A head written twice: what belongs to it stands under the second.
                top.nodes[place] = node
            return
        top.keys.append(key)
        top.nodes.append(node)
