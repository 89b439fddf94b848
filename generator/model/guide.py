"""Public guidance: guide.yaml of a plan, and topics that cut across plans."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from generator.model.icon import Icon
from generator.model.option import Option
from generator.model.record import Entries, Part, Record, Trace, grouped_under
from generator.model.reference import (
    ActionRef,
    AreaRef,
    Cite,
    HotlineRef,
    LentRef,
    MessageRef,
    PlanRef,
)
from generator.model.scalar import Scalar
from generator.model.scale import Audience, Certainty, Stage
from generator.model.time import DayWord
from generator.model.words import Name, Sentence, choice, prose

Saying = Annotated[str, Scalar(prose(30), "一个动作，一句话，最多 30 字")]
Claim = Annotated[str, Scalar(prose(30), "一句话，最多 30 字")]
Tone = Annotated[str, Scalar(choice("要", "不要"), "要 或 不要")]


class Message(Record):
    """One thing to do, or not to do, said to the public."""

    label: ClassVar[str] = "公众提示"
    kind: ClassVar[str] = "message"
    least: ClassVar[Audience] = Audience.PUBLIC

    stage: Stage
    """事前、事中、事后；取自所在的分组，不必另写。"""
    tone: Tone
    """要做，还是不要做。"""
    say: Saying
    """一个动作，一句话，30 字以内。"""
    why: Sentence | None = None
    """为什么，一句话。"""
    situation: Name | None = None
    """属于哪种情形，如 车困雪路；指南按它分小标题。"""
    people: tuple[Name, ...] = ()
    """说给谁；不写就是所有人。"""
    places: tuple[Name, ...] = ()
    """在哪里。"""
    areas: tuple[AreaRef, ...] = ()
    """哪些地方尤其要注意。"""
    source: tuple[Cite, ...]
    """出处；关乎性命的话必须有。"""
    certainty: Certainty
    """核到什么程度。"""
    reviewed_on: DayWord
    """审阅日期，不能晚于版次日期。"""
    conflict: Sentence | None = None
    """不同说法之间的取舍，取了哪一种，为什么。"""
    actions: Annotated[tuple[ActionRef, ...], Trace()] = ()
    """与处置方的哪些行动配套。"""


class Call(Part):
    """Whom to call and what to say."""

    hotline: HotlineRef
    """打哪个电话。"""
    when: Sentence
    """什么情况打。"""
    say: tuple[Sentence, ...] = ()
    """接通后依次说什么。"""


class KitItem(Record):
    """One thing to have ready, for whom and why."""

    label: ClassVar[str] = "要备的东西"
    kind: ClassVar[str] = "kit"
    least: ClassVar[Audience] = Audience.PUBLIC

    what: Name
    """备什么。"""
    amount: Name | None = None
    """备多少；出处里没有数，就写 够几口人用 这样的话，或写 建议……，不要自己定数。"""
    why: Sentence | None = None
    """为什么，派什么用场。"""
    pack: Name | None = None
    """放在哪一包，如 家里、车上、随身；页面按它分组。"""
    people: tuple[Name, ...] = ()
    """给谁备；不写就是人人都备。"""
    source: tuple[Cite, ...]
    """出处；没有出处的不能登。"""
    certainty: Certainty
    """核到什么程度。"""


class Rumour(Record):
    """What people say that is not so, and what is."""

    label: ClassVar[str] = "别信的说法"
    kind: ClassVar[str] = "rumour"
    least: ClassVar[Audience] = Audience.PUBLIC

    heard: Claim
    """人们怎么说，照原话，30 字以内。"""
    truth: Claim
    """其实该怎么样，30 字以内。"""
    why: Sentence | None = None
    """为什么，一句话。"""
    source: tuple[Cite, ...]
    """出处；没有出处的不能登。"""
    certainty: Certainty
    """核到什么程度。"""
    reviewed_on: DayWord
    """审阅日期，不能晚于版次日期。"""


class QuizQuestion(Record):
    """A question a reader may try; exactly one of its options is right."""

    label: ClassVar[str] = "小测验"
    kind: ClassVar[str] = "quiz"
    least: ClassVar[Audience] = Audience.PUBLIC

    ask: Sentence
    """问什么；写一个眼前的情形。"""
    options: tuple[Option, ...]
    """选项，正好一个对，每个都写理由。"""
    about: Annotated[tuple[MessageRef, ...], Trace()]
    """考的是哪几条提示；答案靠它们的出处，专题里写 预案/编号。"""


class Guidance(Part):
    """What guides and topics share: everything said to the public."""

    title: Name
    """标题，用百姓的话。"""
    summary: Sentence
    """一两句话的要领。"""
    calls: tuple[Call, ...] = ()
    """打给谁，说什么。"""
    messages: Annotated[Mapping[Stage, Entries[Message]], grouped_under("stage")] = {}
    """自己的提示，先按事前、事中、事后，再按编号。"""
    kit: Entries[KitItem] = {}
    """要备的东西，按编号。"""
    rumours: Entries[Rumour] = {}
    """别信的说法和实情，按编号。"""
    quiz: Entries[QuizQuestion] = {}
    """小测验，按编号。"""

    @property
    def said(self) -> Mapping[str, Message]:
        """The messages of all stages."""
        return {id: message for stage in self.messages.values() for id, message in stage.items()}

    @property
    def records(self) -> tuple[Record, ...]:
        """All that is said, in the order of the file."""
        stages = (message for stage in self.messages.values() for message in stage.values())
        return (*stages, *self.kit.values(), *self.rumours.values(), *self.quiz.values())


class Guide(Guidance):
    """guide.yaml: what the public should do before, during and after."""

    aliases: tuple[Name, ...] = ()
    """人们怎么说这种事，供搜索。"""


class Topic(Record, Guidance):
    """One situation or place across several plans."""

    label: ClassVar[str] = "专题"
    kind: ClassVar[str] = "topic"
    least: ClassVar[Audience] = Audience.PUBLIC

    icon: Icon = "预案"
    """首页上的图案。"""
    plans: tuple[PlanRef, ...]
    """涉及哪些预案。"""
    borrowed: tuple[LentRef, ...] = ()
    """引用各预案的提示、要备的东西、别信的说法和小测验，写 预案/编号。"""
    actions: Annotated[tuple[ActionRef, ...], Trace()] = ()
    """处置方的相关行动，写 预案/编号。"""
