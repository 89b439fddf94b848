"""总结报告 from a record: what was held, whether it reached its aims, what was learned and what is proposed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.handbook.outcome import Outcome
from generator.model.drill import Objective
from generator.model.results import RATINGS
from generator.model.scale import Audience
from generator.papers import blocks, drill_parts, record_parts, report
from generator.papers.blocks import Block
from generator.papers.desk import Desk
from generator.papers.paper import Paper
from generator.papers.record_parts import Assessed
from generator.papers.words import Spans, joined, spans

ORDER = 114
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "总结报告",
    "主办单位写总结用：基本情况、结果、经验教训和整改照记录填好了，结论和建议手填",
    "A4 纵向",
    "记录用",
)
_ELSEWHERE = "《整改台账》《预案修订建议》各成一份，和本报告一起归档。"


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each drill that was held."""
    for of in record_parts.assessed(desk):
        content = {"note": record_parts.NOTE, "blocks": list(_blocks(of))}
        yield desk.record_paper(of.rehearsal, of.record, "summary", _TEXTS, content)


def _blocks(of: Assessed) -> Iterator[Block]:
    rehearsal = of.rehearsal
    yield blocks.heading("基本情况")
    yield record_parts.head(of)
    there = drill_parts.participants(rehearsal)
    yield blocks.table(
        (("参演单位、岗位", 64), ("应到", 18), ("实到", 18)), [(one, "", "") for one in there]
    )
    yield blocks.text("中断、终止：□没有　□有：", blocks.rule(60))
    yield blocks.text("真伤真病：□没有　□有：", blocks.rule(60))
    yield blocks.heading("方案概要")
    start = spans(rehearsal.drill.scenario.start)
    yield blocks.text(f"按《{rehearsal.plan.plan.title}》组织。开始的情景：", start)
    yield blocks.heading("目标达到没有")
    columns = (("目标", 40), ("有关评估项的评级", 30), ("结论（评估组定）", 30))
    told = "□达到　□部分　□没有"
    aims = rehearsal.drill.objectives.values()
    yield blocks.table(columns, [(spans(one.text), _ratings(of, one), told) for one in aims])
    yield blocks.heading("结果")
    yield from record_parts.marks(of)
    yield from record_parts.critical(of)
    if carried := report.carried(rehearsal):
        yield blocks.heading("上次的整改，这次改好没有")
        columns = (("整改", 40), ("责任单位", 25), ("复验结果", 35))
        told = "□改好　□部分　□没有"
        yield blocks.table(
            columns, [(_spans(c["text"]), _spans(c["owner"]), told) for c in carried]
        )
    yield from _findings(of, "做得好的、要留下的", "优点")
    yield from _findings(of, "发现的问题和原因", "不足", "问题")
    yield blocks.heading("工作建议")
    if measures := of.record.improvements.values():
        yield blocks.steps(
            [
                *spans(one.text.rstrip("。")),
                "（",
                *rehearsal.named(one.owner),
                "，",
                *spans(one.due),
                "）",
            ]
            for one in measures
        )
    yield blocks.lines(3)
    yield blocks.text(_ELSEWHERE)
    yield blocks.signature("执笔", "评估组长", "总导演")


def _findings(of: Assessed, title: str, *types: str) -> Iterator[Block]:
    yield blocks.heading(title)
    if found := record_parts.findings(of, *types):
        yield blocks.steps(record_parts.told(of, one) for one in found)
    else:
        yield blocks.lines(2)


def _ratings(of: Assessed, objective: Objective) -> Spans:
    """Return how the items were rated that try an objective; what the plan lacks is not rated."""
    own = [one for one in of.found if not one.gap]
    counts = Counter(one.rating for one in own if _tries(of, one, objective))
    shown: list[Spans] = [[f"{rating} {counts[rating]}"] for rating in RATINGS if counts[rating]]
    return joined(shown, "，") or ["没有评估项"]


def _tries(of: Assessed, one: Outcome, objective: Objective) -> bool:
    drill, where = of.rehearsal.drill, one.item.origin
    asked = drill.injects.get(where) or drill.questions.get(where)
    if asked:
        return objective.id in {ref.id for ref in asked.serves}
    action = of.rehearsal.plan.actions.get(one.item.action)
    return bool(action and action.duty.id in {ref.id for ref in objective.duties})


def _spans(value: object) -> Spans:
    assert isinstance(value, list)
    return value
