"""Every table of the definition language, as JSON Schema."""

from __future__ import annotations

from stofgroep.definition.build import ANYTHING, RING_KINDS
from stofgroep.definition.clause import BASES
from stofgroep.definition.schema_blocks import (
    Schema,
    by_option,
    count,
    day,
    flag,
    free,
    named,
    one_of,
    ref,
    strings,
    table,
    terms,
    terms_when,
    text,
    when,
)
from stofgroep.definition.terms import HYDROGEN

_TERM = r"[a-z0-9][\w-]*(<=[1-9]\d*(\.\.[1-9]\d*)?)?"
_SIZES = r"^(any|\d+(-\d+)?)$"
_ELEMENTS = r"^[A-Z][a-z]?( [A-Z][a-z]?)*$"


def definitions() -> dict[str, Schema]:
    """Every table of the language by name."""
    slots = strings("Slots by name.")
    return {
        "group": _group(),
        "in_force": table(
            "The days on which this version is the law.",
            required={"from": day("First day.")},
            optional={
                "earliest": day("First day at the earliest, when the exact day is not known."),
                "until": day("First day on which it is the law no longer."),
            },
        ),
        "reading": table(
            "A question that the text leaves open.",
            required={
                "question": ref("words", "The question."),
                "likely": text("The option taken to be the likely one."),
                "options": free("Option → the argument for it.", ref("words", "The argument."), least=2),
            },
            optional={},
        ),
        "build": _build(),
        "part": _clause(
            "A piece of skeleton: ring systems, variants, or both.",
            required={},
            optional={
                "ring_systems": strings("Ring systems of the vocabulary; their site is called any."),
                "variant": named("Alternative patterns with the same sites.", ref("variant")),
            },
        ),
        "variant": table(
            "One pattern of a part.",
            required={
                "smarts": text("The pattern; numbered atoms are named under sites."),
                "sites": free(
                    "Site → number or numbers of the atoms that form it.",
                    {
                        "anyOf": [
                            {"type": "integer", "minimum": 1},
                            {"type": "array", "items": {"type": "integer", "minimum": 1}, "minItems": 1},
                        ]
                    },
                ),
            },
            optional={"when": when("The readings under which this variant counts.")},
        ),
        "join": table(
            "A single bond between an atom of each of two sites.",
            required={"between": strings("Two sites, part.site.", least=2, most=2)},
            optional={},
        ),
        "slot": table(
            "A place for one residue on every atom of a site.",
            required={"at": strings("Sites, part.site.")},
            optional={
                "repeat": flag("Any number of residues on each atom."),
                "min": count("How many residues the slot holds at least, over all its atoms.", 0),
                "open": flag("The text for this place is not known: anything may stand there."),
                "elements": text('Only atoms of these elements bear the slot, as "C".', _ELEMENTS),
            },
        ),
        "rule": _clause(
            "What may fill slots.",
            required={"slots": slots},
            optional={
                "allow": strings(
                    f'Terms that may fill the slot; without "{HYDROGEN}" (hydrogen) a residue is needed. '
                    "[] is nothing but the rings of a closure.",
                    {"type": "string", "pattern": f"^({HYDROGEN}|{_TERM})$"},
                    least=0,
                ),
                "allow_when": free(
                    "Reading → option → terms that it adds.",
                    free(
                        "Option → terms.",
                        strings("Terms.", {"type": "string", "pattern": f"^({HYDROGEN}|{_TERM})$"}),
                    ),
                ),
                "carrying": {
                    "description": f'Terms that may hang on an allowed one, or "{ANYTHING}": that is a head.',
                    "anyOf": [{"const": ANYTHING}, ref("terms")],
                },
                "carrying_when": terms_when("Reading → option → terms that it adds to carrying."),
                "descend": when("The readings under which what is carried may carry the same again."),
                "elements": text('Elements a residue may hold, as "C H N O".', _ELEMENTS),
                "chain": ref("chain", "Limit on the longest chain of a residue."),
                "unlimited": terms("Terms that, with nothing on them, need not keep the chain limit."),
                "unlimited_when": terms_when("Reading → option → terms that it adds to unlimited."),
                "mass_sum": ref("number", "Limit in u over all residues of a slot together."),
            },
        ),
        "together": _clause(
            "A doubly bonded residue that fills two slots of one atom.",
            required={"slots": slots},
            optional={
                "allow": terms("Terms with bond = 2."),
                "allow_when": terms_when("Reading → option → terms that it adds."),
            },
        ),
        "closure": _clause(
            "A residue that closes a ring with the skeleton.",
            required={"from": slots, "to": slots},
            optional={
                "when": when("The readings under which such a ring is allowed."),
                "size": by_option(
                    "Size of the smallest ring through both bonds.",
                    text('"6", "5-7" or "any".', _SIZES),
                ),
                "as": strings("The ring is one of these patterns; numbered atoms lie on the skeleton."),
                "double": when("The readings under which it may hang by a double bond; {} is always."),
                "kind": strings(
                    "How the ring lies on the ring of the part `on`: shares one atom, two, or more.",
                    {"type": "string", "enum": list(RING_KINDS)},
                ),
                "on": text("The part that kind speaks of."),
                "heads": when(
                    "The readings under which an end of the ring at heads_at must be a group its rule allows."
                ),
                "heads_at": strings("The slots for which heads holds."),
                "atoms": text("Pattern of one atom that every atom added to the ring matches."),
                "holding": text("Pattern of one atom that an atom added to the ring matches at least."),
                "carbons": ref("number", "Carbons of the ring at most, those on the skeleton counted."),
                **{key: _term_keys()[key] for key in _ON_A_RING},
            },
        ),
        "aromatic": _clause(
            "Whether an atom of the skeleton may be aromatic.",
            required={"site": text("The site, part.site.")},
            optional={"allowed": when("The readings under which it may; absent is never.")},
        ),
        "limit": _clause(
            "A limit over the whole component.",
            required={"mass": ref("number", "Average molecular mass in u, inclusive.")},
            optional={},
        ),
        "ring-exclude": _clause(
            "Structures excluded for a ring through two groups of slots.",
            required={"from": slots, "to": slots},
            optional={
                "kind": strings(
                    "How the ring lies on the ring of the part `on`: shares one atom, two, or more.",
                    {"type": "string", "enum": list(RING_KINDS)},
                ),
                "on": text("The part that kind speaks of."),
                "ring_system": when(
                    "The readings under which a whole ring system counts, not only one ring."
                ),
                "given": strings(
                    "The closures under whose readings alone an embedding excludes the molecule."
                ),
                "whole_molecule": when("The readings under which the whole molecule is excluded."),
            },
        ),
        "exclude": _clause(
            "Substances excluded by name.",
            required={"structures": free("Name → SMILES.", text("SMILES."), least=1)},
            optional={"when": when("The readings under which they are excluded.")},
        ),
        "group-exclude": _clause(
            "What another group says keeps a structure out of this one.",
            required={},
            optional={
                "core_of": strings("Ids of groups of which the core excludes."),
                "unless_member": flag("Not the core of a group of which the structure is a member."),
                "member_of": strings("Ids of groups of which membership excludes."),
                "when": when("The readings under which it is excluded."),
            },
        ),
        "term": {"oneOf": [_term(kind) for kind in _TERM_KEYS]},
        "ring_system": table(
            "A ring system; every position of it can be a site.",
            required={
                "smarts": strings("Patterns of the whole ring system."),
                "definition": ref("words", "What it is."),
            },
            optional={},
        ),
        "chain": {
            **table(
                "Limit on the longest chain; ring atoms are not counted.",
                required={},
                optional={
                    "max": ref("number", "Atoms at most."),
                    "min": ref("number", "Atoms at least."),
                    "of": text('Elements that count, as "C O S"; without it all but hydrogen.', _ELEMENTS),
                    "excluding": text("SMARTS of atoms that are no part of a chain."),
                    "behind_ring": when("The readings under which a chain goes on behind a ring."),
                    "unbroken": flag("Whether what does not count, or a ring, ends the chain."),
                },
            ),
            "minProperties": 1,
        },
        "most": table(
            "A pattern and its number.",
            required={"smarts": text("The pattern."), "count": ref("number", "At most so often.")},
            optional={},
        ),
        "number": by_option(
            'A number, "none", in a draft a range "5..12", or one of these per option.',
            {
                "anyOf": [
                    {"type": "number", "minimum": 0},
                    {"const": "none"},
                    {"type": "string", "pattern": r"^\d+\.\.\d+$"},
                ]
            },
        ),
        "words": table(
            "A text in Dutch and English.",
            required={"nl": text("Dutch."), "en": text("English.")},
            optional={},
        ),
        "when": free("Reading → the options under which this holds; {} is always.", strings("Options.")),
        "terms": strings("Terms, as alkyl or alkyl<=6.", {"type": "string", "pattern": f"^{_TERM}$"}),
        "terms_when": free("Reading → option → terms.", free("Option → terms.", ref("terms"))),
    }


def _group() -> Schema:
    return table(
        "A group of substances: member is what fits one build and no exclusion.",
        required={
            "id": text(
                "law.list.group, as the folders the file lies in.", r"^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$"
            ),
            "list": text("The list of the law, as it is named in an answer."),
            "number": count("Number of the group in that list.", 1),
            "title": ref("words", "Name of the group."),
            "url": text("Permanent address of the text.", "^https://"),
            "in_force": ref("in_force"),
            **_clause_keys(),
            "build": named("Skeletons with their rules.", ref("build"), least=1),
        },
        optional={
            "reading": named("Questions that the text leaves open.", ref("reading")),
            "term": named("Terms for this definition only.", ref("term")),
            "exclude": named(
                "Substances excluded by name, or for what another group says of them.",
                {"oneOf": [ref("exclude"), ref("group-exclude")]},
            ),
        },
    )


def _build() -> Schema:
    return table(
        "One skeleton with its rules.",
        required={"part": named("Pieces of skeleton.", ref("part"), least=1)},
        optional={
            "when": when("The readings under which this build counts."),
            "core": strings(
                "The parts that are the core where another group speaks of it; [] is none.", least=0
            ),
            "join": named("Bonds between parts.", ref("join")),
            "slot": named("Places for residues.", ref("slot")),
            "rule": named("What may fill the slots; one rule for each slot.", ref("rule")),
            "together": named("Doubly bonded residues.", ref("together")),
            "closure": named("Rings closed with the skeleton.", ref("closure")),
            "aromatic": named("Which skeleton atoms may be aromatic.", ref("aromatic")),
            "limit": named("Limits over the whole component.", ref("limit")),
            "exclude": named("Rings that exclude.", ref("ring-exclude")),
        },
    )


def _clause_keys() -> Schema:
    return {
        "citation": text("Where it stands in the law."),
        "basis": one_of(
            "text: the text was found; parallel: taken from a parallel text; reconstruction: inferred.", BASES
        ),
        "text": ref("words", "What it says, in our own words."),
    }


def _clause(description: str, *, required: Schema, optional: Schema) -> Schema:
    """A table that is a clause; citation and basis come from the definition when absent."""
    keys = _clause_keys()
    return table(
        description,
        required={"text": keys.pop("text"), **required},
        optional={**keys, **optional},
    )


def _term_keys() -> Schema:
    pattern = "Patterns; atom 1 is the attachment, atom 2 the one it goes on from."
    return {
        "smarts": strings(pattern),
        "grow": text("SMARTS of one atom: the head grows over atoms like it."),
        "bond": {"description": "Order of the bond it hangs by.", "enum": [1, 2, 3]},
        "elements": text("Elements of the ring system.", _ELEMENTS),
        "hetero": flag("Whether the ring system has a heteroatom."),
        "saturated": flag("Whether the ring system has single bonds only."),
        "sizes": text("Sizes of its rings.", _SIZES),
        "monocyclic": flag("A single ring only."),
        "then": terms("What hangs on the linker, exactly one of these."),
        "then_when": terms_when("Reading → option → terms that it adds to then."),
        "carrying": strings(
            "What may hang on it, instead of what the rule says; [] is nothing.",
            {"type": "string", "pattern": f"^{_TERM}$"},
            least=0,
        ),
        "carrying_when": terms_when("Reading → option → terms that it adds to carrying."),
        "carrying_on_n": terms("What may hang on its nitrogen atoms instead."),
        "carrying_on_n_when": terms_when("Reading → option → terms that it adds to carrying_on_n."),
        "bearing": terms("One of these must hang on it."),
        "bearing_when": terms_when("Reading → option → terms that it adds to bearing."),
        "chain": ref("chain", "Limit on the longest chain of the residue."),
        "most": named("How often a pattern may occur in the residue.", ref("most")),
    }


_ON_A_RING = ("carrying", "carrying_when", "carrying_on_n", "carrying_on_n_when")
_ON_A_HEAD = [
    "bond",
    "carrying",
    "carrying_when",
    "carrying_on_n",
    "carrying_on_n_when",
    "bearing",
    "bearing_when",
    "chain",
    "most",
]
_TERM_KEYS = {
    "group": (["smarts"], _ON_A_HEAD),
    "family": (["smarts", "grow"], _ON_A_HEAD),
    "ring": ([], ["smarts", "elements", "hetero", "saturated", "sizes", "monocyclic", *_ON_A_HEAD]),
    "linked": (["smarts"], ["then", "then_when", "bond", "carrying", "carrying_when", "chain", "most"]),
    "any": ([], ["bond"]),
}


def _term(kind: str) -> Schema:
    keys = _term_keys()
    needed, possible = _TERM_KEYS[kind]
    return table(
        f"A term of kind {kind}.",
        required={
            "kind": {"const": kind, "description": "group, family, ring, linked or any."},
            "definition": ref("words", "What it means."),
            "examples": table(
                "Residues as SMILES; * is the skeleton.",
                required={"yes": strings("What is one.")},
                optional={"no": strings("What is none.", least=0)},
            ),
            **{key: keys[key] for key in needed},
        },
        optional={key: keys[key] for key in possible},
    )
