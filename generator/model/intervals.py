"""How often who must drill: by law, and by the 2018 work points."""

from __future__ import annotations

from typing import Annotated, ClassVar

from generator.model.period import Every
from generator.model.record import Record
from generator.model.reference import Cite, MandateRef, PlanRef, UnitRef
from generator.model.scalar import Scalar
from generator.model.scale import Audience, Certainty
from generator.model.words import Name, Sentence, choice

Counting = Annotated[str, Scalar(choice("预案", "单位", "只列出"), "预案、单位 或 只列出")]


class DrillInterval(Record):
    """One requirement to drill at least so often; figures only as its source has them."""

    label: ClassVar[str] = "演练周期"
    kind: ClassVar[str] = "interval"
    least: ClassVar[Audience] = Audience.RESPONDER

    name: Name
    """简称，用在演练台账里。"""
    who: Sentence
    """管谁，照出处说。"""
    what: Sentence
    """演什么。"""
    every: Every
    """至少多久一次；按自然年算的写 全年。"""
    counts: Counting
    """怎样算：预案，每部预案一笔；单位，每个单位一笔；只列出，管的是谁要本地认定，或不是预案演练。"""
    plans: tuple[PlanRef, ...] = ()
    """只管哪几部预案；不写是全部。"""
    units: tuple[UnitRef, ...] = ()
    """管哪些单位；按单位算又不写，是预案里有职责的全部单位。"""
    source: Cite
    """出处。"""
    certainty: Certainty
    """核到什么程度。"""
    mandate: MandateRef | None = None
    """出自工作要点的哪一条。"""
    note: Sentence | None = None
    """算的时候要留意什么。"""
