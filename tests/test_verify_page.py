"""核对封存值 in a real browser, opened from a folder, with the network cut."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.sealing import kept
from tests.conftest import CHROMIUM, Project

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        CHROMIUM is None and not os.environ.get("CI"), reason="no Chromium on this machine"
    ),
]
# A file of some size, so that nothing rests on its being short.
PACKAGE = bytes(range(256)) * 5000


@pytest.fixture(params=[(360, 740), (1280, 900)])
def page(browser: Browser, built: Project, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height}, offline=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto((built.folder / "dist/responder/verify.html").as_uri())
    yield page
    assert all(url.startswith("file:") for url in asked)
    context.close()


def _filled(page: Page, nonce: str, hash: str, package: Path | None) -> None:
    page.get_by_label("随机数").fill(nonce)
    page.get_by_label("封存值（64 位）").fill(hash)
    page.get_by_label("封存包").set_input_files([package] if package else [])
    page.get_by_role("button", name="算一遍").click()


def test_it_says_whether_a_seal_holds(page: Page, tmp_path: Path):
    seal = kept.sealed(PACKAGE)
    whole, broken = tmp_path / "package.zip", tmp_path / "broken.zip"
    whole.write_bytes(PACKAGE)
    broken.write_bytes(PACKAGE[:-1] + b"x")
    nonce, answer = seal.nonce.hex(), page.get_by_role("status")
    _filled(page, nonce, seal.hash, whole)
    expect(answer).to_contain_text("✓ 相符。")
    expect(answer).to_contain_text(f"现在算出来的：{seal.hash}")
    # As somebody copies it from a page or from paper.
    _filled(
        page, f" {nonce[:32].upper()}\n{nonce[32:]}\n", f"{seal.hash[:8]} {seal.hash[8:]}", whole
    )
    expect(answer).to_contain_text("✓ 相符。")
    _filled(page, nonce, seal.hash, broken)
    expect(answer).to_contain_text("✗ 不符。")
    _filled(page, nonce, seal.hash, None)
    expect(answer).to_contain_text("✗ 不符。没有选封存包")
    _filled(page, nonce, "", whole)
    expect(answer).to_contain_text(f"算出来的：{seal.hash}")
    overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert overflow <= 0


def test_it_knows_a_blank(page: Page):
    seal = kept.sealed(b"")
    _filled(page, seal.nonce.hex(), seal.hash, None)
    expect(page.get_by_role("status")).to_contain_text("这是一条空白封存值，没有演练。")


def test_what_is_no_number_is_told(page: Page):
    for nonce, hash, told in (
        ("12", "", "随机数应是 64 位"),
        ("0" * 64, "xyz", "封存值应是 64 位"),
    ):
        _filled(page, nonce, hash, None)
        expect(page.get_by_role("status")).to_contain_text(told)


def test_a_browser_that_cannot_says_so(page: Page):
    page.evaluate("Object.defineProperty(window, 'crypto', { value: undefined })")
    _filled(page, "0" * 64, "", None)
    expect(page.get_by_role("status")).to_contain_text("这个浏览器不能算 SHA-256")


def test_without_scripts_it_says_what_to_do(browser: Browser, built: Project):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built.folder / "dist/trainer/verify.html").as_uri())
    expect(page.get_by_text("下面没有出现格子的")).to_be_visible()
    expect(page.get_by_role("button", name="算一遍")).to_be_hidden()
    expect(page.get_by_text("sha256sum").first).to_be_visible()
    context.close()


def test_the_public_has_no_such_page(built: Project):
    assert not (built.folder / "dist/public/verify.html").exists()
