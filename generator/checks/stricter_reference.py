"""No record refers to one that its own readers may not see."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.lookup import find
from generator.handbook.visit import Scope
from generator.model.record import Part, Record, is_trace, least_audience
from generator.model.reference import Citation, Ref
from generator.model.scale import Audience
from generator.source import Rule

RULE = Rule(
    "P204",
    "引用了更严的内容",
    "公众版的内容引用处置版的记录，链接会断，内容也可能漏出去。",
    "公众提示里写 form: shoubao",
    "把引用删去，或改引公众版里有的内容",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield references from a weaker field to a stricter record."""
    yield from _inside(book, book.registers, Scope(), Audience.PUBLIC)
    for id, plan in book.plans.items():
        for name in type(plan).model_fields:
            if name == "drills":
                for drill_id, drill in plan.drills.items():
                    yield from _inside(book, drill, Scope(id, drill_id), Audience.PUBLIC)
            else:
                yield from _inside(book, getattr(plan, name), Scope(id), Audience.PUBLIC)
    for id, topic in book.topics.items():
        yield from _inside(book, topic, Scope(id), Audience.PUBLIC)


def _inside(
    book: Handbook, value: object, scope: Scope, readers: Audience
) -> Iterator[tuple[Part, str, str]]:
    if isinstance(value, Part):
        if isinstance(value, Record):
            readers = max(readers, value.effective_audience)
        for name, field in type(value).model_fields.items():
            inner = max(readers, least_audience(field))
            held = getattr(value, name)
            if not is_trace(field):
                yield from _refs(book, value, name, held, scope, inner)
            yield from _inside(book, held, scope, inner)
    elif isinstance(value, dict):
        for member in value.values():
            yield from _inside(book, member, scope, readers)
    elif isinstance(value, tuple):
        for member in value:
            yield from _inside(book, member, scope, readers)


def _refs(
    book: Handbook, part: Part, field: str, held: object, scope: Scope, readers: Audience
) -> Iterator[tuple[Part, str, str]]:
    for value in held if isinstance(held, tuple) else (held,):
        ref = value.source if isinstance(value, Citation) else value
        if not isinstance(ref, Ref):
            continue
        target = find(book, ref, scope)
        if target is not None and target.effective_audience > readers:
            yield (
                part,
                field,
                (
                    f"这里给{readers.title}看，引用的{target.label} {ref} 只给"
                    f"{target.effective_audience.title}看；请删去引用，或把这一条改严。"
                ),
            )
