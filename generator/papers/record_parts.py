"""What the papers of a drill that was held share: its head, its results, findings and their causes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.handbook.evaluation import LACKING
from generator.handbook.outcome import RULE, Outcome, Score, outcomes, score, timeline
from generator.model.results import DrillRecord, Finding
from generator.papers import blocks, drill_parts
from generator.papers.blocks import Block
from generator.papers.desk import Desk, Rehearsal
from generator.papers.words import Spans, spans

NOTE = (
    "由演练记录生成，只列记录里有的；没看到的写“未评”，不补、不猜。只写岗位和单位，不写个人姓名。"
    "正式报告由主办单位按自己的格式印发。"
)
LATE = "“晚”是和这场演练给的最迟时刻比；时限性质写明“建议值·非法定”的只作参考，不算超时。"


@dataclass(frozen=True)
class Assessed:
    """A drill as it was held: its record, what came of each item, and the ratings counted."""

    rehearsal: Rehearsal
    record: DrillRecord
    found: tuple[Outcome, ...]
    score: Score


def assessed(desk: Desk) -> Iterator[Assessed]:
    """Yield the drills that were held; a record still to fill in is none."""
    for rehearsal in desk.rehearsals():
        for record in rehearsal.plan.records_of(rehearsal.drill):
            if record.held:
                found = outcomes(rehearsal.book, rehearsal.plan, rehearsal.drill, record)
                yield Assessed(rehearsal, record, found, score(found))


def head(of: Assessed) -> Block:
    """Return what drill it was, when and where it was held, and who ran it."""
    record, rehearsal = of.record, of.rehearsal
    facts = [(label, value) for label, value in drill_parts.labelled(rehearsal) if label != "日期"]
    started = f"；T+0 是 {record.started_at}（北京时间）" if record.started_at else ""
    return blocks.pairs(
        [
            ("演练", spans(rehearsal.drill.title)),
            *facts,
            ("演练日期", f"{record.held_on}{started}"),
            ("场地", blocks.under(drill_parts.places(rehearsal))),
            *drill_parts.run_by(rehearsal),
            ("概况", spans(record.summary)),
        ]
    )


def marks(of: Assessed) -> Iterator[Block]:
    """Yield the ratings counted, the score and its rule."""
    counted = [*of.score.counts.items(), (f"{LACKING}的步骤", of.score.gaps)]
    columns = [(name, 20 if len(name) > 2 else 10) for name, _ in counted]
    yield blocks.table(columns, [[f"{number}" for _, number in counted]])
    if of.score.per_cent is None:
        yield blocks.text("没有一项评了级，没有得分。")
    else:
        told = f"{of.score.per_cent} 分（满分 100）。"
        yield blocks.text(
            blocks.strong("得分："), told, f"{of.score.total} 项里评了 {of.score.rated} 项。"
        )
    yield blocks.text(blocks.strong("怎么算："), RULE)


def critical(of: Assessed) -> Iterator[Block]:
    """Yield the critical items that were not wholly done."""
    failed = [one for one in of.found if one.critical and one.rating in ("中", "差")]
    if failed:
        yield blocks.text(blocks.strong("标“关键”、没有全做到的："))
        yield blocks.points(
            [*deed(one), "（", *of.rehearsal.named(one.item.who), f"）{one.rating}。{one.seen}"]
            for one in failed
        )


def course(of: Assessed) -> Iterator[Block]:
    """Yield planned against actual, in the order it happened."""
    timed = timeline(of.found)
    if not timed:
        return
    yield blocks.heading("计划和实际")
    columns = (("最迟", 10), ("实际", 10), ("赶上没有", 18), ("谁", 18), ("做什么", 30))
    rows: list[list[str | Spans]] = [
        [
            f"{one.item.due or ''}",
            f"{one.actual or ''}",
            one.in_words or "没有看到",
            of.rehearsal.named(one.item.who),
            deed(one),
            one.limit_shown,
        ]
        for one in timed
    ]
    yield blocks.table([*columns, ("时限性质", 14)], rows, strong=2)
    yield blocks.text(LATE)


def results(of: Assessed) -> Block:
    """Return what came of each item."""
    columns = (("应看到什么（预案原话）", 32), ("谁", 16), ("评级", 8), ("看到什么、凭什么说", 28))
    rows: list[list[str | Spans]] = [
        [deed(one), of.rehearsal.named(one.item.who), one.rating, one.seen, one.item.key]
        for one in of.found
    ]
    return blocks.table([*columns, ("编号", 16)], rows)


def deed(one: Outcome) -> Spans:
    """Return what should be seen, marked where it is critical or the plan lacks it."""
    return [*spans(one.item.words), *["〔关键〕"] * one.critical, *[f"〔{LACKING}〕"] * one.gap]


def findings(of: Assessed, *types: str) -> list[Finding]:
    """Return the findings of these types, in the record's order."""
    return [one for one in of.record.findings.values() if one.type in types]


def told(of: Assessed, one: Finding) -> Spans:
    """Return a finding with its cause."""
    cause = ["　原因：", *spans(one.cause)] if one.cause else []
    return [*spans(one.text.rstrip("。")), "。", *cause]
