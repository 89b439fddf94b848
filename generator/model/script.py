"""The scripted body of a drill: acts, lines, and tracks that run at the same time."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.record import Part
from generator.model.reference import ActionRef, RoleRef
from generator.model.time import At, Span
from generator.model.words import Flag, Name, Sentence


class Line(Part):
    """One row of the script: who says or does what, what is heard and shown.

    Blanks to be filled on the spot are written inside texts as 【空：什么，单位】.
    """

    at: At | None = None
    """时刻；不写就接上一行。"""
    by: RoleRef | None = None
    """发令或说话的角色。"""
    to: tuple[RoleRef, ...] = ()
    """受令的角色。"""
    via: Name | None = None
    """方式：当面、电话、电台、广播。"""
    place: Name | None = None
    """地点。"""
    say: Sentence | None = None
    """指令或对白。"""
    do: Sentence | None = None
    """处置行动。"""
    screen: Sentence | None = None
    """视频画面或字幕。"""
    narration: Sentence | None = None
    """解说词。"""
    sound: Name | None = None
    """音响。"""
    note: Sentence | None = None
    """备注。"""
    shows: tuple[ActionRef, ...] = ()
    """展示哪些行动。"""
    meanwhile: Mapping[Name, tuple[Line, ...]] = {}
    """同时进行的几条线，按地点或小组分开。"""


class Act(Part):
    """A scene of the script."""

    act: Name
    """这一幕的名称。"""
    at: At
    """开始时刻。"""
    minutes: Span
    """时长。"""
    scene: Sentence | None = None
    """这一幕的情景。"""
    contingency: Flag = False
    """是不是意外科目。"""
    escalates: Flag = False
    """情况是不是从这一幕变重。"""
    lines: tuple[Line, ...]
    """逐行。"""
