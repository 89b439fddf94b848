"""References by id, and citations of a place in a source."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from generator.model.scalar import Scalar, Slip
from generator.model.words import Blank, or_blank

_REF = re.compile(
    r"(?:([a-z][a-z0-9-]*)/)?(\$?[a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:\.([a-z][a-z0-9-]*))?"
)
_NAME = re.compile(r"[\w（）·]*[\u4e00-\u9fff][\w（）·]*")
_NAMED_POST = re.compile(r"([a-z][a-z0-9-]*)\.([\u4e00-\u9fff]+)")
_TIGHT = re.compile(r"([a-z][a-z0-9-]*)([\u4e00-\u9fff].*)")
_TITLE = re.compile(r"《(.+?)》\s*(.*)")
_SEVERAL = re.compile(r"[，、；,;]|和| ")
KINDS = {
    "unit": "单位",
    "post": "岗位",
    "position": "指挥职务或工作组",
    "role": "演练角色",
    "duty": "职责",
    "action": "行动",
    "message": "公众提示",
    "kit": "要备的东西",
    "rumour": "别信的说法",
    "quiz": "小测验",
    "form": "表单",
    "source": "依据",
    "area": "地方",
    "fact": "事实",
    "hotline": "热线",
    "team": "队伍",
    "supply": "物资",
    "mandate": "工作要点",
    "clause": "条款",
    "plan": "预案",
    "topic": "专题",
    "module": "模块",
    "drill": "演练",
    "objective": "演练目标",
    "inject": "情景注入",
    "question": "研讨题",
    "stock": "注入库条目",
    "daylight": "日出日落",
    "improvement": "整改",
    "interval": "演练周期",
}


@dataclass(frozen=True)
class Ref:
    """A reference to a record of one of `kinds`; `scope` is another plan's id, if written.

    `post` is the part after the dot of `unit.post`; an id with `$` is a module's parameter.
    """

    kinds: tuple[str, ...]
    id: str
    scope: str = ""
    post: str = ""

    def __str__(self) -> str:
        scope = f"{self.scope}/" if self.scope else ""
        post = f".{self.post}" if self.post else ""
        return f"{scope}{self.id}{post}"


@dataclass(frozen=True)
class Citation:
    """A source and the place in it, such as an article."""

    source: Ref
    locator: str

    def __str__(self) -> str:
        return f"{self.source} {self.locator}".strip()


def ref_to(*kinds: str) -> Callable[[str], Ref]:
    """Return a parser for a reference; `unit` also allows `unit.post`."""
    names = "、".join(KINDS[kind] for kind in kinds)

    def read(text: str) -> Ref:
        found = _REF.fullmatch(text)
        if not found and "unit" in kinds and (named := _NAMED_POST.fullmatch(text)):
            return Ref(kinds, named[1], post=named[2])
        if not found and _NAME.fullmatch(text):
            # A name instead of an id: kept, so that the check can offer the id.
            return Ref(kinds, text)
        if not found and _REF.fullmatch(text.lower()):
            raise Slip(f"编号都是小写，“{text}”不是编号。是不是 {text.lower()}？")
        if not found and _SEVERAL.search(text):
            raise Slip(f"“{text}”不是一个{names}的编号；一处只写一个，清单里每条一行。")
        if not found:
            raise Slip(f"这里要写{names}的编号（小写拼音），“{text}”不是编号。")
        if found[3] and "unit" not in kinds:
            raise Slip(f"“{text}”带了点号；只有单位的岗位才写成 单位.岗位。")
        return Ref(kinds, found[2], found[1] or "", found[3] or "")

    return read


def parse_citation(text: str) -> Citation:
    """Read `yingduifa 第17条`: a source's id, a space, and the place in it."""
    source, _, locator = text.partition(" ")
    if tight := _TIGHT.fullmatch(source):
        raise Slip(f"编号和条款之间要空一格；请写成 {tight[1]} {tight[2]}。")
    if title := _TITLE.fullmatch(text):
        source, locator = title[1], title[2]
    return Citation(ref_to("source")(source), locator.strip())


def _reference(*kinds: str) -> Scalar:
    return Scalar(ref_to(*kinds), f"{'、'.join(KINDS[kind] for kind in kinds)}的编号")


def _known_reference(*kinds: str) -> Scalar:
    names = "、".join(KINDS[kind] for kind in kinds)
    return Scalar(or_blank(ref_to(*kinds)), f"{names}的编号，或【待地区确认：什么，谁知道】")


Cite = Annotated[Citation, Scalar(parse_citation, "依据的编号、空格、条款，如 yingduifa 第17条")]
UnitRef = Annotated[Ref, _reference("unit")]
KnownUnit = Annotated[Ref | Blank, _known_reference("unit")]
ActorRef = Annotated[Ref, _reference("unit", "position")]
KnownActor = Annotated[Ref | Blank, _known_reference("unit", "position")]
PositionRef = Annotated[Ref, _reference("position")]
DutyRef = Annotated[Ref, _reference("duty")]
ActionRef = Annotated[Ref, _reference("action")]
MessageRef = Annotated[Ref, _reference("message")]
LentRef = Annotated[Ref, _reference("message", "kit", "rumour", "quiz")]
FormRef = Annotated[Ref, _reference("form")]
SourceRef = Annotated[Ref, _reference("source")]
AreaRef = Annotated[Ref, _reference("area")]
FactRef = Annotated[Ref, _reference("fact")]
HotlineRef = Annotated[Ref, _reference("hotline")]
TeamRef = Annotated[Ref, _reference("team")]
SupplyRef = Annotated[Ref, _reference("supply")]
MandateRef = Annotated[Ref, _reference("mandate")]
ClauseRef = Annotated[Ref, _reference("clause")]
PlanRef = Annotated[Ref, _reference("plan")]
ModuleRef = Annotated[Ref, _reference("module")]
DrillRef = Annotated[Ref, _reference("drill")]
RoleRef = Annotated[Ref, _reference("role")]
ObjectiveRef = Annotated[Ref, _reference("objective")]
InjectRef = Annotated[Ref, _reference("inject")]
StockRef = Annotated[Ref, _reference("stock")]
ImprovementRef = Annotated[Ref, _reference("improvement")]
RatedRef = Annotated[Ref, _reference("action", "inject", "question")]
