"""Values as spans: text, and what is drawn as a ruled line. Templates show them, never read them."""

from __future__ import annotations

from generator.handbook.book import Handbook
from generator.handbook.citing import called
from generator.handbook.naming import name_of
from generator.handbook.views import UNSOURCED, kind_shown, limit_kind, limit_words
from generator.handbook.visit import Scope
from generator.model.reference import Citation, Ref
from generator.model.words import GAP, Blank
from generator.model.work import Action

# A text (a line break is one in print), or {"gap": what, "unit": unit}, {"blank": what, "who": who
# knows}, {"rule": millimetres to write on}, {"strong": words that lead}.
Span = str | dict[str, str]
Spans = list[Span]


def spans(value: object) -> Spans:
    """Return a value as spans; nothing for None."""
    if value is None or value == "":
        return []
    if isinstance(value, Blank):
        return [{"blank": value.what, "who": value.who}]
    text, found, last = str(value), list[Span](), 0
    for gap in GAP.finditer(text):
        if gap.start() > last:
            found.append(text[last : gap.start()])
        found.append({"gap": gap[1], "unit": gap[2]})
        last = gap.end()
    return [*found, text[last:]] if last < len(text) else found


def gap(what: str, unit: str = "") -> dict[str, str]:
    """Return a place to write on the spot, with what belongs there in small letters."""
    return {"gap": what, "unit": unit}


def joined(parts: list[Spans], between: str = "、") -> Spans:
    """Return several values in a row, separated in the Chinese way; empty ones left out."""
    kept = [part for part in parts if part]
    return [
        span for number, part in enumerate(kept) for span in ([between] if number else []) + part
    ]


def named(book: Handbook, scope: Scope, *refs: Ref | Blank | None) -> Spans:
    """Return what references are called; blanks stay blanks."""
    shown = [name_of(book, ref, scope) if isinstance(ref, Ref) else ref for ref in refs]
    return joined([spans(name) for name in shown])


def cited(book: Handbook, *citations: Citation) -> Spans:
    """Return sources with the places in them, by the short name of each."""
    sources = book.registers.sources
    shown = ["".join(called(sources.get(one.source.id), one)) for one in citations]
    return ["；".join(shown)] if shown else []


def limit(book: Handbook, action: Action) -> dict[str, object]:
    """Return the limit of an action and its kind, a proposal marked as what it is."""
    kind = limit_kind(book, action)
    told = action.within.blank or limit_words(action.within)
    return {"words": spans(told), "kind": "" if kind in UNSOURCED else kind_shown(kind)}
