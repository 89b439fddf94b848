"""Old words of the whole country and what is said instead: reforms, new laws, repealed texts.

A frozen table. `row` is the number in the list of the twelve things most often written wrong
(law facts, 0.3), `by` the text that made the change. Where a law keeps its title, the old
text is known by the year behind it; as a source, P306 knows it. Two rows name nothing old.
An exception is a phrase, mostly a title, in which the old word stays right.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rename:
    """An old word, the word for it today, and phrases that keep the old word."""

    row: int
    by: str
    old: str
    new: str
    exceptions: tuple[str, ...] = ()


_CODE = "生态环境法典，2026-08-15 施行"
_FIRE = "森林草原防灭火条例（国务院令第822号），2026-01-01 施行"
_QUAKE = "国家地震应急预案，2025-10-11 修订"
_OVERALL = "国家突发事件总体应急预案，2025-02-25 公布"
_RESPONSE = "突发事件应对法 2024 年修订，2024-11-01 施行"
_DISEASE = "传染病防治法 2025 年修订，2025-09-01 施行"
_ORDER = "治安管理处罚法 2025 年修订，2026-01-01 施行"
_NETWORK = "网络安全法 2025-10-28 修正"
_FOOD = "食品安全法 2025-09-12 修正"
_STANDARDS = "2025-12-02 发布、2026-07-01 实施的五份国家标准"
_REFORM = "2018年起的机构改革"
_COMMITTEE = "2023年至2024年的国家机构改革"
_KEEP_THEIR_TITLES = (
    "国家突发环境事件应急预案",
    "阿勒泰地区突发环境事件应急预案",
    "喀纳斯景区突发环境事件应急预案",
    "突发环境事件信息报告办法",
    "突发环境事件应急管理办法",
)

RENAMES = (
    Rename(1, _CODE, "突发环境事件", "突发生态环境事件", _KEEP_THEIR_TITLES),
    Rename(
        1, _CODE, "环境保护法", "生态环境法典", ("海洋环境保护法", "旧环境保护法", "原环境保护法")
    ),
    Rename(2, _CODE, "法定环境日", "世界环境日"),
    Rename(2, _CODE, "法定世界环境日", "世界环境日"),
    Rename(3, _FIRE, "森林防火条例", "森林草原防灭火条例", ("原森林防火条例",)),
    Rename(3, _FIRE, "草原防火条例", "森林草原防灭火条例", ("原草原防火条例",)),
    Rename(3, _FIRE, "森林防火指挥部", "森林草原防灭火指挥部"),
    Rename(3, _FIRE, "森林防火指挥机构", "森林草原防灭火指挥机构"),
    Rename(4, _QUAKE, "国办函〔2012〕149号", "国办函〔2025〕102号"),
    Rename(5, _RESPONSE, "突发事件应对法（2007", "突发事件应对法（2024"),
    Rename(5, _RESPONSE, "2007年突发事件应对法", "2024年修订的突发事件应对法"),
    Rename(5, _RESPONSE, "2007版突发事件应对法", "2024年修订的突发事件应对法"),
    Rename(6, _OVERALL, "国家突发公共事件总体应急预案", "国家突发事件总体应急预案"),
    Rename(6, _OVERALL, "国发〔2005〕11号", "国家突发事件总体应急预案"),
    Rename(6, _OVERALL, "突发公共事件", "突发事件"),
    Rename(7, _DISEASE, "传染病防治法（2004", "传染病防治法（2025"),
    Rename(7, _DISEASE, "传染病防治法（2013", "传染病防治法（2025"),
    Rename(10, _ORDER, "治安管理处罚法（2005", "治安管理处罚法（2025"),
    Rename(10, _ORDER, "治安管理处罚法（2012", "治安管理处罚法（2025"),
    Rename(10, _NETWORK, "网络安全法（2016", "网络安全法（2025"),
    Rename(10, _FOOD, "食品安全法（2009", "食品安全法（2025"),
    Rename(10, _FOOD, "食品安全法（2015", "食品安全法（2025"),
    Rename(10, _FOOD, "食品安全法（2018", "食品安全法（2025"),
    Rename(10, _FOOD, "食品安全法（2021", "食品安全法（2025"),
    # The old standard still holds for safety at work, and bears that in its title.
    Rename(
        11, _STANDARDS, "AQ/T 9009", "GB/T 46792", ("生产安全事故应急演练评估规范》（AQ/T 9009",)
    ),
    Rename(12, _REFORM, "安监局", "应急管理局"),
    Rename(12, _REFORM, "安全生产监督管理局", "应急管理局"),
    Rename(12, _REFORM, "国土资源局", "自然资源局"),
    Rename(12, _REFORM, "环保局", "生态环境局"),
    Rename(12, _REFORM, "环境保护局", "生态环境局"),
    Rename(12, _REFORM, "卫计委", "卫生健康委"),
    Rename(12, _REFORM, "卫生计生委", "卫生健康委"),
    Rename(12, _REFORM, "卫生和计划生育委员会", "卫生健康委员会"),
    Rename(12, _REFORM, "工商局", "市场监督管理局"),
    Rename(12, _REFORM, "工商行政管理局", "市场监督管理局"),
    Rename(12, _REFORM, "质监局", "市场监督管理局"),
    Rename(12, _REFORM, "质量技术监督局", "市场监督管理局"),
    Rename(12, _REFORM, "食药监局", "市场监督管理局"),
    Rename(12, _REFORM, "食品药品监督管理局", "市场监督管理局"),
    Rename(12, _REFORM, "公安消防", "消防救援"),
    Rename(12, _REFORM, "消防支队", "消防救援支队"),
    Rename(12, _REFORM, "消防大队", "消防救援大队"),
    Rename(12, _COMMITTEE, "国家减灾委员会", "国家防灾减灾救灾委员会"),
    Rename(12, _COMMITTEE, "国家减灾委", "国家防灾减灾救灾委"),
)

NOTHING_OLD = {
    8: "危险化学品安全法是新法，没有同名的旧法；引用旧条例由依据登记册和 P306 管。",
    9: "社会救助法是新法，受灾人员救助第一次写进法律，没有可改的旧词。",
}
