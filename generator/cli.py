"""The command `handbook`: runs what was asked for, and turns what stops it into a sentence."""

from __future__ import annotations

import argparse
import errno
import os
import re
import sys
import traceback

from generator import build
from generator.commands import commands, parser
from generator.engine import EngineFailed
from generator.refusal import Refused, Unfit
from generator.reporting import BUSY, FINE, INTERRUPTED, OUR_BUG, PROBLEMS, USAGE, report
from generator.tree import Busy

# What the system says of a full disk, a file too large, or a missing right.
_SYSTEM_FAULT = re.compile(r"\[Errno (?:28|27|13|30)\]")

_REASONS = {
    errno.ENOSPC: "磁盘满了，请腾出空间",
    errno.EDQUOT: "磁盘配额用完了，请腾出空间",
    errno.EFBIG: "文件太大，这个盘放不下",
    errno.EACCES: "没有权限，请检查文件夹的权限，或关掉正打开它的程序",
    errno.EPERM: "没有权限，请检查文件夹的权限，或关掉正打开它的程序",
    errno.EROFS: "这个盘是只读的，请关掉写保护，或换一个盘",
    errno.ENOENT: "找不到，请检查路径",
    errno.EEXIST: "这里有一个同名的文件，请换一个名字",
    errno.ENOTDIR: "路径里有一段是文件，不是文件夹",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENAMETOOLONG: "名字太长，请换短的",
    errno.EIO: "读写出错，盘可能坏了，请换一个",
}


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = parser().parse_args(arguments)
    try:
        return _asked(options)
    except Unfit as unfit:
        print(unfit, file=sys.stderr)
        return USAGE
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
        why = _REASONS.get(error.errno or 0, error.strerror)
        print(f"写不了或读不了 {place}：{why}。原来的成品没有动。", file=sys.stderr)
        return PROBLEMS
    except Exception as error:
        return _our_bug(error)


def _asked(options: argparse.Namespace) -> int:
    """Run a command; what it refuses is told like anything else, and all is told before the end."""
    try:
        code = commands()[options.command].run(options)
    except Refused as refused:
        code = report(refused.problems)
    sys.stdout.flush()
    return code


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
