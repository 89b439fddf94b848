"""预案修订建议 from a record: steps the plan lacks and what is to be changed, each with a line to decide on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.revisions import Change, Gap, changes, gaps
from generator.model.scale import Audience
from generator.model.work import Action
from generator.papers import blocks, record_parts
from generator.papers.blocks import Block
from generator.papers.desk import Desk
from generator.papers.paper import Paper
from generator.papers.record_parts import Assessed
from generator.papers.words import Spans, spans

ORDER = 118
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "预案修订建议",
    "预案编制单位逐条定采纳不采纳：演练里有、预案里没有的步骤，和整改要改的行动、职责",
    "A4 横向",
    "记录用",
)
_NOTE = "放在哪里是建议，由预案编制单位定。采纳的改预案和行动清单，不采纳的写明理由；两样都存档。"
_DECISION = "□采纳　□不采纳"
_DECIDED = "定没有、谁定、日期、理由"
_STEPS = (
    ("号", 4),
    ("哪一步", 22),
    ("谁做", 12),
    ("演练里看到什么", 22),
    ("建议放在哪里", 22),
    (_DECIDED, 18),
)
_CHANGES = (("号", 4), ("现在的写法", 28), ("整改", 28), ("责任单位", 16), (_DECIDED, 24))


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each drill that was held."""
    for of in record_parts.assessed(desk):
        content = {"note": _NOTE, "wide": True, "blocks": list(_blocks(of))}
        yield desk.record_paper(of.rehearsal, of.record, "revisions", _TEXTS, content)


def _blocks(of: Assessed) -> Iterator[Block]:
    rehearsal, plan = of.rehearsal, of.rehearsal.plan
    yield blocks.text(f"演练日期：{of.record.held_on}　所属预案：{plan.plan.title}")
    yield blocks.heading("预案里还没有的步骤")
    lacking = list(gaps(plan, rehearsal.drill, of.found))
    rows = [_gap(of, number, one) for number, one in enumerate(lacking, start=1)]
    yield blocks.table(_STEPS, rows, spare=2)
    changed = list(changes(plan, of.record))
    yield blocks.heading("要改的行动、职责和条款")
    rows = [_change(of, number, one) for number, one in enumerate(changed, start=len(lacking) + 1)]
    yield blocks.table(_CHANGES, rows, spare=3)
    yield blocks.signature("预案编制单位", "日期")


def _gap(of: Assessed, number: int, one: Gap) -> list[str | Spans]:
    item = one.outcome.item
    where = f"“{one.after.phase}”阶段，“{one.after.do}”前后" if one.after else "由编制单位定"
    duty = f"\n职责：{one.duty.text}" if one.duty else ""
    return [
        f"{number}",
        [*spans(item.words), f"\n编号 {item.key}"],
        of.rehearsal.named(item.who) or "还没有定",
        f"{one.outcome.rating}{'：' if one.outcome.seen else ''}{one.outcome.seen}",
        where + duty,
        _DECISION,
    ]


def _change(of: Assessed, number: int, one: Change) -> list[str | Spans]:
    words = one.of.do if isinstance(one.of, Action) else one.of.text
    return [
        f"{number}",
        f"{one.of.label}：{words}",
        spans(one.improvement.text),
        of.rehearsal.named(one.improvement.owner),
        _DECISION,
    ]
