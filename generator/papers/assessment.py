"""评估报告 from a record: by what was rated, what came of it, and the score with its rule."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.scale import Audience
from generator.papers import blocks, evaluation, record_parts
from generator.papers.blocks import Block
from generator.papers.desk import Desk
from generator.papers.paper import Paper
from generator.papers.record_parts import Assessed

ORDER = 112
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "评估报告",
    "评估组交主办单位：评了什么、凭什么评、计划和实际差在哪里、得分和怎么算；总评和理由手填",
    "A4 纵向",
    "记录用",
)
_PROCESS = (
    "评估组照《评估方案和评估表》在现场记时刻、看到的事和凭据，会后按编号汇总。"
    "每一项都是预案行动的原话，时限和性质照抄预案。"
)


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each drill that was held."""
    for of in record_parts.assessed(desk):
        content = {"note": record_parts.NOTE, "blocks": list(_blocks(of))}
        yield desk.record_paper(of.rehearsal, of.record, "assessment", _TEXTS, content)


def _blocks(of: Assessed) -> Iterator[Block]:
    yield blocks.heading("基本情况")
    yield record_parts.head(of)
    yield blocks.heading("评估依据和过程")
    yield blocks.text(
        f"依据《{of.rehearsal.plan.plan.title}》。{_PROCESS}{evaluation.RATINGS_SOURCE}"
    )
    yield blocks.heading("得分")
    yield from record_parts.marks(of)
    yield from record_parts.critical(of)
    yield from record_parts.course(of)
    yield blocks.heading("逐项结果")
    yield record_parts.results(of)
    yield blocks.heading("优点、不足和问题")
    if of.record.findings:
        columns = (("类别", 10), ("发现了什么、原因", 52), ("关于哪些行动、注入、题目", 38))
        yield blocks.table(
            columns,
            [
                (one.type, record_parts.told(of, one), of.rehearsal.named(*one.about))
                for one in of.record.findings.values()
            ],
            strong=1,
        )
    else:
        yield blocks.lines(3)
    yield blocks.heading("结论")
    grades = "　".join(f"□{word}" for word in evaluation.GRADES)
    yield blocks.text(blocks.strong("总评："), grades, "　（评估组定，不由得分算出）")
    yield blocks.text(blocks.strong("理由："))
    yield blocks.lines(2)
    yield blocks.text("附件：填好的评估表原件、观察记录表、影像。")
    yield blocks.signature("评估组长", "日期")
