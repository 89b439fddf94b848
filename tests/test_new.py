"""`handbook new`: skeletons that pass at once, tell every key, and never overwrite."""

from __future__ import annotations

import resource
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from generator import schema, skeleton
from generator.gathering import Folders, gather
from generator.handbook.reading import read_handbook
from generator.model.words import Blank
from tests.conftest import ROOT, Project, files_below

TEMPLATES = ROOT / "generator" / "skeletons"
NEW = (
    ("plan", "flood"),
    ("drill", "flood/zhuomian"),
    ("drill", "flood/shizhan", "--form", "实战"),
    ("drill", "difang/xin", "--form", "桌面"),
    ("drill", "shanpo/xin"),
    ("topic", "xuebeng"),
)
SCHEMAS = schema.schemas()


def _plans(project: Project) -> dict[str, bytes]:
    return files_below(project.folder, "plans")


def test_what_is_new_passes_at_once(project: Project):
    folders = Folders(
        project.folder / "plans", project.folder / "content", None, project.folder, project.folder
    )
    for arguments in NEW:
        before = _plans(project)
        done = project.run("new", *arguments)
        assert done.returncode == 0, done.stderr
        added = {path: raw for path, raw in _plans(project).items() if path not in before}
        printed = [line for line in done.stdout.splitlines() if line.endswith(".yaml")]
        assert sorted(printed) == [str(project.folder / path) for path in sorted(added)]
        assert done.stdout.splitlines()[-1].startswith("下一步：")
        assert _plans(project) == before | added
        for path, raw in added.items():
            line = raw.decode().split("\n")[0]
            target = (project.folder / path).parent / line.partition("$schema=")[2]
            assert line.startswith("# yaml-language-server: $schema=../") and target.is_file(), path
        _, problems = gather(folders)
        assert not problems, arguments
    assert {path for path in _plans(project) if "/flood/" in path} == {
        f"plans/flood/{name}.yaml"
        for name in ("plan", "duties", "actions", "guide", "drills/zhuomian", "drills/shizhan")
    }


@pytest.mark.slow
def test_what_is_new_is_built_at_once(project: Project):
    for arguments in NEW:
        assert project.run("new", *arguments).returncode == 0
        check = project.run("check")
        assert check.returncode == 0, f"{arguments}: {check.stdout}"
    project.build()
    assert "trainer/plans/flood/drills/shizhan.html" in project.site()
    assert "public/plans/flood/guide.html" in project.site()


def test_what_is_new_is_open_not_invented(tmp_path: Path, small_files: dict[str, bytes]):
    """No basis, no limit, no unit: what only the office knows is a blank."""
    skeleton.new_plan(tmp_path, "flood")
    skeleton.new_drill(tmp_path, "flood/zhuomian", "桌面")
    made = {f"plans/{path}": raw for path, raw in files_below(tmp_path, "flood").items()}
    reading = read_handbook(small_files | made)
    assert reading.problems == ()
    plan = reading.handbook.plans["flood"]
    assert isinstance(plan.plan.lead, Blank) and isinstance(plan.plan.number, Blank)
    assert not plan.plan.grades and not plan.plan.warnings and plan.plan.responses is None
    assert [duty.certainty for duty in plan.duties.values()] == ["待地区确认"]
    (action,) = plan.actions.values()
    assert action.within.kind == "空白" and isinstance(action.who, Blank)
    assert not plan.messages
    drill = plan.drills["zhuomian"]
    assert isinstance(drill.staff.safety, Blank) and isinstance(drill.held_on, Blank)
    assert drill.objectives["mubiao"].duties[0].id == "bianzhi"


@pytest.mark.parametrize("arguments", NEW[:1] + NEW[3:4] + NEW[5:], ids=lambda a: a[0])
def test_nothing_is_overwritten(project: Project, arguments: tuple[str, ...]):
    assert project.run("new", *arguments).returncode == 0
    before = _plans(project)
    again = project.run("new", *arguments)
    assert again.returncode == 2
    assert "已经有了" in again.stderr and not again.stdout
    assert _plans(project) == before


def test_one_file_that_is_there_keeps_all_from_being_written(project: Project):
    guide = project.folder / "plans" / "flood" / "guide.yaml"
    guide.parent.mkdir()
    guide.write_text("title: 我写的\n", encoding="utf-8")
    before = _plans(project)
    assert project.run("new", "plan", "flood").returncode == 2
    assert _plans(project) == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["plan", "Flood"], "小写拼音"),
        (["plan", "防汛"], "小写拼音"),
        (["plan", "../flood"], "小写拼音"),
        (["plan", "con"], "保留名"),
        (["plan", "shared"], "不能当预案"),
        (["plan", "difang"], "已经有了"),
        (["drill", "flood"], "预案/演练"),
        (["drill", "flood/zhuomian"], "没有预案 flood"),
        (["drill", "topics/zhuomian"], "不能当预案"),
        (["drill", "difang/../x"], "小写拼音"),
        (["drill", "difang/guanshui"], "已经停用"),
        (["drill", "difang/shifan"], "已经有了"),
        (["drill", "difang/xin", "--form", "沙盘"], "命令写得不对"),
        (["topic", "luoshui"], "已经有了"),
        (["topic", "a/b"], "小写拼音"),
        (["topic", "x", "--plans", "nowhere"], "找不到文件夹"),
        (["unit", "x"], "命令写得不对"),
        (["plan"], "命令写得不对"),
        ([], "命令写得不对"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else None,
)
def test_wrong_use_is_told_and_writes_nothing(project: Project, arguments: list[str], told: str):
    before = _plans(project)
    done = project.run("new", *arguments)
    assert done.returncode == 2
    assert told in done.stderr and "Traceback" not in done.stderr
    assert _plans(project) == before


def test_a_full_disk_leaves_nothing_half_written(project: Project):
    before = _plans(project)
    done = subprocess.run(
        project.command("new", "plan", "flood"),
        cwd=project.folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000)),
    )
    assert done.returncode == 1 and "写不了" in done.stderr
    assert _plans(project) == before


def _texts() -> dict[str, list[str]]:
    """The templates of each kind of file, as they are put together."""
    drills = [f"{name}.yaml" for name in skeleton.FORMS.values()]
    names = {kind: [f"{kind}.yaml"] for kind in ("plan", "duties", "actions", "guide", "topic")}
    texts = {
        kind: [(TEMPLATES / file).read_text(encoding="utf-8") for file in files]
        for kind, files in names.items()
    }
    head = (TEMPLATES / "drill.yaml").read_text(encoding="utf-8")
    texts["drill"] = [head + (TEMPLATES / file).read_text(encoding="utf-8") for file in drills]
    used = {file for files in names.values() for file in files} | {"drill.yaml", *drills}
    assert {file.name for file in TEMPLATES.iterdir()} == used
    return texts


def _switched_on(text: str) -> Any:
    """The skeleton with every key behind a single `# ` in use; `##` stays a comment."""
    lines = [
        line.replace("# ", "", 1) if line.lstrip().startswith("# ") else line
        for line in text.split("\n")
    ]
    return yaml.load("\n".join(lines).replace("${duty}", ""), Loader=yaml.BaseLoader)


def _told(value: Any, part: dict[str, Any], whole: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The keys met in a value, each with its meaning."""
    part = _resolved(part, whole)
    if isinstance(value, list):
        for member in value:
            yield from _told(member, part["items"], whole)
    elif isinstance(value, dict):
        own = part.get("properties", {}) if part.get("additionalProperties") is False else {}
        for key, inner in value.items():
            if own:
                yield key, own[key]["description"]
            yield from _told(inner, own[key] if own else part["additionalProperties"], whole)


def _resolved(part: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    name = part.get("$ref", "").rsplit("/", 1)[-1]
    return whole["definitions"][name] if name else part


@pytest.mark.parametrize("kind", _texts())
def test_every_key_is_told_and_fits(kind: str):
    whole = SCHEMAS[kind]
    told: set[tuple[str, str]] = set()
    for text in _texts()[kind]:
        value = _switched_on(text)
        assert [error.message for error in Draft7Validator(whole).iter_errors(value)] == []
        told |= set(_told(value, whole, whole))
    for part in (whole, *whole.get("definitions", {}).values()):
        for key, field in part["properties"].items():
            assert (key, field["description"]) in told, f"{part['title']}: {key}"


@pytest.mark.parametrize("kind", _texts())
def test_every_comment_says_what_to_write(kind: str):
    for text in _texts()[kind]:
        for line in text.split("\n"):
            words = line.strip()
            if words.startswith("##"):
                assert words.startswith("## ") and words.endswith(("。", "；")), line
                assert any("\u4e00" <= letter <= "\u9fff" for letter in words), line
            elif words.startswith("#"):
                assert words.startswith("# "), line


def test_the_package_holds_skeletons_schemas_and_templates(tmp_path: Path):
    """What is read from inside the package is in the wheel too."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    for pattern in ("skeletons/*.yaml", "schema/*.json", "pages/*.html"):
        files = {f.relative_to(ROOT).as_posix() for f in (ROOT / "generator").glob(pattern)}
        assert files and files <= held
