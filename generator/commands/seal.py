"""`handbook seal`: a new sealed drill, a drill put under seal, or a blank seal."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator import arguments, skeleton
from generator.gathering import Folders
from generator.refusal import Unfit
from generator.reporting import FINE
from generator.sealing import closing

NAME = "seal"
HELP = "封存一场演练"
DESCRIPTION = (
    "封存私有文件夹里的一场演练：先检查，再排印，算出封存值。打印件写到 --to；"
    "随机数和封存包留在私有文件夹。--new 新建一场，--blank 做一条没有演练的封存值。"
)
_FAREWELL = (
    "下一步：把 commitment.txt 交评估组存放，或在每月固定的一天公布。",
    "nonce.txt 不给任何人，启封时才用。打印件只给签了字的人。",
    "从今天起不要再改演练文件，改了就启不了封。",
)
_BLANK = (
    "下一步：到固定的那一天，把 commitment.txt 公布。",
    "nonce.txt 留满十二个月（建议做法·非法定），到时公布，人人能看出这一条后面没有演练。",
)


def add(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command."""
    arguments.add_sources(parser)
    arguments.add_fonts(parser)
    parser.add_argument("drill", nargs="?", metavar="演练", help="封存的演练的编号，如 k7m3x9q2")
    parser.add_argument("--to", type=Path, help="打印件写到哪里；要在仓库外")
    parser.add_argument("--copies", type=int, default=1, help="导调、评估用的印几份，逐份编号")
    parser.add_argument("--new", metavar="预案", help="在私有文件夹里新建一场封存的演练")
    forms = tuple(reversed(skeleton.FORMS))
    parser.add_argument("--form", choices=forms, default=forms[0], help="新建的是实战还是桌面")
    parser.add_argument("--blank", action="store_true", help="只做一条空白封存值，没有演练")


def run(options: argparse.Namespace) -> int:
    """Do one of the three and tell what was written."""
    private = arguments.private(options)
    wanted = [options.drill is not None, options.new is not None, options.blank]
    if sum(wanted) != 1:
        raise Unfit("请写一场演练的编号，或写 --new 预案，或写 --blank，只写一样。")
    folders = arguments.folders(options)
    if options.drill is None and (options.to is not None or options.copies != 1):
        raise Unfit("--to 和 --copies 只在封存一场演练时用；请删去。")
    if options.new is not None:
        return _new(folders, options)
    if options.blank:
        return _told(closing.blank(private), _BLANK)
    if options.to is None:
        raise Unfit("请加 --to，写打印件写到哪里，如加密的U盘。")
    if not 0 <= options.copies <= 99:
        raise Unfit("--copies 请写 0 到 99 的数；0 是不编号，用手填。")
    written = closing.close(folders, private, options.drill, options.to, options.copies)
    return _told(written, _FAREWELL)


def _new(folders: Folders, options: argparse.Namespace) -> int:
    written = skeleton.new_sealed(folders.plans, options.private, options.new, options.form)
    return _told(
        (written,),
        (f"下一步：打开 {written}，照“##”开头的说明逐项填写，再运行 handbook check --private。",),
    )


def _told(written: tuple[Path, ...], after: tuple[str, ...]) -> int:
    print("写好了：", *written, *after, sep="\n")
    return FINE
