"""What makes a drill good: the real ones, the stock they take from, and when it is light."""

from __future__ import annotations

import math
import re
from calendar import monthrange
from datetime import date

import pytest

from generator import checks
from generator.handbook.drills import all_drills
from generator.handbook.engagement import engagement, pauses, players
from generator.handbook.reading import Reading, read_handbook
from generator.handbook.stock import shown
from generator.model.stock import MONTHS, Daylight
from generator.papers.desk import Rehearsal
from generator.papers.injects import numbered
from tests.conftest import ROOT, files_below

# What issue 8 names, and what the field adds.
WANTED = (
    *("dianhua-butong", "lu-duan", "shuzi-duibushang", "yaoyan", "jizhe", "shangji-cui"),
    *("ting-bu-dong", "yunfu", "che-dabuzhao", "ting-nuan", "youke-zhiliu", "fushou-buzai"),
    *("zhen-jing", "ting-dian", "duiyuan-shoushang", "dizhi-baocuo", "di-er-chu", "shipin"),
    *("yiyuan-man", "shengchu", "lindi-laidian"),
)
JIANYAN = "plans/difang/drills/jianyan.yaml"
SHIFAN = "plans/difang/drills/shifan.yaml"
REGISTERS = "plans/shared/registers.yaml"
TABLE = "plans/difang/drills/zhuomian.yaml"


@pytest.fixture(scope="module")
def real() -> Reading:
    return read_handbook(files_below(ROOT, "plans", "content"))


def _told(files: dict[str, bytes]) -> list[str]:
    reading = read_handbook(files)
    return [p.code for p in (*reading.problems, *checks.problems(reading))]


def _with(files: dict[str, bytes], *changes: tuple[str, str, str]) -> dict[str, bytes]:
    changed = dict(files)
    for path, old, new in changes:
        text = changed[path].decode()
        assert old in text
        changed[path] = text.replace(old, new, 1).encode()
    return changed


def test_the_stock_has_what_the_field_wants(real: Reading):
    stock = real.handbook.registers.stock_injects
    assert stock.keys() >= set(WANTED)
    for ready in stock.values():
        assert ready.good and ready.phases and ready.nothing.text, ready.id
        assert "$" not in shown(ready.text, ready), ready.id


def test_a_real_alarm_stops_a_drill_and_is_never_feigned(real: Reading):
    ready = real.handbook.registers.stock_injects["zhen-jing"]
    assert any("立即停下办真事" in line for line in ready.caution)
    assert "只说不做" in ready.text


def test_every_real_drill_but_the_script_takes_from_the_stock(real: Reading):
    """Lines of a script are spoken as written; its contingencies stand in it."""
    for _, drill in all_drills(real.handbook):
        uses = [inject.uses for inject in drill.injects.values()]
        uses += [q.uses for stage in drill.stages for q in stage.questions.values()]
        assert any(uses) or drill.script, drill.id
        for inject in drill.injects.values():
            assert inject.text and inject.via and "$" not in inject.text


def test_everyone_tried_in_a_real_drill_has_something_to_do(real: Reading):
    for _, drill in all_drills(real.handbook):
        of = engagement(drill)
        assert of is not None, drill.id
        for id, role in players(drill).items():
            assert of.spells.get(id), f"{drill.id}: {role.name}"


def test_pauses_end_where_a_role_leaves(small_files: dict[str, bytes]):
    reading = read_handbook(small_files)
    drill = reading.handbook.plans["difang"].drills["jianyan"]
    of = engagement(drill)
    assert of is not None and (of.whole.start, of.whole.end) == (5, 80)
    found = {id: [(p.start, p.end) for p in pauses(role, of)] for id, role in drill.cast.items()}
    assert found["zhiban"] == [(25, 30)] and found["duizhang"] == [(20, 30)]


def test_one_person_played_by_two_roles_is_at_one_place(small_files: dict[str, bytes]):
    """A post of one office is one person, whoever is called so; a class of offices is many."""
    second = "  zhiban:\n    name: 甲局值班员\n"
    twice = _with(
        small_files,
        (SHIFAN, second, f"  fuzhiban:\n    name: 值班席\n    plays: jia-ju.zhiban\n{second}"),
        (SHIFAN, "- by: duizhang\n", "- by: fuzhiban\n              to: [duizhang]\n"
         "              place: 堤上\n"),
        (SHIFAN, "- by: xiang\n", "- by: zhiban\n              to: [xiang]\n"
         "              place: 村口\n"),
    )  # fmt: skip
    assert _told(twice) == ["P375"]
    apart = _with(twice, (SHIFAN, "plays: jia-ju.zhiban\n  zhiban", "plays: jia-ju\n  zhiban"))
    assert _told(apart) == []


def test_a_filled_text_is_not_too_long(small_files: dict[str, bytes]):
    long = _with(
        small_files,
        (REGISTERS, "演练。给$shui打了", "演练。" + "外面风大，听不清。" * 16 + "给$shui打了"),
        (TABLE, "cishu: 两次", "cishu: " + "打了又打，" * 10),
    )
    assert _told(long) == ["P378"]


SEAT = (47.8, 88.1)
MARGIN = 46
CORNERS = [(latitude, longitude) for latitude in (45.0, 49.2) for longitude in (85.5, 91.0)]


def _sun(month: int, day: int, place: tuple[float, float] = SEAT) -> tuple[float, float]:
    """Sunrise and sunset at a place (degrees north and east) in minutes, Beijing time.

    The usual series for the equation of time and the declination, and the sun's upper edge on
    the horizon with refraction (90.833° from the zenith).
    """
    latitude, longitude = math.radians(place[0]), place[1]
    turn = 2 * math.pi / 365 * (date(2027, month, day).timetuple().tm_yday - 1)
    late = 229.18 * (
        0.000075
        + 0.001868 * math.cos(turn)
        - 0.032077 * math.sin(turn)
        - 0.014615 * math.cos(2 * turn)
        - 0.040849 * math.sin(2 * turn)
    )
    tilt = (
        0.006918
        - 0.399912 * math.cos(turn)
        + 0.070257 * math.sin(turn)
        - 0.006758 * math.cos(2 * turn)
        + 0.000907 * math.sin(2 * turn)
        - 0.002697 * math.cos(3 * turn)
        + 0.00148 * math.sin(3 * turn)
    )
    half = math.degrees(
        math.acos(
            math.cos(math.radians(90.833)) / (math.cos(latitude) * math.cos(tilt))
            - math.tan(latitude) * math.tan(tilt)
        )
    )
    noon = 12 * 60 + 4 * (120 - longitude) - late
    return noon - 4 * half, noon + 4 * half


@pytest.mark.parametrize("number", range(1, 13))
def test_the_table_of_light_is_the_sun_of_the_fifteenth(real: Reading, number: int):
    months: dict[str, Daylight] = {
        one.name: one for one in real.handbook.registers.daylight.values()
    }
    assert set(months) == set(MONTHS)
    one, (rise, fall) = months[f"{number}月"], _sun(number, 15)
    assert abs(one.sunrise.minutes - rise) <= 1 and abs(one.sunset.minutes - fall) <= 1
    # The margin of the rule holds on every day of the month in every corner of the prefecture.
    for day in range(1, monthrange(2027, number)[1] + 1):
        for place in CORNERS:
            there = _sun(number, day, place)
            assert abs(there[0] - rise) <= MARGIN and abs(there[1] - fall) <= MARGIN


@pytest.mark.parametrize("start", ["23:50", "23:30", "12:00"])
def test_a_drill_on_the_clock_may_go_on_after_midnight(small_files: dict[str, bytes], start: str):
    """Told by the clock, it is the same drill: no rule is broken, and its messages keep their order."""
    hours, minutes = map(int, start.split(":"))

    def on_the_clock(found: re.Match[str]) -> str:
        parts = [int(part) for part in found[2].split(":")]
        after = parts[0] * 60 + parts[1] if len(parts) == 2 else parts[0]
        at = (hours * 60 + minutes + (after if found[1] == "+" else -after)) % 1440
        return f"{at // 60:02}:{at % 60:02}"

    files = dict(small_files)
    for id in ("shifan", "jianyan"):
        path = f"plans/difang/drills/{id}.yaml"
        text = files[path].decode()
        files[path] = re.sub(r"T([+-])(\d+(?::\d\d)?)", on_the_clock, text).encode()
    reading, before = read_handbook(files), read_handbook(small_files)
    assert [str(one) for one in (*reading.problems, *checks.problems(reading))] == []
    for id in ("shifan", "jianyan"):
        told, meant = (of.handbook.plans["difang"].drills[id] for of in (reading, before))
        assert [str(act.at) for act in told.script][:1] == [start] * bool(meant.script)
        rehearsals = (
            Rehearsal(of.handbook, of.handbook.plans["difang"], drill)
            for of, drill in ((reading, told), (before, meant))
        )
        numbers = [[(n, one.id) for n, one in numbered(rehearsal)] for rehearsal in rehearsals]
        assert numbers[0] == numbers[1]
