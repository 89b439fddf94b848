"""`handbook check`: every problem, and on request the figures."""

from __future__ import annotations

import argparse

from generator import arguments, build
from generator.gathering import gather
from generator.reporting import report

NAME = "check"
HELP = "只检查，不生成"


def add(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command."""
    arguments.add_sources(parser)
    arguments.add_out(parser)
    parser.add_argument(
        "--format", choices=("text", "github", "json"), default="text", help="输出格式"
    )
    parser.add_argument(
        "--stats", action="store_true", help="另外给出数量、可信度、时限、空白和演练链条的缺口"
    )


def run(options: argparse.Namespace) -> int:
    """Check and tell."""
    folders = arguments.folders(options)
    build.recover(folders)
    reading, problems = gather(folders)
    return report(problems, options.format, reading.handbook if options.stats else None)
