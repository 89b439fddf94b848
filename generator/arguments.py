"""The words of the command `handbook`: its parts, options and usage errors, in Chinese."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import Any, NoReturn

from generator import build, skeleton

USAGE = 2
_SENTENCES = (
    (re.compile(r"following arguments are required: (.+)"), "还要写上 {0}"),
    (re.compile(r"invalid choice: (\S+) \(choose from (.+)\)"), "没有 {0} 这个选项，可以写 {1}"),
    (re.compile(r"unrecognized arguments: (.+)"), "不认识 {0}"),
    (re.compile(r"argument (\S+): expected"), "{0} 后面要跟一个值"),
    (re.compile(r"argument (\S+): invalid int value: (\S+)"), "{0} 要写数，{1} 不是数"),
    (re.compile(r"ambiguous option: (\S+)"), "{0} 不止一个意思，请写全"),
)


class _Parser(argparse.ArgumentParser):
    """An argument parser that speaks Chinese."""

    def __init__(self, *, add_help: bool = True, **settings: Any) -> None:
        super().__init__(add_help=False, **settings)
        self._positionals.title, self._optionals.title = "要写的", "选项"
        if add_help:
            self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "用法：")

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "用法：")

    def error(self, message: str) -> NoReturn:
        print(f"命令写得不对：{_chinese(message)}。运行 handbook --help 看用法。", file=sys.stderr)
        raise SystemExit(USAGE)


def _chinese(message: str) -> str:
    for english, chinese in _SENTENCES:
        if found := english.search(message):
            return chinese.format(*found.groups())
    return message


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command."""
    whole = _Parser(prog="handbook", description="从预案描述生成手册、清单、演练和公众指南。")
    commands = whole.add_subparsers(dest="command", required=True, metavar="命令")
    sources = _Parser(add_help=False)
    sources.add_argument("--plans", type=Path, default=build.ROOT / "plans", help="预案文件夹")
    sources.add_argument("--content", type=Path, default=build.ROOT / "content", help="文稿文件夹")
    sources.add_argument("--private", type=Path, help="私有文件夹；不写就不读")
    folders = _Parser(add_help=False, parents=[sources])
    folders.add_argument("--out", type=Path, default=build.ROOT / "dist", help="成品文件夹")
    faces = _Parser(add_help=False)
    faces.add_argument(
        "--fonts",
        type=Path,
        help="单位自己的字体文件夹（方正小标宋、仿宋_GB2312、黑体），打印件优先用",
    )
    check = commands.add_parser("check", parents=[folders], help="只检查，不生成")
    check.add_argument(
        "--format", choices=("text", "github", "json"), default="text", help="输出格式"
    )
    check.add_argument("--stats", action="store_true", help="另外给出数量、可信度、时限和空白")
    make = commands.add_parser("build", parents=[folders, faces], help="检查并生成")
    make.add_argument(
        "--edition", choices=(*build.NAMES.values(), "all"), default="all", help="生成哪一版"
    )
    make.add_argument("--today", help="按哪一天算逾期，默认是版次日期")
    make.add_argument("--no-papers", action="store_true", help="不生成打印件")
    make.add_argument("--no-cache", action="store_true", help="不用缓存")
    preview = commands.add_parser(
        "serve",
        parents=[sources],
        help="预览一版",
        description="在本机预览一版：改了 YAML、文稿、模板或样式，打开的网页自己更新；改了 .py 程序要重新运行。"
        "预览查不出断链和泄露，发布前请运行 handbook build。",
    )
    preview.add_argument(
        "--edition", choices=tuple(build.NAMES.values()), default="trainer", help="预览哪一版"
    )
    preview.add_argument("--port", type=int, default=8000, help="端口；0 是自动选一个")
    preview.set_defaults(out=build.ROOT / "dist")
    paper = commands.add_parser(
        "print",
        parents=[sources, faces],
        help="排印一场演练的打印件",
        description="先检查，再排印一场演练的打印件，写到 build/print（或 --out）；同名文件会换成新的。",
    )
    paper.add_argument("drill", metavar="演练", help="预案/演练，如 weather/zhuomian")
    paper.add_argument(
        "--only", nargs="+", default=[], metavar="哪份", help="只要哪几份，如 script"
    )
    paper.add_argument("--out", type=Path, default=build.ROOT / "build" / "print", help="写到哪里")
    told = commands.add_parser("explain", help="解释一个代码")
    told.add_argument("code", metavar="代码", help="代码，如 P204")
    _add_new(commands.add_parser("new", help="新建一部预案、一场演练或一个专题"))
    return whole


def _add_new(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="what", required=True, metavar="种类", parser_class=_Parser)
    for what, name, id in (
        ("plan", "预案", "编号，小写拼音，如 flood"),
        ("drill", "演练", "预案/演练，如 flood/zhuomian"),
        ("topic", "专题", "编号，小写拼音，如 xuebeng"),
    ):
        kind = kinds.add_parser(what, help=f"新建{name}")
        kind.add_argument("id", metavar="编号", help=id)
        kind.add_argument("--plans", type=Path, default=build.ROOT / "plans", help="预案文件夹")
        if what == "drill":
            forms = tuple(skeleton.FORMS)
            kind.add_argument("--form", choices=forms, default=forms[0], help="桌面 或 实战")
