"""The preview's web server: this machine only, from memory, nothing kept by the browser."""

from __future__ import annotations

import json
import os
import posixpath
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Protocol
from urllib.parse import parse_qsl, unquote, urlsplit

from generator.serve.screen import STATE

HOST = "127.0.0.1"
# Of our own, because systems differ in what they think a script is.
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
}


class PortTaken(Exception):
    """The port is not to be had."""


class Shown(Protocol):
    """What the server shows."""

    def file(self, path: str) -> bytes | None:
        """Return a page or a file of the theme, or None."""

    def state(self, path: str, known: str) -> dict[str, object]:
        """Return what an open page asks for: its mark, soon or once it is not the known one."""


class Server(ThreadingHTTPServer):
    """The server; it shows what it is given."""

    daemon_threads = True
    # On Windows this would let two programs have one port.
    allow_reuse_address = os.name != "nt"
    preview: Shown

    def __init__(self, port: int) -> None:
        try:
            super().__init__((HOST, port), _Handler)
        except (OSError, OverflowError) as error:
            raise PortTaken(str(port)) from error

    @property
    def address(self) -> str:
        """The address to open."""
        return f"http://{HOST}:{self.server_port}/"

    @contextmanager
    def serving(self, preview: Shown) -> Iterator[None]:
        """Serve a preview meanwhile."""
        self.preview = preview
        threading.Thread(target=self.serve_forever, args=(0.1,), daemon=True).start()
        try:
            yield
        finally:
            self.shutdown()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away while it is answered is no fault."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        """Answer with a page, a file of the theme, or the state of a page."""
        if not self._from_here():
            self._answer(HTTPStatus.FORBIDDEN, "", "预览只给本机看。".encode())
            return
        address = urlsplit(self.path)
        if address.path == STATE:
            asked = dict(parse_qsl(address.query))
            state = self.server.preview.state(_path(asked.get("page", "/")), asked.get("known", ""))
            self._answer(HTTPStatus.OK, ".json", json.dumps(state).encode())
            return
        path = _path(address.path)
        content = self.server.preview.file(path)
        if content is None:
            self._answer(HTTPStatus.NOT_FOUND, "", "没有这个文件。".encode())
        else:
            self._answer(HTTPStatus.OK, posixpath.splitext(path)[1], content)

    def _from_here(self) -> bool:
        """Whether this machine is asked by its own name: another site may have named it so."""
        name, _, port = self.headers.get("Host", "").partition(":")
        return name in (HOST, "localhost") and int(port or 80) == self.server.server_port

    def _answer(self, status: HTTPStatus, suffix: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", _TYPES.get(suffix, "text/plain; charset=utf-8"))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None:
        """The terminal is for problems."""


def _path(address: str) -> str:
    """The path of a file below the site's root; a folder's is that of its index."""
    path = unquote(address).lstrip("/")
    return f"{path}index.html" if path.endswith("/") or not path else path
