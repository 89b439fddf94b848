"""Words people search with; no page shows them."""

from __future__ import annotations

from generator.model.record import Part
from generator.model.words import Name


class Synonyms(Part):
    """Words that mean the same to whoever searches; they are searched for and never shown."""

    words: tuple[Name, ...]
    """意思相同的说法；搜一个，等于搜全部。"""
