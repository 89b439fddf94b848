"""The command `handbook`: check, build, explain, new. Messages are Chinese."""

from __future__ import annotations

import argparse
import json
import re
import sys
import traceback
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from generator import build, explanations, serve, skeleton, stats
from generator.engine import EngineFailed
from generator.handbook.book import Handbook
from generator.model.scalar import Slip
from generator.model.scale import EDITIONS, Audience
from generator.model.time import parse_day
from generator.source import Problem
from generator.tree import Busy

# What the system says of a full disk, a file too large, or a missing right.
_SYSTEM_FAULT = re.compile(r"\[Errno (?:28|27|13|30)\]")
FINE, PROBLEMS, USAGE, OUR_BUG, BUSY, INTERRUPTED = 0, 1, 2, 3, 4, 130


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> None:  # type: ignore[override]
        print(f"命令写得不对：{message}。运行 handbook --help 看用法。", file=sys.stderr)
        raise SystemExit(USAGE)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="handbook", description="从预案描述生成手册、清单、演练和公众指南。")
    commands = parser.add_subparsers(dest="command", required=True, metavar="命令")
    sources = _Parser(add_help=False)
    sources.add_argument("--plans", type=Path, default=build.ROOT / "plans", help="预案文件夹")
    sources.add_argument("--content", type=Path, default=build.ROOT / "content", help="文稿文件夹")
    sources.add_argument("--private", type=Path, help="私有文件夹；不写就不读")
    folders = _Parser(add_help=False, parents=[sources])
    folders.add_argument("--out", type=Path, default=build.ROOT / "dist", help="成品文件夹")
    check = commands.add_parser("check", parents=[folders], help="只检查，不生成")
    check.add_argument(
        "--format", choices=("text", "github", "json"), default="text", help="输出格式"
    )
    check.add_argument("--stats", action="store_true", help="另外给出数量、可信度、时限和空白")
    make = commands.add_parser("build", parents=[folders], help="检查并生成")
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
    told = commands.add_parser("explain", help="解释一个代码")
    told.add_argument("code", help="代码，如 P204")
    _add_new(commands.add_parser("new", help="新建一部预案、一场演练或一个专题"))
    return parser


def _add_new(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="what", required=True, metavar="种类", parser_class=_Parser)
    for what, name, id in (
        ("plan", "预案", "编号，小写拼音，如 flood"),
        ("drill", "演练", "预案/演练，如 flood/zhuomian"),
        ("topic", "专题", "编号，小写拼音，如 xuebeng"),
    ):
        kind = kinds.add_parser(what, help=f"新建{name}")
        kind.add_argument("id", help=id)
        kind.add_argument("--plans", type=Path, default=build.ROOT / "plans", help="预案文件夹")
        if what == "drill":
            forms = tuple(skeleton.FORMS)
            kind.add_argument("--form", choices=forms, default=forms[0], help="桌面 或 实战")


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except KeyboardInterrupt:
        print("已中断；原来的成品没有动。", file=sys.stderr)
        return INTERRUPTED
    except EngineFailed as error:
        return _engine_failed(error)
    except Busy:
        print("另一个构建正在进行，请等它结束再试。", file=sys.stderr)
        return BUSY
    except OSError as error:
        place = error.filename or "输出文件夹"
        print(f"写不了或读不了 {place}：{error.strerror}。原来的成品没有动。", file=sys.stderr)
        return PROBLEMS
    except Exception as error:
        return _our_bug(error)


def _run(options: argparse.Namespace) -> int:
    if options.command == "explain":
        return _explain(options.code)
    if options.command == "new":
        return _new(options)
    folders = build.Folders(
        options.plans, options.content, options.private, options.out, build.ROOT / "build"
    )
    for name, folder in (("plans", folders.plans), ("content", folders.content)):
        if not folder.is_dir():
            print(f"找不到文件夹 {folder}，请检查 --{name}。", file=sys.stderr)
            return USAGE
    if folders.private is not None and not folders.private.is_dir():
        print(f"找不到文件夹 {folders.private}，请检查 --private。", file=sys.stderr)
        return USAGE
    if options.command == "check":
        build.recover(folders)
        reading, problems = build.gather(folders)
        return _report(problems, options.format, reading.handbook if options.stats else None)
    if options.command == "serve":
        return _serve(folders, options.edition, options.port)
    try:
        if options.today:
            parse_day(options.today)
    except Slip as slip:
        print(f"--today 不对：{slip}", file=sys.stderr)
        return USAGE
    chosen = [e for e in EDITIONS if options.edition in ("all", build.NAMES[e])]
    return _build(folders, chosen)


def _serve(folders: build.Folders, name: str, port: int) -> int:
    edition = next(edition for edition in EDITIONS if build.NAMES[edition] == name)
    try:
        serve.run(folders, edition, port, partial(print, flush=True))
    except serve.PortTaken:
        print(f"端口 {port} 用不了，请换一个，或用 --port 0 自动选。", file=sys.stderr)
    except KeyboardInterrupt:
        print("预览已结束。", file=sys.stderr)
        return INTERRUPTED
    return USAGE


def _build(folders: build.Folders, chosen: Iterable[Audience]) -> int:
    watched = sys.stderr.isatty()

    def tell(step: str) -> None:
        if watched:
            print(f"{step}……", file=sys.stderr)

    try:
        build.run(folders, chosen, tell)
    except build.Refused as refused:
        return _report(refused.problems, "text")
    for edition in chosen:
        print(f"{edition.title}：{folders.out / build.NAMES[edition] / 'index.html'}")
    return FINE


def _report(problems: tuple[Problem, ...], style: str, counted: Handbook | None = None) -> int:
    if style == "json":
        rows = [
            {
                "path": problem.where.path,
                "line": problem.where.line,
                "column": problem.where.column,
                "code": problem.code,
                "message": problem.message,
            }
            for problem in problems
        ]
        told: object = rows
        if counted is not None:
            told = {"problems": rows, "stats": stats.stats(counted)}
        print(json.dumps(told, ensure_ascii=False, indent=1))
    elif style == "github":
        for problem in problems:
            where = problem.where
            place = f"file={where.path},line={where.line},col={where.column}"
            print(f"::error {place},title={problem.code}::{problem.message}")
    else:
        for problem in problems:
            print(problem)
        if problems:
            print(
                f"共 {len(problems)} 个问题。用 handbook explain 代码 看解释，例如 handbook explain {problems[0].code}。"
            )
        else:
            print("没有发现问题。")
    if counted is not None and style == "text":
        print(*stats.lines(counted), sep="\n")
    return PROBLEMS if problems else FINE


def _explain(code: str) -> int:
    rule = explanations.find(code)
    if rule is None:
        print(f"没有 {code} 这个代码。", file=sys.stderr)
        return USAGE
    print(
        f"{rule.code} {rule.title}\n\n为什么：{rule.why}\n\n错的写法：\n{rule.wrong}\n\n对的写法：\n{rule.right}"
    )
    return FINE


def _new(options: argparse.Namespace) -> int:
    if not options.plans.is_dir():
        print(f"找不到文件夹 {options.plans}，请检查 --plans。", file=sys.stderr)
        return USAGE
    try:
        if options.what == "drill":
            written = skeleton.new_drill(options.plans, options.id, options.form)
        elif options.what == "plan":
            written = skeleton.new_plan(options.plans, options.id)
        else:
            written = skeleton.new_topic(options.plans, options.id)
    except skeleton.Unfit as unfit:
        print(unfit, file=sys.stderr)
        return USAGE
    print("新建了：", *written, sep="\n")
    print(f"下一步：打开 {written[0]}，照“##”开头的说明逐项填写，再运行 handbook check。")
    return FINE


def _engine_failed(error: EngineFailed) -> int:
    if _SYSTEM_FAULT.search(str(error)):
        print("写不下或没有权限写；请腾出磁盘空间、检查权限。原来的成品没有动。", file=sys.stderr)
        return PROBLEMS
    return _our_bug(error)


def _our_bug(error: Exception) -> int:
    log = build.ROOT / "build" / "error.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    details = str(error) if isinstance(error, EngineFailed) else traceback.format_exc()
    log.write_text(details, encoding="utf-8")
    print(
        f"程序自己出错了，不是您的问题；请把 {log} 发给维护人员。原来的成品没有动。",
        file=sys.stderr,
    )
    return OUR_BUG
