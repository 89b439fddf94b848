"""What a seal is: a random id, a commitment over nonce and package, and what can be wrong with it.

Nothing here knows drills or papers; `sealing` makes and opens seals with it.
"""

from __future__ import annotations

from generator.seals.faults import RULES

# Below the private folder: a seal a folder. They are no part of the handbook and are not read with it.
FOLDER = "seals"

__all__ = ["FOLDER", "RULES"]
