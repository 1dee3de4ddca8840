"""Random SMILES and SMARTS from a grammar: bytes choose, so the fuzzer can steer."""

from __future__ import annotations

import atheris

_ATOMS = (
    *("C", "C", "C", "N", "O", "S", "F", "Cl", "Br", "I", "B", "P", "[Si]"),
    *("[nH]", "[NH3+]", "[O-]", "[13CH3]", "[2H]", "[Na+]"),
)
_PIECES = (
    "c1ccccc1",
    "c1ccc2OCOc2c1",
    "c1ccc2[nH]ccc2c1",
    "c1ccc2[nH]cnc2c1",
    "n1ccc2ccccc12",
    "C1CCNCC1",
    "N1CCCC1",
    "C1CCCCC1",
    "C(=O)",
    "C(=O)N",
    "C(=O)O",
    "[N+](=O)[O-]",
    "N(=O)=O",
    "C#N",
    "CCN",
    "C(C)(C)C",
    "CCCCC",
    "C1CN(CCc2ccccc2)CCC1N(C(=O)CC)c1ccccc1",
)
_BONDS = ("", "", "", "", "=", "#", "-", ":")
_QUERIES = (
    *("[#6]", "[#7;X3]", "[C;R1]", "[$(CN)]", "[!#1]", "*", "[c,n]"),
    *("[r5]", "[D3]", "[#6;!$(C=O)]", "a", "A"),
)


def smiles(data: atheris.FuzzedDataProvider) -> str:
    """A text that is mostly a readable structure."""
    return _chain(data, _ATOMS + _PIECES, data.ConsumeIntInRange(1, 14), data.ConsumeIntInRange(0, 3))


def smarts(data: atheris.FuzzedDataProvider) -> str:
    """A text that is mostly a readable pattern."""
    return _chain(data, _QUERIES + _PIECES[:6], data.ConsumeIntInRange(1, 8), data.ConsumeIntInRange(0, 1))


def _chain(data: atheris.FuzzedDataProvider, words: tuple[str, ...], length: int, rings: int) -> str:
    parts: list[str] = []
    open_brackets = 0
    for _ in range(length):
        choice = data.ConsumeIntInRange(0, 9)
        if parts and choice == 0:
            parts.append("(")
            open_brackets += 1
        elif parts and choice == 1 and open_brackets and parts[-1] != "(":
            parts.append(")")
            open_brackets -= 1
        elif parts and choice == 2 and parts[-1] != "(":
            parts.append(".")
        parts.append(data.PickValueInList(list(_BONDS)) if parts and parts[-1] != "." else "")
        parts.append(data.PickValueInList(list(words)))
    parts.append(")" * open_brackets)
    text = "".join(parts)
    for number in range(rings):
        place = data.ConsumeIntInRange(1, max(1, len(text)))
        text = f"{text[:place]}{7 + number}{text[place:]}"
    return text
