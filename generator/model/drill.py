"""A drill: head, staff, cast, schedule, scenario, objectives, and one of three bodies.

Who sees a drill sees all that stands in it: its parts ask for no stricter audience than it may have.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from generator.model.inject import Inject
from generator.model.record import Entries, Part, Record, Trace
from generator.model.reference import (
    ActorRef,
    AreaRef,
    DutyRef,
    FactRef,
    ImprovementRef,
    KnownActor,
    PlanRef,
    StockRef,
)
from generator.model.scalar import Scalar
from generator.model.scale import Audience
from generator.model.script import Act
from generator.model.tabletop import Question, TabletopStage
from generator.model.time import At, KnownDay, Span
from generator.model.words import Flag, KnownName, KnownSentence, Name, Sentence, choice

Form = Annotated[str, Scalar(choice("桌面", "实战"), "桌面 或 实战")]
Breadth = Annotated[str, Scalar(choice("单项", "综合"), "单项 或 综合")]
Purpose = Annotated[str, Scalar(choice("检验性", "示范性", "研究性"), "检验性、示范性 或 研究性")]
Notice = Annotated[str, Scalar(choice("预告", "单盲", "双盲"), "预告、单盲 或 双盲")]
Status = Annotated[str, Scalar(choice("样例", "计划", "已结束"), "样例（已公开）、计划 或 已结束")]


class Role(Record):
    """A part played in the drill."""

    label: ClassVar[str] = "演练角色"
    kind: ClassVar[str] = "role"
    least: ClassVar[Audience] = Audience.RESPONDER

    name: Name
    """角色名称，如 交通局值班员。"""
    plays: ActorRef | None = None
    """对应的单位、岗位或指挥职务；模拟人员可以没有。"""
    simulated: Flag = False
    """是否由导调人员模拟，如媒体、上级来电。"""
    joins: At | None = None
    """什么时刻上场；不写就是从头在。桌面推演从第一阶段算起，不计休息。"""
    leaves: At | None = None
    """什么时刻撤下；不写就是到结束。"""
    keeps: Sentence | None = None
    """两次受领任务之间一直在做什么，如守卡口、记进出。"""


class Staff(Part):
    """Who runs the drill."""

    host: KnownActor
    """主办单位。"""
    director: KnownActor
    """总导演，不是参演的总指挥。"""
    control: tuple[KnownActor, ...] = ()
    """导调组。"""
    safety: KnownActor
    """安全员。"""
    evaluators: tuple[KnownActor, ...] = ()
    """评估组。"""


class Milestone(Part):
    """A step in the drill's schedule."""

    at: At
    """时刻。"""
    what: Sentence
    """做什么。"""


class Scenario(Part):
    """The situation at the start."""

    basis: Sentence
    """依据哪件实事，或说明是合理组合。"""
    start: Sentence
    """开始时的情况。"""
    weather: Sentence | None = None
    """天气和日照。"""
    facts: tuple[FactRef, ...] = ()
    """依据的事实。"""
    assumptions: tuple[Sentence, ...] = ()
    """设定的假设。"""


class Objective(Record):
    """What the drill is to show."""

    label: ClassVar[str] = "演练目标"
    kind: ClassVar[str] = "objective"
    least: ClassVar[Audience] = Audience.RESPONDER

    text: Sentence
    """目标，一句话。"""
    duties: tuple[DutyRef, ...]
    """检验哪些职责。"""


class Drill(Record):
    """drills/<id>.yaml: exactly one of script, injects or stages is its body."""

    label: ClassVar[str] = "演练"
    kind: ClassVar[str] = "drill"
    least: ClassVar[Audience] = Audience.TRAINER

    title: Name
    """演练名称。"""
    plan: PlanRef | None = None
    """所属预案；封存的演练必须写，其余由所在文件夹给出。"""
    form: Form
    """桌面 或 实战。"""
    breadth: Breadth
    """单项 或 综合。"""
    purpose: Purpose
    """检验性、示范性 或 研究性。"""
    notice: Notice
    """预告、单盲 或 双盲；这里的双盲只是样例，不得用于实际双盲。"""
    status: Status
    """样例、计划 或 已结束；已结束的演练处置版也能看。"""
    scripted: Flag
    """有没有脚本。"""
    staff: Staff
    """组织人员。"""
    areas: tuple[AreaRef, ...]
    """涉及的地方。"""
    places: tuple[KnownName, ...]
    """演练场地。"""
    held_on: KnownDay
    """演练日期。"""
    minutes: Span
    """计划时长。"""
    idle_limit: Span | None = None
    """参演角色最多闲多久；不写按建议值·非法定：情景注入30分钟，脚本和桌面60分钟。"""
    cast: Entries[Role]
    """角色。"""
    schedule: tuple[Milestone, ...]
    """日程。"""
    scenario: Scenario
    """情景。"""
    objectives: Entries[Objective]
    """目标。"""
    stop_words: tuple[Sentence, ...]
    """叫停口令。"""
    real_event_rule: KnownSentence
    """遇真实突发事件怎么办。"""
    report_cutoff: KnownSentence
    """上报截止层级。"""
    safety_notes: tuple[Sentence, ...] = ()
    """安全要求。"""
    carries: Annotated[tuple[ImprovementRef, ...], Trace()] = ()
    """复验哪些整改。"""
    script: tuple[Act, ...] = ()
    """脚本，分幕。"""
    injects: Entries[Inject] = {}
    """情景注入。"""
    stages: tuple[TabletopStage, ...] = ()
    """桌面推演各阶段。"""

    @property
    def questions(self) -> Mapping[str, Question]:
        """The questions of all stages."""
        return {id: one for stage in self.stages for id, one in stage.questions.items()}

    @property
    def uses(self) -> tuple[StockRef, ...]:
        """What is taken from the stock of ready injects."""
        uses = [one.uses for one in self.injects.values()]
        uses += [one.uses for one in self.questions.values()]
        return tuple(ref for ref in uses if ref)

    @property
    def effective_audience(self) -> Audience:
        """Closed drills are for responders too; all others for trainers only."""
        kind = Audience.RESPONDER if self.status == "已结束" else self.least
        return max(kind, self.audience or kind)
