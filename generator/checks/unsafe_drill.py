"""A drill can be stopped, hurts nobody, is not mistaken for real, and has one body that fits."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.drills import all_drills
from generator.model.drill import Drill
from generator.model.record import Part
from generator.model.words import Blank
from generator.source import Rule

RULE = Rule(
    "P323",
    "演练不安全，或写法前后不一致",
    "喊不停的演练会伤人；桌面、实战、脚本、双盲说法不一，组织的人就各按各的办。",
    "stop_words: []",
    "stop_words:\n  - 演练终止，演练终止，转入真实状态。",
)
_BODIES = {"script": "脚本", "injects": "情景注入", "stages": "桌面推演各阶段"}
_FITTING = {"桌面": ("stages",), "实战": ("script", "injects")}


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield what a drill lacks, and where its words about itself do not agree."""
    for scope, drill in all_drills(book):
        for field, sentence in (*_safety(drill), *_body(drill)):
            yield drill, field, sentence
        plan = book.plans.get(scope.plan)
        told = plan is not None and plan.drills.get(drill.id) is drill
        if told and drill.notice == "双盲" and drill.status == "计划":
            yield (
                drill,
                "status",
                "写在这里的双盲演练谁都看得到，status 只能是 样例 或 已结束；"
                "真要双盲，请封存到私有文件夹。",
            )
        if book.sealed.get(drill.id) is drill and drill.status != "计划":
            yield drill, "status", "封存的演练还没有演，status 请写 计划；演完由 handbook open 改。"


def _safety(drill: Drill) -> Iterator[tuple[str, str]]:
    if not drill.stop_words:
        yield "stop_words", "没有叫停口令；请写上听到什么就停，如“演练终止，转入真实状态”。"
    if isinstance(drill.real_event_rule, Blank):
        yield "real_event_rule", "遇真实突发事件怎么办不能留空白；请写明谁叫停、怎样转入实战。"
    if drill.form == "实战" and not drill.safety_notes:
        yield "safety_notes", "实战演练没有安全要求；请逐条写上 safety_notes。"


def _body(drill: Drill) -> Iterator[tuple[str, str]]:
    written = [name for name in _BODIES if getattr(drill, name)]
    if not written:
        yield "", "演练没有正文；请在 script、injects、stages 里写一种。"
    elif len(written) > 1:
        found = "、".join(_BODIES[name] for name in written)
        yield written[-1], f"演练正文同时有{found}；script、injects、stages 请只留一种。"
    elif written[0] not in _FITTING[drill.form]:
        wanted = " 或 ".join(_FITTING[drill.form])
        yield "form", f"{drill.form}演练的正文要写 {wanted}，现在是 {written[0]}；请改其中一个。"
    if written and drill.scripted != ("script" in written):
        should = "是" if "script" in written else "否"
        yield "scripted", f"scripted 与正文不符；请写 {should}，或改正文。"
    if drill.notice == "双盲" and drill.scripted:
        yield "notice", "有脚本就不是双盲；请把 notice 改成 预告，或改用情景注入。"
