"""The same pages under Material as it comes, with its own search and a Chinese segmenter."""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONUTF8": "1"}
# Links between pages are no concern of its search.
_IGNORED = ("not_found", "anchors", "absolute_links", "unrecognized_links")


def build(docs: Path, work: Path) -> Path:
    """Build a folder of Markdown, and return the site; Chinese is cut by jieba."""
    # Without it the comparison would be with a worse search.
    assert find_spec("jieba"), "the segmenter is not installed"
    work.mkdir(parents=True, exist_ok=True)
    settings = {
        "site_name": "stock",
        "site_url": "",
        "docs_dir": str(docs.resolve()),
        "site_dir": "site",
        "use_directory_urls": False,
        "theme": {"name": "material", "language": "zh", "font": False},
        "plugins": [{"search": {"lang": "zh"}}],
        "markdown_extensions": ["attr_list", "tables", "toc"],
        "nav": ["index.md"],
        "validation": {
            "nav": {"omitted_files": "ignore", "not_found": "ignore"},
            "links": dict.fromkeys(_IGNORED, "ignore"),
        },
    }
    config = work / "mkdocs.yml"
    config.write_text(json.dumps(settings), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--config-file", str(config)]
    # The segmenter keeps its dictionary in the folder for temporary files.
    done = subprocess.run(command, env=os.environ | QUIET, capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.decode("utf-8", "replace"))
    return work / "site"


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: paths in a log are of no use here."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine only: from a folder the theme's worker would not start."""
    handler = functools.partial(_Silent, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
