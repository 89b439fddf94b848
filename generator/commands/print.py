"""`handbook print`: the papers of one drill."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator import arguments, build, printout
from generator.reporting import FINE

NAME = "print"
HELP = "排印一场演练的打印件"
DESCRIPTION = "先检查，再排印一场演练的打印件，写到 build/print（或 --out）；同名文件会换成新的。"


def add(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command."""
    arguments.add_sources(parser)
    arguments.add_fonts(parser)
    parser.add_argument("drill", metavar="演练", help="预案/演练，如 weather/zhuomian")
    parser.add_argument(
        "--only", nargs="+", default=[], metavar="哪份", help="只要哪几份，如 script"
    )
    parser.add_argument("--out", type=Path, default=build.ROOT / "build" / "print", help="写到哪里")


def run(options: argparse.Namespace) -> int:
    """Print and tell what was written."""
    folders = arguments.folders(options)
    written = printout.write(folders, options.drill, options.only)
    print("写好了：", *written, sep="\n")
    return FINE
