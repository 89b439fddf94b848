"""The command `handbook`: check, build, explain, new. Messages are Chinese."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import traceback
from collections.abc import Iterable
from functools import partial

from generator import build, explanations, printout, serve, skeleton, stats
from generator.arguments import USAGE, parser
from generator.engine import EngineFailed
from generator.handbook.book import Handbook
from generator.model.scalar import Slip
from generator.model.scale import EDITIONS, Audience
from generator.model.time import parse_day
from generator.papers import typeset
from generator.source import Problem
from generator.tree import Busy

# What the system says of a full disk, a file too large, or a missing right.
_SYSTEM_FAULT = re.compile(r"\[Errno (?:28|27|13|30)\]")
FINE, PROBLEMS, OUR_BUG, BUSY, INTERRUPTED = 0, 1, 3, 4, 130


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = parser().parse_args(arguments)
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
    except BrokenPipeError:
        # Whoever read the output has gone; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
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
    fonts = getattr(options, "fonts", None)
    folders = build.Folders(
        options.plans, options.content, options.private, options.out, build.ROOT / "build", fonts
    )
    for name, folder in (("plans", folders.plans), ("content", folders.content)):
        if not folder.is_dir():
            print(f"找不到文件夹 {folder}，请检查 --{name}。", file=sys.stderr)
            return USAGE
    if folders.private is not None and not folders.private.is_dir():
        print(f"找不到文件夹 {folders.private}，请检查 --private。", file=sys.stderr)
        return USAGE
    if fonts is not None and not any(typeset.faces(fonts).values()):
        print(f"{fonts} 里没有认得的公文字体，请检查 --fonts。", file=sys.stderr)
        return USAGE
    if options.command == "check":
        build.recover(folders)
        reading, problems = build.gather(folders)
        return _report(problems, options.format, reading.handbook if options.stats else None)
    if options.command == "print":
        return _print(folders, options.drill, options.only)
    if options.command == "serve":
        return _serve(folders, options.edition, options.port)
    try:
        if options.today:
            parse_day(options.today)
    except Slip as slip:
        print(f"--today 不对：{slip}", file=sys.stderr)
        return USAGE
    chosen = [e for e in EDITIONS if options.edition in ("all", build.NAMES[e])]
    return _build(folders, chosen, not options.no_papers, not options.no_cache)


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


def _print(folders: build.Folders, drill: str, only: list[str]) -> int:
    try:
        written = printout.write(folders, drill, only)
    except printout.Unfit as unfit:
        print(unfit, file=sys.stderr)
        return USAGE
    except build.Refused as refused:
        return _report(refused.problems, "text")
    print("写好了：", *written, sep="\n")
    return FINE


def _build(
    folders: build.Folders, chosen: Iterable[Audience], with_papers: bool, cached: bool
) -> int:
    watched = sys.stderr.isatty()

    def tell(step: str) -> None:
        if watched:
            print(f"{step}……", file=sys.stderr)

    try:
        build.run(folders, chosen, tell, with_papers, cached)
    except build.Refused as refused:
        return _report(refused.problems, "text")
    for edition in chosen:
        print(f"{edition.title}：{folders.out / build.NAMES[edition] / 'index.html'}")
    if folders.private is not None:
        print("处置版和演练版里有值班电话，不要公开，用完收好。")
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
        print(f"没有 {code} 这个代码；请照检查说的抄，例如 P204。", file=sys.stderr)
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
    details = str(error) if isinstance(error, EngineFailed) else traceback.format_exc()
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(details, encoding="utf-8")
        sent = f"请把 {log} 发给维护人员"
    except OSError:
        sent = f"记录没有写成，请把下面这些发给维护人员：\n{details}\n"
    print(f"程序自己出错了，不是您的问题；{sent}。原来的成品没有动。", file=sys.stderr)
    return OUR_BUG
