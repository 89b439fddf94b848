"""The small fictional handbook, and a copy of the project to build in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from generator import build
from generator.edition import project as project_book
from generator.handbook.book import Handbook
from generator.handbook.reading import read_handbook
from generator.model.scale import Audience
from generator.papers.paper import Paper

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "small"
CHROMIUM = next(
    (
        found
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (found := shutil.which(name))
    ),
    None,
)

CI = bool(os.environ.get("CI"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite", action="store_true", help="write what was found into case and golden files"
    )


def files_below(folder: Path, *names: str) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for name in names
        for path in sorted((folder / name).rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="session")
def small_files() -> dict[str, bytes]:
    """All files of the small handbook, private ones included."""
    return files_below(SMALL, "plans", "content", "private")


@pytest.fixture(scope="session")
def small(small_files: dict[str, bytes]) -> Handbook:
    reading = read_handbook(small_files)
    assert reading.problems == ()
    return reading.handbook


@pytest.fixture(scope="session")
def trainer(small: Handbook) -> Handbook:
    """The small handbook as trainers have it."""
    return project_book(small, Audience.TRAINER)


@pytest.fixture(scope="session")
def made(trainer: Handbook) -> tuple[Paper, ...]:
    """All its papers before typesetting."""
    return build.printables(trainer, Audience.TRAINER)


class Project:
    """A copy of the project with the small handbook, and its command."""

    def __init__(self, folder: Path, plans: Path | None = None) -> None:
        """Copy the project with these plans; without them the copy is there already."""
        self.folder = folder
        if plans is None:
            return
        for name in ("generator", "site_overrides"):
            shutil.copytree(
                ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        shutil.copy(ROOT / "mkdocs.yml", folder)
        for name in ("plans", "content"):
            shutil.copytree(plans / name, folder / name)

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "generator", *arguments]

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*arguments),
            cwd=self.folder,
            env=os.environ | environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def build(self, *arguments: str, **environment: str) -> None:
        done = self.run("build", *arguments, **environment)
        assert done.returncode == 0, done.stdout + done.stderr

    def site(self, name: str = "") -> dict[str, bytes]:
        """The finished files of one edition, or of all, by their paths below dist/."""
        names = (name,) if name else ("public", "responder", "trainer")
        return files_below(self.folder / "dist", *names)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "project", SMALL)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small handbook, built once for tests that only look."""
    return _built_once(tmp_path_factory, "built", SMALL)


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The real handbook, built once."""
    return _built_once(tmp_path_factory, "real", ROOT)


def _built_once(tmp_path_factory: pytest.TempPathFactory, name: str, plans: Path) -> Project:
    """Build for all workers: the first that needs the site makes it, the others wait for it."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    ready = folder / "ready"
    with FileLock(f"{folder}.lock"):
        if ready.exists():
            return Project(folder / "project")
        shutil.rmtree(folder, ignore_errors=True)
        project = Project(folder / "project", plans)
        kept = ROOT / "build" / "papers"
        if kept.is_dir():
            # Papers are kept by all that decides their bytes; these need not be made twice.
            shutil.copytree(kept, project.folder / "build" / "papers")
        project.build()
        ready.touch()
        return project


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium; where there is none these tests are skipped, but never in CI."""
    if CHROMIUM is None and not CI:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield running
        running.close()
