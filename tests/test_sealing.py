"""Sealed drills: sealed, verified, opened; a changed byte anywhere breaks the seal."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator import checks, cli, explanations
from generator.commands import parser
from generator.gathering import Folders
from generator.handbook.evaluation import evaluation_items
from generator.handbook.reading import read_handbook
from generator.recording import columns
from generator.refusal import Refused
from generator.sealing import closing, kept, opened, package, verifying
from generator.seals import commitment, identity, tracking
from generator.seals.faults import RULES
from tests.conftest import CI, ROOT, SMALL, files_below

ID = "x7k2m4"


@dataclass(frozen=True)
class Office:
    """An office of its own: plans, a private folder, a stick."""

    folder: Path

    @property
    def private(self) -> Path:
        return self.folder / "private"

    @property
    def seal(self) -> Path:
        return self.private / "seals" / ID

    @property
    def folders(self) -> Folders:
        at = self.folder
        return Folders(at / "plans", SMALL / "content", self.private, at / "dist", at / "build")

    def run(self, *words: str) -> int:
        named = ("--plans", str(self.folder / "plans"), "--content", str(SMALL / "content"))
        return cli.main([*words, *named, "--private", str(self.private)])

    def state(self) -> dict[str, bytes]:
        return files_below(self.folder, "plans", "private")


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An office that has sealed the small drill; only looked at."""
    office = Office(tmp_path_factory.mktemp("office"))
    shutil.copytree(SMALL / "plans", office.folder / "plans")
    shutil.copytree(SMALL / "private", office.private)
    closing.close(office.folders, office.private, ID, office.folder / "stick", 2)
    return office


@pytest.fixture
def office(closed: Office, tmp_path: Path) -> Office:
    """A copy of it to do things in."""
    return Office(Path(shutil.copytree(closed.folder, tmp_path / "office")))


def test_ids_say_nothing():
    for _ in range(200):
        id = identity.random_id()
        assert identity.meaningless(id) and len(id) == 8
    for telling in ("fangxun", "k7m3", "yanlian-2027", "20270318", "a1b2c", "kk77mm33"):
        assert not identity.meaningless(telling), telling


def test_the_sheet_of_a_blank_is_like_any_other():
    sheets = [commitment.sheet(kept.sealed(content).hash) for content in (b"", b"package")]
    rest = [sheet.replace(commitment.sheet_hash(sheet) or "?", "") for sheet in sheets]
    assert rest[0] == rest[1] and sheets[0] != sheets[1]


def test_what_a_commitment_is():
    assert commitment.digest(bytes(range(32)), b"") == (
        "630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd"
    )
    assert len({commitment.new_nonce() for _ in range(50)}) == 50


def test_what_is_written(closed: Office):
    assert sorted(path.name for path in closed.seal.iterdir()) == [
        "commitment.txt",
        "nonce.txt",
        "package.zip",
    ]
    given = files_below(closed.folder / "stick", ID)
    names = {path.removeprefix(f"{ID}/") for path in given}
    assert "papers/02-envelope.pdf" in names and "nonce.txt" not in names
    assert {"copies/01/04-injects.pdf", "copies/02/04-injects.pdf"} <= names
    # Who is handed a paper on the spot signs for none.
    assert not [name for name in names if name.startswith("copies") and "envelope" in name]
    assert given[f"{ID}/copies/01/04-injects.pdf"] != given[f"{ID}/copies/02/04-injects.pdf"]
    assert not (closed.folder / "dist").exists() and not (closed.folder / "build").exists()


def test_the_commitment_names_nothing(closed: Office):
    sheet = (closed.seal / "commitment.txt").read_text(encoding="utf-8")
    drill = read_handbook(closed.state()).handbook.sealed[ID]
    assert drill.plan
    for words in (ID, drill.title, drill.plan.id, str(drill.held_on), "地方", "2030"):
        assert words not in sheet
    assert "参考样稿·非正式文件" in sheet


def test_the_package_is_the_same_every_time(closed: Office, office: Office):
    shutil.rmtree(office.seal)
    assert office.run("seal", ID, "--to", str(office.folder / "other"), "--copies", "0") == 0
    again, before = kept.read(office.seal), kept.read(closed.seal)
    assert again.package == before.package
    assert again.nonce != before.nonce and again.hash != before.hash
    with zipfile.ZipFile(io.BytesIO(again.package)) as archive:
        yaml = (closed.private / "sealed" / f"{ID}.yaml").read_bytes()
        assert archive.read("drill.yaml") == yaml
        assert "papers/08-evaluation.pdf" in archive.namelist()


def test_no_seal_is_made_over_another(office: Office, capsys: pytest.CaptureFixture[str]):
    before = office.state()
    assert office.run("seal", ID, "--to", str(office.folder / "other")) == 2
    assert f"{office.seal} 已经有了，不会覆盖" in capsys.readouterr().err
    assert office.state() == before and not (office.folder / "other").exists()


@pytest.mark.parametrize("where", ["dist/sealed", "build/x", "plans/x", "private/x", "git/deep/x"])
def test_papers_go_nowhere_from_where_they_spread(
    office: Office, where: str, capsys: pytest.CaptureFixture[str]
):
    (office.folder / "git" / ".git").mkdir(parents=True)
    (office.folder / "link").symlink_to(office.folder / "plans")
    for to in (office.folder / where, office.folder / "link" / "x"):
        with pytest.raises(Refused) as refused:
            closing.close(office.folders, office.private, ID, to, 0)
        assert [problem.code for problem in refused.value.problems] == ["S104"]
        assert not to.exists()


def test_a_broken_handbook_seals_nothing(office: Office, capsys: pytest.CaptureFixture[str]):
    shutil.rmtree(office.seal)
    path = office.private / "sealed" / f"{ID}.yaml"
    path.write_bytes(path.read_bytes().replace(b"action: dianhua", b"action: dianhuo"))
    assert office.run("seal", ID, "--to", str(office.folder / "other")) == 1
    assert f"private/sealed/{ID}.yaml:" in capsys.readouterr().out
    assert not office.seal.exists() and not (office.folder / "other").exists()


def test_a_new_one_passes_at_once(office: Office):
    before = office.state()
    for form in ("实战", "桌面"):
        assert office.run("seal", "--new", "difang", "--form", form) == 0
    assert office.run("check") == 0
    new = office.state().keys() - before.keys()
    assert len(new) == 2
    for path in new:
        assert identity.meaningless(Path(path).stem)
    drills = read_handbook(office.state()).handbook.sealed
    assert {drill.notice for drill in drills.values()} == {"双盲"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("seal",), "只写一样"),
        (("seal", "--new", "difang", "--to", "x"), "只在封存一场演练时用"),
        (("seal", "--blank", "--copies", "3"), "只在封存一场演练时用"),
        (("seal", ID, "--blank"), "只写一样"),
        (("seal", ID), "--to"),
        (("seal", "a1b2c3", "--to", "/tmp/x"), f"没有“a1b2c3”这场演练；有：{ID}"),
        (("seal", "--new", "nichts"), "没有预案“nichts”；有：difang"),
        (("seal", ID, "--to", "/tmp/x", "--copies", "100"), "--copies"),
        (("open", "a1b2c3"), "没有“a1b2c3”这场演练"),
        (("open", ID, "--held", "昨天"), "--held 不对"),
        (("open", ID, "--as", "演练"), "只能用小写拼音"),
    ],
)
def test_wrong_use_is_told(
    office: Office, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
):
    before = office.state()
    assert office.run(*words) == 2
    assert told in capsys.readouterr().err
    assert office.state() == before


def test_opened_it_stands_in_its_plan(office: Office, capsys: pytest.CaptureFixture[str]):
    before, seal = office.state(), kept.read(office.seal)
    assert office.run("open", ID, "--as", "yejian") == 0
    told = capsys.readouterr().out
    after = office.state()
    new = {"plans/difang/drills/yejian.yaml", "plans/difang/records/yejian.yaml"}
    assert after.keys() - before.keys() == new
    assert before.keys() - after.keys() == {f"private/sealed/{ID}.yaml"}
    assert all(after[path] == before[path] for path in before.keys() & after.keys())
    assert all(str(office.folder / path) in told for path in new)
    # One word of one line has changed.
    old = before[f"private/sealed/{ID}.yaml"].decode()
    assert after["plans/difang/drills/yejian.yaml"].decode() == old.replace(
        "status: 计划", "status: 已结束"
    )
    reading = read_handbook({path: after[path] for path in after if "/seals/" not in path})
    assert reading.problems == () and not list(checks.problems(reading))
    record = reading.handbook.plans["difang"].records["yejian"]
    assert record.seal and record.drill.id == "yejian" and str(record.held_on) == "2030-02-03"
    assert (record.seal.nonce, record.seal.hash) == (seal.nonce.hex(), seal.hash)
    # And it can be verified for good, against the package.
    path, packed = office.folder / "plans/difang/records/yejian.yaml", office.seal / "package.zip"
    assert verifying.verify(path, packed, "", "").drill is True
    drill = office.folder / "plans/difang/drills/yejian.yaml"
    drill.write_bytes(drill.read_bytes().replace("有风".encode(), "无风".encode()))
    assert not verifying.verify(path, packed, "", "").fits


@pytest.mark.parametrize(("day", "code"), [("2030-02-03", 0), ("2030-02-04", 1)])
def test_forms_printed_under_seal_are_taken_back_after_the_plan_changed(
    office: Office, capsys: pytest.CaptureFixture[str], day: str, code: int
):
    """Opened under another id, and one step is worded otherwise by now."""
    actions = office.folder / "plans/difang/actions.yaml"
    text = actions.read_text(encoding="utf-8")
    actions.write_text(text.replace("do: 巡查一号堤段", "do: 巡查全部堤段", 1), encoding="utf-8")
    form = office.folder / "form.xlsx"
    shutil.copy(next((office.folder / "stick" / ID / "papers").glob("*-evaluation.xlsx")), form)
    assert office.run("open", ID, "--as", "yejian") == 0
    book = load_workbook(form)
    page = book.active
    assert isinstance(page, Worksheet)
    cells = {f"{cell.value}": cell for row in page.iter_rows() for cell in row}
    page.cell(cells[columns.HELD_ON].row, columns.VALUE).value = day
    row = cells["i-butong/xunba"].row
    page.cell(row, cells[columns.RATING].column).value = "良"
    page.cell(row, cells[columns.SEEN].column).value = "巡了一遍。"
    book.save(form)
    capsys.readouterr()
    assert office.run("record", "difang/yejian", "--from", str(form)) == code
    if code:
        told = capsys.readouterr().out
        assert "R110" in told and "记录 yejian 写的演练日期是 2030-02-03，这里是 2030-02-04" in told
        return
    written = office.folder / "plans/difang/records/yejian-1.yaml"
    text = written.read_text(encoding="utf-8")
    assert "  ## 封存时印的是：巡查一号堤段\n  - item: i-butong/xunba\n    rating: 良" in text
    written.with_name("yejian.yaml").unlink()
    assert office.run("check") == 0
    # The record that is left proves the seal; a form that comes late is known, and is one too many.
    packed = office.seal / "package.zip"
    assert verifying.verify(written, packed, "", "").drill is True
    capsys.readouterr()
    assert office.run("record", "difang/yejian", "--from", str(form)) == 1
    told = capsys.readouterr().out
    assert "P366" in told and "R102" not in told


def test_a_plan_may_go_on_after_a_drill_was_opened(
    office: Office, capsys: pytest.CaptureFixture[str]
):
    """A step the drill looked at is retired: neither the drill's file nor its record is touched."""
    assert office.run("open", ID, "--as", "yejian") == 0
    ended = ("drills/yejian.yaml", "drills/jianyan.yaml", "drills/fucha.yaml", "records/")
    for path in (office.folder / "plans").rglob("*.yaml"):
        if not any(f"difang/{own}" in path.as_posix() for own in ended):
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("xunba", "xunkan"), encoding="utf-8")
    capsys.readouterr()
    assert office.run("check") == 1
    told = capsys.readouterr().out.splitlines()
    (sealed,) = (line for line in told if "drills/yejian.yaml" in line)
    assert "P201" in sealed and "这场演练封存过，它的文件改了就核对不上" in sealed
    plan = office.folder / "plans/difang/plan.yaml"
    gone = "retired:\n  - id: xunba\n    reason: 改成巡看。\n    was: 巡查一号堤段\n"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("retired:\n", gone, 1), encoding="utf-8")
    assert office.run("check") == 0
    book = read_handbook(office.state()).handbook
    drill = book.plans["difang"].drills["yejian"]
    items = {item.key: item for item in evaluation_items(book.plans["difang"], drill)}
    assert (items["i-butong/xunba"].action, items["i-butong/xunba"].words) == (
        "xunba",
        "巡查一号堤段",
    )
    record, packed = office.folder / "plans/difang/records/yejian.yaml", office.seal / "package.zip"
    assert verifying.verify(record, packed, "", "").drill is True


def test_before_it_is_opened_the_plan_gives_way(office: Office, capsys: pytest.CaptureFixture[str]):
    registers = office.folder / "plans/shared/registers.yaml"
    text = registers.read_text(encoding="utf-8")
    registers.write_text(text.replace("dianhua-buton:", "dianhua-zhan:"), encoding="utf-8")
    assert office.run("check") == 1
    told = capsys.readouterr().out.splitlines()
    (sealed,) = (line for line in told if f"private/sealed/{ID}.yaml" in line)
    assert "P201" in sealed and "请在预案、登记册里恢复原样" in sealed


def test_only_the_status_changes():
    around = "title: 状态 status: 计划\n{}\nnote: |\n  status: 计划\n"
    for line, now in (
        ("status: 计划", "status: 已结束"),
        ('status:  "计划"  # 待演', "status:  已结束  # 待演"),
        ("status: '计划'\r", "status: 已结束\r"),
    ):
        assert opened.ended(around.format(line).encode()).decode() == around.format(now)


def _refused(office: Office, capsys: pytest.CaptureFixture[str], code: str) -> None:
    """Opening is refused with a code, and nothing has changed."""
    before = office.state()
    assert office.run("open", ID) == 1
    assert f" {code} " in capsys.readouterr().out
    assert office.state() == before


def test_a_changed_package_stays_closed(office: Office, capsys: pytest.CaptureFixture[str]):
    path = office.seal / "package.zip"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    _refused(office, capsys, "S101")


def test_a_changed_drill_stays_closed(office: Office, capsys: pytest.CaptureFixture[str]):
    path = office.private / "sealed" / f"{ID}.yaml"
    path.write_bytes(path.read_bytes().replace("有风".encode(), "无风".encode()))
    _refused(office, capsys, "S102")


@pytest.mark.parametrize("name", ["nonce.txt", "package.zip", "commitment.txt"])
def test_what_is_missing_is_told(office: Office, capsys: pytest.CaptureFixture[str], name: str):
    (office.seal / name).unlink()
    _refused(office, capsys, "S103")


@pytest.mark.parametrize("name", ["nonce.txt", "commitment.txt"])
def test_what_cannot_be_read_is_told(office: Office, capsys: pytest.CaptureFixture[str], name: str):
    (office.seal / name).write_text("不是数", encoding="utf-8")
    _refused(office, capsys, "S103")


@pytest.mark.parametrize("there", ["drills", "records"])
def test_opening_overwrites_nothing(office: Office, capsys: pytest.CaptureFixture[str], there: str):
    path = office.folder / "plans" / "difang" / there / f"{ID}.yaml"
    if there == "drills":
        shutil.copy(path.with_name("jianyan.yaml"), path)
    else:
        path.write_text(
            "drill: jianyan\nheld_on: 2029-06-09\nsummary: 又演了一次。\n", encoding="utf-8"
        )
    before = office.state()
    assert office.run("open", ID) == 2
    assert "已经有了，不会覆盖" in capsys.readouterr().err
    assert office.state() == before


def test_without_a_date_it_is_asked_for(office: Office, capsys: pytest.CaptureFixture[str]):
    shutil.rmtree(office.seal)
    path = office.private / "sealed" / f"{ID}.yaml"
    text = path.read_text(encoding="utf-8")
    blank = text.replace("held_on: 2030-02-03", "held_on: 【待地区确认：日期，甲局】")
    path.write_text(blank, encoding="utf-8")
    packed = package.packed(path.read_bytes(), {})
    closing.new_folders({office.seal: kept.sealed(packed).files})
    assert office.run("open", ID) == 2
    assert "--held" in capsys.readouterr().err
    assert office.run("open", ID, "--held", "2030-02-05") == 0
    record = office.folder / "plans/difang/records" / f"{ID}.yaml"
    assert "held_on: 2030-02-05\n" in record.read_text(encoding="utf-8")


@given(place=st.floats(0, 0.999999), bit=st.integers(0, 7))
def test_any_flipped_bit_breaks_the_seal(closed: Office, place: float, bit: int):
    seal = kept.read(closed.seal)
    content = bytearray(seal.package)
    content[int(place * len(content))] ^= 1 << bit
    assert commitment.digest(seal.nonce, bytes(content)) != seal.hash
    nonce = bytearray(seal.nonce)
    nonce[int(place * len(nonce))] ^= 1 << bit
    assert commitment.digest(bytes(nonce), seal.package) != seal.hash


def test_bytes_moved_between_nonce_and_package_break_it(closed: Office):
    seal = kept.read(closed.seal)
    assert commitment.hexadecimal((seal.nonce + seal.package[:1]).hex()) is None
    assert commitment.hexadecimal(seal.nonce[:-1].hex()) is None


def test_verify_knows_its_ways(closed: Office, tmp_path: Path):
    nonce, hash = closed.seal / "nonce.txt", kept.read(closed.seal).hash
    packed = closed.seal / "package.zip"
    assert verifying.verify(closed.seal, None, "", "").fits
    assert verifying.verify(closed.folder / "stick" / ID, None, str(nonce), "").fits
    assert verifying.verify(packed, None, str(nonce), "").fits
    alone = Path(shutil.copy(packed, tmp_path / "x.zip"))
    bare = verifying.verify(alone, None, nonce.read_text().upper(), "")
    assert bare.told == "" and bare.found == hash
    assert verifying.verify(alone, None, str(nonce), hash).fits
    assert not verifying.verify(alone, None, str(nonce), hash[::-1]).fits
    # What the office says afterwards does not count against what was deposited.
    assert not verifying.verify(closed.seal, None, "", hash[::-1]).fits


def test_the_answer_of_verify(closed: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    hash = kept.read(closed.seal).hash
    assert cli.main(["verify", str(closed.seal)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("封存值相符。") and told.count(hash) == 2
    broken = shutil.copytree(closed.seal, tmp_path / "broken")
    (broken / "package.zip").write_bytes(b"x")
    assert cli.main(["verify", str(broken)]) == 1
    assert capsys.readouterr().out.startswith("封存值不符。")
    sheet = ("--nonce", str(closed.seal / "nonce.txt"), str(closed.seal / "commitment.txt"))
    for words in (("x",), (str(closed.seal / "package.zip"),), (str(closed.private),), sheet):
        assert cli.main(["verify", *words]) == 2
        assert capsys.readouterr().err
    record = SMALL / "plans/difang/records/jianyan.yaml"
    assert cli.main(["verify", str(record)]) == 2
    assert "--package" in capsys.readouterr().err


def test_a_blank_is_a_seal_with_no_drill(office: Office, capsys: pytest.CaptureFixture[str]):
    assert office.run("seal", "--blank") == 0
    (new,) = (path for path in office.seal.parent.iterdir() if path.name != ID)
    assert str(new) in capsys.readouterr().out
    seen = verifying.verify(new, None, "", "")
    assert seen.fits and seen.blank
    assert cli.main(["verify", str(new)]) == 0
    assert "没有演练" in capsys.readouterr().out
    # Seals in the private folder are no part of the handbook.
    assert office.run("check") == 0


def test_interrupted_it_leaves_nothing(office: Office, monkeypatch: pytest.MonkeyPatch):
    shutil.rmtree(office.seal)
    before = office.state()
    whole = Path.rename

    def fail(path: Path, target: Path) -> Path:
        if target.parent.name == "stick2":
            raise OSError(28, "No space left on device")
        return whole(path, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OSError, match="space"):
        closing.close(office.folders, office.private, ID, office.folder / "stick2", 0)
    assert office.state() == before
    assert not (office.folder / "stick2").exists()


def _git(folder: Path, *words: str) -> None:
    name = ("-c", "user.name=x", "-c", "user.email=x@x")
    subprocess.run(["git", *name, *words], cwd=folder, check=True, capture_output=True)


def test_what_git_keeps_is_refused(office: Office, capsys: pytest.CaptureFixture[str]):
    if shutil.which("git") is None:
        assert not CI, "git is missing"
        pytest.skip("no git on this machine")
    _git(office.folder, "init", "-q")
    (office.folder / ".gitignore").write_text("/private/\n")
    assert office.run("check") == 0
    _git(office.folder, "add", "-f", f"private/sealed/{ID}.yaml")
    capsys.readouterr()
    assert office.run("check") == 1
    assert f"private/sealed/{ID}.yaml:1:1: Y121 " in capsys.readouterr().out
    # Taken out again it is still in the history; and what is not ignored is soon in.
    _git(office.folder, "commit", "-qm", "x")
    _git(office.folder, "rm", "-q", "--cached", f"private/sealed/{ID}.yaml")
    _git(office.folder, "commit", "-qm", "y")
    assert office.run("check") == 1
    told = capsys.readouterr().out
    assert f"private/sealed/{ID}.yaml:1:1: Y121 " in told and "以前进过" in told
    shutil.rmtree(office.folder / ".git")
    _git(office.folder, "init", "-q")
    assert office.run("check") == 0
    (office.folder / ".gitignore").unlink()
    capsys.readouterr()
    assert office.run("check") == 1
    assert "没有写进 .gitignore" in capsys.readouterr().out
    before = office.state()
    new, blank = ("seal", "--new", "difang"), ("seal", "--blank")
    for command in (("seal", ID, "--to", "/tmp/nowhere"), ("open", ID), ("build",), new, blank):
        assert office.run(*command) == 1
        assert office.state() == before
        assert "Y121" in capsys.readouterr().out


def test_a_repository_that_does_not_answer_is_told(
    office: Office, capsys: pytest.CaptureFixture[str]
):
    """What it keeps is not known, and silence would pass for nothing."""
    (office.private / ".git").mkdir()
    assert office.run("check") == 1
    told = capsys.readouterr().out
    assert "Y121" in told and "查不出哪些文件进了仓库" in told


def test_what_could_never_be_opened_is_not_sealed(
    office: Office, capsys: pytest.CaptureFixture[str]
):
    path = office.private / "sealed" / f"{ID}.yaml"
    text = path.read_text(encoding="utf-8")
    shutil.rmtree(office.seal)
    bare = re.sub(r"    expect:\n(?:      .*\n)+", "", text).replace("45分钟", "15分钟")
    path.write_text(bare, encoding="utf-8")
    assert office.run("seal", ID, "--to", str(office.folder.parent / "elsewhere")) == 2
    assert "没有一项可评" in capsys.readouterr().err
    assert not office.seal.exists()


def test_what_is_handed_out_may_not_tell(office: Office, capsys: pytest.CaptureFixture[str]):
    """What an author writes into the stop words stands on the paper that is opened on the spot."""
    shutil.rmtree(office.seal)
    path = office.private / "sealed" / f"{ID}.yaml"
    text = path.read_text(encoding="utf-8")
    stop, elsewhere = "  - 演练终止，演练终止，转入真实状态。\n", office.folder.parent / "elsewhere"
    assert stop in text
    told = text.replace(stop, "  - 演练终止，夜里水位超过警戒线是假的。\n")
    path.write_text(told, encoding="utf-8")
    assert office.run("check") == 0
    assert office.run("seal", ID, "--to", str(elsewhere)) == 1
    found = capsys.readouterr().out
    assert "S106" in found and "夜里水位超过警戒线" in found
    assert not elsewhere.exists() and not office.seal.exists()


def test_a_table_is_sealed_and_opened_too(office: Office, capsys: pytest.CaptureFixture[str]):
    """Its question cards are handed out when it is played: they are the drill, and tell of it."""
    shown = (office.folder / "plans/difang/drills/zhuomian.yaml").read_text(encoding="utf-8")
    shown = shown.replace("notice: 预告", "notice: 双盲").replace("status: 样例", "status: 计划")
    path = office.private / "sealed" / "t3b5m7e9.yaml"
    path.write_text(f"plan: difang\n{shown}", encoding="utf-8")
    to = office.folder.parent / "elsewhere"
    assert office.run("seal", path.stem, "--to", str(to), "--copies", "0") == 0, capsys.readouterr()
    assert list((to / path.stem / "papers").glob("*-questions.pdf"))
    assert office.run("open", path.stem, "--held", "2030-02-05") == 0


def test_what_is_not_written_yet_is_not_sealed(office: Office, capsys: pytest.CaptureFixture[str]):
    assert office.run("seal", "--new", "difang") == 0
    (path,) = (p for p in (office.private / "sealed").glob("*.yaml") if p.stem != ID)
    capsys.readouterr()
    elsewhere = office.folder.parent / "elsewhere"
    assert office.run("seal", path.stem, "--to", str(elsewhere)) == 1
    assert "S107 “情景还没有写。”是新建时的样子话" in capsys.readouterr().out
    assert not elsewhere.exists()


def test_what_was_deposited_is_compared_when_opening(
    office: Office, capsys: pytest.CaptureFixture[str]
):
    """Sealed again after a change it fits itself, and not what the evaluators have."""
    deposited = (office.seal / "commitment.txt").read_text(encoding="utf-8")
    sheet = office.folder / "deposited.txt"
    sheet.write_text(deposited, encoding="utf-8")
    shutil.rmtree(office.seal)
    assert office.run("seal", ID, "--to", str(office.folder.parent / "again"), "--copies", "0") == 0
    before = office.state()
    assert office.run("open", ID, "--hash", str(sheet)) == 1
    assert "S101" in capsys.readouterr().out and office.state() == before
    assert office.run("open", ID, "--hash", str(office.seal / "commitment.txt")) == 0
    assert "还要和评估组" not in capsys.readouterr().out


def test_what_would_fail_once_opened_is_told_before_sealing(
    office: Office, capsys: pytest.CaptureFixture[str]
):
    """A status that opening could not find: afterwards no byte may be changed any more."""
    path = office.private / "sealed" / f"{ID}.yaml"
    text = path.read_text(encoding="utf-8")
    shutil.rmtree(office.seal)
    path.write_text(text.replace("status: 计划", '"status": 计划'), encoding="utf-8")
    assert office.run("check") == 0
    elsewhere = office.folder.parent / "elsewhere"
    assert office.run("seal", ID, "--to", str(elsewhere)) == 1
    told = capsys.readouterr().out
    assert f"private/sealed/{ID}.yaml" in told and "以后启不了封" in told
    assert not elsewhere.exists() and not office.seal.exists()


def test_without_git_nothing_wrong_is_said(office: Office, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(office.folder))
    assert tracking.tracked(office.private, "private") == ()
    assert tracking.repository_of(office.folder / "not" / "there") is None


def test_every_code_is_explained(capsys: pytest.CaptureFixture[str]):
    for rule in RULES:
        assert cli.main(["explain", rule.code]) == 0
        assert rule.title in capsys.readouterr().out


MANUAL = (ROOT / "content" / "seal.md").read_text(encoding="utf-8")


def test_the_manual_shows_commands_there_are():
    shown = [line.split()[1:] for line in MANUAL.splitlines() if line.startswith("handbook ")]
    assert {words[0] for words in shown} == {"seal", "check", "open", "verify"}
    for words in shown:
        parser().parse_args(words)
    assert "这一页是否暗示下一次演练？" in MANUAL


def test_the_manual_names_codes_there_are():
    assert set(re.findall(r"`([A-Z]\d{3})`", MANUAL)) <= {
        rule.code for rule in explanations.rules()
    }
