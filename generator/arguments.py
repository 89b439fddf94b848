"""Words that several commands share, and usage errors in Chinese."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import Any, NoReturn

from generator import build
from generator.fonts import cut_short
from generator.gathering import Folders
from generator.model.scalar import Slip
from generator.model.time import Day, parse_day
from generator.papers import typeset
from generator.refusal import Unfit
from generator.reporting import USAGE

_SENTENCES = (
    (re.compile(r"following arguments are required: (.+)"), "还要写上 {0}"),
    (re.compile(r"invalid choice: (\S+) \(choose from (.+)\)"), "没有 {0} 这个选项，可以写 {1}"),
    (re.compile(r"unrecognized arguments: (.+)"), "不认识 {0}"),
    (re.compile(r"argument (\S+): expected"), "{0} 后面要跟一个值"),
    (re.compile(r"argument (\S+): invalid int value: (\S+)"), "{0} 要写数，{1} 不是数"),
    (re.compile(r"argument (\S+): not allowed with argument (\S+)"), "{0} 和 {1} 只能写一个"),
    (re.compile(r"ambiguous option: (\S+)"), "{0} 不止一个意思，请写全"),
)


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Chinese."""

    def __init__(self, *, add_help: bool = True, **settings: Any) -> None:
        super().__init__(add_help=False, **settings)
        self._positionals.title, self._optionals.title = "要写的", "选项"
        if add_help:
            self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def format_usage(self) -> str:
        """Return the usage line."""
        return super().format_usage().replace("usage:", "用法：")

    def format_help(self) -> str:
        """Return the whole help."""
        return super().format_help().replace("usage:", "用法：")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command, and end with the code for it."""
        print(f"命令写得不对：{_chinese(message)}。运行 handbook --help 看用法。", file=sys.stderr)
        raise SystemExit(USAGE)


def _chinese(message: str) -> str:
    for english, chinese in _SENTENCES:
        if found := english.search(message):
            return chinese.format(*found.groups())
    return message


def add_sources(parser: argparse.ArgumentParser) -> None:
    """Add where the handbook is read from."""
    parser.add_argument("--plans", type=Path, default=build.ROOT / "plans", help="预案文件夹")
    parser.add_argument("--content", type=Path, default=build.ROOT / "content", help="文稿文件夹")
    parser.add_argument("--private", type=Path, help="私有文件夹；不写就不读")


def add_out(parser: argparse.ArgumentParser) -> None:
    """Add where finished sites stand."""
    parser.add_argument("--out", type=Path, default=build.ROOT / "dist", help="成品文件夹")


def add_fonts(parser: argparse.ArgumentParser) -> None:
    """Add the office's own faces."""
    parser.add_argument(
        "--fonts",
        type=Path,
        help="单位自己的字体文件夹（方正小标宋、仿宋_GB2312、黑体），打印件优先用",
    )


def folders(options: argparse.Namespace) -> Folders:
    """Return the folders a command was given; raise Unfit where one is not there."""
    out = getattr(options, "out", None) or build.ROOT / "dist"
    fonts = getattr(options, "fonts", None)
    given = Folders(
        options.plans, options.content, options.private, out, build.ROOT / "build", fonts
    )
    named = (("plans", given.plans), ("content", given.content), ("private", given.private))
    for name, folder in named:
        if folder is not None and not folder.is_dir():
            raise Unfit(f"找不到文件夹 {folder}，请检查 --{name}。")
    if fonts is not None:
        _usable(fonts)
    return given


def _usable(fonts: Path) -> None:
    """Raise Unfit where a folder has no official face, or one that was not copied whole."""
    if not fonts.is_dir():
        raise Unfit(f"找不到文件夹 {fonts}，请检查 --fonts。")
    if broken := cut_short(fonts):
        told = "、".join(path.name for path in broken)
        raise Unfit(f"{fonts} 里的字体 {told} 没有拷全，印出来是白纸；请重新拷一份，或者拿走它。")
    if not any(typeset.faces(fonts).values()):
        raise Unfit(f"{fonts} 里没有认得的公文字体，请检查 --fonts。")


def private(options: argparse.Namespace) -> Path:
    """Return the private folder; raise Unfit where none was given."""
    if options.private is None:
        raise Unfit("请加 --private，写私有文件夹在哪里。")
    given: Path = options.private
    return given


def day(option: str, written: str | None) -> Day | None:
    """Return the day an option was given; raise Unfit where it is none, or not known to the day."""
    if not written:
        return None
    try:
        found = parse_day(written)
    except Slip as slip:
        raise Unfit(f"{option} 不对：{slip}") from slip
    if not found.whole:
        raise Unfit(f"{option} 不对：要知道是哪一天，请写成 2026-11-23 这样。")
    return found
