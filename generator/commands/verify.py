"""`handbook verify`: whether a seal holds."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.refusal import Unfit
from generator.reporting import FINE, PROBLEMS
from generator.sealing import verifying

NAME = "verify"
HELP = "核对封存值"
DESCRIPTION = (
    "重算封存值，说相符还是不符。可以核对一个封存文件夹、一份启封过的演练记录，"
    "或一个封存包加随机数。"
)


def add(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command."""
    parser.add_argument("path", type=Path, metavar="哪里", help="封存文件夹、演练记录或封存包")
    parser.add_argument("--package", type=Path, help="封存包；核对演练记录时要写")
    parser.add_argument("--nonce", default="", help="随机数，或写着它的文件")
    parser.add_argument("--hash", default="", help="演练前存放或公布的封存值，或写着它的文件")


def run(options: argparse.Namespace) -> int:
    """Tell both commitments and whether they are the same."""
    if not options.path.exists():
        raise Unfit(f"找不到 {options.path}，请写对封存文件夹、演练记录或封存包。")
    seen = verifying.verify(options.path, options.package, options.nonce, options.hash)
    if seen.told:
        print("封存值相符。" if seen.told == seen.found else "封存值不符。")
        print(f"{'演练前存放或公布的：' if options.hash else '这里写着的：　　　　'}{seen.told}")
    else:
        print("没有写封存值，请把下面这一行和演练前存放或公布的比一比。")
    print(f"现在算出来的：　　　{seen.found}")
    if seen.told and not options.hash:
        print("还要和评估组存放的、或当时公布的那一行比；有那一行，就加 --hash。")
    if seen.blank and seen.told == seen.found:
        print("这是一条空白封存值，没有演练。")
    if seen.drill is not None:
        print("预案里的演练和封存的那一份" + ("一样，只改了状态。" if seen.drill else "不一样。"))
    return FINE if seen.fits or not seen.told else PROBLEMS
