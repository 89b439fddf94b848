"""The model's contract, and how written values are read."""

from __future__ import annotations

import importlib
import pkgutil
from datetime import date, timedelta
from typing import Annotated, Any, get_args, get_origin

import pytest

import generator.model
from generator.handbook.book import Handbook
from generator.model.document import Document
from generator.model.quantity import parse_quantity
from generator.model.record import Part
from generator.model.reference import parse_citation, ref_to
from generator.model.scalar import Scalar, Slip
from generator.model.scale import Level, parse_level, parse_span
from generator.model.time import parse_day, parse_duration, parse_limit, parse_moment
from generator.model.words import Blank, parse_blank, parse_id, prose

BARE = (int, bool, float, date, timedelta)


def _parts() -> list[type[Part]]:
    for info in pkgutil.iter_modules(generator.model.__path__):
        importlib.import_module(f"generator.model.{info.name}")
    found, waiting = [], [Part]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            found.append(kind)
            waiting.append(kind)
    return sorted(set(found), key=lambda kind: kind.__qualname__)


def _bare(annotation: Any) -> bool:
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        return not any(isinstance(mark, Scalar) for mark in marks) and _bare(inner)
    if annotation in BARE:
        return True
    return any(_bare(inner) for inner in get_args(annotation))


@pytest.mark.parametrize("part", _parts(), ids=lambda part: part.__name__)
def test_contract(part: type[Part]):
    for name, field in part.model_fields.items():
        assert field.description, f"{part.__name__}.{name} has no docstring"
        scalar = any(isinstance(mark, Scalar) for mark in field.metadata)
        assert scalar or not _bare(field.annotation), f"{part.__name__}.{name} is a bare value"
    assert part.model_config["frozen"]
    assert part.model_config["extra"] == "forbid"
    assert part.__doc__


def test_only_markdown_is_untyped_text():
    """Every text a clerk writes passes a parser; a page's Markdown is checked line by line."""
    bare = [
        f"{part.__name__}.{name}"
        for part in _parts()
        for name, field in part.model_fields.items()
        if field.annotation is str and not field.metadata
    ]
    assert bare == [f"{Document.__name__}.markdown"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("立即", "立即"),
        ("30分钟", "30分钟"),
        ("2小时内", "2小时"),
        ("建议30分钟", "建议30分钟"),
        ("xunba之后", "xunba之后"),
        ("xunba之后 10分钟", "xunba之后10分钟"),
        ("xunba后", "xunba之后"),
        ("24小时之内", "24小时"),
        ("不超过2小时", "2小时"),
        ("３０分钟以内", "30分钟"),
        ("【待地区确认：时限，甲局】", "【待地区确认：时限，甲局】"),
    ],
)
def test_limits(text: str, words: str):
    assert str(parse_limit(text)) == words


@pytest.mark.parametrize("text", ["尽快", "及时", "半小时内", "适时", "30", "三十分钟", "建议尽快"])
def test_vague_limits_are_refused(text: str):
    with pytest.raises(Slip):
        parse_limit(text)


@pytest.mark.parametrize(
    ("text", "minutes", "clock"),
    [("T+15", 15, False), ("T-30", -30, False), ("T+1:30", 90, False), ("12:30", 750, True)],
)
def test_moments(text: str, minutes: int, clock: bool):
    moment = parse_moment(text)
    assert (moment.minutes, moment.clock) == (minutes, clock)
    assert str(moment) == text


@pytest.mark.parametrize("text", ["24:00", "9:40", "T+", "T15", "1:75"])
def test_wrong_moments(text: str):
    with pytest.raises(Slip):
        parse_moment(text)


@pytest.mark.parametrize("text", ["2018-02-30", "2018/6/11", "18-06-11", "2018-6-11"])
def test_wrong_days(text: str):
    with pytest.raises(Slip):
        parse_day(text)


@pytest.mark.parametrize(
    "text", ["2018/6/11", "2018.06.11", "2018年6月11日", "2018－6－11", "2018-6-11。"]
)
def test_a_day_written_otherwise_is_offered_as_it_should_be(text: str):
    with pytest.raises(Slip, match="请写成 2018-06-11"):
        parse_day(text)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2028", date(2028, 1, 1), date(2028, 12, 31)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2028-02-29", date(2028, 2, 29), date(2028, 2, 29)),
    ],
)
def test_the_days_a_day_can_be(written: str, first: date, last: date):
    assert (parse_day(written).first, parse_day(written).last) == (first, last)


def test_a_month_is_not_after_a_day_in_it():
    days = [parse_day(written) for written in ("2028", "2028-06", "2028-06-11")]
    assert not any(one.after(other) for one in days for other in days)
    assert parse_day("2028-07").after(days[1]) and not days[1].after(parse_day("2028-07"))
    assert parse_day("2029").after(days[2])


def test_full_width_figures_are_figures():
    assert str(parse_day("２０１８－０６－１１")) == "2018-06-11"
    assert str(parse_moment("０９：４０")) == "09:40"
    assert str(parse_moment("T＋15")) == str(parse_moment("t+15分钟")) == "T+15"
    assert str(parse_duration("３０分钟")) == "30分钟"
    assert parse_level("３级") == Level(3)
    assert str(parse_quantity("５０人以上")) == "50人以上"


@pytest.mark.parametrize(
    "text", ["三级", "Ⅲ级", "III", "3级", "iii级", "Ⅲ", "三级响应", "Ⅲ级应急响应"]
)
def test_levels(text: str):
    assert parse_level(text) == Level(3)


def test_spans_build_upward():
    assert parse_span("三级+").includes(Level(1))
    assert parse_span("Ⅲ级以上").includes(Level(3))
    assert not parse_span("三级+").includes(Level(4))
    assert not parse_span("三级").includes(Level(2))


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("3人以上10人以下", 3, 10, "人"),
        ("≥800人", 800, None, "人"),
        ("不少于800人", 800, None, "人"),
        ("20万至80万条", 200_000, 800_000, "条"),
        ("30-80人", 30, 80, "人"),
        ("12毫米", 12, 12, "毫米"),
        ("5000万元以上1亿元以下", 50_000_000, 100_000_000, "元"),
        ("1000人以下", None, 1000, "人"),
        ("-40℃", -40, -40, "℃"),
        ("小于等于50人", None, 50, "人"),
        ("大于等于50人", 50, None, "人"),
    ],
)
def test_quantities(text: str, low: int | None, high: int | None, unit: str):
    quantity = parse_quantity(text)
    assert (quantity.low, quantity.high, quantity.unit) == (low, high, unit)
    assert str(quantity) == text


def test_quantities_are_set_in_one_way():
    assert parse_quantity("1,000人以上").low == 1000
    assert str(parse_quantity("1，000人以上")) == "1000人以上"
    assert parse_quantity("50人（含）以上").unit == "人"


@pytest.mark.parametrize(
    "text",
    [
        "很多",
        "10人以上3人以下",
        "若干人",
        "50人左右",
        "50余人",
        "约50人",
        "50多人",
        "近50人",
        "50",
        "≥50",
    ],
)
def test_wrong_quantities(text: str):
    with pytest.raises(Slip):
        parse_quantity(text)


@pytest.mark.parametrize("text", ["con", "Jia", "jia_ju", "甲局", "a" * 41, "-a", "../x", "lpt1"])
def test_wrong_ids(text: str):
    with pytest.raises(Slip):
        parse_id(text)


def test_references():
    unit = ref_to("unit", "position")("jia-ju.zhiban")
    assert (unit.id, unit.post, str(unit)) == ("jia-ju", "zhiban", "jia-ju.zhiban")
    assert str(ref_to("action")("difang/xunba")) == "difang/xunba"
    citation = parse_citation("fa 第17条")
    assert (citation.source.id, citation.locator) == ("fa", "第17条")
    with pytest.raises(Slip):
        ref_to("duty")("jia-ju.zhiban")


def test_blanks():
    assert parse_blank("【待地区确认：文号，甲局】") == Blank("文号", "甲局")
    with pytest.raises(Slip):
        parse_blank("【待地区确认:文号】")
    assert parse_duration("1天").minutes == 1440
    assert parse_duration("1小时50分").minutes == 110
    with pytest.raises(Slip, match="是零"):
        parse_duration("0分钟")
    with pytest.raises(Slip, match="请写成 09:40"):
        parse_moment("9:40")


@pytest.mark.parametrize(
    "text",
    [
        "【待地区确认：文号，甲局，乙局】",
        "【待地区确认：文号，】",
        "【待地区确认：　，甲局】",
        "【待地区确认：文号，甲局】号",
        "【待地区确认：文号，【甲局】】",
    ],
)
def test_wrong_blanks(text: str):
    with pytest.raises(Slip):
        parse_blank(text)


@pytest.mark.parametrize(
    "text", ["（待地区确认：文号，甲局）", "[待地区确认:文号]", "待地区确认：文号"]
)
def test_a_blank_without_its_brackets_is_no_prose(text: str):
    with pytest.raises(Slip):
        prose(60)(text)
    assert prose(60)("归口待地区确认。")


def test_a_changed_handbook_is_walked_anew(small: Handbook):
    assert len(small.visits) > len(small.changed(plans={}).visits)
