"""`handbook build`: check, then make the editions and swap them in, all or none."""

from __future__ import annotations

import argparse
import sys

from generator import arguments, build
from generator.model.scalar import Slip
from generator.model.scale import EDITIONS
from generator.model.time import Day, parse_day
from generator.reporting import FINE, report

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
    today = _day(options.today) if options.today else None
    chosen = [e for e in EDITIONS if options.edition in ("all", build.NAMES[e])]
    try:
        build.run(folders, chosen, _tell, not options.no_papers, not options.no_cache, today)
    except build.Refused as refused:
        return report(refused.problems)
    for edition in chosen:
        print(f"{edition.title}：{folders.out / build.NAMES[edition] / 'index.html'}")
    if folders.private is not None:
        print("处置版和演练版里有值班电话，不要公开，用完收好。")
    return FINE


def _day(written: str) -> Day:
    try:
        day = parse_day(written)
    except Slip as slip:
        raise arguments.Misused(f"--today 不对：{slip}") from slip
    if not day.whole:
        raise arguments.Misused("--today 不对：算逾期要知道是哪一天，请写成 2026-11-23 这样。")
    return day


def _tell(step: str) -> None:
    if sys.stderr.isatty():
        print(f"{step}……", file=sys.stderr)
