"""Molblocks: V2000 and V3000, alone or as a record of an SD file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rdkit import Chem

from stofgroep.structure.refusal import Reason, Refusal
from stofgroep.structure.toolkit import mol_from_block

_VERSION = re.compile(r"V[23]000\s*$")
_HARMLESS_GROUPS = frozenset({"DAT", "SUP", "GEN", "MUL"})


@dataclass(frozen=True)
class Block:
    """A molblock's molecule and the dummy atoms that mark open positions."""

    mol: Chem.Mol
    anchors: frozenset[int] = frozenset()


def cut_out_block(text: str) -> list[str] | Refusal:
    """The lines of the only molblock in a text, from its three header lines to ``M  END``."""
    lines = text.splitlines()
    if any(line.startswith(("$RXN", "$RDFILE")) for line in lines[:6]):
        return Refusal(Reason.REACTION)
    counts = next((number for number, line in enumerate(lines) if _VERSION.search(line)), None)
    if counts is None:
        return Refusal(Reason.TRAILING_TEXT, "more than one line and no molblock")
    if any(line.strip() for line in lines[: max(0, counts - 3)]):
        return Refusal(Reason.TRAILING_TEXT, "text before the molblock")
    end = next((number for number, line in enumerate(lines) if line.rstrip() == "M  END"), None)
    if end is None:
        return Refusal(Reason.UNREADABLE, "molblock without M  END")
    if not _only_data(lines[end + 1 :]):
        return Refusal(Reason.TRAILING_TEXT, "text after the molblock")
    # The header is three lines, often blank, that callers may have trimmed.
    header = ["", "", "", *lines[:counts]][-3:]
    return [*header, *lines[counts : end + 1]]


def read_molblock(lines: list[str], sanitize: bool) -> Block | Refusal:
    """The molecule of one V2000 or V3000 molblock."""
    try:
        mol = mol_from_block("\n".join([*lines, ""]), sanitize=sanitize, removeHs=False, strictParsing=True)
    except Exception as error:
        return Refusal(Reason.UNREADABLE, type(error).__name__)
    if mol is None:
        return Refusal(Reason.UNREADABLE, "not a molblock")
    return _checked(mol)


def _only_data(lines: list[str]) -> bool:
    rest = [line.strip() for line in lines]
    if "$$$$" in rest:
        mark = rest.index("$$$$")
        if any(rest[mark + 1 :]):
            return False
        rest = rest[:mark]
    first = next((line for line in rest if line), "")
    return first == "" or first.startswith(">")


def _checked(mol: Chem.Mol) -> Block | Refusal:
    if any(atom.HasQuery() and atom.GetAtomicNum() for atom in mol.GetAtoms()):
        return Refusal(Reason.QUERY)
    if mol.HasProp("_molLinkNodes"):
        return Refusal(Reason.POLYMER, "link nodes")
    for group in Chem.GetMolSubstanceGroups(mol):
        if group.GetProp("TYPE") not in _HARMLESS_GROUPS:
            return Refusal(Reason.POLYMER, f"group {group.GetProp('TYPE')}")
    anchors = set()
    for bond in mol.GetBonds():
        if bond.HasProp("_MolFileBondEndPts"):
            if bond.GetProp("_MolFileBondAttach") != "ANY":
                return Refusal(Reason.POSITION, "multicentre bond")
            ends = [end for end in (bond.GetBeginAtom(), bond.GetEndAtom()) if end.GetAtomicNum() == 0]
            if len(ends) != 1 or ends[0].GetDegree() != 1:
                return Refusal(Reason.POSITION, "position variation needs a dummy atom with one bond")
            anchors.add(ends[0].GetIdx())
        elif bond.HasQuery():
            return Refusal(Reason.QUERY)
    return Block(mol, frozenset(anchors))
