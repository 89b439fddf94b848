"""What the clerk's manual quotes is what the program says: each slip is made, each answer compared.

Lines, days and counts move whenever somebody edits a plan; they alone are not compared.
"""

from __future__ import annotations

import re
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator import checks, cli, explanations, reporting, stats
from generator.commands import parser
from generator.handbook.reading import read_handbook
from generator.serve import screen
from tests.conftest import ROOT, SMALL, Project, files_below

MANUAL = (ROOT / "content" / "clerk.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```\n(.*?)^```$", MANUAL, re.MULTILINE | re.DOTALL)
HOME = "/home/bangong/shouce"


def _block(start: str) -> str:
    return next(block for block in BLOCKS if block.lstrip().startswith(start))


def _still(text: str) -> str:
    """Return a text without what moves."""
    text = re.sub(r"\.yaml:\d+:|,line=\d+|\"line\": \d+|第 \d+ 行", "…", text)
    return re.sub(r"\d{4}-\d\d-\d\d", "某日", text)


@dataclass(frozen=True)
class Slip:
    """A slip in a file of the plan: what an entry's line with this key was turned into."""

    file: str
    entry: str
    key: str
    now: str

    def made(self, text: str) -> str:
        before, entry, after = text.partition(f"\n    {self.entry}:\n")
        line = re.compile(rf"^ *{self.key}:.*\n", re.MULTILINE)
        assert line.search(entry + after), f"the manual speaks of {self}, the plan has no such line"
        return before + line.sub(lambda _: self.now, entry + after, count=1)


# A whole entry, put in two columns too far to the left.
PASTED = re.sub("^  ", "", _block("shi-yingjideng"), flags=re.MULTILINE)
# Slips that do not hide each other are made together: every check takes its second.
TOGETHER = (
    (
        Slip("actions", "pai-dianwei", "who", "      who: 乡镇\n"),
        Slip("actions", "pai-dianwei", "within", "      within: 2小时\n"),
        Slip("actions", "cha-wuding", "proof", "      proof: 待补\n"),
        Slip("guide", "jiayou", "reviewed_on", "      reviewed_on: 2999-11-23\n"),
    ),
    (
        Slip("guide", "jiayou", "say", "      say：进山前把油加满\n"),
        Slip("actions", "pai-dianwei", "within", "      within: 尽快\n"),
    ),
    (
        Slip("guide", "jiayou", "say", "      say:进山前把油加满\n"),
        Slip("actions", "pai-dianwei", "within", "      within: 【待地区确认:日期，乡镇】\n"),
    ),
    (
        Slip("guide", "jiayou", "say", "　     say: 进山前把油加满\n"),
        Slip("actions", "pai-dianwei", "certainty", ""),
    ),
    (
        Slip("guide", "jiayou", "say", "       say: 进山前把油加满\n"),
        Slip("actions", "cha-minsu", "cha-minsu", f"{PASTED}    cha-minsu:\n"),
    ),
    (Slip("guide", "jiayou", "jiayou", "    chebei:\n"),),
    (Slip("guide", "jiayou", "say", "      say: 进山前，\n        把油加满\n"),),
    (Slip("guide", "jiayou", "say", "      say: 进山前: 把油加满\n"),),
    (
        Slip("guide", "jiayou", "say", "      sya: 进山前把油加满\n"),
        Slip("guide", "chebei", "why", "      why:\n"),
    ),
)


def _said(files: dict[str, bytes]) -> set[str]:
    reading = read_handbook(files)
    problems = (*reading.problems, *checks.problems(reading))
    return {_still(str(problem)) for problem in problems}


def test_slips_are_told_as_the_manual_says():
    """Nothing else is told, and every line shown is told."""
    # Drills are half of a plan, and no slip of the manual is made in one.
    whole = {p: raw for p, raw in files_below(ROOT, "plans").items() if "/drills/" not in p}
    shown = {
        _still(line)
        for block in BLOCKS
        for line in block.splitlines()
        if re.match(r"plans/\S+:\d+:\d+: ", line)
    }
    said = set()
    for slips in TOGETHER:
        files = dict(whole)
        for slip in slips:
            path = f"plans/weather/{slip.file}.yaml"
            files[path] = slip.made(files[path].decode()).encode()
        said |= _said(files)
    guide, plan = "plans/weather/guide.yaml", "plans/weather/plan.yaml"
    said |= _said(whole | {guide: whole[guide].decode().encode("gbk", "replace")})
    said |= _said(whole | {guide: whole[guide].rstrip()})
    retired = _block("retired:").replace("shi-yingjideng", "cha-minsu")
    said |= _said(whole | {plan: whole[plan] + retired.encode()})
    assert shown == said


def _told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    cli.main(list(words))
    told = capsys.readouterr()
    return told.out + told.err


@pytest.fixture
def slipped(project: Project) -> tuple[str, ...]:
    """Where the small handbook lies with one limit that has no source."""
    path = project.folder / "plans" / "difang" / "actions.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("within: 建议30分钟", "within: 30分钟"), encoding="utf-8")
    return _folders(project.folder)


def _folders(folder: Path) -> tuple[str, ...]:
    names = ("plans", "content")
    return tuple(word for name in names for word in (f"--{name}", str(folder / name)))


@pytest.mark.parametrize(("style", "start"), [("github", "::error"), ("json", "[\n {")])
def test_formats(capsys: pytest.CaptureFixture[str], slipped, style: str, start: str):
    told = _told(capsys, "check", "--format", style, *slipped)
    assert _still(told).replace("difang", "weather") == _still(_block(start))


def test_the_last_line_of_a_check(capsys: pytest.CaptureFixture[str], slipped, tmp_path: Path):
    last = _told(capsys, "check", *slipped).splitlines()[-1]
    assert last.replace("P304", "P101") in MANUAL.splitlines()
    fine = _told(capsys, "check", *_folders(SMALL), "--out", str(tmp_path))
    assert f"“{fine.strip()}”" in MANUAL and fine.strip() in MANUAL.splitlines()


def test_explanation(capsys: pytest.CaptureFixture[str]):
    assert _told(capsys, "explain", "P304") == _block("P304 ")


def test_figures():
    told = list(stats.lines(read_handbook(files_below(ROOT, "plans")).handbook))
    shown = [line for line in _block("没有发现问题。\n阿").splitlines()[1:] if line]
    assert shown[0] == told[0]
    numbers = re.compile(r"\d+")
    assert [numbers.sub("数", line) for line in shown] == [
        numbers.sub("数", line) for line in told[: len(shown)]
    ]


def test_new_files(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    plans = tmp_path / "plans"
    files = files_below(ROOT, "plans/weather")
    for path, raw in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(raw)
    commands = _block("handbook new").splitlines()
    told = [_told(capsys, *line.split()[1:], "--plans", str(plans)) for line in commands]
    told.append(_told(capsys, *commands[-1].split()[1:], "--plans", str(plans)))
    here = [text.replace(str(tmp_path), HOME) for text in told]
    assert _block("新建了：") == here[1] and all(text.startswith("新建了：") for text in here[:-1])
    assert _block(f"{HOME}/plans/topics") == here[-1]


def test_preview(project: Project):
    process = subprocess.Popen(
        project.command("serve", "--port", "0"),
        cwd=project.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout
    first = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, last = process.communicate(timeout=60)
    assert re.sub(r":\d+/", ":8000/", first) == _block("演练版预览")
    assert f"“{last.strip()}”" in MANUAL
    waiting = re.findall(r"<p>(.*?)</p>", screen.waiting().decode())[0]
    assert f"“{waiting}”" in MANUAL
    assert _block("有 1 个问题").strip() in screen.shown(b"</body>", ["一处"], "").decode()


def test_commands_are_ones_there_are():
    shown = [line for block in BLOCKS for line in block.splitlines() if "handbook " in line]
    commands = [line.split()[1:] for line in shown if re.match(r"(\.venv\S)?\S*handbook ", line)]
    assert len(commands) > 10
    for command in commands:
        parser().parse_args(command)


def test_codes_are_ones_there_are():
    codes = {rule.code for rule in explanations.rules()}
    assert set(re.findall(r"\b[APY]\d{3}\b", MANUAL)) <= codes


def test_exit_codes():
    shown = set(map(int, re.findall(r"^\| (\d+) \|", MANUAL, re.MULTILINE)))
    told = reporting
    assert shown == {
        *(told.FINE, told.PROBLEMS, told.USAGE, told.OUR_BUG, told.BUSY, told.INTERRUPTED)
    }
