"""An answer to choose, in a tabletop drill and in a guide's quiz: right or wrong, and why."""

from __future__ import annotations

from typing import Annotated

from generator.model.record import Part
from generator.model.scalar import Scalar
from generator.model.words import Sentence, choice

Verdict = Annotated[str, Scalar(choice("对", "错"), "对 或 错")]


class Option(Part):
    """A possible decision, right or wrong, and why."""

    text: Sentence
    """选项。"""
    verdict: Verdict
    """对 或 错。"""
    why: Sentence
    """为什么。"""
