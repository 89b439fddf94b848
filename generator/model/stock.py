"""What drills draw on: ready injects with parameters, and when it is light in each month."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from generator.model.inject import Nothing
from generator.model.record import Part, Record
from generator.model.scalar import Scalar
from generator.model.scale import Audience, Certainty, Phase
from generator.model.time import At
from generator.model.words import Flag, Id, Name, Sentence, choice

MONTHS = tuple(f"{number}月" for number in range(1, 13))
Month = Annotated[str, Scalar(choice(*MONTHS), "1月 到 12月")]


class StockParameter(Part):
    """A place in a ready inject that each drill fills: with words, or with a role of its own."""

    meaning: Name
    """填什么。"""
    role: Flag = False
    """是否填本演练角色的编号；文字里显示角色的名称。"""


class StockInject(Record):
    """A ready inject; `$name` in its texts stands for a parameter."""

    label: ClassVar[str] = "注入库条目"
    kind: ClassVar[str] = "stock"
    least: ClassVar[Audience] = Audience.TRAINER

    title: Name
    """叫什么。"""
    suits: Sentence
    """哪类演练用得上。"""
    phases: tuple[Phase, ...]
    """适合哪些阶段。"""
    sender: Name
    """由哪类人发出；取用时再定是哪个角色。"""
    via: Name
    """方式；取用时可以改。"""
    parameters: Mapping[Id, StockParameter] = {}
    """参数及其意思。"""
    text: Sentence
    """内容，以“演练”开头和结尾；$ 加参数名的地方由演练填。"""
    tests: Sentence
    """考什么。"""
    good: tuple[Sentence, ...]
    """怎样算做得好；只说通行的做法，不代替预案。"""
    nothing: Nothing
    """没有反应时怎么办；取用时可以改。"""
    caution: tuple[Sentence, ...] = ()
    """用的时候注意什么，才不伤人、不惊扰。"""
    contingency: Flag = False
    """算不算意外情况。"""
    escalates: Flag = False
    """情况是不是变重了。"""
    certainty: Certainty
    """核到什么程度。"""


class Daylight(Record):
    """When the sun rises and sets in the middle of a month, by Beijing time."""

    label: ClassVar[str] = "日出日落"
    kind: ClassVar[str] = "daylight"
    least: ClassVar[Audience] = Audience.TRAINER

    name: Month
    """哪个月。"""
    sunrise: At
    """月中日出，北京时间。"""
    sunset: At
    """月中日落，北京时间。"""
    certainty: Certainty
    """核到什么程度。"""
