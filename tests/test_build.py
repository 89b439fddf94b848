"""The whole pipeline on disk: determinism, interruption, a full disk, two builds at once."""

from __future__ import annotations

import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator import build, tree
from generator.edition import project as projected
from generator.handbook.book import Handbook
from generator.model.scale import EDITIONS, Audience
from tests.conftest import SMALL, Project

WHOLE = Path("dist")


def _tree(folder: Path) -> dict[str, bytes]:
    return tree.files_in(folder) if folder.is_dir() else {}


def _change(project: Project, word: str) -> None:
    guide = project.folder / "plans" / "difang" / "guide.yaml"
    text = guide.read_text(encoding="utf-8")
    guide.write_text(re.sub("summary: .*", f"summary: {word}", text), encoding="utf-8")


@pytest.mark.slow
def test_same_input_same_bytes(tmp_path: Path):
    """Other folder, time zone, locale and hash seed; built twice; built after another build."""
    first = Project(tmp_path / "one", SMALL)
    first.build(TZ="Asia/Shanghai", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    second = Project(tmp_path / "a folder far away" / "中文 夹", SMALL)
    second.build(TZ="America/New_York", LC_ALL="C", LANG="C", PYTHONHASHSEED="77", PYTHONUTF8="0")
    assert first.site() == second.site()
    _change(first, "另一句话。")
    first.build()
    assert first.site() != second.site()
    _change(first, "听到撤离通知就走，往高处走。")
    first.build("--no-cache", PYTHONHASHSEED="5")
    assert first.site() == second.site()


def test_unchanged_files_keep_their_time(project: Project):
    project.build("--edition", "public")
    css = project.folder / "dist" / "public" / "assets" / "parts.css"
    guide = project.folder / "dist" / "public" / "plans" / "difang" / "guide.html"
    before = (css.stat().st_mtime_ns, guide.stat().st_mtime_ns)
    _change(project, "另一句话。")
    project.build("--edition", "public")
    assert css.stat().st_mtime_ns == before[0]
    assert guide.stat().st_mtime_ns != before[1]


@pytest.mark.slow
def test_killed_at_any_moment_the_site_is_whole(project: Project):
    project.build("--edition", "public")
    old = _tree(project.folder / "dist" / "public")
    _change(project, "杀不死的新一版。")
    started = time.monotonic()
    fresh = Project(project.folder.parent / "fresh", SMALL)
    _change(fresh, "杀不死的新一版。")
    fresh.build("--edition", "public")
    whole_time = time.monotonic() - started
    new = _tree(fresh.folder / "dist" / "public")
    assert old != new
    dice, outcomes = random.Random(2018), []
    for _ in range(30):
        running = subprocess.Popen(
            project.command("build", "--edition", "public"),
            cwd=project.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(dice.uniform(0, whole_time * 1.1))
        os.killpg(running.pid, signal.SIGKILL) if running.poll() is None else None
        running.wait()
        done = project.run("check")
        assert done.returncode == 0, done.stdout + done.stderr
        now = _tree(project.folder / "dist" / "public")
        assert now in (old, new)
        outcomes.append(now == new)
        if now == new:
            shutil.rmtree(project.folder / "dist" / "public")
            tree.stage(project.folder / "dist", "public", old)
            tree.swap(project.folder / "dist", "public")
    assert not all(outcomes)


KILLER = """
import os, pathlib, signal, sys
from generator.cli import main
calls, rename = [], pathlib.Path.rename
def killed(self, target):
    calls.append(str(target))
    if len(calls) == {number}:
        os.kill(os.getpid(), signal.SIGKILL)
    return rename(self, target)
pathlib.Path.rename = killed
main(["build", "--edition", "public"])
"""


@pytest.mark.parametrize(
    "number", [1, 2, 3], ids=["before staging counts", "before the swap", "inside the swap"]
)
def test_killed_around_the_swap(project: Project, number: int):
    """Renames of a build: staged site, old site aside, new site in place."""
    project.build("--edition", "public")
    old = _tree(project.folder / "dist" / "public")
    _change(project, "换上的新一版。")
    done = subprocess.run(
        [sys.executable, "-c", KILLER.format(number=number)], cwd=project.folder, check=False
    )
    assert done.returncode == -signal.SIGKILL
    assert (project.folder / "dist" / "public").exists() == (number < 3)
    assert project.run("check").returncode == 0
    now = _tree(project.folder / "dist" / "public")
    assert now == old if number < 3 else "换上的新一版" in now["plans/difang/guide.html"].decode()
    leftovers = {path.name for path in (project.folder / "dist").iterdir()}
    assert leftovers <= {"public", ".lock"}


def test_a_full_disk_leaves_the_old_site(project: Project):
    project.build("--edition", "public")
    old = _tree(project.folder / "dist" / "public")
    _change(project, "写不下的新一版。")

    def small_disk() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = subprocess.run(
        project.command("build", "--edition", "public"),
        cwd=project.folder,
        preexec_fn=small_disk,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert "原来的成品没有动" in done.stderr
    assert _tree(project.folder / "dist" / "public") == old


def test_a_second_build_at_the_same_time(project: Project):
    with tree.locked(project.folder / "build"):
        done = project.run("build", "--edition", "public")
    assert done.returncode == 4
    assert "另一个构建正在进行" in done.stderr
    with tree.locked(project.folder / "dist"):
        assert project.run("build", "--edition", "public").returncode == 4
        assert project.run("check").returncode == 0


def test_wrong_data_leaves_the_old_site_and_writes_nothing(project: Project):
    project.build("--edition", "public")
    before = _tree(project.folder / "dist")
    (project.folder / "plans" / "difang" / "duties.yaml").write_text(
        "duties： 1\n", encoding="utf-8"
    )
    done = project.run("build")
    assert done.returncode == 1
    assert "plans/difang/duties.yaml:1:7: Y104" in done.stdout
    assert _tree(project.folder / "dist") == before


def test_all_editions_or_none(project: Project):
    """A fault only the trainer edition's audit can see keeps the public one back too."""
    notes = project.folder / "content" / "trainer-notes.md"
    notes.write_text(notes.read_text(encoding="utf-8") + "\n[断](nowhere.html)\n", encoding="utf-8")
    done = project.run("build")
    assert done.returncode == 1
    assert "content/trainer-notes.md:19:5: A102 “nowhere.html”" in done.stdout
    assert not (project.folder / "dist" / "public").exists()


@pytest.mark.slow
def test_properdocs_builds_the_same(project: Project):
    """The same docs folder under another engine: same pages, ids and links."""
    from generator import engine
    from generator.audit.site import Audited
    from generator.handbook.reading import read_handbook
    from tests.conftest import files_below

    reading = read_handbook(files_below(SMALL, "plans", "content"))
    note = reading.handbook.registers.edition
    assert note
    work = project.folder / "build" / "trainer"
    book = projected(reading.handbook, Audience.TRAINER)
    tree.write_folder(work / "docs", build.docs(book, Audience.TRAINER))
    seen = []
    for program in ("mkdocs", "properdocs"):
        files = engine.build(project.folder, work, Audience.TRAINER, note, program).files
        site = Audited(reading.handbook, book, Audience.TRAINER, files)
        seen.append(
            {
                path: sorted(
                    (name, value)
                    for tag in tags
                    for name, value in tag.attributes.items()
                    if name in ("id", "href")
                )
                for path, tags in site.pages.items()
            }
        )
    assert seen[0] and seen[0] == seen[1]


def test_docs_are_pure(small: Handbook):
    for edition in EDITIONS:
        book = projected(small, edition)
        assert build.docs(book, edition) == build.docs(book, edition)


def test_plain_mkdocs_says_what_to_run(project: Project):
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=project.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode
    assert "请运行 make site" in done.stdout + done.stderr


def _nav(html: str) -> str:
    return re.search(r'<nav class="md-nav md-nav--primary".*?</nav>', html, re.DOTALL)[0]


def test_navigation_does_not_grow_with_the_site(small: Handbook, project: Project):
    """Twenty more plans and forty more units: not one byte more of navigation."""
    project.build("--edition", "responder")
    page = "responder/plans/difang/manual.html"
    before = _nav(project.site("responder")[page].decode())
    plan = (SMALL / "plans" / "shanpo" / "plan.yaml").read_text(encoding="utf-8")
    for number in range(20):
        target = project.folder / "plans" / f"shanpo-{number}" / "plan.yaml"
        target.parent.mkdir()
        target.write_text(plan, encoding="utf-8")
    units = "".join(
        f"  danwei-{n}:\n    name: 第{n}单位\n    type: 部门\n    certainty: 待核\n"
        for n in range(40)
    )
    (project.folder / "plans" / "shared" / "more.yaml").write_text(
        f"units:\n{units}", encoding="utf-8"
    )
    project.build("--edition", "responder")
    assert _nav(project.site("responder")[page].decode()) == before


def test_symlinks_are_refused(project: Project):
    link = project.folder / "plans" / "difang" / "records" / "more.yaml"
    link.symlink_to(project.folder / "mkdocs.yml")
    done = project.run("check")
    assert done.returncode == 1
    assert "plans/difang/records/more.yaml:1:1: Y120" in done.stdout
