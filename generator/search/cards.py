"""Answers to questions of fact: whom to call, how to report, who leads, who decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.handbook.book import Handbook, PlanBook
from generator.handbook.ladder import answers
from generator.handbook.views import kind_of_limit
from generator.handbook.visit import Scope
from generator.model.reference import Citation
from generator.model.scale import Audience
from generator.model.time import Limit
from generator.pages.site import Homes
from generator.render import View, visible_text

_REPORT = (
    "上报",
    "报告",
    "报给谁",
    "向谁报",
    "首报",
    "续报",
    "几小时",
    "多久报",
    "多长时间报",
    "时限",
)
_LEAD = ("谁负责", "谁牵头", "牵头", "归谁管", "哪个部门", "谁管", "主管", "哪个单位")
_DECIDE = ("谁批准", "谁启动", "谁决定", "谁宣布", "谁签发", "启动响应", "批准启动", "谁来启动")
_MOST = 3


@dataclass(frozen=True)
class Card:
    """An answer: shown when a query has a word of `asks` and means the plan, if it is of one."""

    asks: tuple[str, ...]
    plan: str
    title: str
    lines: tuple[str, ...]
    source: str
    address: str


def cards(book: Handbook, edition: Audience, homes: Homes) -> Iterator[Card]:
    """Yield the answers an edition can give; each leads to the page that says more."""
    view = View(book, edition, "", Scope(), {})
    for id, hotline in book.registers.hotlines.items():
        asks = (hotline.number, hotline.name, *hotline.aliases)
        lines = (hotline.use, f"接通后说：{hotline.say}") if hotline.say else (hotline.use,)
        source = _source(view, (hotline.source,) if hotline.source else (), hotline.certainty)
        title = f"{hotline.number} {hotline.name}"
        yield Card(asks, "", title, lines, source, homes["hotline", "", id])
    for id, member in book.plans.items():
        yield from _of_plan(View(book, edition, "", Scope(id), {}), member, homes)


def _of_plan(view: View, member: PlanBook, homes: Homes) -> Iterator[Card]:
    plan, id = member.plan, member.plan.id
    overview, manual = homes["plan", "", id], homes.get(("manual", id, id), "")
    lines = (visible_text(view.name(plan.lead)), *filter(None, (plan.lead_note,)))
    yield Card(_LEAD, id, f"{plan.short}：谁牵头", lines, f"这部预案：{plan.basis}", overview)
    if plan.reporting and manual:
        limits = plan.reporting.departmental
        lines = (
            "先电话、立即报。",
            f"先打给：{visible_text(view.names(plan.reporting.to))}。",
            f"本地值班规定：{visible_text(view.fill(plan.reporting.local_rule))}",
            *(f"部门条线：{one.who}报{one.to}，{_limit(view, one.within, one.source)}"
              f"（{_source(view, one.source, one.certainty)}）" for one in limits[:_MOST]),
        )  # fmt: skip
        lines += ("其余部门条线时限见这一页。",) if len(limits) > _MOST else ()
        yield Card(_REPORT, id, f"{plan.short}：怎样报告", lines, "", f"{manual}#report")
    if plan.responses and manual:
        lines = tuple(
            f"{one.levels}响应：{visible_text(view.names(one.who))}批准"
            for one in answers(plan.responses, "decides")
        )
        common = plan.responses.common
        source, address = _source(view, common.source, common.certainty), f"{overview}#responses"
        yield Card(_DECIDE, id, f"{plan.short}：谁批准启动响应", lines, source, address)


def _limit(view: View, limit: Limit, source: tuple[Citation, ...]) -> str:
    if limit.blank:
        return visible_text(view.fill(limit.blank))
    kind = kind_of_limit(view.book, limit, source)
    return f"{limit.duration}（{kind}）" if limit.duration else kind


def _source(view: View, source: tuple[Citation, ...], certainty: str) -> str:
    return f"{visible_text(view.cites(source))} {certainty}".strip()
