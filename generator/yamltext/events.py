"""YAML events to nodes. Events, not the composer: nesting is refused before it can hurt."""

from __future__ import annotations

import re
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
from generator.yamltext import encoding, layout, rules
from generator.yamltext.node import Group, Items, Node, Text
from generator.yamltext.syntax import sentence

MAX_DEPTH = 12
MAX_LENGTH = 2_000
_FLOW_ITEM = re.compile(r"\$?[\w./-]{1,60}(?: [^\s，。；]{1,24})?\Z")


def read(path: str, raw: bytes) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return the file's node, or None, and every problem found.

    A file that cannot be read as YAML yields its slips of layout, or else its first
    syntax error; what would only follow from them is not reported.
    """
    text, wrong = encoding.decode(path, raw)
    wrong += tuple(layout.problems(path, text))
    if wrong:
        return None, wrong
    builder = _Builder(path)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if not builder.take(event):
                break
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problem = Problem(Location(path, line, column), rules.SYNTAX.code, sentence(error))
        return None, (*builder.problems, problem)
    if builder.root is None and not builder.problems:
        builder.report(Location(path, 1, 1), rules.SYNTAX, "文件是空的，请按样例填写或删去文件。")
    return (None if builder.broken else builder.root), tuple(builder.problems)


@dataclass
class _Open:
    """A collection whose end has not been met yet."""

    where: Location
    is_group: bool
    flow: bool
    nodes: list[Node] = field(default_factory=list)
    keys: list[Text] = field(default_factory=list)
    awaiting: Text | None = None


@dataclass
class _Builder:
    path: str
    root: Node | None = None
    broken: bool = False
    documents: int = 0
    problems: list[Problem] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)

    def report(self, where: Location, rule: Rule, message: str) -> None:
        self.problems.append(Problem(where, rule.code, message))

    def take(self, event: Event) -> bool:
        """Take one event; return False where reading on makes no sense."""
        mark = event.start_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        where = Location(self.path, line, column)
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
        if len(event.value) > MAX_LENGTH:
            self.report(where, rules.LENGTH, f"这个值超过 {MAX_LENGTH} 字，请拆成几条。")
            self.broken = True
        top = self.stack[-1] if self.stack else None
        if top and top.flow and not top.is_group and not _FLOW_ITEM.match(event.value):
            self.broken = True
            self.report(where, rules.FLOW, "方括号里只能放编号；句子请分行写，每行以“- ”开头。")
        self._add(Text(event.value, where))

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
        earlier = next((known for known in top.keys if known.value == key.value), None)
        if earlier:
            self.report(
                key.where,
                rules.DUPLICATE,
                f"“{key.value}”在第 {earlier.where.line} 行已经写过，请删去一个或改名。",
            )
            return
        top.keys.append(key)
        top.nodes.append(node)
