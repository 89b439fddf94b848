"""`handbook record`: what is written to fill in, and forms as evaluators really give them back."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator import checks, filing, office
from generator.edition import project
from generator.gathering import Folders, gather
from generator.handbook.evaluation import evaluation_items, form_name
from generator.handbook.reading import read_handbook
from generator.model.results import RATINGS, DrillRecord
from generator.model.scalar import Slip
from generator.model.scale import Audience
from generator.model.words import or_blank, prose
from generator.papers import Desk, evaluation
from generator.recording import cells, columns, values, writing
from generator.recording.answers import answers
from generator.recording.merging import together
from generator.recording.sheet import scalar
from generator.refusal import Refused, Unfit
from tests.conftest import CI, ROOT, SMALL, Project, files_below

_HEAD, _VALUE = 7, 3
_JIANYAN = "difang/jianyan"


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """The small handbook in a folder of its own."""
    for name in ("plans", "content"):
        shutil.copytree(SMALL / name, tmp_path / name)
    # The drill was held before; here it is held again.
    record = tmp_path / "plans/difang/records/jianyan.yaml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("2029-06-01", "2028-06-01"), encoding="utf-8")
    return _folders(tmp_path)


def _folders(base: Path) -> Folders:
    return Folders(base / "plans", base / "content", None, base / "dist", base / "build")


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The form of one drill, made once."""
    base = tmp_path_factory.mktemp("blank")
    return filing.blank_form(_folders(SMALL), _JIANYAN, base / "form.xlsx")


@pytest.fixture
def form(blank: Path, tmp_path: Path) -> Path:
    """A form to fill in."""
    return Path(shutil.copy(blank, tmp_path / "form.xlsx"))


def _form(folders: Folders, name: str = _JIANYAN, file: str = "form.xlsx") -> Path:
    return filing.blank_form(folders, name, folders.work.parent / file)


def _places(page: Worksheet) -> dict[str, int]:
    return {f"{cell.value}": cell.column for cell in page[_HEAD]}


def _rows(page: Worksheet) -> dict[str, int]:
    key = _places(page)[columns.KEY]
    return {f"{page.cell(n, key).value}": n for n in range(_HEAD + 1, page.max_row + 1)}


def _fill(
    path: Path,
    answers: Mapping[str, tuple[object, ...]],
    day: object = "2029-06-01",
    started: object = None,
    summary: object = None,
) -> Path:
    """Fill in a form as an evaluator does: time, rating, what was seen, by key."""
    book = load_workbook(path)
    page = book.active
    assert isinstance(page, Worksheet)
    for number, value in enumerate((day, started, summary), start=3):
        page.cell(number, _VALUE).value = value
    places, rows = _places(page), _rows(page)
    for key, answer in answers.items():
        for name, value in zip((columns.ACTUAL, columns.RATING, columns.SEEN), answer, strict=True):
            page.cell(rows[key], places[name]).value = value
    book.save(path)
    return path


def _change(path: Path, change: Callable[[Worksheet], object]) -> Path:
    book = load_workbook(path)
    assert isinstance(book.active, Worksheet)
    change(book.active)
    book.save(path)
    return path


_GOOD: dict[str, tuple[object, ...]] = {
    "i-shenshui/dianhua": ("T+8", "优", "打通了电话。"),
    "i-zaibao/xunba": (None, "未评", None),
}


def _record(folders: Folders, path: Path) -> DrillRecord:
    files = files_below(folders.plans.parent, "plans", "content")
    reading = read_handbook(files)
    assert reading.problems == ()
    return reading.handbook.plans[path.parent.parent.name].records[path.stem]


def _refused(folders: Folders, *forms: Path, name: str = _JIANYAN) -> list[str]:
    before = files_below(folders.plans.parent, "plans")
    with pytest.raises(Refused) as refused:
        filing.taken_back(folders, name, forms, None)
    assert files_below(folders.plans.parent, "plans") == before, "something was written"
    return [
        str(problem).removeprefix(str(folders.work.parent)) for problem in refused.value.problems
    ]


# What is written to fill in.


def test_a_fresh_record_passes_the_checks_and_is_no_drill_held(folders: Folders):
    for name in ("jianyan", "shifan", "zhuomian"):
        path = filing.blank_record(folders, f"difang/{name}", None)
        record = _record(folders, path)
        assert not record.held and gather(folders)[1] == ()
        drill_items = [one.item for one in record.observations]
        plan = read_handbook(files_below(SMALL, "plans")).handbook.plans["difang"]
        assert drill_items == [i.key for i in evaluation_items(plan, plan.drills[name])]
        text = path.read_text(encoding="utf-8")
        assert all(item.words in text for item in evaluation_items(plan, plan.drills[name]))
    # The small handbook has one to fill in already.
    assert path.name == "zhuomian-2.yaml"


def test_every_key_of_a_fresh_record_can_be_switched_on(folders: Folders):
    path = filing.blank_record(folders, _JIANYAN, None)
    lines = [
        line.replace("# ", "", 1) if line.lstrip().startswith("# ") and number else line
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines())
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    record = _record(folders, path)
    assert record.findings and record.improvements and record.started_at
    assert all(one.actual and one.seen for one in record.observations)


def test_nothing_is_overwritten(folders: Folders, tmp_path: Path):
    first = filing.blank_record(folders, _JIANYAN, None)
    second = filing.blank_record(folders, _JIANYAN, None)
    assert (first.name, second.name) == ("jianyan-1.yaml", "jianyan-2.yaml")
    form = _fill(_form(folders), _GOOD)
    for asked in (
        lambda: filing.blank_record(folders, _JIANYAN, first),
        lambda: filing.blank_form(folders, _JIANYAN, form),
        lambda: filing.taken_back(folders, _JIANYAN, [form], first),
    ):
        before = files_below(tmp_path, ".")
        with pytest.raises(Unfit, match="已经有了，不会覆盖"):
            asked()
        assert files_below(tmp_path, ".") == before
    with pytest.raises(Unfit, match=r"\.yaml"):
        filing.blank_record(folders, _JIANYAN, tmp_path / "x.txt")


def test_the_form_offers_the_ratings_and_names_its_drill(folders: Folders):
    page = load_workbook(_form(folders)).active
    assert isinstance(page, Worksheet)
    (offered,) = page.data_validations.dataValidation
    assert offered.formula1 == '"优,良,中,差,未评"' and offered.showErrorMessage
    column = _places(page)[columns.RATING]
    assert (
        str(offered.sqref)
        == f"{page.cell(8, column).coordinate}:{page.cell(page.max_row, column).coordinate}"
    )
    assert f"{page.cell(6, _VALUE).value}".startswith("difang/jianyan ")


# What comes back.


@pytest.mark.slow
def test_real_drills_come_back_as_filled(tmp_path: Path):
    files = {
        path: raw.replace("\nstatus: 样例\n".encode(), "\nstatus: 已结束\n".encode())
        for path, raw in files_below(ROOT, "plans", "content").items()
    }
    book = project(read_handbook(files).handbook, Audience.TRAINER)
    papers = {(p.plan, p.drill): p for p in evaluation.papers(Desk(book, Audience.TRAINER))}
    filled: dict[tuple[str, str], dict[str, tuple[object, ...]]] = {}
    for (plan, drill), paper in papers.items():
        form = tmp_path / f"{plan}-{drill}.xlsx"
        form.write_bytes(office.made(paper, "xlsx"))
        member = book.plans[plan]
        items = {item.key: item for item in evaluation_items(member, member.drills[drill])}
        given = filled[plan, drill] = {
            key: (f"T+{400 + n}", RATINGS[n % 4], f"第{n}项看到的：做了、记了。")
            for n, key in enumerate(items, start=1)
            if n % 3
        }
        _fill(form, given, date(2029, 6, 1), None, "下午开始，按方案结束。")
        of = form_name(member, member.drills[drill])
        read, problems = answers(cells.read("form", form.read_bytes()), of, items)
        assert read and problems == ()
        taken, problems = together([read])
        assert taken and problems == ()
        sheet = writing.filled(book, member, member.drills[drill], "#", taken)
        files[f"plans/{plan}/records/{drill}-1.yaml"] = sheet.text.encode()
    reading = read_handbook(files)
    assert reading.problems == () and not list(checks.problems(reading))
    assert len(filled) > 5
    for (plan, drill), given in filled.items():
        record = reading.handbook.plans[plan].records[f"{drill}-1"]
        assert record.held and str(record.held_on) == "2029-06-01"
        member = book.plans[plan]
        keys = [item.key for item in evaluation_items(member, member.drills[drill])]
        assert [one.item for one in record.observations] == keys
        for one in record.observations:
            at, rating, seen = given.get(one.item, (None, "未评", None))
            assert (one.actual, one.rating, one.seen) == (at and values.moment(at), rating, seen)


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("T+12", "T+12"),
        ("Ｔ＋１２", "T+12"),
        ("t + 12分", "T+12"),
        ("T+1:05", "T+1:05"),
        ("12:34", "12:34"),
        ("９：０５", "09:05"),
        ("9:05", "09:05"),
        ("9时05分", "09:05"),
        ("12:34:56", "12:34"),
        ("2029-06-01 12:34:00", "12:34"),
        (time(12, 34), "12:34"),
        (datetime(2029, 6, 1, 9, 5), "09:05"),
        (0.5, "12:00"),
    ],
)
def test_moments_as_people_and_spreadsheets_write_them(folders: Folders, given: object, meant: str):
    form = _fill(_form(folders), {"i-shenshui/dianhua": (given, "优", "打通了。")}, started="9:00")
    record = _record(folders, filing.taken_back(folders, _JIANYAN, [form], None)[0])
    assert str(record.observations[0].actual) == meant and str(record.started_at) == "09:00"


@pytest.mark.parametrize(
    "given", ["2029-06-01", "2029/6/1", "２０２９年６月１日", date(2029, 6, 1)]
)
def test_days_as_people_and_spreadsheets_write_them(folders: Folders, given: object):
    form = _fill(_form(folders), _GOOD, given)
    record = _record(folders, filing.taken_back(folders, _JIANYAN, [form], None)[0])
    assert str(record.held_on) == "2029-06-01"


def _as_csv(form: Path, encoding: str, delimiter: str = ",") -> Path:
    page = load_workbook(form).active
    assert isinstance(page, Worksheet)
    made = io.StringIO()
    csv.writer(made, delimiter=delimiter).writerows(page.iter_rows(values_only=True))
    target = form.with_suffix(".csv")
    target.write_bytes(made.getvalue().encode(encoding))
    return target


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8", ","), ("utf-8-sig", ","), ("gbk", ","), ("utf-16", "\t"), ("gbk", ";")],
)
def test_csv_as_offices_save_it(folders: Folders, encoding: str, delimiter: str):
    form = _fill(_form(folders), _GOOD, summary="首报按时。")
    taken, _ = filing.taken_back(folders, _JIANYAN, [_as_csv(form, encoding, delimiter)], None)
    record = _record(folders, taken)
    assert record.observations[0].seen == "打通了电话。" and record.summary == "首报按时。"


def test_columns_and_rows_may_be_hidden_moved_sorted_and_left_out(folders: Folders):
    form = _fill(_form(folders), _GOOD)

    def change(page: Worksheet) -> None:
        page.column_dimensions["M"].hidden = True
        page.delete_cols(4)
        page.delete_rows(_rows(page)["i-jixu/fengdu"])

    record = _record(
        folders, filing.taken_back(folders, _JIANYAN, [_change(form, change)], None)[0]
    )
    rated = {one.item: one.rating for one in record.observations}
    assert rated["i-shenshui/dianhua"] == "优" and rated["i-jixu/fengdu"] == "未评"


def test_several_evaluators_make_one_record(folders: Folders):
    one = _fill(
        _form(folders, file="a.xlsx"),
        _GOOD | {"i-jixu/fengdu": (None, "中", "封了一处。")},
        summary="按时开始。",
    )
    two = _fill(
        _form(folders, file="b.xlsx"),
        {
            "i-zaibao/xunba": ("T+18", "良", "巡了一遍。"),
            # Whoever did not see it whole still says what he heard, and when.
            "i-shenshui/dianhua": ("T+8", "未评", "只听到一个电话。"),
            "i-jixu/fengdu": ("T+38", "中", "另一处漏了。"),
        },
        None,
        "21:00",
        "下半场停了一次。",
    )
    record = _record(folders, filing.taken_back(folders, _JIANYAN, [one, two], None)[0])
    seen = {one.item: (one.rating, str(one.actual), one.seen) for one in record.observations}
    assert seen["i-shenshui/dianhua"] == (
        *("优", "T+8"),
        "打通了电话；只听到一个电话。",
    )
    assert record.summary == "按时开始；下半场停了一次。"
    assert seen["i-zaibao/xunba"] == ("良", "T+18", "巡了一遍。")
    assert seen["i-jixu/fengdu"] == ("中", "T+38", "封了一处；另一处漏了。")


def test_what_a_seal_was_opened_for_is_taken_over(folders: Folders, form: Path):
    """`open` leaves a record with the seal and no rating; forms printed before bore another id."""
    records = folders.plans / "difang" / "records"
    opened = records / "jianyan.yaml"
    text = opened.read_text(encoding="utf-8")
    seal = text[text.index("seal:") :]
    opened.write_text(text.partition("observations:\n")[0] + seal, encoding="utf-8")
    # Nothing is carried yet from a drill that nobody has assessed.
    for name, carried, left in (
        ("shifan", "[jia-guangbo, dengji-biao]", "[dengji-biao]"),
        ("fucha", "carries: [huan-haoma]\n", ""),
    ):
        other = folders.plans / "difang" / "drills" / f"{name}.yaml"
        text = other.read_text(encoding="utf-8")
        assert carried in text
        other.write_text(text.replace(carried, left), encoding="utf-8")
    page_of = load_workbook(form).active
    assert isinstance(page_of, Worksheet)
    mark = f"{page_of.cell(6, _VALUE).value}".partition(" ")[2]
    _change(_fill(form, _GOOD, "2028-06-01"), _top(6, f"difang/x7k2m4 {mark}"))
    path, stale = filing.taken_back(folders, _JIANYAN, [form], None)
    assert stale == (opened,)
    assert "看过以后删去 jianyan.yaml" in path.read_text(encoding="utf-8")
    record = _record(folders, path)
    assert record.seal and f"{record.seal.hash}" in seal and record.observations


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    text=st.text(
        st.characters(min_codepoint=32, max_codepoint=0x9FFF, exclude_categories=["C", "Z"]),
        min_size=1,
        max_size=80,
    )
)
def test_any_text_is_one_value(text: str):
    """What YAML would take for something else is quoted; it is read as it was written."""
    raw = f"drill: jianyan\nheld_on: 2029-06-01\nsummary: {scalar(text)}\n".encode()
    path = "plans/difang/records/j.yaml"
    reading = read_handbook(files_below(SMALL, "plans") | {path: raw})
    own = [problem for problem in reading.problems if problem.where.path == path]
    try:
        meant = or_blank(prose(200))(text)
    except Slip:
        # What no text may hold is told as that; nothing else comes of it.
        assert [problem.code for problem in own] == ["P101"]
        return
    assert not own and reading.handbook.plans["difang"].records["j"].summary == meant


# What YAML takes for something else; half-width marks beside a Chinese word are forbidden anywhere.
_HAN, _ASCII = st.text("甲乙丙，。打通了电话没有"), st.text("abc -:#'{}[]&*!|>%@12", max_size=20)
_SEEN = st.tuples(_ASCII, _HAN, _ASCII).map(" x ".join).filter(lambda t: "***" not in t)
_TIMES = st.one_of(
    st.none(), st.times().map(lambda t: t.replace(second=0, microsecond=0, fold=0)), st.integers(40, 400).map(lambda n: f"T{n:+d}")
)  # fmt: skip


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@given(data=st.data())
def test_any_filled_form_comes_back_as_written(folders: Folders, data: st.DataObject):
    blank = folders.work.parent / "blank.xlsx"
    if not blank.exists():
        _form(folders, file="blank.xlsx")
    form = Path(shutil.copy(blank, folders.work.parent / "form.xlsx"))
    page = load_workbook(form).active
    assert isinstance(page, Worksheet)
    keys = list(_rows(page))
    answers = {
        key: (
            data.draw(_TIMES),
            data.draw(st.sampled_from(RATINGS)),
            data.draw(_SEEN.filter(str.strip)),
        )
        for key in data.draw(st.lists(st.sampled_from(keys), min_size=1, unique=True))
    }
    answers["i-shenshui/new"] = (None, "中", "看到了。")
    out = folders.plans / "difang" / "records" / "probe.yaml"
    out.unlink(missing_ok=True)
    filing.taken_back(folders, _JIANYAN, [_fill(form, answers)], out)
    record = _record(folders, out)
    found = {one.item: one for one in record.observations}
    for key, (at, rating, seen) in answers.items():
        assert found[key].rating == rating and found[key].seen == " ".join(str(seen).split())
        assert found[key].actual == (None if at is None else values.moment(at))


# What is told of a bad form: each a real file, each at its sheet, row and column.


def _cell(name: str, value: object, key: str = "i-shenshui/dianhua") -> Callable[[Worksheet], None]:
    def change(page: Worksheet) -> None:
        page.cell(_rows(page)[key], _places(page)[name]).value = value

    return change


def _top(number: int, value: object) -> Callable[[Worksheet], None]:
    def change(page: Worksheet) -> None:
        page.cell(number, _VALUE).value = value

    return change


def _merge(page: Worksheet) -> None:
    column = _places(page)[columns.RATING]
    page.merge_cells(start_row=8, end_row=9, start_column=column, end_column=column)


def _drop(name: str) -> Callable[[Worksheet], None]:
    return lambda page: page.delete_cols(_places(page)[name])


def _rename(name: str, to: str) -> Callable[[Worksheet], None]:
    def change(page: Worksheet) -> None:
        page.cell(_HEAD, _places(page)[name]).value = to

    return change


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_cell(columns.KEY, "i-shenshui/dianhuo"), "8:13: R106 第 8 行 M 列：编号“i-shenshui/dianhuo”不是"),
        (_cell(columns.KEY, None), "8:13: R106 第 8 行 M 列：没有编号"),
        (_cell(columns.KEY, "i-jixu/xunba"), "8:3: R106 第 8 行 C 列：这一项的原话现在是“巡查一号堤段”|12:13: R106 第 12 行 M 列：编号 i-jixu/xunba 在第 8 行已经有了"),
        (_cell(columns.WORDS, "先打电话"), "8:3: R106 第 8 行 C 列：这一项的原话现在是“打电话向上级值班室首报”"),
        (_cell(columns.RATING, "合格"), "8:10: R107 第 8 行 J 列：“合格”不在可选的词里"),
        (_cell(columns.RATING, None), "8:10: R107 第 8 行 J 列：填了时刻或看到什么，没有评级"),
        (_cell(columns.SEEN, None), "8:12: R111 第 8 行 L 列：评了“优”，没写看到什么、凭什么说"),
        (_cell(columns.ACTUAL, "九点多"), "8:9: R108 第 8 行 I 列：“九点多”不是时刻"),
        (_cell(columns.ACTUAL, "25:70"), "8:9: R108 第 8 行 I 列：“25:70”不是时刻"),
        (_cell(columns.ACTUAL, "=NOW()"), "8:9: R105 第 8 行 I 列：填的是公式 =NOW()"),
        (_cell(columns.SEEN, "看" * 201), "8:12: R111 第 8 行 L 列：这里最多 200 字，现在 201 字"),
        (_cell(columns.SEEN, "见【待地区确认：谁，甲局】"), "8:12: R111 第 8 行 L 列：【待地区确认】要单独占一项"),
        (_top(3, None), "3:3: R109 第 3 行 C 列：没有填演练日期"),
        (_top(3, "去年冬天"), "3:3: R109 第 3 行 C 列：“去年冬天”不是一天"),
        (_top(3, "2029-02-30"), "3:3: R109 第 3 行 C 列：日历上没有“2029-02-30”这一天"),
        (_top(4, "T+3"), "4:3: R108 第 4 行 C 列：“T+3”不是钟点"),
        (_top(6, "difang/shifan 0123456789"), "6:3: R102 第 6 行 C 列：这是 difang/shifan 的评估表"),
        (_top(6, "difang/jianyan 0123456789"), "6:3: R102 第 6 行 C 列：演练或预案在印这份表以后改过"),
        (_top(6, None), "6:3: R102 第 6 行 C 列：没有“本表（不要改）”这一行"),
        (_merge, "8:10: R104 第 8 行 J 列：这里合并了单元格"),
        (_drop(columns.RATING), "7:1: R103 第 7 行 A 列：少了“评级”"),
        (_rename("应有记录", columns.SEEN), "7:1: R103 第 7 行 A 列：重了“看到什么、凭什么说（证据）”"),
    ],
)  # fmt: skip
def test_each_slip_is_told_at_its_cell(
    folders: Folders, change: Callable[[Worksheet], None], told: str
):
    form = _change(_fill(_form(folders), _GOOD), change)
    found = _refused(folders, form)
    starts = [f"/form.xlsx［评估表］:{one}" for one in told.split("|")]
    assert len(found) == len(starts) and all(map(str.startswith, found, starts)), found


def test_all_slips_are_told_at_once(folders: Folders):
    form = _fill(_form(folders), {"i-shenshui/dianhua": ("九点", "好", "打通了。")}, None)
    codes = [line.split(": ")[1][:4] for line in _refused(folders, form)]
    assert sorted(codes) == ["R107", "R108", "R109"]


def test_another_drills_form_is_told_once(folders: Folders):
    form = _fill(_form(folders, "difang/shifan"), {}, None)
    (told,) = _refused(folders, form)
    assert "R102" in told


def test_evaluators_who_disagree_settle_it_themselves(folders: Folders):
    one = _fill(_form(folders, file="a.xlsx"), _GOOD, summary="甲说。")
    other = {"i-shenshui/dianhua": ("T+9", "差", "没打。")}
    two = _fill(_form(folders, file="b.xlsx"), other, "2029-06-02", summary="乙说。")
    found = _refused(folders, one, two)
    assert [line.split(": ")[1][:4] for line in found] == ["R110"] * 3
    assert all(
        line.startswith("/b.xlsx［评估表］:") and "/a.xlsx［评估表］ 写的是" in line
        for line in found
    )


@pytest.mark.parametrize(
    ("raw", "code", "told"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "R101", "旧格式的 .xls"),
        (b"PK\x03\x04" + b"x" * 99, "R101", "这个文件坏了"),
        (b"\xff\xd8\xff\xe0" + b"x" * 99, "R103", "认不出这个文件"),
        ("序号,评级\n1,优\n".encode(), "R103", "没有“编号（不要改）”一栏"),
        (b"", "R103", "认不出这个文件"),
    ],
)
def test_what_is_no_form_is_told(folders: Folders, raw: bytes, code: str, told: str):
    path = folders.work.parent / "form.xlsx"
    path.write_bytes(raw)
    (found,) = _refused(folders, path)
    assert f": {code} " in found and told in found


def test_a_workbook_without_the_form_or_with_two_is_told(folders: Folders):
    path = folders.work.parent / "other.xlsx"
    Workbook().save(path)
    assert "哪张表里都没有" in _refused(folders, path)[0]
    form = _fill(_form(folders), _GOOD)
    book = load_workbook(form)
    assert book.active is not None
    book.copy_worksheet(book.active)
    book.save(form)
    assert "几张评估表" in _refused(folders, form)[0]
    # The form may stand beside other sheets.
    book.remove(book.worksheets[1])
    book.create_sheet("附件")
    book.save(form)
    assert filing.taken_back(folders, _JIANYAN, [form], None)[0].exists()


def test_a_large_file_is_not_opened(tmp_path: Path):
    with pytest.raises(cells.Unreadable, match="太大"):
        cells.read("x", b"PK\x03\x04" + b"\0" * 20_000_001)


# The command itself.


def test_the_command_writes_and_takes_back(project: Project):
    done = project.run("record", _JIANYAN)
    assert done.returncode == 0, done.stderr
    assert "plans/difang/records/jianyan-1.yaml" in done.stdout
    assert project.run("check").returncode == 0
    done = project.run("record", _JIANYAN, "--xlsx", "--out", "a.xlsx")
    assert done.returncode == 0, done.stderr
    done = project.run("record", _JIANYAN, "--from", "a.xlsx")
    assert done.returncode == 1 and "R109" in done.stdout
    _fill(project.folder / "a.xlsx", _GOOD, "2029-06-08")
    done = project.run("record", _JIANYAN, "--from", "a.xlsx")
    assert done.returncode == 0 and "jianyan-2.yaml" in done.stdout
    for wrong in (("difang/nichts",), (_JIANYAN, "--from", "nichts.xlsx"), (_JIANYAN, "--xlsx", "--from", "a.xlsx")):  # fmt: skip
        done = project.run("record", *wrong)
        assert done.returncode == 2 and done.stderr, wrong
    assert "R106" in project.run("explain", "R106").stdout


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_saved_again_by_libreoffice_it_comes_back(folders: Folders, suffix: str):
    if shutil.which("soffice") is None:
        assert not CI, "LibreOffice is missing"
        pytest.skip("no LibreOffice on this machine")
    base = folders.work.parent
    form = _fill(_form(folders), _GOOD | {"i-jixu/fengdu": (time(21, 38), "中", "封了一处。")}, date(2029, 6, 1), time(21, 0))  # fmt: skip
    out = base / "again"
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{base}/profile"]
    kind = "csv:Text - txt - csv (StarCalc):44,34,76" if suffix == "csv" else "xlsx"
    subprocess.run(
        [*command, "--convert-to", kind, "--outdir", str(out), str(form)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    path, _ = filing.taken_back(folders, _JIANYAN, [out / f"form.{suffix}"], None)
    record = _record(folders, path)
    seen = {one.item: (one.rating, str(one.actual)) for one in record.observations}
    assert seen["i-jixu/fengdu"] == ("中", "21:38") and str(record.started_at) == "21:00"
    assert str(record.held_on) == "2029-06-01"
