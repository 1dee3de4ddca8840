"""A wrong definition is refused with file, line, key and reason; nothing in it is skipped."""

from dataclasses import dataclass

import pytest
from complete_definition import COMPLETE, VOCABULARY, WORDS, changed, refused

from stofgroep.definition.loader import Vocabulary, load_group
from stofgroep.errors import DefinitionError


@dataclass(frozen=True)
class Fault:
    """One change of the sample, the key that is to blame and a piece of the reason."""

    old: str
    new: str
    key: str
    reason: str


FAULTS = {
    # the file
    "no TOML": Fault('id = "xx', "id = xx", "", "is no valid TOML"),
    "unknown key": Fault("number = 1", "number = 1\nnumbr = 2", "numbr", "unknown key; known here"),
    "unknown key deep down": Fault("sizes = ", "size = ", "term.wheel.size", "unknown key; known here"),
    "missing key": Fault(f"title = {WORDS}\n", "", "title", "is missing"),
    "wrong type": Fault("number = 1", 'number = "1"', "number", "must be a int, not str"),
    "truth is no number": Fault("number = 1", "number = true", "number", "must be a int"),
    "empty text": Fault('list = "S"', 'list = ""', "list", "is empty"),
    "one language": Fault(f"title = {WORDS}", 'title = { nl = "woorden" }', "title.en", "is missing"),
    "third language": Fault('title = { nl = "w', 'title = { de = "x", nl = "w', "title.de", "unknown key"),
    "name with a point": Fault("[term.thing]", '[term."th.ing"]', "term.th.ing", "letters, digits"),
    # the group
    "id": Fault('"xx.list.sample"', '"Sample"', "id", "lower-case words"),
    "number": Fault("number = 1", "number = 0", "number", "from 1 up"),
    "url": Fault('"https://', '"http://', "url", "https"),
    "basis": Fault('basis = "text"', 'basis = "guess"', "basis", "must be one of text, parallel"),
    "no basis": Fault('basis = "text"\n', "", "basis", "is missing"),
    "date as text": Fault("from = 2025-07-01", 'from = "2025-07-01"', "in_force.from", "must be a date"),
    "time of day": Fault(
        "from = 2025-07-01", "from = 2025-07-01T00:00:00", "in_force.from", "must be a date"
    ),
    "until before from": Fault("until = 2026-01-01", "until = 2025-07-01", "in_force", "earliest <= from"),
    "earliest after from": Fault("earliest = 2025-06-01", "earliest = 2025-08-01", "in_force", "earliest"),
    # other groups
    "core of itself": Fault(
        'core_of = ["xx.list.other',
        'core_of = ["xx.list.sample',
        "exclude.subsidiary.core_of",
        "the group itself",
    ),
    "core of nothing": Fault(
        'core_of = ["xx.list.other"]', "core_of = []", "exclude.subsidiary.core_of", "names no group"
    ),
    "core and member": Fault(
        'member_of = ["xx',
        'core_of = ["xx.list.other"]\nmember_of = ["xx',
        "exclude.displaced.member_of",
        "two exclusions",
    ),
    "unless member of what": Fault(
        'member_of = ["xx.list.third"]',
        'member_of = ["xx.list.third"]\nunless_member = true',
        "exclude.displaced.unless_member",
        "core_of only",
    ),
    "unknown part of the core": Fault(
        'core = ["chain"]', 'core = ["string"]', "build.main.core", "unknown part"
    ),
    # readings
    "one option": Fault(f"long = {WORDS}\n", "", "reading.length.options", "at least two options"),
    "likely": Fault('likely = "short"', 'likely = "tall"', "reading.length.likely", "'tall' is no option"),
    "unused reading": Fault(
        "[term.bead]",
        f'[reading.idle]\nquestion = {WORDS}\nlikely = "a"\n'
        f"options = {{ a = {WORDS}, b = {WORDS} }}\n[term.bead]",
        "reading.idle",
        "nothing in the definition depends on this reading",
    ),
    "unknown reading": Fault(
        "behind_ring = { length",
        "behind_ring = { width",
        "term.bead.chain.behind_ring.width",
        "unknown reading",
    ),
    "unbroken and behind a ring": Fault(
        "behind_ring = {",
        "unbroken = true\nbehind_ring = {",
        "term.bead.chain.behind_ring",
        "an unbroken chain ends at every ring",
    ),
    "unknown option": Fault(
        'behind_ring = { length = ["long"]',
        'behind_ring = { length = ["tall"]',
        "term.bead.chain.behind_ring.length",
        "'tall' is no option",
    ),
    "no option": Fault(
        'when = { length = ["short", "long"] }', "when = { length = [] }", "build.main.when.length", "nowhere"
    ),
    "not every option": Fault(
        'mass = { length = { short = 300, long = "none" } }',
        "mass = { length = { short = 300 } }",
        "build.main.limit.mass.mass.length",
        "must name every option: short, long",
    ),
    "two readings for one value": Fault(
        "mass = { length = {",
        "mass = { width = { a = 1 }, length = {",
        "build.main.limit.mass.mass",
        "one reading",
    ),
    "unknown option of a list": Fault(
        'allow_when.length.long = ["wheel"]',
        'allow_when.length.tall = ["wheel"]',
        "build.main.rule.ring.allow_when.length.tall",
        "'tall' is no option",
    ),
    "negative number": Fault("mass_sum = 300", "mass_sum = -1", "build.main.rule.ring.mass_sum", "from 0 up"),
    "text for a number": Fault(
        "mass_sum = 300", 'mass_sum = "300"', "build.main.rule.ring.mass_sum", "a number"
    ),
    # terms
    "kind": Fault('kind = "linked"', 'kind = "arm"', "term.arm.kind", "must be one of group, family"),
    "key of another kind": Fault(
        'kind = "any"\n', 'kind = "any"\nsmarts = "C"\n', "term.thing.smarts", "unknown key"
    ),
    "no pattern": Fault('smarts = "[CX4;H2:1]"\n', "", "term.arm.smarts", "needs at least one pattern"),
    "pattern": Fault('smarts = "[CX4;H2:1]"', 'smarts = "[CX4"', "term.arm.smarts", "is no SMARTS"),
    "empty pattern": Fault(
        'smarts = "[CX4;H2:1]"', 'smarts = [""]', "term.arm.smarts", "one connected piece"
    ),
    "pattern in pieces": Fault(
        'smarts = "[CX4;H2:1]"', 'smarts = "[C:1].C"', "term.arm.smarts", "one connected piece"
    ),
    "attachment not first": Fault(
        'smarts = "[CX4;H2:1]"', 'smarts = "C[C:1]"', "term.arm.smarts", "number 1"
    ),
    "third number": Fault('smarts = "[CX4;H2:1]"', 'smarts = "[C:1][C:3]"', "term.arm.smarts", "number 1"),
    "no grow": Fault('grow = "[CX4;!R]"\n', "", "term.tree.grow", "is missing"),
    "bond order": Fault("bond = 2", "bond = 4", "term.thing.bond", "1, 2 or 3"),
    "nothing linked": Fault(
        'then = ["wheel"]\nthen_when.length.long = ["tree"]\n', "", "term.arm.then", "linker"
    ),
    "no examples": Fault(
        'examples = { yes = ["*CC"], no = ["*O"] }\n', "", "term.tree.examples", "is missing"
    ),
    "no example": Fault('yes = ["*CC"]', "yes = []", "term.tree.examples.yes", "at least one example"),
    "example": Fault('yes = ["*CC"]', 'yes = ["*C("]', "term.tree.examples.yes", "is no SMILES"),
    "example without place": Fault('yes = ["*CC"]', 'yes = ["CC"]', "term.tree.examples.yes", "one *"),
    "example with two places": Fault('yes = ["*CC"]', 'yes = ["*CC*"]', "term.tree.examples.yes", "one *"),
    "example inside": Fault('yes = ["*CC"]', 'yes = ["C*C"]', "term.tree.examples.yes", "one bond"),
    "element": Fault('elements = "C N"', 'elements = "C Nn"', "term.wheel.elements", "'Nn' is no element"),
    "ring size": Fault('sizes = "5-6"', 'sizes = "five"', "term.wheel.sizes", "a ring size is a text"),
    "ring of two": Fault('sizes = "5-6"', 'sizes = "2-6"', "term.wheel.sizes", "from three"),
    "sizes downwards": Fault('sizes = "5-6"', 'sizes = "6-5"', "term.wheel.sizes", "upwards"),
    "unused term": Fault('"alkyl<=3", "bead"]', '"alkyl<=3"]', "term.bead", "no rule names this term"),
    "shared word": Fault("[term.thing]", "[term.oxo]", "term.oxo", "is a word of vocabulary.toml already"),
    "term of itself": Fault(
        'then_when.length.long = ["tree"]',
        'then_when.length.long = ["arm"]',
        "term.arm.then",
        "'arm' would be defined by itself",
    ),
    "hydrogen on a group": Fault('then = ["wheel"]', 'then = ["wheel", "H"]', "term.arm.then", "slots only"),
    "limit on a group": Fault(
        '"alkyl<=3", "bead"', '"alkyl", "bead<=3"', "build.main.rule.ring.allow", "only a family"
    ),
    "limit of nothing": Fault(
        '"alkyl<=3"', '"alkyl<=0"', "build.main.rule.ring.allow", "unknown term 'alkyl<=0'"
    ),
    "unknown term": Fault(
        '"alkyl<=3"', '"alkil"', "build.main.rule.ring.allow", "unknown term 'alkil'; known: H, "
    ),
    "empty chain": Fault(
        "chain = { max = 6 }", "chain = {}", "build.main.rule.ring.chain", "max, min or both"
    ),
    # parts and joins
    "no ring system": Fault(
        'ring_systems = ["fenyl"]',
        "ring_systems = []",
        "build.main.part.ring.ring_systems",
        "names no ring system",
    ),
    "ring system": Fault(
        '"fenyl"', '"fenil"', "build.main.part.ring.ring_systems", "unknown ring system 'fenil'"
    ),
    "atom number": Fault(
        "N = [2]", "N = [3]", "build.main.part.chain.variant.methanamine.sites.N", "numbered 3"
    ),
    "number without site": Fault(
        "sites = { C = 1, N = [2] }",
        "sites = { C = 1 }",
        "build.main.part.chain.variant.methanamine.sites",
        "no site is given for the atoms numbered 2",
    ),
    "no sites": Fault(
        "sites = { C = 1, N = [2] }\n", "", "build.main.part.chain.variant.methanamine.sites", "missing"
    ),
    "unused site": Fault(
        "sites = { C = 1, N = [2] }",
        "sites = { C = 1, N = 2, both = [1, 2] }",
        "build.main.part.chain",
        "the site 'both' is named by no slot, join or aromatic limit",
    ),
    "unknown site": Fault(
        '"chain.C"]\n\n[build.main.slot.Rn',
        '"chain.X"]\n\n[build.main.slot.Rn',
        "build.main.join.bond.between",
        "unknown site 'chain.X'; known: chain.C",
    ),
    "one end": Fault(
        'between = ["ring.any", "chain.C"]',
        'between = ["chain.C"]',
        "build.main.join.bond.between",
        "two sites",
    ),
    "joined with itself": Fault(
        'between = ["ring.any", "chain.C"]',
        'between = ["chain.N", "chain.C"]',
        "build.main.join.bond.between",
        "itself",
    ),
    "a variant that cannot be joined": Fault(
        "sites = { any = 1 }",
        "sites = { rim = 1 }",
        "build.main.join.bond.between",
        "the variant 'pyridine' of 'ring' lacks the site 'any'",
    ),
    "unconnected": Fault(
        '[build.main.join.bond]\nbetween = ["ring.any", "chain.C"]\n',
        "",
        "build.main.part.chain",
        "no join connects it with 'ring'",
    ),
    # slots
    "slot nowhere": Fault(
        'at = ["chain.N"]\n[build.main.slot.R2]',
        "at = []\n[build.main.slot.R2]",
        "build.main.slot.R1.at",
        "no site",
    ),
    "slot at an unknown site": Fault(
        'at = ["chain.N"]\n[build.main.slot.R2]',
        'at = ["N"]\n[build.main.slot.R2]',
        "build.main.slot.R1.at",
        "unknown site 'N'",
    ),
    "fewer than none": Fault("min = 0", "min = -1", "build.main.slot.Rn.min", "from 0 up"),
    "two slots where one repeats": Fault(
        'at = ["chain.N"]\n[build.main.slot.R2]',
        'at = ["chain.N"]\nrepeat = true\n[build.main.slot.R2]',
        "build.main.slot.R1",
        "repeats on an atom of the slot 'R2'",
    ),
    "repeats but may not be empty": Fault(
        'allow = ["H", "halogen", "alkyl<=3", "bead"]',
        'allow = ["halogen", "alkyl<=3", "bead"]',
        "build.main.slot.Rn",
        'repeats and may not be empty: allow "H" or give a min',
    ),
    # rules
    "slot without rule": Fault(
        'slots = ["R1", "R2"]\nallow', 'slots = ["R1"]\nallow', "build.main.slot.R2", "no rule"
    ),
    "slot with two rules": Fault(
        'slots = ["R3", "R4"]\nallow = ["H", "arm"]',
        'slots = ["R3", "R4", "R1"]\nallow = ["H", "arm"]',
        "build.main.slot.R1",
        "more than one rule speaks of it: amine, carbon",
    ),
    "slot twice": Fault(
        'slots = ["R1", "R2"]\nallow',
        'slots = ["R1", "R1"]\nallow',
        "build.main.rule.amine.slots",
        "twice: 'R1'",
    ),
    "unknown slot": Fault(
        'slots = ["R1", "R2"]\nallow',
        'slots = ["R1", "R9"]\nallow',
        "build.main.rule.amine.slots",
        "unknown slot 'R9'",
    ),
    "no slot": Fault('slots = ["Rn"]', "slots = []", "build.main.rule.ring.slots", "names no slot"),
    "nothing allowed": Fault(
        'allow = ["H", "arm"]', "allow = []", "build.main.rule.carbon.allow", "allows nothing"
    ),
    "term twice": Fault(
        'allow = ["H", "arm"]', 'allow = ["H", "arm", "arm"]', "build.main.rule.carbon.allow", "twice: 'arm'"
    ),
    "allowed already": Fault(
        'allow_when.length.long = ["wheel"]',
        'allow_when.length.long = ["wheel", "halogen"]',
        "build.main.rule.ring.allow_when.length.long",
        "'halogen' is allowed by allow already",
    ),
    "double bond in a slot": Fault(
        'allow = ["H", "arm"]',
        'allow = ["H", "arm", "oxo"]',
        "build.main.rule.carbon.allow",
        "say it under together",
    ),
    "single bond in two slots": Fault(
        'allow = ["oxo"]',
        'allow = ["oxo", "tree"]',
        "build.main.together.carbon.allow",
        "hangs by a single bond",
    ),
    "nothing together": Fault(
        'allow = ["oxo"]\nallow_when.length.long = ["thing"]\n',
        "",
        "build.main.together.carbon.allow",
        "doubly bonded groups",
    ),
    "anything and more": Fault(
        'carrying = "any"',
        'carrying = "any"\ncarrying_when.length.long = ["halogen"]',
        "build.main.rule.amine.carrying_when",
        "nothing to add",
    ),
    "descend without a list": Fault(
        'carrying = "any"',
        'carrying = "any"\ndescend = {}',
        "build.main.rule.amine.descend",
        "no list is carried",
    ),
    "list of numbers": Fault(
        'carrying = ["halogen"]\ncarrying_when.length.long = ["hydroxy"]\ndescend',
        "carrying = [1]\ndescend",
        "build.main.rule.ring.carrying",
        "must be a list of strings",
    ),
    # rings
    "kind of ring": Fault(
        'kind = ["annelated"]',
        'kind = ["fused"]',
        "build.main.closure.ring.kind",
        "'fused' is no kind of ring",
    ),
    "kind without part": Fault('on = "ring"\n', "", "build.main.closure.ring.on", "belong together"),
    "unknown part": Fault(
        'on = "ring"', 'on = "wheel"', "build.main.closure.ring.on", "unknown part 'wheel'"
    ),
    "size as a number": Fault(
        'size = { length = { short = "5-7", long = "any" } }',
        "size = 6",
        "build.main.closure.ring.size",
        "a ring size is a text",
    ),
    "shape without ends": Fault(
        'as = "[#7:1][CX4][c:2]"', 'as = "C1CC1"', "build.main.closure.ring.as", "one or two numbered atoms"
    ),
    "pattern of two atoms": Fault(
        'atoms = "[#6,#7]"', 'atoms = "[#6][#7]"', "build.main.closure.ring.atoms", "a pattern of one atom"
    ),
    "hydrogen on a ring": Fault(
        'carrying = ["methyl"]', 'carrying = ["H"]', "build.main.closure.ring.carrying", "of slots only"
    ),
    "heads without slots": Fault(
        'heads_at = ["R1", "R2"]\n', "", "build.main.closure.ring.heads_at", "belong together"
    ),
    "heads elsewhere": Fault(
        'heads_at = ["R1", "R2"]', 'heads_at = ["R3"]', "build.main.closure.ring.heads_at", "begin or end at"
    ),
    "excluded through nothing": Fault(
        'from = ["R1"]\nto = ["Rn"]',
        'from = []\nto = ["Rn"]',
        "build.main.exclude.amine.from",
        "names no slot",
    ),
    "unknown closure": Fault(
        'given = ["ring"]',
        'given = ["rings"]',
        "build.main.exclude.amine.given",
        "unknown closure 'rings'; known: ring",
    ),
    # named substances
    "no substance": Fault('benzylamine = "NCc1ccccc1"', "", "exclude.named.structures", "names no substance"),
    "SMILES": Fault('"NCc1ccccc1"', '"NCc1cccc1"', "exclude.named.structures.benzylamine", "is no SMILES"),
    "same substance": Fault(
        'benzylamine = "NCc1ccccc1"',
        'benzylamine = "NCc1ccccc1"\nother = "c1ccccc1CN"',
        "exclude.named.structures.other",
        "is the same structure as 'benzylamine'",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_fault_is_named(name: str) -> None:
    fault = FAULTS[name]
    error = refused(changed(fault.old, fault.new))
    assert error.key == fault.key
    assert fault.reason in error.reason
    assert str(error).startswith("sample.toml")


def test_empty_part() -> None:
    text = changed('ring_systems = ["fenyl"]\n', "")
    start, end = text.index("[build.main.part.ring.variant"), text.index("[build.main.part.chain]")
    error = refused(text[:start] + text[end:])
    assert (error.key, "ring_systems or at least one variant" in error.reason) == (
        "build.main.part.ring",
        True,
    )


def test_group_without_build() -> None:
    start, end = COMPLETE.index("[build.main]"), COMPLETE.index("[exclude.named]")
    assert refused(COMPLETE[:start] + COMPLETE[end:]).key == "build"


def test_the_line_is_named() -> None:
    error = refused(changed('"alkyl<=3"', '"alkil"'))
    line = 1 + COMPLETE[: COMPLETE.index('allow = ["H", "halogen"')].count("\n")
    assert error.file == f"sample.toml:{line}"


def test_a_missing_key_is_sought_in_its_table() -> None:
    error = refused(changed('grow = "[CX4;!R]"\n', ""))
    line = 1 + COMPLETE[: COMPLETE.index("[term.tree]")].count("\n")
    assert error.file == f"sample.toml:{line}"


@pytest.mark.parametrize(
    ("file", "key"),
    [
        ("xx/list/sample/2025-07-02.toml", "in_force.from"),
        ("xx/list/other/2025-07-01.toml", "id"),
        ("yy/list/sample/2025-07-01.toml", "id"),
    ],
)
def test_a_dated_file_holds_what_its_path_says(file: str, key: str) -> None:
    assert refused(COMPLETE, file).key == key


def test_too_many_worlds() -> None:
    readings = "".join(
        f'[reading.r{n}]\nquestion = {WORDS}\nlikely = "a"\noptions = {{ a = {WORDS}, b = {WORDS} }}\n'
        for n in range(16)
    )
    error = refused(changed("[term.bead]", readings + "[term.bead]"))
    assert error.key == "reading"
    assert "131072 combinations" in error.reason


WORD_FAULTS = {
    "unused term": (
        '[term.a]\nkind = "group"\nsmarts = "[C"\nexamples = { yes = ["*C"] }\n',
        "term.a.smarts",
        "is no SMARTS",
    ),
    "example": ('[term.a]\nkind = "any"\n', "term.a.examples", "is missing"),
    "reading in a shared term": (
        f'[term.a]\nkind = "group"\nsmarts = "C"\ndefinition = {WORDS}\nexamples = {{ yes = ["*C"] }}\n'
        'most.m = { smarts = "C", count = { length = { a = 1, b = 2 } } }\n',
        "term.a.most.m.count.length",
        "unknown reading; known: none",
    ),
    "ring system in pieces": (
        f'[ring_system.a]\nsmarts = "C1CC1.C1CC1"\ndefinition = {WORDS}\n',
        "ring_system.a.smarts",
        "one connected piece",
    ),
    "ring system with a chain": (
        f'[ring_system.a]\nsmarts = "C1CC1C"\ndefinition = {WORDS}\n',
        "ring_system.a.smarts",
        "every atom of a ring system lies in a ring",
    ),
    "no ring system": (
        f"[ring_system.a]\nsmarts = []\ndefinition = {WORDS}\n",
        "ring_system.a.smarts",
        "at least one pattern",
    ),
    "unknown table": ("[words.a]\n", "words", "unknown key"),
}


@pytest.mark.parametrize("name", WORD_FAULTS)
def test_vocabulary_fault_is_named(name: str) -> None:
    text, key, reason = WORD_FAULTS[name]
    with pytest.raises(DefinitionError) as caught:
        Vocabulary(text.encode(), "words.toml")
    assert caught.value.key == key
    assert reason in caught.value.reason
    assert str(caught.value).startswith("words.toml:")


def test_text_that_is_no_utf8() -> None:
    with pytest.raises(DefinitionError, match="is no valid TOML"):
        load_group(b'id = "\xff"', "sample.toml", VOCABULARY)
