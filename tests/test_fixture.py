"""The small handbook tries the whole model: every field of every record is used in it."""

from __future__ import annotations

from generator.handbook.book import Handbook, PlanBook
from generator.model.record import Part


def _used(book: Handbook) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    parts = [visit.part for visit in book.visits]
    parts += [part for module in book.modules.values() for part in _inside(module)]
    for part in parts:
        for name, field in type(part).model_fields.items():
            if getattr(part, name) != field.get_default():
                found |= {
                    (kind.__name__, name) for kind in type(part).__mro__ if issubclass(kind, Part)
                }
    return found


def _inside(value: object) -> list[Part]:
    if isinstance(value, Part):
        return [value] + [
            p for name in type(value).model_fields for p in _inside(getattr(value, name))
        ]
    if isinstance(value, dict):
        return [p for member in value.values() for p in _inside(member)]
    if isinstance(value, tuple):
        return [p for member in value for p in _inside(member)]
    return []


def test_every_field_is_tried(small: Handbook):
    used = _used(small)
    kinds_met = {name for name, _ in used}
    missing = []
    waiting = [Part]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            waiting.append(kind)
            if kind in (Handbook, PlanBook) or kind.__name__.endswith("File"):
                continue
            if kind.__name__ in ("Document", "FrontMatter"):
                continue
            if kind.__name__ not in kinds_met:
                missing.append(kind.__name__)
            for name in kind.model_fields:
                if name in ("audience", "aliases"):
                    continue
                if (kind.__name__, name) not in used:
                    missing.append(f"{kind.__name__}.{name}")
    assert not missing, "、".join(sorted(set(missing)))
