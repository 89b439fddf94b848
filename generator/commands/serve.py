"""`handbook serve`: a preview of one edition that follows every edit."""

from __future__ import annotations

import argparse
import sys
from functools import partial

from generator import arguments, build, serve
from generator.refusal import Unfit
from generator.reporting import INTERRUPTED

NAME = "serve"
HELP = "预览一版"
DESCRIPTION = (
    "在本机预览一版：改了 YAML、文稿、模板或样式，打开的网页自己更新；改了 .py 程序要重新运行。"
    "预览查不出断链和泄露，发布前请运行 handbook build。"
)


def add(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command."""
    arguments.add_sources(parser)
    parser.add_argument(
        "--edition", choices=tuple(build.NAMES.values()), default="trainer", help="预览哪一版"
    )
    parser.add_argument("--port", type=int, default=8000, help="端口；0 是自动选一个")


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted."""
    folders = arguments.folders(options)
    edition = next(e for e, name in build.NAMES.items() if name == options.edition)
    try:
        serve.run(folders, edition, options.port, partial(print, flush=True))
    except serve.PortTaken as taken:
        told = f"端口 {options.port} 用不了，请换一个，或用 --port 0 自动选。"
        raise Unfit(told) from taken
    except KeyboardInterrupt:
        print("预览已结束。", file=sys.stderr)
        return INTERRUPTED
