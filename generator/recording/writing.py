"""A record as YAML, in the drill's order, the responder's own words as comments."""

from __future__ import annotations

from collections.abc import Iterable

from generator.handbook.book import Handbook, PlanBook
from generator.handbook.evaluation import LACKING, NOBODY, EvaluationItem, evaluation_items
from generator.handbook.naming import name_of
from generator.handbook.views import UNSOURCED, kind_shown, limit_kind, limit_words
from generator.handbook.visit import Scope
from generator.model.drill import Drill
from generator.model.reference import Ref
from generator.model.results import UNRATED, DrillRecord
from generator.model.seal import Seal
from generator.model.time import Day
from generator.model.words import Blank
from generator.model.work import Action
from generator.recording.kept import Answer
from generator.recording.merging import Taken
from generator.recording.sheet import Sheet, scalar

_TOLD = (
    "“##”是说明；“# ”后面是可用的键，去掉“# ”就启用，不用就删去。只写岗位和单位，不写姓名。",
    "评级写 优、良、中、差；没看到的留“未评”。评了级就写 seen：看到什么、凭什么说。",
)
_FINDINGS = """
## 发现的优点、不足和问题，每条一个编号；about 写行动、注入或题目的编号。
# findings:
#   faxian-1:
#     type: 问题
#     about: [{about}]
#     text: 写发现了什么
#     cause: 写原因
## 整改，每条一个编号；closes 写上面的编号，owner 写单位或指挥职务的编号，status 写 未开始、整改中 等。
# improvements:
#   zhenggai-1:
#     closes:
#       - faxian-1
#     text: 写整改措施
#     owner: {owner}
#     due: 【待地区确认：整改期限，责任单位】
#     status: 未开始
"""


def fresh(
    book: Handbook,
    plan: PlanBook,
    drill: Drill,
    editor: str,
    day: Day | None = None,
    seal: Seal | None = None,
) -> str:
    """Return the record to fill in: blanks for what only the office knows, each item 未评.

    It passes the checks as it stands, and is no drill held until its day is filled in. `editor`
    is the line that tells an editor the schema; day and seal are known of an opened drill.
    """
    known = _host(book, plan, drill)
    sheet = Sheet([editor, f"## {drill.title}：演练记录（待填）"])
    for line in ("演完照评估表填。held_on 写演练日期，写了才算演过。", *_TOLD):
        sheet.add(f"## {line}")
    sheet.add(f"drill: {drill.id}")
    sheet.add(f"held_on: {day or Blank('演练日期', known)}")
    sheet.add("## T+0 是北京时间几点；实际时刻写钟点的，靠它和计划比。")
    sheet.add("# started_at: 09:30")
    sheet.add(f"summary: {Blank('概况：怎样开始和结束、和方案哪里不同', known)}")
    sheet.add("observations:")
    for item in evaluation_items(plan, drill):
        _named(sheet, book, plan, drill, item)
        sheet.add(f"    rating: {UNRATED}")
        sheet.add(f"    # actual: {item.due or 'T+10'}")
        sheet.add("    # seen: 写看到什么、凭什么说")
    _sealed(sheet, seal or seal_of(awaited(plan, drill)))
    sheet.add(_after(plan, drill).rstrip("\n"))
    return sheet.text


def filled(book: Handbook, plan: PlanBook, drill: Drill, editor: str, taken: Taken) -> Sheet:
    """Return the record the forms make; items nobody rated stand there as 未评.

    What a seal was opened for, or what was written to fill in, is taken over and can go.
    """
    stale = awaited(plan, drill)
    sheet = Sheet([editor, f"## {drill.title}：演练记录，由评估表取回"])
    for line in _TOLD:
        sheet.add(f"## {line}")
    for record in stale:
        sheet.add(f"## 记录 {record.id} 没有评级，由这一份代替；看过以后删去 {record.id}.yaml。")
    sheet.add(f"drill: {drill.id}")
    sheet.put("held_on", taken.day)
    if taken.started:
        sheet.put("started_at", taken.started)
    if taken.summary:
        sheet.put("summary", taken.summary)
    else:
        sheet.add(f"summary: {Blank('概况', _host(book, plan, drill))}")
    sheet.add("observations:")
    for item in evaluation_items(plan, drill):
        answer = taken.items.get(item.key)
        _named(sheet, book, plan, drill, item, answer.printed if answer else "")
        _answered(sheet, answer)
    _sealed(sheet, seal_of(stale))
    sheet.add(_after(plan, drill).rstrip("\n"))
    return sheet


def _sealed(sheet: Sheet, seal: Seal | None) -> None:
    if seal:
        for line in ("", "seal:", f"  nonce: {seal.nonce}", f"  hash: {seal.hash}"):
            sheet.add(line)
        if seal.form:
            sheet.add(f"  form: {scalar(seal.form)}")


def awaited(plan: PlanBook, drill: Drill) -> list[DrillRecord]:
    """Return the records of a drill that still wait to be filled in."""
    return [one for one in plan.records_of(drill) if one.awaited]


def seal_of(records: Iterable[DrillRecord]) -> Seal | None:
    """Return the seal that was opened for one of some records."""
    return next((record.seal for record in records if record.seal), None)


def _answered(sheet: Sheet, answer: Answer | None) -> None:
    if answer is None:
        sheet.add(f"    rating: {UNRATED}")
        return
    if answer.actual:
        sheet.put("    actual", answer.actual)
    # What is said of the item as a whole is said of its rating.
    sheet.origins[len(sheet.lines) - bool(answer.actual)] = answer.rating
    sheet.put("    rating", answer.rating)
    if answer.seen:
        sheet.put("    seen", answer.seen)


def _named(
    sheet: Sheet,
    book: Handbook,
    plan: PlanBook,
    drill: Drill,
    item: EvaluationItem,
    printed: str = "",
) -> None:
    """Write whose step it is, what should be seen and by when, and the key.

    `printed` are the words the evaluator had, where they were others.
    """
    who = item.who
    name = name_of(book, who, Scope(plan.plan.id, drill.id)) if isinstance(who, Ref) else who
    action = plan.actions.get(item.action)
    limit = f"时限 {_limit(book, action)}" if action else f"{LACKING}这一步"
    due = f"最迟 {item.due}；" if item.due else ""
    sheet.add("")
    sheet.add(f"  ## {name or NOBODY}：{item.words}")
    sheet.add(f"  ## 由“{item.trigger}”引出；{due}{limit}")
    if printed:
        sheet.add(f"  ## 封存时印的是：{printed}")
    sheet.add(f"  - item: {item.key}")


def _limit(book: Handbook, action: Action) -> str:
    kind = limit_kind(book, action)
    told = "" if kind in UNSOURCED else f"（{kind_shown(kind)}）"
    return f"{limit_words(action.within)}{told}"


def _host(book: Handbook, plan: PlanBook, drill: Drill) -> str:
    """Return who is asked for what is blank: the host, or whoever was asked who that is."""
    host = drill.staff.host
    return name_of(book, host, Scope(plan.plan.id)) if isinstance(host, Ref) else host.who


def _after(plan: PlanBook, drill: Drill) -> str:
    """Return how findings and improvements are written, switched off."""
    actions: Iterable[str] = (item.action for item in evaluation_items(plan, drill))
    about = next(filter(None, actions), "")
    host = drill.staff.host
    return _FINDINGS.format(about=about, owner=host if isinstance(host, Ref) else "单位的编号")
