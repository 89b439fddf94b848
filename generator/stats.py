"""Figures of the handbook: what is there, how certain, what is missing, who can settle it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.chain import Chain, chains
from generator.handbook.coverage import uncovered_cells
from generator.handbook.views import limit_kind, open_points
from generator.handbook.walk import leaves
from generator.model.time import Day

LIMIT_KINDS = ("法定", "上位预案", "本地文件", "立即", "顺序", "建议值", "空白")
CERTAINTIES = ("已核", "待核", "待地区确认")
Figures = dict[str, dict[str, int | str]]


def stats(book: Handbook, today: Day | None = None) -> dict[str, Figures]:
    """Return figures by plan: records, certainty, limits by kind, holes, who is asked, the chain.

    Sealed drills are not counted: a count can give one away. What is overdue is reckoned by
    today, or else by the date of the edition.
    """
    open_book, note = book.changed(sealed={}), book.registers.edition
    found = chains(open_book, today or (note.date if note else None))
    return {id: dict(_of_plan(open_book, id, found[id])) for id in book.plans}


def _of_plan(book: Handbook, id: str, chain: Chain) -> Iterator[tuple[str, dict[str, int | str]]]:
    plan = book.plans[id]
    messages = plan.messages.values()
    guide = plan.guide
    yield (
        "数量",
        {
            "职责": len(plan.duties),
            "行动": len(plan.actions),
            "关键行动": sum(action.critical for action in plan.actions.values()),
            "公众提示": len(messages),
            "不要做的": sum(message.tone == "不要" for message in messages),
            "要备的东西": len(guide.kit) if guide else 0,
            "别信的说法": len(guide.rumours) if guide else 0,
            "小测验": len(guide.quiz) if guide else 0,
            "演练": len(plan.drills),
            "演练记录": sum(record.held for record in plan.records.values()),
        },
    )
    certain = Counter(
        str(value)
        for visit in book.visits
        if visit.scope.plan == id
        for field, value in leaves(visit.part)
        if field == "certainty"
    )
    total = sum(certain.values()) or 1
    yield (
        "可信度",
        {word: f"{certain[word]}（{certain[word] / total:.0%}）" for word in CERTAINTIES},
    )
    limits = Counter(limit_kind(book, action) for action in plan.actions.values())
    yield "时限", {kind: limits[kind] for kind in LIMIT_KINDS}
    holes = uncovered_cells(book, plan)
    reasons = sum(len(entry.units) * len(entry.phases) for entry in plan.plan.uncovered)
    yield (
        "覆盖",
        {"有理由不设行动的格": reasons, "没有行动也没有理由的格": sum(map(len, holes.values()))},
    )
    yield "链条断在哪里", {step.hole: len(step.broken) for step in chain.steps}
    asked = Counter(p.who for p in open_points(book) if p.plan == id and p.kind == "空白")
    order = sorted(asked, key=lambda who: (-asked[who], who))
    yield "空白由谁确认", {who: asked[who] for who in order}


def lines(book: Handbook) -> Iterator[str]:
    """Yield the figures as lines for the terminal."""
    for id, figures in stats(book).items():
        yield f"{book.plans[id].plan.title}（{id}）"
        for title, counts in figures.items():
            shown = "，".join(f"{name} {number}" for name, number in counts.items())
            yield f"  {title}：{shown or '无'}"
