"""How a plan has events reported: at once by telephone, then by the rule of the local duty office."""

from __future__ import annotations

from generator.model.criteria import Sourced, Statement
from generator.model.record import Part
from generator.model.reference import FormRef, KnownActor
from generator.model.time import Within
from generator.model.words import KnownSentence, Name


class DepartmentalLimit(Sourced):
    """A reporting limit of one department's own line; it never replaces the general rule."""

    who: Name
    """哪条线的谁。"""
    to: Name
    """报给谁。"""
    within: Within
    """多长时间。"""


class Reporting(Part):
    """How an event is reported: at once by telephone, then the local duty rule."""

    to: tuple[KnownActor, ...]
    """先报给谁。"""
    local_rule: KnownSentence
    """本地值班规定的时限和口径。"""
    first_report: FormRef
    """首报用的表单。"""
    first_says: tuple[Statement, ...] = ()
    """首报要说清什么。"""
    follow_up: tuple[Statement, ...] = ()
    """续报和终报的要求。"""
    departmental: tuple[DepartmentalLimit, ...] = ()
    """部门条线时限，不替代上面的规定。"""
