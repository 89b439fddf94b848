"""What a drill brought to light: records, findings and improvements."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from generator.model.record import Entries, Part, Record
from generator.model.reference import ActionRef, DrillRef, DutyRef, KnownActor, RatedRef
from generator.model.scalar import Scalar, Slip
from generator.model.scale import Audience
from generator.model.seal import Seal
from generator.model.time import At, KnownDay
from generator.model.words import Blank, KnownSentence, Name, Sentence, choice

_KEY = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)+")
RATINGS = ("优", "良", "中", "差", "未评")
UNRATED = RATINGS[-1]
# What is found and asks to be mended.
WEAK = ("不足", "问题")


def parse_key(text: str) -> str:
    """Read the key of an evaluation item: where it is triggered, a slash, and the action."""
    if not _KEY.fullmatch(text):
        raise Slip(f"“{text}”不是评估项的编号；照评估表“编号”一栏抄，如 i-shenshui/dianhua。")
    return text


ItemKey = Annotated[str, Scalar(parse_key, "评估项的编号，如 i-shenshui/dianhua")]
Rating = Annotated[str, Scalar(choice(*RATINGS), "优、良、中、差 或 未评")]
FindingKind = Annotated[str, Scalar(choice("优点", "不足", "问题"), "优点、不足 或 问题")]
ImprovementStatus = Annotated[
    str,
    Scalar(choice("未开始", "整改中", "已整改待复验", "已关闭", "缓办"), "未开始、整改中 等"),
]


class Observation(Part):
    """What was seen of one evaluation item; what was planned stands in the drill."""

    item: ItemKey
    """评的是哪一项，照评估表的编号。"""
    actual: At | None = None
    """实际时刻；没有发生就不写。"""
    rating: Rating
    """评级；没看到写未评。"""
    seen: Sentence | None = None
    """看到了什么、凭什么说；未评可以不写。"""


class Waiver(Part):
    """Why something is left as it is, and which post or unit allowed it."""

    reason: Sentence
    """理由。"""
    approver: KnownActor
    """谁批准，写单位、岗位或职务，不写个人；没有人批准就不算数。"""


class Deferral(Waiver):
    """Why an improvement waits, who allowed it, and when it is looked at again."""

    review: KnownDay
    """哪一天再议。"""


class Finding(Record):
    """A strength or a weakness."""

    label: ClassVar[str] = "问题"
    kind: ClassVar[str] = "finding"

    type: FindingKind
    """优点、不足 或 问题。"""
    about: tuple[RatedRef, ...]
    """关于哪些评估项。"""
    text: Sentence
    """发现了什么。"""
    cause: Sentence | None = None
    """原因。"""
    waived: Waiver | None = None
    """不整改的理由和谁批准；不足和问题要么有整改，要么写这一项。"""


class Improvement(Record):
    """What is done about a finding, by whom, until when."""

    label: ClassVar[str] = "整改"
    kind: ClassVar[str] = "improvement"

    closes: tuple[Name, ...]
    """针对哪些问题，写问题的编号。"""
    changes_actions: tuple[ActionRef, ...] = ()
    """要改哪些行动。"""
    changes_duties: tuple[DutyRef, ...] = ()
    """要改哪些职责。"""
    text: Sentence
    """整改措施。"""
    owner: KnownActor
    """谁负责。"""
    due: KnownDay
    """什么时候完成。"""
    status: ImprovementStatus
    """进展。"""
    proof: KnownSentence | None = None
    """完成的证明。"""
    retest: DrillRef | None = None
    """由哪次演练复验。"""
    deferred: Deferral | None = None
    """缓办的理由、谁批准、哪天再议；进展是 缓办 才写，也必须写。"""


class DrillRecord(Record):
    """records/<id>.yaml: one drill as it was really held."""

    label: ClassVar[str] = "演练记录"
    kind: ClassVar[str] = "record"
    least: ClassVar[Audience] = Audience.TRAINER

    drill: DrillRef
    """哪次演练。"""
    held_on: KnownDay
    """演练日期；还没有填的是空白，这份记录就不算演过。"""
    started_at: At | None = None
    """T+0 是北京时间几点；实际时刻写钟点时，靠它和计划比。"""
    summary: KnownSentence
    """概况。"""
    observations: tuple[Observation, ...] = ()
    """逐项观察。"""
    findings: Entries[Finding] = {}
    """发现的优点、不足和问题。"""
    improvements: Entries[Improvement] = {}
    """整改。"""
    seal: Seal | None = None
    """演练前封存过的，写随机数和封存值；由 handbook open 写上。"""

    @property
    def weak(self) -> tuple[Finding, ...]:
        """The findings that ask to be mended."""
        return tuple(one for one in self.findings.values() if one.type in WEAK)

    @property
    def loose(self) -> tuple[Finding, ...]:
        """The weak ones nobody mends, and nobody decided not to mend."""
        closed = {id for one in self.improvements.values() for id in one.closes}
        return tuple(one for one in self.weak if one.id not in closed and not one.waived)

    @property
    def held(self) -> bool:
        """Tell whether the drill was held; a record still to fill in has no day, and says nothing."""
        return not isinstance(self.held_on, Blank)

    @property
    def awaited(self) -> bool:
        """Tell whether nothing is assessed yet: no item rated, nothing found."""
        rated = any(one.rating != UNRATED for one in self.observations)
        return not (rated or self.findings or self.improvements)
