"""How large and how slow an input may be before it is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Limits on one input; every one of them ends in a named :class:`Reason`.

    Attributes
    ----------
    length : characters of a SMILES with its extension, or of an InChI; a
        molblock, some ninety characters an atom, may be ten times as long
    atoms : atoms as written, explicit hydrogens included
    fragments : separate fragments; splitting costs time quadratic in their
        number (over 12 s for ten thousand single atoms)
    completions : ways to fill in the open positions, before equal ones are joined
    rings_in_process : rings (bonds - atoms + fragments) up to which a structure is
        decided in this process. The exact ring search grows exponentially on
        cages joined in a ring, cannot be interrupted and once took 9 s and
        1.6 GB for 164 characters, so more rings go to a process that can be killed
    seconds : wall time in such a process
    memory_mb : MiB such a process may take on top of what it has when idle
    """

    length: int = 10_000
    atoms: int = 1_000
    fragments: int = 50
    completions: int = 1_000
    rings_in_process: int = 12
    seconds: float = 10.0
    memory_mb: int = 1_024
