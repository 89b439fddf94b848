"""Criteria and sentences that carry their source: the common parts of plans."""

from __future__ import annotations

from generator.model.quantity import Amount
from generator.model.record import Part
from generator.model.reference import Cite
from generator.model.scale import Certainty
from generator.model.words import KnownSentence


class Criterion(Part):
    """One condition: a sentence, and a quantity where there is one."""

    what: KnownSentence
    """什么情形，一句话。"""
    qty: Amount | None = None
    """达到多少。"""


class Sourced(Part):
    """Something that must say where it comes from."""

    source: tuple[Cite, ...] = ()
    """出处。"""
    certainty: Certainty
    """核到什么程度。"""


class Criteria(Part):
    """A list of conditions of which any, or all, must hold."""

    any: tuple[Criterion, ...] = ()
    """满足任一条即可。"""
    all: tuple[Criterion, ...] = ()
    """必须同时满足。"""


class SourcedCriteria(Criteria, Sourced):
    """Criteria with their source."""


class Statement(Sourced):
    """One sentence with its source."""

    text: KnownSentence
    """一句话。"""
