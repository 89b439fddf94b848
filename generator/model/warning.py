"""Warnings of a plan: signals and their colours, and what is done on them before any event."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from generator.model.criteria import Criteria, Sourced
from generator.model.record import Record
from generator.model.reference import Cite, KnownUnit
from generator.model.scale import Audience, Certainty, Colour
from generator.model.words import Name, Sentence


class Warning(Record):
    """One warning signal with its colours; its answer is 预警响应, not 应急响应."""

    label: ClassVar[str] = "预警"
    kind: ClassVar[str] = "warning"
    least: ClassVar[Audience] = Audience.PUBLIC

    name: Name
    """信号名称，如 暴雪预警。"""
    issuer: KnownUnit
    """谁发布。"""
    colours: Mapping[Colour, Criteria]
    """各色的标准。"""
    source: tuple[Cite, ...] = ()
    """标准的出处。"""
    certainty: Certainty
    """标准核到什么程度。"""
    note: Sentence | None = None
    """用的是哪一套标准，有什么保留。"""


class WarningResponse(Sourced):
    """What is done on a warning of a colour, before any event."""

    colours: tuple[Colour, ...]
    """哪些颜色。"""
    measures: tuple[Sentence, ...]
    """做什么。"""
