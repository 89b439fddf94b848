"""责任清单 on paper: for each unit its own sheets to tick and sign, first a list to hand them out by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.handbook.sheets import Share, Sheet, duties_by_actor, sheets
from generator.model.scale import Audience
from generator.model.units import UNIT_KINDS
from generator.model.words import Blank
from generator.model.work import Action, Duty
from generator.papers.bundle import bound
from generator.papers.desk import Desk
from generator.papers.paper import Paper, Part
from generator.papers.volume import Volume, mark, tall, words
from generator.papers.words import joined, limit, spans

ORDER = 120
AUDIENCE = Audience.RESPONDER
_TITLE = "责任清单"
_PURPOSE = "拆开发给各单位：每个单位从新的一张开始，勾、记时间、签字；最前面是发放登记"
_SIZE = "A4 纵向，双面打印"
_COPY = "处置用"
_REGISTER_NOTE = "拆开发给各单位。单位领走自己的几张，在这里签字；换版时照此收回旧的。"
_REGISTER = ("单位", "岗位", "行动", "谁领（签字）", "日期")
_COLUMNS = ("完成", "什么时候、做什么", "时限·性质", "向谁报、记录", "时间", "签字")
_SIGNED = ("姓名", "日期", "接班时间", "交班时间")
_OWED = "职责"
_FIRST = "先电话、立即报。"
_HOW = "做完一项勾一项，记下北京时间，签字。做不到的写“未做”和原因，当场往上报。"
_MANY = "这里是泛指：每个单位各用一份。本单位是"
_APART = "由谁担任待地区确认：这些行动不在成员单位的清单上，单列在它自己的清单上。"


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each plan somebody has something to do in; each unit is a part of its own."""
    for volume in desk.volumes():
        made = sheets(volume.book, volume.plan)
        if made:
            id = volume.plan.plan.id
            *before, last = (_register(desk, volume, made), *_unit_parts(desk, volume, made))
            parts = (*map(bound, before), last)
            path = f"papers/{id}/checklist.pdf"
            yield Paper(path, _TITLE, _PURPOSE, _SIZE, _COPY, id, "", parts)


def _part(desk: Desk, volume: Volume, name: str, about: str, content: dict[str, Any]) -> Part:
    told = {"plan": volume.plan.plan.title, "basis": volume.plan.plan.basis, **content}
    number = f"{volume.plan.plan.id}/checklist{name}"
    return desk.part(number, "checklist", about, (_TITLE, _COPY), told)


def _register(desk: Desk, volume: Volume, made: tuple[Sheet, ...]) -> Part:
    """Return the list of all sheets, by kind of unit, to sign for them."""
    kinds = [*UNIT_KINDS, ""]
    grouped = {
        kind: [sheet for sheet in made if (sheet.unit.type if sheet.unit else "") == kind]
        for kind in kinds
    }
    rows = [
        {
            "kind": kind or "还没有定由谁担任的职务",
            "sheets": [
                {"file": one.file, "name": one.name, "count": one.count, "shares": len(one.shares)}
                for one in same
            ],
        }
        for kind, same in grouped.items()
        if same
    ]
    return _part(
        desk,
        volume,
        "",
        volume.plan.plan.title,
        {"register": rows, "columns": list(_REGISTER), "note": _REGISTER_NOTE},
    )


def _unit_parts(desk: Desk, volume: Volume, made: tuple[Sheet, ...]) -> Iterator[Part]:
    owed = duties_by_actor(volume.book, volume.plan)
    for sheet in made:
        content = {
            "file": sheet.file,
            "name": sheet.name,
            "was": "、".join(former.name for former in sheet.unit.was) if sheet.unit else "",
            "held": sheet.unit is not None,
            "many": _MANY if sheet.unit and sheet.unit.many else "",
            "columns": list(_COLUMNS),
            "signed": list(_SIGNED),
            "owed_heading": _OWED,
            "first": _FIRST,
            "how": _HOW,
            "apart_note": _APART,
            "apart": [{"name": s.name, "count": len(s.actions)} for s in sheet.apart],
            "count": sheet.count,
            "shares": [_share(volume, share) for share in sheet.shares],
            "owed": _owed(volume, owed.get(sheet.id, {})),
        }
        about = f"{sheet.name} · {volume.plan.plan.short}"
        yield _part(desk, volume, f"/{sheet.file}", about, content)


def _share(volume: Volume, share: Share) -> dict[str, object]:
    position = share.position
    return {
        "name": share.name,
        "part": share.part,
        "position": position is not None,
        "heads": volume.named(*position.heads) if position else [],
        "members": volume.named(*position.members) if position else [],
        "count": len(share.actions),
        "phases": [
            {"title": phase, "lines": [_line(volume, action) for action in actions]}
            for phase, actions in share.phases.items()
        ],
    }


def _line(volume: Volume, action: Action) -> dict[str, object]:
    row = volume.step(action)
    within = limit(volume.book, action)
    blank = action.within.blank
    record = joined([volume.named(action.form), spans(action.proof)])
    inner = [*action.caution, words(row["notes"]), action.when, action.do]
    report = [words(row["report"]), words(record)]
    return {
        name: row[name]
        for name in ("number", "when", "do", "critical", "mark", "cautions", "notes", "report")
    } | {
        "levels": f"{action.levels}响应" if action.levels else "",
        "limit": {"words": within["words"], "kind": within["kind"]},
        "knows": blank.who if isinstance(blank, Blank) else "",
        "limit_basis": volume.cited(*action.limit_source),
        "record": record,
        "tall": tall((19, inner), (8, report)),
    }


def _owed(volume: Volume, owed: Mapping[str, tuple[Duty, ...]]) -> list[dict[str, object]]:
    return [
        {
            "part": part,
            "duties": [
                {
                    "text": spans(duty.text),
                    "mark": mark(duty.certainty),
                    "lead": volume.named(duty.lead, *duty.joint_leads)
                    if part in ("配合", "随组承担")
                    else [],
                }
                for duty in duties
            ],
        }
        for part, duties in owed.items()
    ]
