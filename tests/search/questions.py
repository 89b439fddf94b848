"""Questions as people type them, and the pages that answer them.

Those of the locked part are never shown, not even in a message: the engine is tuned by the
tuning part only, and a question that was read has become one of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

FOLDER = Path(__file__).resolve().parent
TUNING, LOCKED = "tuning", "locked"
PARTS = (TUNING, LOCKED)


@dataclass(frozen=True)
class Question:
    """What is typed into an edition's search; outside questions want no page."""

    part: str
    edition: str
    text: str
    want: tuple[str, ...]

    def __repr__(self) -> str:
        # A failing test prints what it compared.
        return f"<a question of the {self.part} part>"


def questions() -> Iterator[Question]:
    """Yield the questions of both parts, those outside the domain last.

    What two writers asked in the same words has been seen, and counts in the tuning part only.
    """
    seen: set[tuple[str, str]] = set()
    for kind in ("", "-outside"):
        for part in PARTS:
            text = (FOLDER / f"{part}{kind}.yaml").read_text(encoding="utf-8")
            for given in yaml.safe_load(text):
                question = Question(
                    part, given["edition"], str(given["q"]), tuple(given.get("want", ()))
                )
                key = (question.edition, question.text)
                if part == TUNING:
                    seen.add(key)
                elif key in seen:
                    continue
                yield question
