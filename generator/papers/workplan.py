"""工作方案: the whole of a drill for those who organise it, without injects and answers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.scale import Audience
from generator.papers import blocks, drill_parts
from generator.papers.blocks import Block
from generator.papers.conduct import STOPPED, TOLD, WHO_STOPS
from generator.papers.desk import Desk, Rehearsal
from generator.papers.paper import Paper
from generator.papers.words import joined

ORDER = 20
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "演练工作方案",
    "领导小组、导调、保障、评估各组用：目的、情景、分工、步骤、安全和终止条件",
    "A4 纵向",
    "组织用",
)
_NOTE = "供主办单位修改采用。横线处和“待地区确认”处由主办单位填定。"
_GROUPS = (
    ("领导小组", "批准方案，定开始和结束，协调单位。", ""),
    (
        "策划与导调组（简称导调组）",
        "写方案和脚本，按时间投送消息，掌握进程，扮演上级、群众和媒体。",
        "",
    ),
    ("保障组", "场地、车辆、通信、医疗、防寒、经费；演前逐项验。", ""),
    ("宣传组", "告知周边群众，管好拍摄和发布；双盲演练事前不宣传。", ""),
    ("评估组", "照评估表看、记、评，现场点评，写评估报告。", ""),
    ("安全员", "各场地一名（建议值·非法定），只管安全，有权叫停。", ""),
)
_STOPPING = (
    ("谁能叫停", "".join(WHO_STOPS)),
    (
        "什么时候停",
        "有人真伤、真病，喊“真实情况”，先救人；有真实突发事件要用参演力量；出了意外，短时间处理不好；"
        "天气、装备、人员身体到了安全要求里写的界限。",
    ),
    ("停下以后", "".join(STOPPED)),
    (
        "要练疏散、灭火的",
        "先告诉里面所有人，挂明显标识（公安部令第61号第40条【核】）。不蒙着里面的人练。",
    ),
)
_SUPPORT = (
    "车辆和驾驶员",
    "通信（电台、电话、备用方式）",
    "医疗（不参演的救护力量）",
    "防寒、取暖、饮食",
    "标识、警示牌、道具",
    "经费",
)


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each drill."""
    for rehearsal in desk.rehearsals():
        content = {"note": _NOTE, "blocks": list(_blocks(rehearsal))}
        yield desk.drill_paper(rehearsal, "workplan", _TEXTS, content)


def _blocks(rehearsal: Rehearsal) -> Iterator[Block]:
    yield from _aims(rehearsal)
    yield from _who(rehearsal)
    yield blocks.heading("步骤")
    yield from _course(rehearsal)
    yield blocks.heading("安全、中断和终止")
    yield from _safety(rehearsal)
    yield blocks.heading("事先告知")
    columns = (("告知谁", 43), ("告知时间", 19), ("谁告知", 19), ("对方岗位", 19))
    yield blocks.table(columns, [(name, "", "", "") for name in (*TOLD, "场地周边群众")], spare=2)
    yield blocks.heading("评估和总结")
    yield blocks.text(
        "评估组照《评估方案和评估表》评预案里的行动。演练结束当场点评；评估报告、总结报告、整改台账"
        "随后写，逐条写明谁改、什么时候改完、怎么证明、下次怎么复验。"
    )
    yield blocks.text("总结报告完成时间：", blocks.rule(40), "　负责人：", blocks.rule(40))
    yield blocks.heading("经费和保障")
    columns = (("项目", 44), ("数量", 14), ("谁落实", 21), ("查验签字", 21))
    yield blocks.table(columns, [(name, "", "", "") for name in _SUPPORT])


def _aims(rehearsal: Rehearsal) -> Iterator[Block]:
    plan, drill = rehearsal.plan.plan, rehearsal.drill
    yield blocks.heading("目的和依据")
    yield blocks.text(
        f"按《{plan.title}》组织，属{drill.purpose}演练。为的是查预案哪里走不通、队伍哪里接不上，"
        "看到的问题写进整改，下次复验。"
    )
    yield drill_parts.particulars(rehearsal, staffed=False)
    yield blocks.heading("目标")
    yield drill_parts.aims(rehearsal)
    yield blocks.heading("情景")
    yield from drill_parts.situation(rehearsal)


def _who(rehearsal: Rehearsal) -> Iterator[Block]:
    yield blocks.heading("组织和分工")
    yield drill_parts.staffing(rehearsal)
    yield blocks.table((("组", 20), ("做什么", 60), ("负责人", 20)), _GROUPS, strong=1)
    yield blocks.heading("参演单位和岗位")
    yield blocks.text(joined(drill_parts.participants(rehearsal)), "。")


def _course(rehearsal: Rehearsal) -> Iterator[Block]:
    drill = rehearsal.drill
    yield from drill_parts.timetable(rehearsal)
    if drill.script:
        rows = [(str(act.at), str(act.minutes), act.act) for act in drill.script]
        yield blocks.table((("时刻", 16), ("时长", 16), ("科目", 68)), rows, strong=1)
    if drill.stages:
        stages = enumerate(drill.stages, start=1)
        told = [(str(number), one.stage, str(one.minutes)) for number, one in stages]
        yield blocks.table((("阶段", 12), ("研讨内容", 68), ("时长", 20)), told, strong=1)


def _safety(rehearsal: Rehearsal) -> Iterator[Block]:
    yield blocks.stop(drill_parts.stopping(rehearsal))
    yield from drill_parts.cautions(rehearsal, *_STOPPING)
