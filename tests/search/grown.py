"""Search data with several times the text: the same pages over and over, each time a bit different."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_EVERY = 40
_OURS = ("search/data.js", "var handbookData=", ";\n")
_STOCK = ("search/search_index.json", "", "")


def varied(text: str, copy: int) -> str:
    """Return a text in which some Han characters have changed places with others of it."""
    signs = list(text)
    han = [at for at, sign in enumerate(signs) if "\u4e00" <= sign <= "\u9fff"]
    for number, at in enumerate(han):
        if copy and number % _EVERY == copy % _EVERY:
            signs[at] = text[han[(number * 7 + copy) % len(han)]]
    return "".join(signs)


def ours(site: Path, target: Path, times: int) -> Path:
    """Copy what a search in our site needs, with the text of its pages several times."""
    _copy(site, target)
    data = _read(site, *_OURS)
    pages, plans, cards = data["pages"], data["plans"], data["cards"]
    data["pages"] = [_page(page, copy) for copy in range(times) for page in pages]
    data["plans"] = [
        [_id(id, copy), short, [_named(name, copy) for name in names]]
        for copy in range(times)
        for id, short, names in plans
    ]
    data["cards"] = [
        [asks, _id(plan, copy), *rest]
        for copy in range(times)
        for asks, plan, *rest in cards
        if plan or not copy
    ]
    _write(target, data, *_OURS)
    return target


def stock(site: Path, target: Path, times: int) -> Path:
    """Copy what a search in Material needs from a folder, with the text of its index several times."""
    _copy(site, target)
    index = _read(site, *_STOCK)
    index["docs"] = [
        {
            "location": _path(one["location"], copy),
            "title": varied(one["title"], copy),
            "text": varied(one["text"], copy),
        }
        for copy in range(times)
        for one in index["docs"]
    ]
    _write(target, index, *_STOCK, ascii_only=True)
    # From a folder the theme loads it as a script.
    _write(target, index, "search/search_index.js", "var __index = ", "", ascii_only=True)
    return target


def _copy(site: Path, target: Path) -> None:
    shutil.copy(site / "index.html", target)
    for name in ("assets", "search"):
        shutil.copytree(site / name, target / name)


def _page(page: Sequence[Any], copy: int) -> list[object]:
    path, type, plan, title, aliases, items = page
    return [
        _path(path, copy),
        type,
        _id(plan, copy),
        _named(title, copy),
        [_named(name, copy) for name in aliases],
        [
            [anchor, kind, varied(name, copy), varied(text, copy), *rest]
            for anchor, kind, name, text, *rest in items
        ],
    ]


def _path(path: str, copy: int) -> str:
    return f"copy{copy}/{path}" if copy else path


def _id(plan: str, copy: int) -> str:
    return f"{plan}-{copy}" if plan and copy else plan


def _named(name: str, copy: int) -> str:
    return varied(name, copy + copy % 3) if copy else name


def _read(site: Path, path: str, before: str, after: str) -> Any:
    text = (site / path).read_text(encoding="utf-8")
    return json.loads(text.removeprefix(before).removesuffix(after))


def _write(
    site: Path, data: object, path: str, before: str, after: str, ascii_only: bool = False
) -> None:
    told = json.dumps(data, ensure_ascii=ascii_only, separators=(",", ":"))
    (site / path).write_text(f"{before}{told}{after}", encoding="utf-8")
