"""A small definition that says everything the language can say, and the helpers to change and load it."""

from importlib.resources import files

import pytest

from stofgroep.definition.loader import Vocabulary, load_group
from stofgroep.definition.model import Group
from stofgroep.errors import DefinitionError

VOCABULARY = Vocabulary(
    files("stofgroep.data").joinpath("smarts/vocabulary.toml").read_bytes(), "vocabulary.toml"
)

WORDS = '{ nl = "woorden", en = "words" }'

COMPLETE = f"""\
id = "xx.list.sample"
list = "S"
number = 1
title = {WORDS}
citation = "Sample, 1"
basis = "text"
text = {WORDS}
url = "https://example.org/law"
in_force = {{ earliest = 2025-06-01, from = 2025-07-01, until = 2026-01-01 }}

[reading.length]
question = {WORDS}
likely = "short"
[reading.length.options]
short = {WORDS}
long = {WORDS}

[term.bead]
kind = "group"
smarts = ["[OX2:1][CX4:2]", "[SX2:1][CX4:2]"]
bond = 1
carrying = ["halogen"]
carrying_when.length.long = ["cyano"]
carrying_on_n = ["methyl"]
carrying_on_n_when.length.long = ["halogen"]
bearing = ["halogen"]
bearing_when.length.long = ["hydroxy"]
definition = {WORDS}
examples = {{ yes = ["*OCF"], no = ["*OC"] }}
[term.bead.chain]
max = 5
min = {{ length = {{ short = 1, long = "none" }} }}
of = "C O"
excluding = "[CX2]"
behind_ring = {{ length = ["long"] }}
[term.bead.most.halogen]
smarts = "[F,Cl]"
count = 2

[term.tree]
kind = "family"
smarts = "[CX4:1]"
grow = "[CX4;!R]"
definition = {WORDS}
examples = {{ yes = ["*CC"], no = ["*O"] }}

[term.wheel]
kind = "ring"
smarts = "[c:1]"
elements = "C N"
hetero = true
saturated = false
sizes = "5-6"
monocyclic = true
chain = {{ max = 9, unbroken = true }}
definition = {WORDS}
examples = {{ yes = ["*c1ccncc1"], no = ["*c1ccccc1"] }}

[term.arm]
kind = "linked"
smarts = "[CX4;H2:1]"
then = ["wheel"]
then_when.length.long = ["tree"]
definition = {WORDS}
examples = {{ yes = ["*Cc1ccncc1"], no = ["*CC"] }}

[term.thing]
kind = "any"
bond = 2
definition = {WORDS}
examples = {{ yes = ["*=C"], no = [] }}

[build.main]
when = {{ length = ["short", "long"] }}
core = ["chain"]

[build.main.part.ring]
citation = "Sample, 1.1"
basis = "parallel"
ring_systems = ["fenyl"]
text = {WORDS}
[build.main.part.ring.variant.pyridine]
smarts = "[c:1]1[c:1][c:1]n[c:1][c:1]1"
sites = {{ any = 1 }}
when = {{ length = ["long"] }}

[build.main.part.chain]
text = {WORDS}
[build.main.part.chain.variant.methanamine]
smarts = "[CX4:1][#7:2]"
sites = {{ C = 1, N = [2] }}

[build.main.join.bond]
between = ["ring.any", "chain.C"]

[build.main.slot.Rn]
at = ["ring.any"]
repeat = true
min = 0
elements = "C N"
open = false
[build.main.slot.R1]
at = ["chain.N"]
[build.main.slot.R2]
at = ["chain.N"]
[build.main.slot.R3]
at = ["chain.C"]
[build.main.slot.R4]
at = ["chain.C"]

[build.main.rule.ring]
slots = ["Rn"]
allow = ["H", "halogen", "alkyl<=3", "bead"]
allow_when.length.long = ["wheel"]
carrying = ["halogen"]
carrying_when.length.long = ["hydroxy"]
descend = {{ length = ["long"] }}
elements = "C H N O F Cl"
chain = {{ max = 6 }}
unlimited = ["alkyl<=20"]
unlimited_when.length.long = ["alkoxy<=20"]
mass_sum = 300
text = {WORDS}
[build.main.rule.amine]
slots = ["R1", "R2"]
allow = ["H", "tree"]
carrying = "any"
text = {WORDS}
[build.main.rule.carbon]
slots = ["R3", "R4"]
allow = ["H", "arm"]
text = {WORDS}

[build.main.together.carbon]
slots = ["R3", "R4"]
allow = ["oxo"]
allow_when.length.long = ["thing"]
text = {WORDS}

[build.main.closure.ring]
from = ["R1", "R2"]
to = ["Rn"]
when = {{ length = ["long"] }}
size = {{ length = {{ short = "5-7", long = "any" }} }}
as = "[#7:1][CX4][c:2]"
double = {{}}
kind = ["annelated"]
on = "ring"
heads = {{ length = ["long"] }}
heads_at = ["R1", "R2"]
atoms = "[#6,#7]"
holding = "[#6]"
carbons = 9
carrying = ["methyl"]
carrying_when.length.long = ["halogen"]
carrying_on_n = ["methyl"]
text = {WORDS}

[build.main.aromatic.amine]
site = "chain.N"
allowed = {{ length = ["long"] }}
text = {WORDS}

[build.main.limit.mass]
mass = {{ length = {{ short = 300, long = "none" }} }}
text = {WORDS}

[build.main.exclude.amine]
from = ["R1"]
to = ["Rn"]
kind = ["annelated"]
on = "ring"
ring_system = {{ length = ["long"] }}
given = ["ring"]
whole_molecule = {{ length = ["short"] }}
text = {WORDS}

[exclude.named]
when = {{ length = ["short", "long"] }}
text = {WORDS}
[exclude.named.structures]
benzylamine = "NCc1ccccc1"

[exclude.subsidiary]
core_of = ["xx.list.other"]
unless_member = true
when = {{ length = ["long"] }}
text = {WORDS}
[exclude.displaced]
member_of = ["xx.list.third"]
text = {WORDS}
"""


def load(text: str = COMPLETE, file: str = "sample.toml") -> Group:
    """Load a text as a definition."""
    return load_group(text.encode(), file, VOCABULARY)


def changed(old: str, new: str, text: str = COMPLETE) -> str:
    """The text with one place replaced."""
    assert old in text, f"{old!r} is not in the definition"
    return text.replace(old, new, 1)


def refused(text: str, file: str = "sample.toml") -> DefinitionError:
    """The error that loading a text gives."""
    with pytest.raises(DefinitionError) as caught:
        load(text, file)
    return caught.value
