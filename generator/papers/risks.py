"""What can go wrong in any drill, and what is done against it: proposals for the office to judge."""

from __future__ import annotations

from typing import NamedTuple


class Risk(NamedTuple):
    """One row of the risk table; `tabletop` says whether a drill around a table has it too."""

    what: str
    where: str
    guard: str
    owner: str
    tabletop: bool


_BOTH, _OUTSIDE = True, False

RISKS = (
    Risk(
        "演练消息被当成真的",
        "接警台、值班室、群众、网上",
        "每条消息开头和结尾说“演练”。只打演练专线。演前报备，演完逐家告知。",
        "导调组",
        _BOTH,
    ),
    Risk(
        "真事来了没人接、没人去",
        "值班室、救援队伍",
        "留一条真电话线，留一班真值守的人。有真事，演练先停。",
        "各单位值班室",
        _BOTH,
    ),
    Risk(
        "突发疾病、真伤",
        "参演、工作、观摩人员",
        "演前问身体，有病痛的换人。户外科目留一组救护力量，不参演。",
        "保障组",
        _BOTH,
    ),
    Risk(
        "受冻",
        "户外的人",
        "照“冷天安全”一节办。",
        "安全员",
        _OUTSIDE,
    ),
    Risk(
        "一氧化碳中毒",
        "暖棚、暖屋、车里、烧炉子的会场",
        "装报警器，演前试响。屋里不放发电机，不生炭火。发动前清开排气管旁的雪。",
        "安全员",
        _BOTH,
    ),
    Risk(
        "滑倒、摔伤、砸伤",
        "冰雪路面、高处、坡下、坑边",
        "演前走一遍。清冰、围边、加灯。坡下、吊物下不站人。",
        "安全员",
        _OUTSIDE,
    ),
    Risk(
        "车撞人、车辆侧滑",
        "场地内、往返路上",
        "人和车分开走。倒车有人指挥。路况差的改时间，不赶路。",
        "保障组",
        _BOTH,
    ),
    Risk(
        "真设备、道具伤人",
        "操作点",
        "要断电、泄压的，由本单位的操作人员做，别人不碰。不用真药剂、真火源。道具写“演练”，散场点清收齐。",
        "保障组",
        _OUTSIDE,
    ),
    Risk(
        "群众受惊、误入场地",
        "场地周边、路口",
        "演前告知。入口挂“演练”标识，派人守口。",
        "宣传组",
        _OUTSIDE,
    ),
    Risk(
        "疏散时拥挤踩踏",
        "要练疏散的楼、场所",
        "先告诉里面所有人，挂明显标识（公安部令第61号第40条【核】）。不蒙着里面的人练。出口全开，转角有人。",
        "安全员",
        _BOTH,
    ),
    Risk(
        "通信断",
        "各场地之间",
        "备两种方式，演前试通。喊不到安全员的场地，先退到安全处，停下。",
        "导调组",
        _OUTSIDE,
    ),
    Risk(
        "天气突变",
        "各场地、往返路上",
        "演前看当天预报和预警。到了停演界限，总导演改期、缩短或改室内。",
        "总导演",
        _BOTH,
    ),
    Risk(
        "台词、题卡、画面外传",
        "会场、现场、网上",
        "指定人拍，不拍脸，不拍车牌。纸件散场收回。外传了，当场说明是演练。",
        "宣传组",
        _BOTH,
    ),
)
