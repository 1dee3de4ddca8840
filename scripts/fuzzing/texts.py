"""Any bytes as a structure: SMILES, CXSMILES, InChI, molblock or nothing of the kind."""

from __future__ import annotations

from fuzzing.deciders import Contradiction, checked, gated
from stofgroep.verdict import as_dict
from stofgroep.verdict.model import Outcome

_MOLBLOCK = "\n\n\n  1  0  0  0  0  0  0  0  0  0999 V2000\n"
_STARTS = ("", "", "", "InChI=1S/", "C |", _MOLBLOCK, "CCO.")

SEEDS = tuple(
    b"\x00" + text.encode()
    for text in (
        "C C O",
        "CCO garbage",
        "*",
        "C1" + "C2CC(C2)" * 20 + "C1",
        ".".join(["C"] * 500),
        "(" * 300,
        "[NH4+].[O-]C(=O)CCCO",
        "*C.CNC(C)C(=O)c1ccccc1 |m:0:9.10.11|",
        "C%99CC%99",
        "[2H]OC([2H])C",
        "C[C@@H](N)Cc1ccccc1 |&1:1|",
        "InChI=1S/C2H6O/c1-2-3/h3H,2H2,1H3",
        "CC>>CO",
        "c1ccccc1c",
        "\u202eCCO",
    )
)


def try_one(data: bytes) -> None:
    """A row and a verdict, which must say the same."""
    start = _STARTS[data[0] % len(_STARTS)] if data else ""
    text = start + data[1:].decode("utf-8", "surrogateescape" if data[:1] > b"\x80" else "replace")
    row = checked(text)
    verdict = as_dict(gated.verdict(text))
    # a structure that only a worker may look at can be too much for it, and still be ruled out beforehand
    if verdict["outcome"] not in (row.outcome, Outcome.NOT_ASSESSED):
        raise Contradiction(f"row {row.outcome} but verdict {verdict['outcome']}: {text!r}")
