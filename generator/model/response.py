"""Response levels: when each starts, who decides, signs, announces and ends it."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.criteria import Criteria, Sourced
from generator.model.record import Part
from generator.model.reference import DutyRef, KnownActor
from generator.model.scale import LevelWord
from generator.model.words import KnownSentence, Sentence


class Procedure(Sourced):
    """Who does what around a response level; the level's own entry overrides the common one."""

    proposes: KnownActor | None = None
    """谁建议启动。"""
    consults: tuple[KnownActor, ...] = ()
    """哪些单位会商研判。"""
    decides: KnownActor | None = None
    """谁批准启动。"""
    signs: KnownActor | None = None
    """谁签发。"""
    announces: KnownActor | None = None
    """谁宣布。"""
    ends_when: Criteria | None = None
    """什么条件下结束。"""
    ended_by: KnownActor | None = None
    """谁决定结束；通常谁启动谁终止。"""


class ResponseLevel(Procedure):
    """One response level."""

    starts_when: Criteria
    """启动条件。"""
    asks: KnownActor | None = None
    """向谁请求支援。"""
    handover: KnownSentence | None = None
    """上级接手时怎样移交。"""
    note: Sentence | None = None
    """这一级的说明。"""


class Responses(Part):
    """All levels of a plan, two to four, with what they share."""

    common: Procedure
    """各级共同的程序。"""
    duty: DutyRef
    """启动、宣布和终止响应落实哪条职责。"""
    levels: Mapping[LevelWord, ResponseLevel]
    """一级 到 四级；可以只有两级或三级。"""
    change: Sentence | None = None
    """怎样升级、降级。"""
