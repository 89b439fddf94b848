"""What is done to finished pages: a policy that lets in what is ours, and no idle blanks."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.policy import with_policy
from generator.slim import slim
from tests.conftest import Project

PAGE = b'<!doctype html><html><head><meta charset="utf-8"><script>a()</script></head></html>'


def test_a_script_is_let_in_by_its_hash():
    guarded = with_policy(PAGE).decode()
    # printf 'a()' | openssl dgst -sha256 -binary | base64
    assert "script-src 'self' file: 'sha256-" in guarded
    assert "style-src 'self' file:;" in guarded
    assert guarded.index("Content-Security-Policy") < guarded.index("<script>")


def test_every_page_has_one(built: Project):
    for path, content in built.site().items():
        if path.endswith(".html"):
            assert content.count(b"Content-Security-Policy") == 1, path


@pytest.mark.browser
def test_what_is_slipped_in_does_not_run(built: Project, browser: Browser, tmp_path: Path):
    page = browser.new_page()
    for name in ("index.html", "plans/difang/guide-one.html"):
        content = (built.folder / "dist" / "public" / name).read_bytes()
        slipped = b'<script>document.title = "x"</script><img src="x" onerror="document.title=1">'
        changed = tmp_path / "changed.html"
        changed.write_bytes(content.replace(b"</body>", slipped + b"</body>"))
        page.goto(changed.as_uri())
        page.wait_for_timeout(200)
        assert page.title() not in ("x", "1"), name
        assert page.title(), name
    page.close()


def test_only_blanks_that_do_not_show_are_dropped():
    page = b"\n<!doctype html>\n  \n\n<p>a\n   b  c</p>\n<pre>\n\n  d\n</pre>\n\n<script>e\n\n  f</script>\n"
    kept = b"<!doctype html>\n<p>a\nb  c</p>\n<pre>\n\n  d\n</pre>\n<script>e\n\n  f</script>\n"
    assert slim(page) == kept
    assert slim(kept) == kept
