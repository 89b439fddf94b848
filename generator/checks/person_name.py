"""Posts are written, persons are not: no names, full or half."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.wording import wordings
from generator.model.record import Part
from generator.source import Rule

RULE = Rule(
    "P333",
    "写了人名",
    "人会调走，名字印在纸上改不了；人名也不许进任何一版，写岗位才长久。",
    "who 写“王建国县长”，say 写“请王局长讲话”",
    "写岗位：县（市）长、应急管理局主要负责人",
)
# Common surnames, less those that mostly stand for something else (于任安向万方成时文水…).
_SURNAMES = (
    "王李张刘陈杨赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶"
    "魏苏程吕丁沈卢姜崔钟谭陆汪范金石廖贾夏韦付邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝"
    "龚邵钱严戴莫孔汤黄白覃武乔赖庞樊殷翟柯葛俞倪鲁耿聂焦左童祁岑"
)
_SURNAME = rf"(?:欧阳|司马|诸葛|上官|皇甫|尉迟|[{_SURNAMES}])"
# Everyday words that begin with a surname.
_WORDS = (
    "白班|白天|白灾|白酒|白色|程序|丁字|段长|段落|董事|范围|付款|高处|高度|高压|高原|高层|高山|高峰|高校|"
    "高中|高级|高危|高寒|高温|高速|高低|高效|贺信|顾问|顾客|何时|何处|何地|何人|何种|黄河|黄色|黄金|"
    "胡乱|江水|江河|江苏|江西|江面|金属|金融|金额|金色|雷电|雷达|雷雨|雷击|雷暴|林业|林区|林场|林草|林地|"
    "林管|林木|林火|林间|龙头|陆地|陆军|陆续|马上|马路|马匹|马队|马场|毛毯|毛皮|钱物|钱款|曾经|曾任|"
    "石油|石化|石灰|石材|石头|石块|史料|苏醒|孙子|汤药|唐突|田间|田地|童年|武警|武装|夏季|夏天|夏秋|夏牧|"
    "许可|许多|严重|严格|严禁|严寒|严防|严控|叶片|余下|余震|余名|余人|余位|余户|张贴|张家|"
    "钟头|周边|周围|周末|周期|周密|周知|左右|左侧|左边|左岸|孔洞|熊类|沈阳|雷管|杜绝|戴好|戴上|戴帽|莫名|谢谢|"
    "宋体|韩国|秦岭|魏晋|石子|金山|付费|陈旧|陈列|陈述|罗列|罗盘|姜汤|郑重|郑州|杨树|柯族|高血|左旗|鲁莽|焦急"
)
_GIVEN = r"[\u4e00-\u9fff]"
# A given name does not end like an office: 林场场长, 施工队队长.
_OFFICE = "局组队站场班部所院委办科处厂校室会中业务案司团连排店社厅县市区乡镇村州省旗路线段门员方名"
_POSTS = (
    "同志|先生|女士|(?:副)?(?:县长|市长|州长|省长|区长|乡长|镇长|村长|部长|局长|厅长|处长|科长|司长|股长|"
    "书记|主任|主席|专员|秘书长|院长|校长|站长|所长|队长|支队长|大队长|中队长|组长|班长|连长|排长|营长|团长|"
    "师长|司令|政委|场长|厂长|矿长|段长|会长|经理|总经理|董事长|指挥长|总指挥|教授|工程师)|医生|大夫|护士|护士长|老师|警官|记者"
)
_TITLE = rf"(?:{_POSTS})"
# What a name may follow: nothing, a mark, or a word such as 由 or 县长.
_START = (
    r"(?:(?<![\u4e00-\u9fff])|(?<=[由请向给找叫让跟和与经报问听是即及被把将长任员记席])(?<!责任))"
)
_DOTTED = r"[\u4e00-\u9fff]{2,6}[·•][\u4e00-\u9fff]{2,6}"
_LABEL = (
    r"(?:联系人|联络人|负责人|责任人|签发人|审核人|审批人|记录人|值班人|报告人|填表人|姓名|"
    r"总指挥|指挥长|县长|市长|书记|局长|主任|队长|专员)\s?[：:]\s?"
)
_NAMES = (
    re.compile(
        rf"{_START}(?!{_WORDS}){_SURNAME}{_GIVEN}?(?:{_GIVEN}(?<![{_OFFICE}])){_TITLE}(?!们)"
    ),
    re.compile(rf"{_START}(?!{_WORDS}){_SURNAME}{_TITLE}(?!们)"),
    re.compile(rf"{_SURNAME}某(?:某|(?![些个种一处县乡村地年月日时段次方天条]))"),
    re.compile(rf"{_LABEL}(?:(?!{_WORDS}){_SURNAME}{_GIVEN}{{1,2}}|{_DOTTED})(?![\u4e00-\u9fff])"),
    re.compile(rf"{_DOTTED}{_TITLE}"),
    re.compile(rf"{_TITLE}(?!{_WORDS}){_SURNAME}{_GIVEN}{{1,2}}(?![\u4e00-\u9fff])"),
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield texts with the name of a person in them."""
    for part, field, text in wordings(book):
        if found := _first(text):
            yield part, field, f"“{found}”像人名；请改写成岗位，如 值班员、县（市）长。"


def _first(text: str) -> str | None:
    return next((found[0] for pattern in _NAMES if (found := pattern.search(text))), None)
