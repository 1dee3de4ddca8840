"""CXSMILES extensions: position variation, stereo groups, and what is refused."""

from __future__ import annotations

import pytest
from canonical_form import canonical

from stofgroep.structure import Limits, Parsed, Reason, Refusal, Structure, completions, parse


def structure(text: str) -> Structure:
    read = parse(text)
    assert isinstance(read, Parsed)
    found = completions(read)
    assert isinstance(found, Structure)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # methylmethcathinone with the methyl anywhere on the ring: 2-, 3- and 4-MMC
        (
            "C*.CNC(C)C(=O)c1ccccc1 |m:1:8.9.10.11.12|",
            ["CNC(C)C(=O)c1ccccc1C", "CNC(C)C(=O)c1cccc(C)c1", "CNC(C)C(=O)c1ccc(C)cc1"],
        ),
        # a hydrogen written on the ring nitrogen is what the substituent replaces
        ("CO*.c1cc[nH]c1 |m:2:3.4.5.6|", ["COc1cc[nH]c1", "COc1ccc[nH]1", "COn1cccc1"]),
        # two substituents: never both on one atom
        (
            "C*.F*.c1ccccc1 |m:1:4.5.6.7.8.9,3:4.5.6.7.8.9|",
            ["Cc1ccccc1F", "Cc1cccc(F)c1", "Cc1ccc(F)cc1"],
        ),
        # the substituent's own stereo stays
        ("C[C@H](F)*.c1ccccc1 |m:3:4.5|", ["C[C@H](F)c1ccccc1"]),
        # coordinates and labels say nothing about the structure
        ("C*.c1ccccc1 |(0,0,;1,0,;2,0,;3,0,;4,0,;5,0,;6,0,;7,0,),m:1:2.3|", ["Cc1ccccc1"]),
        # an ion: each completion is neutral
        ("[Cl-].C*.[NH3+]Cc1ccccc1 |m:2:6.7|", ["Cc1ccccc1CN.Cl", "Cc1cccc(CN)c1.Cl"]),
    ],
)
def test_every_position_once(text: str, expected: list[str]) -> None:
    found = structure(text)
    assert [each.label for each in found.completions] == sorted(canonical(each) for each in expected)
    for each in found.completions:
        assert ".".join(sorted(part.smiles for part in each.components)) == each.label
    assert [note.values["count"] for note in found.notes if note.key == "positions"] == [str(len(expected))]


def test_open_structures_say_so() -> None:
    read = parse("C*.c1ccccc1 |m:1:2.3|")
    assert isinstance(read, Parsed)
    assert read.open
    assert read.extension == "|m:1:2.3|"
    closed = structure("CCO |$;;$|")
    assert [each.label for each in closed.completions] == [""]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("C*.c1ccccc1 |m:1:2.99|", Reason.POSITION),
        ("C*.c1ccccc1 |m:1:|", Reason.POSITION),
        ("C*.c1ccccc1 |m:0:2.3|", Reason.POSITION),
        ("C*C.c1ccccc1 |m:1:3.4|", Reason.POSITION),
        ("C*.c1ccccc1 |m:1:1.2|", Reason.POSITION),
        ("C*.C*.c1ccccc1 |m:1:4.5|", Reason.DUMMY_ATOM),
        ("C* |$;_R1$|", Reason.DUMMY_ATOM),
        ("CC |Sg:n:0,1::ht|", Reason.POLYMER),
        ("C1CCCCC1 |LN:1:1.3|", Reason.POLYMER),
        ("CC |RG:_R1={C}|", Reason.EXTENSION),
        ("CC |u:1|", Reason.EXTENSION),
        ("CC |nonsense|", Reason.EXTENSION),
        ("CC |foo:1|", Reason.EXTENSION),
        ("CC |^1:0|", Reason.RADICAL),
        ("C1CC |m:1:2|", Reason.UNREADABLE),
    ],
)
def test_refused_extensions(text: str, reason: Reason) -> None:
    read = parse(text)
    assert isinstance(read, Refusal)
    assert read.reason is reason


def test_nowhere_to_go() -> None:
    read = parse("C*.CC(C)(C)C |m:1:3|")
    assert isinstance(read, Parsed)
    found = completions(read)
    assert isinstance(found, Refusal)
    assert found.reason is Reason.VALENCE


def test_too_many_completions() -> None:
    read = parse("C*.c1ccccc1 |m:1:2.3.4|")
    assert isinstance(read, Parsed)
    assert completions(read, Limits(completions=2)) == Refusal(
        Reason.TOO_MANY_COMPLETIONS, "more than 2 ways to fill in"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # known only as a racemate or as one of two: undetermined
        ("C[C@H](F)Cl |&1:1|", "CC(F)Cl"),
        ("C[C@H](F)Cl |o1:1|", "CC(F)Cl"),
        ("C[C@H](F)Cl |r|", "CC(F)Cl"),
        ("C[C@H](F)[C@@H](O)Cl |a:1,&1:3|", "C[C@H](F)C(O)Cl"),
        # absolute stays
        ("C[C@H](F)Cl |a:1|", "C[C@H](F)Cl"),
        # marks of a drawing program: the SMILES has the stereo
        ("C[C@H](F)Cl |(0,0,;1,0,;2,0,;1,1,),wU:1.0|", "C[C@H](F)Cl"),
        ("CC=CC |t:1|", "C/C=C/C"),
        ("CC=CC |c:1|", "C/C=C\\C"),
    ],
)
def test_stereo(text: str, expected: str) -> None:
    found = structure(text)
    assert [part.smiles for part in found.completions[0].components] == [canonical(expected)]


def test_ignored_features_are_noted() -> None:
    assert [note.values for note in structure("CCO |$Me;;OH$|").notes] == [{"what": "labels"}]
    assert structure("CCO |$;;$|").notes == ()
    assert [note.key for note in structure("C[C@H](F)Cl |&1:1|").notes] == ["stereo-relative"]
