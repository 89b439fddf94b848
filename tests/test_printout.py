"""`handbook print`, papers in the finished site, and the alarms that read them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator import audit
from generator.audit.site import Audited
from generator.edition import project as projected
from generator.handbook.book import Handbook
from generator.model.scale import Audience
from tests.conftest import Project


def _names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_prints_a_drill_and_only_what_is_asked(project: Project):
    out = project.folder / "printed"
    done = project.run("print", "difang/zhuomian", "--only", "host", "questions", "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert _names(out) == {"difang/zhuomian-host.pdf", "difang/zhuomian-questions.pdf"}
    assert str(out / "difang" / "zhuomian-host.pdf") in done.stdout
    done = project.run("print", "difang/shifan", "--out", str(out))
    assert {"difang/shifan.zip", "difang/shifan-all.pdf"} <= _names(out)
    assert {"difang/shifan-notice.docx", "difang/shifan-evaluation.xlsx"} <= _names(out)
    assert not (project.folder / "dist").exists()


def test_a_full_disk_changes_nothing(project: Project):
    """No file may be larger than the older ones: like a disk that fills up in the middle."""
    out = project.folder / "printed"
    project.run("print", "difang/shifan", "--out", str(out))
    before = {name: (out / name).read_bytes() for name in _names(out)}
    for path in out.rglob("*.pdf"):
        path.write_bytes(b"older")
    before |= {name: b"older" for name in before if name.endswith(".pdf")}
    code = (
        "import resource, sys; from generator.cli import main;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000)); sys.exit(main())"
    )
    command = [sys.executable, "-c", code, "print", "difang/shifan", "--out", str(out)]
    done = subprocess.run(command, cwd=project.folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert {name: (out / name).read_bytes() for name in _names(out)} == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("difang/nichts",), "没有“difang/nichts”这场演练；有：difang/"),
        (("difang/shifan", "--only", "host"), "这场演练没有“host”；有：notice（演练通知"),
        (("difang/jianyan", "--only", "roles"), "双盲演练不印分角色本（roles）：上面有时刻和台词"),
        (("difang/jianyan", "--only", "notice", "host"), "双盲演练不印演练通知（notice）"),
    ],
)
def test_unknown_names_are_told(project: Project, arguments: tuple[str, ...], told: str):
    done = project.run("print", *arguments)
    assert done.returncode == 2
    assert told in done.stderr


def test_problems_stop_it(project: Project):
    plan = project.folder / "plans" / "difang" / "plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + "weishenme: x\n", encoding="utf-8")
    done = project.run("print", "difang/shifan")
    assert done.returncode == 1
    assert "plans/difang/plan.yaml" in done.stdout


def test_the_site_has_papers_where_its_pages_say_so(built: Project):
    trainer = built.site("trainer")
    page = trainer["trainer/plans/difang/drills/shifan.html"].decode()
    assert "../../../papers/difang/shifan-script.pdf" in page and "导调用" in page
    assert trainer["trainer/papers/difang/shifan-script.pdf"].startswith(b"%PDF-")
    for name, suffix in (("Word", "docx"), ("Excel", "xlsx")):
        path = f"papers/difang/shifan-evaluation.{suffix}"
        assert f'{path}" aria-label="评估方案和评估表 {name}"' in page
        assert trainer[f"trainer/{path}"].startswith(b"PK")
    assert "papers/difang/checklist.docx" in trainer["trainer/plans/difang/checklist.html"].decode()
    for weaker in ("public", "responder"):
        assert not [path for path in built.site(weaker) if "/papers/difang/shifan" in path]


def test_without_papers_no_page_speaks_of_one(project: Project):
    project.build("--edition", "trainer", "--no-papers")
    site = project.site("trainer")
    assert not [path for path in site if "/papers/" in path]
    assert "papers/" not in site["trainer/plans/difang/drills/shifan.html"].decode()


def test_alarms_read_papers(small: Handbook):
    """What a PDF is typeset from is searched like any page."""
    mark = "<p>参考样稿·非正式文件 公众版 2030-01-02</p>".encode()
    secret = "堤坝东侧第三级台阶上不得站人围观拍照"
    plan = small.plans["difang"]
    drill = plan.drills["shifan"].changed(safety_notes=(secret,))
    book = small.changed(plans={"difang": plan.changed(drills={"shifan": drill})})

    def codes(text: str) -> set[str]:
        site = Audited(
            book,
            projected(book, Audience.PUBLIC),
            Audience.PUBLIC,
            {"index.html": mark, "papers/x.pdf": b"%PDF"},
            printed={"papers/x.pdf": text},
        )
        return {problem.code for problem in audit.problems(site)}

    assert codes('["平常的话"]') == set()
    assert codes(f'["{secret}"]') == {"A110"}
    assert codes('["请打 13912345678"]') == {"A120"}
