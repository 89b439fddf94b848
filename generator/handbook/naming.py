"""What records are called, and from the names people write back to the ids the data wants."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.lookup import find, table
from generator.handbook.visit import Scope
from generator.model.record import Record
from generator.model.reference import Ref
from generator.model.units import Unit

_NAMED_BY = ("name", "title", "term", "do", "text", "say", "ask", "what", "heard")


def title_of(record: Record) -> str:
    """Return what a record is called; its id where it has no words."""
    found = (getattr(record, field, None) for field in _NAMED_BY)
    return next((str(name) for name in found if name), record.id)


def name_of(book: Handbook, ref: Ref, scope: Scope) -> str:
    """Return the Chinese name a reference is shown by; the id where nothing is found.

    What is called by a sentence stands in another one: its stop is left out.
    """
    record = find(book, ref, scope)
    post = book.registers.posts.get(ref.post)
    shown = title_of(record).rstrip("。") if record else _gone(book, ref, scope)
    return f"{shown}{post.name}" if post else shown


def _gone(book: Handbook, ref: Ref, scope: Scope) -> str:
    """Return what a retired id was called; the id where it is none."""
    plan = book.plans.get(ref.scope or scope.plan)
    gone = plan.retired.get(ref.id) if plan else None
    return f"{gone.was or gone.id}（已停用）" if gone else str(ref)


def names_of(record: Record) -> tuple[str, ...]:
    """Return everything a record is called, old names of units included."""
    former = tuple(name.name for name in record.was) if isinstance(record, Unit) else ()
    return (title_of(record), *record.aliases, *former)


def guess(book: Handbook, ref: Ref, scope: Scope) -> tuple[str, str] | None:
    """Return the id probably meant by a name or a misspelt id, with its Chinese name."""
    there = Scope(ref.scope) if ref.scope else scope
    records = {id: record for kind in ref.kinds for id, record in table(book, kind, there).items()}
    by_name = {name: id for id, record in records.items() for name in names_of(record)}
    if ref.id in by_name:
        return by_name[ref.id], title_of(records[by_name[ref.id]])
    posts = book.registers.posts if "unit" in ref.kinds else {}
    for post in posts.values():
        unit = by_name.get(ref.id.removesuffix(post.name))
        if ref.id.endswith(post.name) and unit:
            return f"{unit}.{post.id}", f"{title_of(records[unit])}{post.name}"
    if near := difflib.get_close_matches(ref.id, records, 1, 0.6):
        return near[0], title_of(records[near[0]])
    within = next((name for name in by_name if len(ref.id) > 1 and ref.id in name), "")
    if within:
        return by_name[within], title_of(records[by_name[within]])
    if near := difflib.get_close_matches(ref.id, by_name, 1, 0.6):
        return by_name[near[0]], title_of(records[by_name[near[0]]])
    return None


def related(book: Handbook, record: Record, ref: Ref, scope: Scope) -> tuple[str, str] | None:
    """Return what a record of another kind itself names of the kind asked for: a duty's lead."""
    for field in type(record).model_fields:
        for named in _refs(getattr(record, field)):
            found = find(book, named, scope) if set(named.kinds) & set(ref.kinds) else None
            if found is not None:
                return str(named), name_of(book, named, scope)
    return None


def _refs(value: object) -> Iterator[Ref]:
    for member in value if isinstance(value, tuple) else (value,):
        if isinstance(member, Ref):
            yield member


def post_meant(book: Handbook, written: str) -> str | None:
    """Return the id of the post that a name or a misspelt id stands for."""
    posts = book.registers.posts
    named = {post.name: id for id, post in posts.items()}
    if written in named:
        return named[written]
    begun = [id for id in posts if len(id) > 2 and written.startswith(id)]
    near = difflib.get_close_matches(written, [*posts, *named], 1, 0.5)
    found = (begun or near or [""])[0]
    return named.get(found, found) or None
