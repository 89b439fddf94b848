"""What the model finds wrong, at its place, in Chinese, each slip once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pydantic_core import ErrorDetails

from generator.model.record import Part
from generator.source import Location, Problem
from generator.structure.fields import GIVEN, Loc, keys, meaning, meant
from generator.structure.rules import MISSING, SHAPE, UNKNOWN, VALUE
from generator.yamltext import Group, Items, Node, Text

_TIGHT_COLON = re.compile(r"[A-Za-z_][\w-]*:\S")
_DASHES = ("-", "－", "—", "–", "−", "·", "•", "●", "*", "◆", "■")
_KEY = ("[key]",)
_NOTHING = ("", "无", "没有", "暂无", "不详", "/", "—", "——", "-")
_LIST = "这里应是清单，请每条一行，以“- ”开头"


def told(node: Node, model: type[Part], errors: Sequence[ErrorDetails]) -> Iterator[Problem]:
    """Yield one problem for each slip."""
    missing, unknown = defaultdict[Loc, list[str]](list), defaultdict[Loc, list[str]](list)
    wrong: list[ErrorDetails] = []
    for error in errors:
        if error["type"] == "missing":
            missing[error["loc"][:-1]].append(str(error["loc"][-1]))
        elif error["type"] == "extra_forbidden":
            unknown[error["loc"][:-1]].append(str(error["loc"][-1]))
        else:
            wrong.append(error)
    told_of: set[tuple[Loc, tuple[str, ...]]] = set()
    for parent, written in unknown.items():
        strange = []
        for key in written:
            if guess := meant(model, (*parent, key), missing[parent]):
                missing[parent] = [name for name in missing[parent] if name != guess]
                where = _key_place(node, (*parent, key))
                yield Problem(where, UNKNOWN.code, f"不认识“{key}”；是不是 {guess}？")
            else:
                strange.append(key)
        # What every member of a list has too much is one slip: the head of them all is lost.
        listed = parent[:-1] if parent and isinstance(parent[-1], int) else parent
        if strange and (listed, tuple(strange)) not in told_of:
            told_of.add((listed, tuple(strange)))
            where = _key_place(node, (*parent, strange[0]))
            yield Problem(where, UNKNOWN.code, _strange(model, parent, strange, missing[parent]))
    for parent, absent in missing.items():
        if absent:
            where = _key_place(node, parent)
            yield Problem(where, MISSING.code, _missing(model, parent, absent))
    yield from _wrong(node, wrong)


def _strange(model: type[Part], parent: Loc, strange: list[str], absent: list[str]) -> str:
    """Say what to do about keys nobody knows; a key that is lacking is then told with them."""
    allowed = f"可用的键：{'、'.join(keys(model, parent))}。"
    lost = absent.pop() if len(absent) == 1 else ""
    if len(strange) == 1:
        explained = f"缺少 {lost}（{meaning(model, (*parent, lost))}），是不是它？"
        return f"不认识“{strange[0]}”；{explained if lost else allowed}"
    # So many at once are a record whose head is lost, or one that was moved.
    named = "、".join(f"“{key}”" for key in strange[:4]) + ("等" if len(strange) > 4 else "")
    head = f"“{lost}:”那一行" if lost else "一行键"
    return f"{named}不该在这里；请看这一行上面是不是漏了{head}，或缩进不对。{allowed}"


def _missing(model: type[Part], parent: Loc, absent: list[str]) -> str:
    named = "、".join(f"{name}（{meaning(model, (*parent, name))}）" for name in absent)
    return f"缺少 {named}，请补上{'这一行' if len(absent) == 1 else '这几行'}。"


def _wrong(node: Node, errors: Sequence[ErrorDetails]) -> Iterator[Problem]:
    """Tell of wrong values; what a list says of each member alike is told of the first."""
    keyed = {(error["loc"][:-1], error["msg"]) for error in errors if error["loc"][-1:] == _KEY}
    before: tuple[Loc, str] | None = None
    for error in errors:
        loc = error["loc"]
        if (
            loc
            and loc[-1] in GIVEN
            and any((loc[:n], error["msg"]) in keyed for n in range(len(loc)))
        ):
            # A record has its id, phase or stage from a key, and with it what is wrong there.
            continue
        problem = _wrong_value(node, error)
        same = (loc[:-1], problem.message)
        if not (before == same and isinstance(loc[-1], int) and problem.code == SHAPE.code):
            yield problem
        before = same


def _wrong_value(node: Node, error: ErrorDetails) -> Problem:
    loc = tuple(step for step in error["loc"] if step not in _KEY)
    keys_fault = loc != error["loc"]
    where = _key_place(node, loc) if keys_fault else _value_place(node, loc)
    if error["type"] == "slip":
        return Problem(where, VALUE.code, error["msg"])
    written = _find(node, loc)[1]
    if error["type"] == "shape":
        return Problem(where, SHAPE.code, _cut(written) or error["msg"])
    if error["type"] in ("tuple_type", "list_type"):
        return Problem(where, SHAPE.code, _no_list(_find(node, loc)[1]))
    if isinstance(written, Text) and _TIGHT_COLON.match(written.value):
        return Problem(where, SHAPE.code, "键后面的冒号要跟一个空格；请在冒号后面加一个半角空格。")
    return Problem(where, SHAPE.code, "这里应是一组“键: 值”，请换行并缩进两格再写。")


def _cut(node: Node) -> str:
    """A sentence with a half-width colon and a space looks like a key and its value."""
    keys = [key.value for key, _ in node.entries] if isinstance(node, Group) else []
    if len(keys) == 1 and not keys[0].isascii():
        return f"“{keys[0]}”后面的半角冒号和空格把句子切开了；请改成全角冒号。"
    return ""


def _no_list(node: Node) -> str:
    """A dash without its space, or a bullet from elsewhere, looks like a list to its author."""
    written = node.value.strip() if isinstance(node, Text) else "?"
    if written in _NOTHING:
        return "这里没有写清单；没有就把这个键整行删去，有就每条一行，以“- ”开头。"
    if written.startswith("-"):
        return f"{_LIST}；减号后面要空一格。"
    if written.startswith(_DASHES):
        return f"{_LIST}；“{written[0]}”请改成半角减号，后面空一格。"
    return f"{_LIST}。"


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
    if loc and loc[-1] in GIVEN:
        return _key_place(node, loc)
    return _find(node, loc)[1].where
