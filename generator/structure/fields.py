"""The model as an author sees it: which keys may stand where, and which one was meant."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from generator.model.record import Part

Loc = tuple[int | str, ...]
# Given by the place of a record, never written.
GIVEN = ("id", "phase", "stage")
_SHARED = ("audience", "aliases")


def keys(model: type[Part], loc: Loc) -> list[str]:
    """Return the keys that may stand at a place, those of every record last."""
    owner = model_at(model, loc)
    names = [name for name in owner.model_fields if name not in GIVEN] if owner else []
    return sorted(names, key=lambda name: name in _SHARED)


def meaning(model: type[Part], loc: Loc) -> str:
    """Return what a field is for: the first sentence of its docstring."""
    owner = model_at(model, loc[:-1])
    field = owner.model_fields.get(str(loc[-1])) if owner else None
    return (field.description or "").split("。")[0] if field else ""


def meant(model: type[Part], loc: Loc, absent: Sequence[str]) -> str | None:
    """Return the key that an unknown one was most likely meant to be."""
    key, known = str(loc[-1]), keys(model, loc[:-1])
    for names, least in ((absent, 0.5), (known, 0.6)):
        if near := difflib.get_close_matches(key, names, 1, least):
            return near[0]
    if key.isascii():
        return None
    # A key in Chinese is what the field is for, or stands in it.
    told = {name: meaning(model, (*loc[:-1], name)) for name in known}
    fitting = [name for name in known if told[name].startswith(key)]
    fitting += [name for name in (*absent, *known) if key in told[name]]
    return fitting[0] if fitting else None


def model_at(model: type[Part], loc: Loc) -> type[Part] | None:
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
