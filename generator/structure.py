"""Nodes to records: validation by the model, every fault at its place, in Chinese."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.model.record import Part
from generator.source import Location, Problem, Rule
from generator.yamltext import Group, Items, Node, Text

VALUE = Rule(
    "P101",
    "值不合要求",
    "每一项都有规定的写法，写错了就读不出意思。",
    "within: 尽快",
    "within: 立即",
)
UNKNOWN = Rule(
    "P102",
    "不认识的键",
    "写错的键会让内容悄悄丢失。",
    "witin: 立即",
    "within: 立即",
)
MISSING = Rule(
    "P103",
    "缺少必填的键",
    "缺了它，页面上就会少一栏。确实不知道的写【待地区确认：什么，谁知道】。",
    "xunba:\n  do: 巡查堤段",
    "xunba:\n  duty: fangshou\n  do: 巡查堤段",
)
SHAPE = Rule(
    "P104",
    "该写分组的地方写了值，或该写清单的地方写了分组",
    "层次不对，多半是缩进或“- ”写错了。",
    "caution: 险情扩大立即撤人",
    "caution:\n  - 险情扩大立即撤人",
)
RULES = (VALUE, UNKNOWN, MISSING, SHAPE)

P = TypeVar("P", bound=Part)
Loc = tuple[int | str, ...]


def build(node: Node, model: type[P]) -> tuple[P | None, tuple[Problem, ...]]:
    """Return the record a node describes, or None and every fault in it."""
    try:
        record = model.model_validate(_plain(node))
    except ValidationError as error:
        return None, tuple(_problems(node, model, error.errors(include_url=False)))
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
        value.set_places({**places, "": start})
        for key, entry in node.entries:
            _place(getattr(value, key.value, None), entry, key.where)
    elif isinstance(value, Mapping) and isinstance(node, Group):
        for (key, entry), member in zip(node.entries, value.values(), strict=True):
            _place(member, entry, key.where)
    elif isinstance(value, tuple) and isinstance(node, Items):
        for entry, member in zip(node.members, value, strict=True):
            _place(member, entry, entry.where)


def _problems(node: Node, model: type[Part], errors: list[ErrorDetails]) -> Iterator[Problem]:
    missing = {error["loc"] for error in errors if error["type"] == "missing"}
    guessed: set[Loc] = set()
    for error in errors:
        if error["type"] == "extra_forbidden":
            parent, key = error["loc"][:-1], str(error["loc"][-1])
            known = _fields(model, parent)
            absent = [name for name in known if (*parent, name) in missing]
            near = difflib.get_close_matches(key, absent, 1, 0.5)
            near = near or difflib.get_close_matches(key, known, 1, 0.6)
            guessed |= {(*parent, name) for name in near}
            hint = f"是不是 {near[0]}？" if near else f"可用的键：{'、'.join(known)}。"
            yield Problem(_key_place(node, error["loc"]), UNKNOWN.code, f"不认识“{key}”；{hint}")
    for error in errors:
        loc = error["loc"]
        if error["type"] == "missing" and loc not in guessed:
            yield Problem(_key_place(node, loc[:-1]), MISSING.code, _missing(model, loc))
        elif error["type"] not in ("missing", "extra_forbidden"):
            yield _wrong_value(node, error)


def _missing(model: type[Part], loc: Loc) -> str:
    owner = _model_at(model, loc[:-1])
    name = str(loc[-1])
    field = owner.model_fields.get(name) if owner else None
    meaning = (field.description or "").split("。")[0] if field else ""
    return f"缺少 {name}（{meaning}），请补上这一行。"


def _wrong_value(node: Node, error: ErrorDetails) -> Problem:
    loc = tuple(step for step in error["loc"] if step != "[key]")
    keys_fault = loc != error["loc"]
    where = _key_place(node, loc) if keys_fault else _value_place(node, loc)
    if error["type"] == "slip":
        return Problem(where, VALUE.code, error["msg"])
    if error["type"] == "shape":
        return Problem(where, SHAPE.code, error["msg"])
    if error["type"] in ("tuple_type", "list_type"):
        return Problem(where, SHAPE.code, "这里应是清单，请每条一行，以“- ”开头。")
    return Problem(where, SHAPE.code, "这里应是一组“键: 值”，请换行并缩进两格再写。")


def _find(node: Node, loc: Loc) -> tuple[Text | None, Node]:
    """Return the key and the node at a path, or the nearest ones above it."""
    key: Text | None = None
    for step in loc:
        if isinstance(node, Group):
            entry = next((pair for pair in node.entries if pair[0].value == step), None)
            if entry is None:
                break
            key, node = entry
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.members):
            key, node = None, node.members[step]
        else:
            break
    return key, node


def _key_place(node: Node, loc: Loc) -> Location:
    key, found = _find(node, loc)
    return key.where if key else found.where


def _value_place(node: Node, loc: Loc) -> Location:
    if loc and loc[-1] in ("id", "phase", "stage"):
        return _key_place(node, loc)
    return _find(node, loc)[1].where


def _fields(model: type[Part], loc: Loc) -> list[str]:
    owner = _model_at(model, loc)
    given, shared = ("id", "phase", "stage"), ("audience", "aliases")
    names = [name for name in owner.model_fields if name not in given] if owner else []
    return sorted(names, key=lambda name: name in shared)


def _model_at(model: type[Part], loc: Loc) -> type[Part] | None:
    """Follow a path through the annotations of the model."""
    kind: Any = model
    for step in loc:
        kind = _bare(kind)
        if isinstance(kind, type) and issubclass(kind, Part):
            field = kind.model_fields.get(str(step))
            kind = field.annotation if field else None
        else:
            arguments = get_args(kind)
            kind = (
                arguments[1]
                if get_origin(kind) is not tuple and len(arguments) > 1
                else (arguments[0] if arguments else None)
            )
    kind = _bare(kind)
    return kind if isinstance(kind, type) and issubclass(kind, Part) else None


def _bare(kind: Any) -> Any:
    """Strip Annotated and optional."""
    while True:
        origin = get_origin(kind)
        if origin is Annotated:
            kind = get_args(kind)[0]
        elif origin in (Union, UnionType):
            kind = next(part for part in get_args(kind) if part is not NoneType)
        elif hasattr(kind, "__value__"):
            kind = kind.__value__
        else:
            return kind
