"""The command: exit codes, formats, explanations; never a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator import cli, explanations
from generator.commands import commands
from tests.conftest import Project


def test_check_is_fine(project: Project):
    done = project.run("check")
    assert (done.returncode, done.stdout) == (0, "没有发现问题。\n")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["fly"],
        ["build", "--edition", "secret"],
        ["check", "--plans", "nowhere"],
        ["build", "--private", "nowhere"],
        ["explain", "P999"],
        ["build", "--today", "明天"],
    ],
)
def test_wrong_usage(project: Project, arguments: list[str]):
    done = project.run(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert any("\u4e00" <= letter <= "\u9fff" for letter in done.stderr)


def test_what_the_system_refuses_is_told_in_chinese(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "file").write_text("")
    out = tmp_path / "file" / "form.xlsx"
    assert cli.main(["record", "weather/zhuomian", "--xlsx", "--out", str(out)]) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"写不了或读不了 {tmp_path / 'file'}") and "Not a dir" not in told


def test_formats(project: Project):
    guide = project.folder / "plans" / "difang" / "guide.yaml"
    guide.write_text(
        guide.read_text(encoding="utf-8").replace("areas: [duan]", "areas: [duam]"),
        encoding="utf-8",
    )
    text = project.run("check")
    assert text.returncode == 1
    assert text.stdout.startswith("plans/difang/guide.yaml:22:15: P201 ")
    rows = json.loads(project.run("check", "--format", "json").stdout)
    assert rows[0]["path"] == "plans/difang/guide.yaml"
    assert (rows[0]["line"], rows[0]["column"], rows[0]["code"]) == (22, 15, "P201")
    github = project.run("check", "--format", "github").stdout
    assert github.startswith("::error file=plans/difang/guide.yaml,line=22,col=15,title=P201::")


def test_a_locale_without_chinese(project: Project):
    done = project.run("check", LC_ALL="C", LANG="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "没有发现问题" in done.stdout


def test_every_code_is_explained(project: Project):
    done = project.run("explain", "p204")
    assert done.returncode == 0
    for word in ("P204", "为什么：", "错的写法：", "对的写法："):
        assert word in done.stdout
    assert all(explanations.find(rule.code) == rule for rule in explanations.rules())


def test_our_own_faults_leave_a_log_and_no_traceback(project: Project):
    broken = project.folder / "site_overrides" / "main.html"
    broken.write_text("{% nonsense %}", encoding="utf-8")
    done = project.run("build", "--edition", "public")
    assert done.returncode == 3
    assert "Traceback" not in done.stdout + done.stderr
    assert "程序自己出错了" in done.stderr
    assert "nonsense" in (project.folder / "build" / "error.log").read_text(encoding="utf-8")


def test_our_own_faults_are_told_where_no_log_can_be_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def fail(_: object) -> int:
        raise RuntimeError("nonsense")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(commands()["check"], "run", fail)
    monkeypatch.setattr(Path, "write_text", refuse)
    assert cli.main(["check"]) == 3
    told = capsys.readouterr().err
    assert "程序自己出错了" in told and "nonsense" in told


def test_private_is_never_read_unasked(project: Project):
    folder = project.folder / "private" / "sealed"
    folder.mkdir(parents=True)
    (folder / "x.yaml").write_text("broken： 1\n", encoding="utf-8")
    assert project.run("check").returncode == 0
    assert project.run("check", "--private", "private").returncode == 1


def test_compiled_modules_beside_the_templates_do_no_harm(project: Project):
    """Most machines write __pycache__ folders; the first run leaves them for the second."""
    for _ in range(2):
        done = project.run("build", "--edition", "public", PYTHONDONTWRITEBYTECODE="")
        assert done.returncode == 0, done.stdout + done.stderr
    assert list((project.folder / "generator" / "pages").rglob("*.pyc"))


def test_whoever_reads_the_output_may_go(project: Project):
    """As with `| head`: what is left is written to nobody, and nothing is said of it."""
    guide = project.folder / "plans" / "difang" / "guide.yaml"
    guide.write_text(guide.read_text(encoding="utf-8").replace("summary:", "summary：", 1), "utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "build", "--no-papers"],
        cwd=project.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as started:
        assert started.stdout and started.stderr
        started.stdout.close()
        said = started.stderr.read()
    assert (said, started.returncode) == (b"", 0)
