"""总结报告 to fill in: what was to be shown and rated is laid out, what was found is ruled.

All words stand in the content: the Word file is made from it too.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.evaluation import LACKING, NOBODY
from generator.model.results import RATINGS
from generator.model.scale import Audience
from generator.papers import drill_parts, evaluation
from generator.papers.desk import Desk, Rehearsal
from generator.papers.paper import Paper
from generator.papers.words import spans

ORDER = 110
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "总结报告（待填）",
    "主办单位写总结用：目标、评估项、复验项都列好了，只填结果、问题和整改",
    "A4 纵向",
    "记录用",
)
_NOTE = (
    "照评估表和记录填，没看到的写“未评”，不补、不猜。只写岗位和单位，不写个人姓名。"
    "正式报告由主办单位按自己的格式印发。"
)
_PROPOSED = "写明“建议值·非法定”的时限只作参考，不算超时。"
# What is asked of each problem, from what went wrong to who looks again.
IMPROVEMENT = ("号", "问题", "措施", "责任单位", "期限", "完成的证明", "复核人、日期", "哪场复验")
_HEADINGS = {
    "held": "基本情况",
    "outline": "方案概要",
    "objectives": "目标达到没有",
    "results": "逐项结果",
    "carried": "上次的整改，这次改好没有",
    "kept": "做得好的、要留下的",
    "problems": "发现的问题和原因",
    "advice": "工作建议",
    "ledger": "附表一　整改台账",
    "amendments": "附表二　预案修订建议",
}
_COLUMNS = {
    "participants": ("参演单位、岗位", "应到", "实到"),
    "objectives": ("号", "目标", "结论", "凭什么（评估项的号、证据）"),
    "results": ("号", "应看到什么（预案原话）", "时限·性质", "最迟", "实际", "评级"),
    "carried": ("整改", "责任单位", "复验结果", "凭什么"),
    "problems": ("号", "评估项", "看到什么、造成什么后果", "原因"),
    "ledger": IMPROVEMENT,
    "amendments": ("号", "预案哪一条、哪个行动", "建议改成", "理由", "采纳没有"),
}
# What is written in of the day, and what is asked with yes or no.
_FILLED = ("实际日期", "实际起止", "天气、气温、风", "实到人数")
_ASKED = ("中断、终止", "真伤真病")
_TICKS = {
    "reached": ("达到", "部分", "没有"),
    "mended": ("改好", "部分", "没有"),
    "adopted": ("采纳", "不采纳"),
}
_DIFFERENT = "实际和方案不一样的地方："
_NUMBERED = "号和评估表一致。"
_SIGNED = ("执笔", "评估组长", "总导演")
_CAUSES = ("预案没写", "写了不清楚", "没练过", "缺人缺物", "通信不畅", "协同不畅", "其他")

_PROBLEM_NOTE = "一行写一个问题，先写看到什么，再写为什么。原因在方框里打勾，可以多选；这几类是建议用法·非标准原文。"
_LEDGER_NOTE = "号和“发现的问题”一致。到期由复核人去看，看到了才签；没改好的写进下一场演练再验。"


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each drill."""
    for rehearsal in desk.rehearsals():
        yield desk.drill_paper(rehearsal, "report", _TEXTS, content(rehearsal))


def content(rehearsal: Rehearsal) -> dict[str, object]:
    """Return the report as plain data, its items numbered as in the evaluation forms."""
    forms = evaluation.forms(rehearsal)
    return {
        "note": _NOTE,
        "plan": rehearsal.plan.plan.title,
        "particulars": [drill_parts.particulars(rehearsal)],
        "participants": drill_parts.participants(rehearsal),
        "start": spans(rehearsal.drill.scenario.start),
        "objectives": drill_parts.objectives(rehearsal),
        "forms": forms,
        "timed": evaluation.timed(forms),
        "scale": list(RATINGS),
        "scale_source": _NUMBERED + evaluation.RATINGS_SOURCE + _PROPOSED,
        "carried": carried(rehearsal),
        "causes": list(_CAUSES),
        "problem_note": _PROBLEM_NOTE,
        "ledger_note": _LEDGER_NOTE,
        "headings": _HEADINGS,
        "columns": {
            name: [column for column in columns if column != "最迟" or evaluation.timed(forms)]
            for name, columns in _COLUMNS.items()
        },
        "filled": list(_FILLED),
        "asked": list(_ASKED),
        "ticks": {name: list(words) for name, words in _TICKS.items()},
        "different": _DIFFERENT,
        "lacking": LACKING,
        "nobody": NOBODY,
        "signed": list(_SIGNED),
        "gaps": [item for form in forms for item in form["items"] if item["lacking"]],
    }


def carried(rehearsal: Rehearsal) -> list[dict[str, object]]:
    """Return the improvements this drill tests again, with who had to make them."""
    return [
        {"text": spans(one.text), "owner": rehearsal.named(one.owner)}
        for one in drill_parts.carried(rehearsal)
    ]
