"""How Chinese is spoken and written: pinyin, and the simplified form of traditional characters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from opencc import OpenCC
from pypinyin import Style, pinyin

# The 3,755 common characters of GB 2312: what people type, right or wrong.
_COMMON = tuple(
    bytes((high, low)).decode("gb2312")
    for high in range(0xB0, 0xD8)
    for low in range(0xA1, 0xFF)
    if not (high == 0xD7 and low > 0xF9)
)
_HAN = ("\u4e00", "\u9fff")


@cache
def _syllable(character: str) -> str:
    return pinyin(character, style=Style.NORMAL, errors="ignore")[0][0].replace("ü", "v")


def _han(texts: Iterable[str]) -> set[str]:
    return {sign for text in texts for sign in text if _HAN[0] <= sign <= _HAN[1]}


def initial(word: str) -> str:
    """Return the letter under which a word is looked up, in capitals; nothing for other signs."""
    if _HAN[0] <= word[0] <= _HAN[1]:
        return pinyin(word, style=Style.NORMAL)[0][0][0].upper()
    return word[0].upper() if word[0].isascii() and word[0].isalpha() else ""


def by_pinyin(word: str) -> tuple[str, str]:
    """Return what words are sorted by: how they are read, then how they are written."""
    return " ".join(syllables[0] for syllables in pinyin(word, style=Style.TONE3)), word


def sounds(texts: Iterable[str]) -> str:
    """Return the syllables with their characters, "a阿啊,ai爱…": common ones and those of the texts."""
    grouped: dict[str, list[str]] = defaultdict(list)
    for character in sorted(_han(texts).union(_COMMON)):
        grouped[_syllable(character)].append(character)
    return ",".join(f"{syllable}{''.join(grouped[syllable])}" for syllable in sorted(grouped))


def readings(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the words that are not read character by character as the table says, and how they are."""
    for word in words:
        if not all(_HAN[0] <= sign <= _HAN[1] for sign in word):
            continue
        read = [syllables[0].replace("ü", "v") for syllables in pinyin(word, style=Style.NORMAL)]
        if read != [_syllable(sign) for sign in word]:
            yield word, " ".join(read)


def traditional(texts: Iterable[str]) -> str:
    """Return traditional characters each followed by its simplified form, where the texts have that."""
    known = _han(texts)
    every = [chr(point) for point in range(ord(_HAN[0]), ord(_HAN[1]) + 1)]
    simple = OpenCC("t2s").convert("\n".join(every)).split("\n")
    return "".join(
        sign + plain
        for sign, plain in zip(every, simple, strict=True)
        if sign != plain and plain in known
    )
