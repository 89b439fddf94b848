"""Who has duties: units with their former names, and the posts any unit can have."""

from __future__ import annotations

from typing import Annotated, ClassVar

from generator.model.record import Part, Record
from generator.model.reference import Cite
from generator.model.scalar import Scalar
from generator.model.scale import Audience, Certainty
from generator.model.time import DayWord
from generator.model.words import (
    Flag,
    Name,
    Sentence,
    choice,
)

UNIT_KINDS = ("部门", "县市", "乡镇", "村", "单位", "上级", "兵团")

UnitKind = Annotated[str, Scalar(choice(*UNIT_KINDS), "、".join(UNIT_KINDS))]


class FormerName(Part):
    """A name a unit had before."""

    name: Name
    """旧名。"""
    until: DayWord | None = None
    """用到什么时候。"""
    source: Cite | None = None
    """改名的依据。"""
    certainty: Certainty
    """改名的事核到什么程度。"""


class Unit(Record):
    """A department, county, township, enterprise or higher body."""

    label: ClassVar[str] = "单位"
    kind: ClassVar[str] = "unit"
    least: ClassVar[Audience] = Audience.PUBLIC

    name: Name
    """今天的名称。"""
    type: UnitKind
    """哪一类单位。"""
    certainty: Certainty
    """名称和归口核到什么程度。"""
    was: tuple[FormerName, ...] = ()
    """2018 年前后的旧名。"""
    many: Flag = False
    """是否泛指一类单位，如各乡镇。"""
    note: Sentence | None = None
    """读者要知道的说明。"""


class Post(Record):
    """A post any unit can have, written as unit.post."""

    label: ClassVar[str] = "岗位"
    kind: ClassVar[str] = "post"
    least: ClassVar[Audience] = Audience.PUBLIC

    name: Name
    """岗位名称。"""
    note: Sentence | None = None
    """岗位做什么。"""
