"""保障方案: risks, safety officers, stopping, cold weather, who is told beforehand, funds.

All words stand in the content: the Word file is made from it too.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.scale import Audience
from generator.papers import drill_parts
from generator.papers.conduct import COLD, OFFICER, STOPS, TOLD, Advice
from generator.papers.desk import Desk, Rehearsal
from generator.papers.paper import Paper
from generator.papers.risks import RISKS
from generator.papers.words import Spans, gap, spans

ORDER = 70
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "保障方案",
    "保障组和安全员用：风险评估、安全员、中断和终止、冷天安全、事先报备、物资和经费",
    "A4 纵向",
    "组织用",
)
_NOTE = "供主办单位修改采用。没有写出处的风险、措施、界限和物资要求是建议用法·非法定，逐项核改；横线处由主办单位填定。"
_HEADINGS = {
    "officer": "安全员",
    "risks": "风险评估",
    "notes": "本场安全要求",
    "stops": "中断和终止",
    "rules": "遇真实情况",
    "cold": "冷天安全",
    "limits": "户外停演界限",
    "told": "事先报备",
    "supplies": "物资、通信和医疗",
    "funds": "经费",
}
_COLUMNS = {
    "officer": ("场地", "安全员", "替补", "电台、电话"),
    "risks": ("号", "风险·在哪、对谁", "怎么防", "谁管", "可能·后果", "演前查验"),
    "told": ("告知谁", "演前告知时刻", "谁告知", "对方岗位、复诵", "演完告知时刻"),
    "supplies": ("项目", "要求", "数量", "谁落实", "演前查验"),
    "funds": ("项目", "怎么算的", "金额（元）", "从哪里出"),
}
_SIGNED = ("保障组组长", "总安全员", "日期")
_OFFICER_NOTE = "每个场地一名（建议值·非法定）。总安全员到场地喊得到、看得见。"
_RISK_NOTE = "“可能”“后果”由安全员当面议定，几个场地的由总安全员召集，是建议用法·非标准原文。有“大”又有“重”的，不开演。空行写本场特有的风险。"
_LIMITS_NOTE = "本场安全要求里已写界限的，取更严的一条。"
_BLIND_NOTE = (
    "双盲不瞒保障方和接警方：只告知值班长，不往下传；值班长拦下演练警情，真警照派。"
    "场地周边群众开演前由安全员当面告知。参演单位不告知。"
    "要练疏散、灭火的，里面的人事先都告知（公安部令第61号第40条【核】）。"
)
_SUPPLIES = (
    ("车辆和驾驶员", "轮胎、油、防滑链查过；留一辆不参演的应急车"),
    ("通信", "主、备两种方式；演练专线和真电话分开，机身贴标签"),
    ("医疗", "救护人员和车不参演，只管真伤病"),
    ("取暖和饮食", "暖屋或暖棚、热饮、一氧化碳报警器"),
    ("标识", "“演练”牌、警戒带；导调、评估、安全、观摩各有标识"),
    ("道具和假人", "逐件编号，写“演练”，演后点清"),
    ("电力和照明", "备用电源在屋外；真照明、真应急灯不关"),
    ("打印件和记录", "各组的本子、笔、表、总钟"),
)
# How likely and how grave, ticked after talking it over.
_LIKELY, _GRAVE = ("大", "中", "小"), ("重", "中", "轻")
_CHIEF, _TOTAL = "总安全员", "合计"
_INSIDE = ("通信", "医疗", "标识", "打印件和记录")
_FUNDS = ("场地", "车辆和油料", "通信", "医疗和保险", "物资、道具和打印", "其他")


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each drill."""
    for rehearsal in desk.rehearsals():
        yield desk.drill_paper(rehearsal, "safeguards", _TEXTS, content(rehearsal))


def content(rehearsal: Rehearsal) -> dict[str, object]:
    """Return the plan of safeguards as plain data; what is not known is a gap."""
    tabletop = rehearsal.drill.form == "桌面"
    return {
        "note": _NOTE,
        "headings": _HEADINGS,
        "columns": {name: list(columns) for name, columns in _COLUMNS.items()},
        "likely": list(_LIKELY),
        "grave": list(_GRAVE),
        "chief": "" if tabletop else _CHIEF,
        "total": _TOTAL,
        "signed": list(_SIGNED),
        "particulars": [drill_parts.particulars(rehearsal)],
        "places": drill_parts.places(rehearsal),
        "stop": drill_parts.stopping(rehearsal),
        "rules": [drill_parts.rules(rehearsal)],
        "notes": drill_parts.safety_notes(rehearsal),
        "officer_note": "" if tabletop else _OFFICER_NOTE,
        "risk_note": _RISK_NOTE,
        "limits_note": _LIMITS_NOTE,
        "officer": [spans(line) for line in OFFICER],
        "risks": [
            {
                "number": number,
                "what": risk.what,
                "where": risk.where,
                "guard": spans(risk.guard),
                "owner": risk.owner,
            }
            for number, risk in enumerate(
                (risk for risk in RISKS if risk.tabletop or not tabletop), start=1
            )
        ],
        "stops": _advice(STOPS),
        "cold": [] if tabletop else _advice(COLD),
        "limits": [] if tabletop else _limits(),
        "told": list(TOLD) + ([] if tabletop else ["场地周边群众"]),
        "blind_note": _BLIND_NOTE if rehearsal.drill.notice == "双盲" else "",
        "calls": calls(),
        "supplies": [
            {"what": what, "need": need}
            for what, need in _SUPPLIES
            if not tabletop or what in _INSIDE
        ],
        "funds": list(_FUNDS),
    }


def _advice(rows: tuple[Advice, ...]) -> list[dict[str, object]]:
    return [{"label": row.label, "lines": [spans(line) for line in row.lines]} for row in rows]


def _limits() -> list[Spans]:
    """Return when outdoor parts stop; the figures are the office's own."""
    return [
        ["气温低到", gap("总安全员定", "℃"), "，户外科目停或改室内。"],
        ["风大到", gap("总安全员定", "级"), "，户外科目停或改室内。"],
        ["在户外一次不超过", gap("总安全员定", "分钟"), "。"],
    ]


def calls() -> list[dict[str, object]]:
    """Return what is said on the telephone; each message begins and ends with 演练."""
    before: Spans = ["演练。这里是", gap("单位、岗位"), "。", gap("日期"), gap("起止时刻"), "，"]
    before += ["在", gap("地点"), "有应急演练。开头结尾都说“演练”的，不出动，不再上报。"]
    before += [
        "缺一头的、喊“真实情况”的，当真的办；听不准就问。停演由",
        gap("岗位、电话"),
        "通知。请复诵。演练。",
    ]
    after: Spans = ["演练。这里是", gap("单位、岗位"), "。演练", gap("时刻"), "已结束。"]
    after += ["从现在起，接到的都是真事。请复诵。演练。"]
    return [{"label": "演前这样说", "words": before}, {"label": "演完、停演这样说", "words": after}]
