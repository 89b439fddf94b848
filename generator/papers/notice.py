"""演练通知: what units are told beforehand; none for a double-blind drill."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.scale import Audience
from generator.papers import blocks, drill_parts
from generator.papers.blocks import Block
from generator.papers.desk import Desk, Rehearsal
from generator.papers.paper import Paper
from generator.papers.words import Spans, joined, spans

ORDER = 10
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "演练通知（代拟稿）",
    "发给参演单位；单盲的只写时间、地点和安全要求，不写情景。正式通知由主办单位按自己的格式印发",
    "A4 纵向",
    "参演用",
)
_NOTE = "代拟稿。横线处由主办单位填；正式通知按主办单位自己的公文格式印发。"


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each drill that is announced, if only its time."""
    for rehearsal in desk.rehearsals():
        if rehearsal.drill.notice != "双盲":
            about = drill_parts.neutral(rehearsal)
            content = {"note": _NOTE, "blocks": list(_blocks(rehearsal, about))}
            yield desk.drill_paper(rehearsal, "notice", _TEXTS, content, about=about)


def _blocks(rehearsal: Rehearsal, about: str) -> Iterator[Block]:
    """Scenario, objectives and schedule tell what is coming: only announced drills show them."""
    told = rehearsal.drill.notice == "预告"
    yield blocks.text("各参演单位：", flush=True)
    yield blocks.text(
        f"为检验《{rehearsal.plan.plan.title}》，拟举行“{about}”。请照下面的要求准备。"
    )
    yield blocks.heading("时间、地点和形式")
    yield _where(rehearsal, told)
    if told:
        yield blocks.heading("练什么")
        yield blocks.steps(spans(one.text) for one in rehearsal.drill.objectives.values())
    yield blocks.heading("谁参加")
    if told:
        yield blocks.text(joined(drill_parts.participants(rehearsal)), "。")
    else:
        yield blocks.text("各单位按平时值班和备勤安排待命，不另行集结、不提前布置。")
        yield blocks.lines(2)
    if told and rehearsal.drill.schedule:
        yield blocks.heading("日程")
        yield from drill_parts.timetable(rehearsal)
    yield blocks.heading("怎么准备")
    yield blocks.steps(_preparations(told))
    yield blocks.heading("安全")
    yield from _safety(rehearsal, told)
    yield blocks.signature("主办单位", "日期")


def _where(rehearsal: Rehearsal, told: bool) -> Block:
    drill = rehearsal.drill
    places = blocks.under(drill_parts.places(rehearsal)) if told else []
    return blocks.pairs(
        [
            ("时间", [*spans(drill.held_on), f"　时长{drill.minutes}"]),
            ("地点", places or [*blocks.rule(60), "（临场通知）"]),
            ("形式", f"{drill.form}·{drill.breadth}·{drill.purpose}"),
            ("主办", rehearsal.named(drill.staff.host)),
        ]
    )


def _preparations(told: bool) -> Iterator[str | Spans]:
    if told:
        yield "参演人员先学所属预案里自己岗位的职责和行动；人有病痛的换人。"
    yield "检查车辆、通信、防寒防护装备。"
    yield "要练疏散、灭火的，先告诉里面所有人，挂明显标识（公安部令第61号第40条【核】）。"
    yield "所有演练通话、短信、文书，开头和结尾都说、都写“演练”。"
    yield [
        "定一名联络员报主办单位。\n联络员：",
        *blocks.rule(34),
        "　报送时间：",
        *blocks.rule(34),
    ]


def _safety(rehearsal: Rehearsal, told: bool) -> Iterator[Block]:
    drill = rehearsal.drill
    yield blocks.stop(drill_parts.stopping(rehearsal))
    if told and drill.real_event_rule:
        yield blocks.text(blocks.strong("遇真实突发事件："), spans(drill.real_event_rule))
    else:
        yield blocks.text("遇真实突发事件，演练立即停止，先办真事。")
    if told and drill.safety_notes:
        yield blocks.steps(spans(line) for line in drill.safety_notes)
