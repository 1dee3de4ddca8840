"""Small drafts and sets, and what they must say: written from the drafts' own words."""

from __future__ import annotations

import datetime as dt

from stofgroep.law import Law
from stofgroep.policy.draft import DraftText
from stofgroep.policy.substances import Substance, SubstanceSet

DAY = dt.date(2026, 11, 24)

# Anisoles: a benzene ring with an oxygen that bears alkyl up to C3; on the ring halogen or methyl.
ANISOLES = """\
id = "draft.anisolen"
list = "IA"
number = 99
title = { nl = "Anisolen", en = "Anisoles" }
citation = "proef"
basis = "reconstruction"
text = { nl = "Een alkoxybenzeen.", en = "An alkoxybenzene." }
url = "https://example.org"
in_force = { from = 2027-01-01 }

[reading.ring]
question = { nl = "Mag methyl op de ring?", en = "May methyl be on the ring?" }
likely = "yes"
[reading.ring.options]
yes = { nl = "ja", en = "yes" }
no = { nl = "nee", en = "no" }

[build.main.part.A]
text = { nl = "Een benzeenring met zuurstof.", en = "A benzene ring with oxygen." }
[build.main.part.A.variant.main]
smarts = "[OX2:1]c1[c:2][c:2][c:2][c:2][c:2]1"
sites = { O = 1, ring = 2 }

[build.main.slot]
R1 = { at = ["A.O"] }
Rn = { at = ["A.ring"], repeat = true }

[build.main.rule.R1]
slots = ["R1"]
allow = ["alkyl<=3"]
text = { nl = "Alkyl tot C3.", en = "Alkyl up to C3." }

[build.main.rule.Rn]
slots = ["Rn"]
allow = ["H", "halogen"]
allow_when.ring.yes = ["methyl"]
text = { nl = "Waterstof, halogeen of methyl.", en = "Hydrogen, halogen or methyl." }

[build.main.limit.mass]
mass = 250
text = { nl = "Ten hoogste 250 u.", en = "At most 250 u." }

[exclude.named]
text = { nl = "Uitgezonderd is anisool.", en = "Anisole is excluded." }
[exclude.named.structures]
anisool = "COc1ccccc1"
"""

# name → structure, class, what the draft says of it
SUBSTANCES = {
    "anisole": ("COc1ccccc1", "plain", "excluded"),
    "4-chloroanisole": ("COc1ccc(Cl)cc1", "halogen", "member"),
    "propoxy": ("CCCOc1ccc(F)cc1", "halogen", "member"),
    "butoxy": ("CCCCOc1ccc(F)cc1", "halogen", "no-member"),
    "4-methylanisole": ("COc1ccc(C)cc1", "methyl", "depends"),
    "nitroanisole": ("COc1ccc([N+](=O)[O-])cc1", "plain", "no-member"),
    "diiodo": ("COc1ccc(I)cc1I", "halogen", "no-member"),  # 359.9 u
    "ethanol": ("CCO", "plain", "no-member"),
    "unreadable": ("C1CC", "plain", "not-assessed"),
}


def draft(text: str = ANISOLES, *changes: tuple[str, str]) -> DraftText:
    """A draft with pieces of its text replaced; every piece must be there."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return DraftText(text, "anisolen.toml", None)


def small_set(name: str = "small") -> SubstanceSet:
    """The substances above."""
    return SubstanceSet(
        name, tuple(Substance(n, n, kind, smiles) for n, (smiles, kind, _) in SUBSTANCES.items())
    )


def dutch_law(day: dt.date = DAY, *, lists: bool = True) -> Law:
    """The Opiumwet on a day."""
    return Law.at(day, "nl", lists)
