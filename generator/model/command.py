"""The command of a plan: posts of command, offices, working groups, experts, neighbours."""

from __future__ import annotations

from typing import Annotated, ClassVar

from generator.model.record import Record
from generator.model.reference import ActorRef, Cite, KnownActor, PositionRef, Ref
from generator.model.scalar import Scalar
from generator.model.scale import Audience, Certainty
from generator.model.words import Blank, Name, Sentence, choice

POSITION_KINDS = (
    "职务",
    "办公室",
    "现场指挥部",
    "工作组",
    "专家组",
    "兵地联动",
    "毗邻联动",
    "临时党组织",
)
PositionKind = Annotated[str, Scalar(choice(*POSITION_KINDS), "、".join(POSITION_KINDS))]


class Position(Record):
    """A post of command or a group; resolves to the units that hold or form it."""

    label: ClassVar[str] = "指挥职务或工作组"
    kind: ClassVar[str] = "position"
    least: ClassVar[Audience] = Audience.RESPONDER

    name: Name
    """名称，如 总指挥、交通保畅组。"""
    type: PositionKind
    """职务、办公室、工作组等。"""
    held_by: tuple[KnownActor, ...] = ()
    """由谁担任，写 单位.岗位；不知道就留空白。"""
    stand_in: PositionRef | None = None
    """缺位时谁代，写另一个职务的编号。"""
    lead: KnownActor | None = None
    """工作组的牵头单位。"""
    members: tuple[ActorRef, ...] = ()
    """成员单位。"""
    duties: tuple[Sentence, ...] = ()
    """职责，逐条。"""
    source: tuple[Cite, ...] = ()
    """依据。"""
    certainty: Certainty
    """核到什么程度。"""

    @property
    def heads(self) -> tuple[Ref | Blank, ...]:
        """Who holds or leads it, blanks included."""
        return self.held_by + ((self.lead,) if self.lead else ())
