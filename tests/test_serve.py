"""The preview: every edit shows by itself, problems do not end it, nothing is written elsewhere."""

from __future__ import annotations

import json
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from generator.engine import Workshop
from generator.gathering import Folders
from generator.handbook.book import Handbook
from generator.handbook.reading import read_handbook
from generator.model.scale import Audience
from generator.serve import screen
from generator.serve.memory import Memory
from generator.serve.preview import Preview
from generator.source import Location
from tests.conftest import CHROMIUM, SMALL, Project, files_below

# Generous: two seconds are promised for a machine that does nothing else.
PATIENCE = 30.0
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
GUIDE = "plans/difang/guide.html"
DATA = "plans/difang/guide.yaml"


class Served:
    """A running preview of a project."""

    def __init__(self, project: Project, *arguments: str, first: str = "听到撤离通知就走") -> None:
        self.folder = project.folder
        self.process = subprocess.Popen(
            project.command("serve", "--port", "0", *arguments),
            cwd=project.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        assert self.process.stdout
        told = self.process.stdout.readline()
        self.address = re.findall(r"http://127\.0\.0\.1:\d+/", told)[0]
        self.shows(first)

    def get(self, path: str) -> bytes:
        with urllib.request.urlopen(self.address + path) as answer:
            assert answer.status == 200
            return answer.read()

    def state(self, path: str = GUIDE) -> dict[str, object]:
        return json.loads(self.get(f"__state?page=/{path}"))

    def until(self, come: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not come():
            assert time.monotonic() < end
            time.sleep(0.05)

    def shows(self, word: str, path: str = GUIDE) -> None:
        self.until(lambda: word in self.get(path).decode())

    def rest(self) -> int:
        """Wait until nothing is left to do; return the number of rebuilds so far."""
        self.until(lambda: not self.state()["busy"])
        return int(str(self.state()["edits"]))

    def change(self, path: str, old: str, new: str) -> None:
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def stop(self) -> tuple[int, str, str]:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, out, err


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One preview for all tests that put back what they change."""
    served = Served(Project(tmp_path_factory.mktemp("served") / "project", SMALL))
    yield served
    code, _, err = served.stop()
    assert (code, err) == (130, "预览已结束。\n")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "old", "new", "page"),
    [
        (DATA, "往两侧高处走。", "往两侧的高处走。", GUIDE),
        ("content/about.md", "还没有读到原文。", "还没有找到原文。", "about.html"),
        ("generator/pages/guide.html", "<", "<!-- 改过的模板 --><", GUIDE),
        ("site_overrides/main.html", "本站不发布预警", "本站从不发布预警", GUIDE),
        ("site_overrides/assets/parts.css", "", "/* 改过的样式 */", "assets/parts.css"),
        ("mkdocs.yml", "site_name: 阿勒泰", "site_name: 试一试阿勒泰", GUIDE),
    ],
    ids=["data", "text", "template", "theme", "style", "configuration"],
)
def test_an_edit_shows_after_one_rebuild(preview: Served, path: str, old: str, new: str, page: str):
    word = new.replace("site_name: ", "").removesuffix("<")
    before, mark = preview.rest(), preview.state(page)["page"]
    assert word not in preview.get(page).decode()
    try:
        preview.change(path, old, new)
        preview.shows(word, page)
        assert preview.state(GUIDE if page.endswith(".css") else page)["page"] != mark
        preview.rest()
        time.sleep(1)
        assert preview.rest() == before + 1
    finally:
        preview.change(path, new, old)
        preview.until(lambda: word not in preview.get(page).decode())


@pytest.mark.slow
def test_saving_the_same_again_leaves_open_pages_alone(preview: Served):
    before, mark = preview.rest(), preview.state()["page"]
    file = preview.folder / DATA
    file.write_bytes(file.read_bytes())
    preview.until(lambda: preview.rest() == before + 1)
    assert preview.state()["page"] == mark


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        (DATA, "summary:", "summary：", "plans/difang/guide.yaml:2:8: Y104"),
        (DATA, "areas: [duan]", "areas: [duam]", "plans/difang/guide.yaml:22:15: P201"),
        ("content/about.md", "已核：", "<b>已核</b>：", "P120 文稿里不能写 HTML（<b>）"),
    ],
    ids=["unreadable", "dangling", "text"],
)
def test_problems_show_and_go(preview: Served, path: str, old: str, new: str, told: str):
    preview.rest()
    try:
        preview.change(path, old, new)
        shown = told.replace("<", "&lt;").replace(">", "&gt;")
        preview.shows(shown)
        preview.rest()
        assert shown in preview.get(GUIDE).decode()
        assert "往两侧高处走" in preview.get(GUIDE).decode()
    finally:
        preview.change(path, new, old)
        preview.until(lambda: "preview-problems" not in preview.get(GUIDE).decode())
    preview.shows("往两侧高处走")


@pytest.mark.slow
@pytest.mark.parametrize("path", ["generator/pages/guide.html", "site_overrides/main.html"])
def test_a_broken_template_is_told_with_its_place(preview: Served, path: str):
    preview.rest()
    try:
        preview.change(path, "", "{% nonsense %}")
        preview.shows(f"{path}:1: TemplateSyntaxError")
    finally:
        preview.change(path, "{% nonsense %}", "")
        preview.until(lambda: "preview-problems" not in preview.get(GUIDE).decode())


@pytest.mark.slow
def test_it_shows_what_a_build_makes(project: Project):
    """Every file of the finished site, byte for byte; also after pages have come and gone."""
    served = Served(project)
    try:
        _compare(served, project)
        served.change("plans/shared/registers.yaml", "name: 甲局", "name: 甲甲局")
        drills = project.folder / "plans" / "difang" / "drills"
        (drills / "zhuomian.yaml").rename(drills / "ling-yi-chang.yaml")
        record = "plans/difang/records/zhuomian-1.yaml"
        served.change(record, "drill: zhuomian", "drill: ling-yi-chang")
        served.change("content/about.md", "还没有读到", "[还没有](plans/shanpo/index.md)读到")
        served.shows("ling-yi-chang.html")
        _compare(served, project)
        (project.folder / "content" / "about.md").unlink()
        served.shows("没有这一页", "about.html")
        _compare(served, project)
    finally:
        served.stop()


def _compare(served: Served, project: Project) -> None:
    served.rest()
    # The preview makes no papers, and no page of it leads to one.
    project.build("--edition", "trainer", "--no-papers")
    for path, content in files_below(project.folder / "dist" / "trainer", ".").items():
        if path.endswith(".html"):
            # What a preview adds to a page would not be let in; it is for this machine only.
            content = POLICY.sub(b"", content)
            content = screen.shown(content, (), str(served.state(path)["page"]))
        assert served.get(path) == content, path


def test_the_list_goes_before_the_rules_have_looked(project: Project):
    folder = project.folder
    folders = Folders(folder / "plans", folder / "content", None, folder / "dist", folder / "build")
    with Workshop(folder, folder / "build" / "serve", Audience.PUBLIC) as workshop:
        preview = Preview(folders, Audience.PUBLIC, workshop, lambda _: None)
        mended = (folder / DATA).read_text(encoding="utf-8")
        (folder / DATA).write_text(mended.replace("summary:", "summary：", 1), encoding="utf-8")
        deque(preview.rebuild({}), maxlen=0)
        assert b"Y104" in preview.file("index.html")
        (folder / DATA).write_text(mended, encoding="utf-8")
        rebuild = preview.rebuild({})
        next(rebuild)
        assert b"Y104" not in preview.file("index.html")
        rebuild.close()


@pytest.mark.parametrize(
    ("old", "new"),
    [("summary:", "summary："), ("areas: [duan]", "areas: [duam]")],
    ids=["unreadable", "dangling"],
)
def test_the_terminal_says_when_all_is_well_again(project: Project, old: str, new: str):
    folder, said = project.folder, list[str]()
    folders = Folders(folder / "plans", folder / "content", None, folder / "dist", folder / "build")
    with Workshop(folder, folder / "build" / "serve", Audience.PUBLIC) as workshop:
        preview = Preview(folders, Audience.PUBLIC, workshop, said.append)
        whole = (folder / DATA).read_text(encoding="utf-8")
        for text in (whole, whole.replace(old, new, 1), whole, whole):
            (folder / DATA).write_text(text, encoding="utf-8")
            deque(preview.rebuild({}), maxlen=0)
    assert said[1:] == ["共 1 个问题；改好再存，预览自己会更新。", "没有发现问题。"]


@pytest.mark.slow
def test_it_writes_under_build_only_and_tidies_up(project: Project):
    before = _outside(project.folder)
    served = Served(project, "--edition", "public")
    served.change(DATA, "summary:", "summary：")
    served.shows("Y104")
    served.rest()
    code, out, err = served.stop()
    assert (code, err) == (130, "预览已结束。\n")
    assert "Y104" in out and "共 1 个问题" in out
    served.change(DATA, "summary：", "summary:")
    assert _outside(project.folder) == before
    assert not list((project.folder / "build" / "serve").iterdir())


def _outside(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
        and path.relative_to(folder).parts[0] != "build"
        and "__pycache__" not in path.parts
    }


@pytest.mark.slow
def test_only_the_edition_asked_for_is_there(project: Project):
    served = Served(project, "--edition", "public")
    try:
        served.rest()
        assert "没有这一页" in served.get("plans/difang/manual.html").decode()
        assert "演练" not in served.get(GUIDE).decode()
    finally:
        served.stop()


@pytest.mark.slow
def test_a_start_with_problems(project: Project):
    file = project.folder / DATA
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole.replace("summary:", "summary："), encoding="utf-8")
    served = Served(project, first="Y104")
    try:
        assert served.rest() == 1
        assert "这一页还没有生成" in served.get(GUIDE).decode()
        file.write_text(whole, encoding="utf-8")
        served.shows("往两侧高处走")
    finally:
        served.stop()


@pytest.mark.slow
def test_duty_numbers_are_shown_and_not_written(project: Project):
    """They stand in sections, which the engine never sees."""
    shutil.copytree(SMALL / "private", project.folder / "private")
    served = Served(project, "--edition", "responder", "--private", "private")
    try:
        served.rest()
        assert "5550123" in served.get("units/jia-ju.html").decode()
        written = files_below(project.folder / "build", ".")
        assert written
        assert not [path for path, raw in written.items() if b"5550123" in raw]
    finally:
        served.stop()


@pytest.mark.slow
def test_a_build_runs_beside_it(project: Project):
    served = Served(project)
    try:
        served.change(DATA, "往高处走。", "快往高处走。")
        project.build()
        served.shows("快往高处走")
    finally:
        served.stop()


@pytest.mark.slow
def test_it_ends_with_the_terminal(project: Project):
    """Killed outright, it leaves no process behind."""
    served = Served(project)
    children = Path(f"/proc/{served.process.pid}/task/{served.process.pid}/children")
    if not children.exists():
        served.stop()
        pytest.skip("this system does not list children")
    served.rest()
    left = [Path("/proc", id) for id in children.read_text(encoding="ascii").split()]
    assert left
    served.process.kill()
    served.process.communicate()
    served.until(lambda: not any(_alive(process) for process in left))


def _alive(process: Path) -> bool:
    try:
        return ") Z " not in (process / "stat").read_text(encoding="ascii")
    except OSError:
        return False


def test_a_port_in_use(project: Project):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = project.run("serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "--port" in done.stderr and "Traceback" not in done.stderr
    assert project.run("serve", "--port", "70000").returncode == 2


@pytest.mark.slow
def test_other_names_for_this_machine_are_refused(preview: Served):
    """A page elsewhere may have its name lead here; the browser then sends that name."""
    request = urllib.request.Request(preview.address, headers={"Host": "evil.example"})
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request)
    assert refused.value.code == 403
    refused.value.close()


def test_reading_by_plan_is_reading_the_whole(small_files: dict[str, bytes]):
    """One memory through many states: each file broken, gone, and there again."""
    memory = Memory()
    for path in sorted(small_files):
        gone = {other: raw for other, raw in small_files.items() if other != path}
        for files in (gone | {path: small_files[path] + b"\nwrong: ["}, gone):
            assert memory.read(files) == read_handbook(files)
    joined, whole = memory.read(small_files), read_handbook(small_files)
    assert joined == whole
    assert _places(joined.handbook) == _places(whole.handbook)


def _places(book: Handbook) -> list[Location]:
    return sorted(visit.part.where for visit in book.visits)


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_an_open_page_follows(preview: Served):
    preview.rest()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(preview.address + GUIDE)
        try:
            preview.change(DATA, "往两侧高处走。", "先往两侧高处走。")
            page.get_by_text("先往两侧高处走。").first.wait_for(timeout=PATIENCE * 1000)
            preview.change(DATA, "summary:", "summary：")
            page.get_by_text("Y104").first.wait_for(timeout=PATIENCE * 1000)
        finally:
            text = (SMALL / DATA).read_text(encoding="utf-8")
            (preview.folder / DATA).write_text(text, encoding="utf-8")
        page.locator("#preview-problems").wait_for(state="detached", timeout=PATIENCE * 1000)
        page.get_by_text("往两侧高处走。").first.wait_for()
        assert not wrong
        browser.close()
