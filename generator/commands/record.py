"""`handbook record`: the record of a drill to fill in, and filled-in evaluation forms taken back."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator import arguments, filing
from generator.reporting import FINE

NAME = "record"
HELP = "写出演练记录或评估表，取回填好的评估表"
DESCRIPTION = (
    "写出一场演练待填的记录（YAML），或待填的评估表（--xlsx）；填好的评估表用 --from 取回，"
    "几位评估员各一份就写几份。已有的文件从不覆盖；表里有一处不对，就什么也不写。"
)


def add(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command."""
    arguments.add_sources(parser)
    parser.add_argument("drill", metavar="演练", help="预案/演练，如 weather/zhuomian")
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--xlsx", action="store_true", help="写评估表（Excel），不写 YAML 记录")
    way.add_argument(
        "--from",
        dest="forms",
        nargs="+",
        type=Path,
        metavar="表",
        help="填好的评估表，.xlsx 或 CSV",
    )
    parser.add_argument(
        "--out",
        type=Path,
        help="写到哪个文件；不写就是 plans/预案/records/，评估表是 build/record/",
    )


def run(options: argparse.Namespace) -> int:
    """Write and tell where."""
    folders = arguments.folders(options)
    if options.forms:
        written, stale = filing.taken_back(folders, options.drill, options.forms, options.out)
        gone = "".join(f"，删去没有评级的 {path}" for path in stale)
        then = f"看一遍，补上发现的问题和整改{gone}，再运行 handbook check"
    elif options.xlsx:
        written = filing.blank_form(folders, options.drill, options.out)
        then = f"评估员各填一份，再运行 handbook record {options.drill} --from 填好的表"
    else:
        written = filing.blank_record(folders, options.drill, options.out)
        then = "演完照“##”开头的说明逐项填写，把演练的 status 改成 已结束，再运行 handbook check"
    print(f"写好了：\n{written}\n下一步：{then}。")
    return FINE
