"""Sources of a page of advice by number: each citation numbered, and all listed once at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.model.guide import KitItem, Message, Rumour
from generator.model.reference import Citation
from generator.pages.advice import Advice, Part
from generator.pages.page import Section
from generator.render import View


def noted(view: View, advice: Advice) -> View:
    """Return the view with a number for each citation, the places of one source in a row."""
    held: tuple[Message | Rumour | KitItem, ...]
    held = (*advice.messages, *advice.rumours, *advice.kit)
    by_source: dict[str, dict[Citation, None]] = {}
    for citation in (citation for record in held for citation in record.source):
        by_source.setdefault(citation.source.id, {})[citation] = None
    rows = [citation for places in by_source.values() for citation in places]
    reviewed = _reviewed(advice)
    return replace(
        view,
        notes={citation: number for number, citation in enumerate(rows, 1)},
        reviewed=reviewed[0] if len(reviewed) == 1 else "",
    )


def _reviewed(advice: Advice) -> list[str]:
    """Return the days on which what the page says was reviewed, the first one first."""
    dated: tuple[Message | Rumour, ...] = (*advice.messages, *advice.rumours)
    return sorted({str(record.reviewed_on) for record in dated})


def sources(part: Part, view: View, advice: Advice) -> Iterator[Section]:
    """Yield the numbered list of what the page rests on."""
    listed: dict[str, tuple[Citation, list[tuple[int, str]]]] = {}
    for citation, number in view.notes.items():
        id = citation.source.id
        _, places = listed.setdefault(id, (Citation(citation.source, ""), []))
        places.append((number, citation.locator))
    if listed:
        html = part("sources", list(listed.values()), _reviewed(advice))
        yield Section("sources", "依据", html, "source", repeats=True)
