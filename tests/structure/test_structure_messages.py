"""Every reason and note has its sentence in both languages; the public face is what it says."""

from __future__ import annotations

import string

import pytest

import stofgroep.structure
from stofgroep.structure import Reason
from stofgroep.wording import LANGUAGES, messages, say

NOTES = {
    "isotopes-removed": (),
    "neutralised": (),
    "charge-kept": (),
    "radical": (),
    "counter-ion": ("smiles",),
    "solvent": ("smiles",),
    "mixture": ("count",),
    "positions": ("count",),
    "stereo-relative": (),
    "extension-ignored": ("what",),
    "imidic-acid": (),
    "amidine": (),
    "inchi-tautomer": (),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_reason_and_note_has_a_sentence(lang: str) -> None:
    for reason in Reason:
        assert say(lang, f"structure.reason-{reason}").endswith(".")
    for key, names in NOTES.items():
        text = say(lang, f"structure.{key}", **dict.fromkeys(names, "X"))
        assert text.endswith(".")
        assert ("X" in text) == bool(names)


def test_no_sentence_is_left_over() -> None:
    known = {f"structure.reason-{reason}" for reason in Reason} | {f"structure.{key}" for key in NOTES}
    assert {key for key in messages() if key.startswith("structure.")} == known


def test_languages_have_the_same_placeholders() -> None:
    for key, texts in messages().items():
        if key.startswith("structure."):
            fields = [
                sorted(f for _, f, _, _ in string.Formatter().parse(texts[lang]) if f) for lang in LANGUAGES
            ]
            assert fields[0] == fields[1]


def test_public_names() -> None:
    assert stofgroep.structure.__all__ == [
        "Completion",
        "Component",
        "Form",
        "Limits",
        "Note",
        "Parsed",
        "Reason",
        "Refusal",
        "Role",
        "Structure",
        "completions",
        "parse",
    ]
    for name in stofgroep.structure.__all__:
        assert hasattr(stofgroep.structure, name)
