"""`handbook build`: check, then make the editions and swap them in, all or none."""

from __future__ import annotations

import argparse
import sys

from generator import arguments, build
from generator.model.scale import EDITIONS
from generator.reporting import FINE

NAME = "build"
HELP = "检查并生成"


def add(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command."""
    arguments.add_sources(parser)
    arguments.add_out(parser)
    arguments.add_fonts(parser)
    parser.add_argument(
        "--edition", choices=(*build.NAMES.values(), "all"), default="all", help="生成哪一版"
    )
    parser.add_argument("--today", help="按哪一天算逾期，默认是版次日期")
    parser.add_argument("--no-papers", action="store_true", help="不生成打印件")
    parser.add_argument("--no-cache", action="store_true", help="不用缓存")


def run(options: argparse.Namespace) -> int:
    """Build the chosen editions."""
    folders = arguments.folders(options)
    today = arguments.day("--today", options.today)
    chosen = [e for e in EDITIONS if options.edition in ("all", build.NAMES[e])]
    build.run(folders, chosen, _tell, not options.no_papers, not options.no_cache, today)
    for edition in chosen:
        print(f"{edition.title}：{folders.out / build.NAMES[edition] / 'index.html'}")
    if folders.private is not None and (folders.private / "contacts.yaml").is_file():
        print("处置版和演练版里有值班电话，不要公开，用完收好。")
    return FINE


def _tell(step: str) -> None:
    if sys.stderr.isatty():
        print(f"{step}……", file=sys.stderr)
