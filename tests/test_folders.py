"""What lies in the folders besides good files: links, what cannot be opened, what nobody sees."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator import tree
from generator.gathering import Folders, gather
from tests.conftest import SMALL, Project, files_below


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    for path, raw in files_below(SMALL, "plans", "content").items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(raw)
    return Folders(
        tmp_path / "plans", tmp_path / "content", None, tmp_path / "dist", tmp_path / "build"
    )


def _told(folders: Folders) -> list[str]:
    return [str(problem) for problem in gather(folders)[1]]


def _closed(monkeypatch: pytest.MonkeyPatch, closed: Path) -> None:
    """Let the system refuse a path; the tests may run as root, to whom nothing is refused."""
    read, listed = Path.read_bytes, os.listdir

    def read_bytes(path: Path) -> bytes:
        if path == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    def listdir(path: Path) -> list[str]:
        if path == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    monkeypatch.setattr(os, "listdir", listdir)


FILES = sorted(path for path in files_below(SMALL, "plans") if path.endswith(".yaml"))


@pytest.mark.parametrize("path", FILES)
def test_a_file_that_cannot_be_read(folders: Folders, monkeypatch: pytest.MonkeyPatch, path: str):
    """It is told, and nothing that would only follow from it."""
    _closed(monkeypatch, folders.plans.parent / path)
    sentence = "这个文件读不出来，请检查权限，或请管电脑的人看一看。"
    assert _told(folders) == [f"{path}:1:1: Y120 {sentence}"]


@pytest.mark.parametrize("name", ["difang", "shared", "topics", "difang/drills", "shared/modules"])
def test_a_folder_that_cannot_be_opened(
    folders: Folders, monkeypatch: pytest.MonkeyPatch, name: str
):
    """Its files are not seen at all: it must not pass for an empty one."""
    closed = folders.plans / name
    files = [path for path in closed.rglob("*") if path.is_file()]
    _closed(monkeypatch, closed)
    for file in files:
        file.unlink()
    sentence = "这个文件夹打不开，请检查权限，或请管电脑的人看一看。"
    assert _told(folders) == [f"plans/{name}:1:1: Y120 {sentence}"]


def test_links_are_refused(folders: Folders):
    (folders.plans / "difang" / "records" / "x.yaml").symlink_to(SMALL / "plans")
    (folders.plans / "yi").symlink_to(folders.plans / "difang")
    (folders.content / "x.md").symlink_to("nowhere")
    told = [line.partition(" ")[0] for line in _told(folders)]
    assert told == [
        "content/x.md:1:1:",
        "plans/difang/records/x.yaml:1:1:",
        "plans/yi:1:1:",
    ]


def test_what_nobody_sees_is_passed_over(folders: Folders):
    for name in ("Thumbs.db", "desktop.ini", "~$plan.docx", ".plan.yaml.swp", ".git/config"):
        path = folders.plans / "difang" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"\xff")
    assert _told(folders) == []


def test_content_holds_nothing_but_documents(folders: Folders):
    (folders.content / "xin-ye.txt").write_text("---\ntitle: 新页\n---\n", encoding="utf-8")
    sentence = "content 里只放扩展名是 .md 的文稿；请移走，或改成 .md。"
    assert _told(folders) == [f"content/xin-ye.txt:1:1: P120 {sentence}"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_the_system_itself_refuses(project: Project):
    path = project.folder / "plans" / "difang" / "guide.yaml"
    path.chmod(0)
    done = project.run("check")
    assert (done.returncode, done.stdout.count("\n")) == (1, 2)
    assert "plans/difang/guide.yaml:1:1: Y120" in done.stdout


def test_files_come_in_order(folders: Folders):
    files, _ = tree.read_folder(folders.plans, "plans")
    assert list(files) == sorted(files_below(SMALL, "plans"))
