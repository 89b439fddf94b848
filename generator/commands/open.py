"""`handbook open`: a sealed drill opened after it was held."""

from __future__ import annotations

import argparse

from generator import arguments
from generator.reporting import FINE
from generator.sealing import opening

NAME = "open"
HELP = "演练以后启封"
DESCRIPTION = (
    "演练以后启封：先核对封存包没有改过、演练文件就是封存的那一份，再把演练移进所属预案，"
    "状态改成“已结束”，写一份带随机数和封存值的演练记录。有一样不对，什么都不动。"
)


def add(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command."""
    arguments.add_sources(parser)
    parser.add_argument("drill", metavar="演练", help="封存的演练的编号，如 k7m3x9q2")
    parser.add_argument("--as", dest="name", metavar="编号", help="进预案以后的编号；不写就不换")
    parser.add_argument("--hash", default="", help="评估组存放的、或公布过的封存值，或写着它的文件")
    parser.add_argument("--held", metavar="日期", help="哪一天演的；演练文件里写了就不用")


def run(options: argparse.Namespace) -> int:
    """Open it and tell what was written."""
    private = arguments.private(options)
    folders = arguments.folders(options)
    held = arguments.day("--held", options.held)
    name = options.name or options.drill
    written = opening.disclose(folders, private, options.drill, name, held, options.hash)
    gone = private / "sealed" / f"{options.drill}.yaml"
    print("核对相符。写好了：", *written, f"移走了：{gone}", sep="\n")
    if not options.hash:
        print("还要和评估组存放的、或当时公布的那一行比：运行 handbook verify 加 --hash。")
    print("下一步：把演练记录填完。封存包和随机数留在私有文件夹，别人要核对时用。")
    return FINE
