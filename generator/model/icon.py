"""Pictures of hazards and situations: a Chinese word in the data, a file in site_overrides/icons."""

from __future__ import annotations

from typing import Annotated

from generator.model.scalar import Scalar
from generator.model.words import choice

ICONS = {
    "雪": "snow",
    "洪水": "flood",
    "地震": "quake",
    "滑坡": "slope",
    "林火": "forest-fire",
    "帐篷": "shelter",
    "矿山": "mine",
    "危化品": "barrel",
    "道路": "road",
    "环境": "leaf",
    "停电": "power-off",
    "管道": "pipe",
    "传染病": "virus",
    "食品": "food",
    "牲畜": "animal",
    "雪崩": "avalanche",
    "煤气": "gas",
    "冻伤": "frost",
    "车辆": "car",
    "旅客": "suitcase",
    "火灾": "fire",
    "预案": "plan",
}

Icon = Annotated[str, Scalar(choice(*ICONS), "、".join(ICONS))]
