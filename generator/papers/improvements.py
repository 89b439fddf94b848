"""整改台账 from a record: each finding with what is done about it, by whom, until when, and who looks again."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.results import Improvement
from generator.model.scale import Audience
from generator.papers import blocks, record_parts
from generator.papers.blocks import Block
from generator.papers.desk import Desk
from generator.papers.paper import Paper
from generator.papers.record_parts import Assessed
from generator.papers.words import Spans, joined, spans

ORDER = 116
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "整改台账",
    "责任单位照着改，复核人到期去看；没改好的写进下一场演练再验",
    "A4 横向",
    "记录用",
)
_NOTE = (
    "到期由复核人去看，看到了才签。只写岗位和单位，不写个人姓名。照演练记录生成，进展改了就改记录。"
)
_COLUMNS = (
    ("号", 4),
    ("问题", 17),
    ("措施", 20),
    ("责任单位", 11),
    ("期限", 9),
    ("进展", 10),
    ("完成的证明", 11),
    ("哪场复验", 9),
    ("复核人、日期", 9),
)


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each drill that was held and has anything to mend."""
    for of in record_parts.assessed(desk):
        if of.record.improvements:
            content = {"note": _NOTE, "wide": True, "blocks": list(_blocks(of))}
            yield desk.record_paper(of.rehearsal, of.record, "improvements", _TEXTS, content)


def _blocks(of: Assessed) -> Iterator[Block]:
    yield blocks.text(f"演练日期：{of.record.held_on}　所属预案：{of.rehearsal.plan.plan.title}")
    yield blocks.heading("整改事项")
    measures = enumerate(of.record.improvements.values(), start=1)
    yield blocks.table(_COLUMNS, [_row(of, number, one) for number, one in measures], spare=3)
    if left := of.record.loose:
        yield blocks.heading("还没有人领的问题")
        yield blocks.steps(record_parts.told(of, one) for one in left)


def _row(of: Assessed, number: int, one: Improvement) -> list[str | Spans]:
    findings = of.record.findings
    why = joined([spans(findings[id].text if id in findings else id) for id in one.closes], "；")
    deferred: Spans = []
    if one.deferred:
        deferred = [
            "\n",
            *spans(one.deferred.reason),
            "\n批准：",
            *of.rehearsal.named(one.deferred.approver),
        ]
        deferred += ["\n再议：", *spans(one.deferred.review)]
    return [
        f"{number}",
        why,
        spans(one.text),
        of.rehearsal.named(one.owner),
        spans(one.due),
        [one.status, *deferred],
        spans(one.proof),
        of.rehearsal.named(one.retest),
        "",
    ]
