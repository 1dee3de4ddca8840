"""The words that a draft brings itself must be what their examples say."""

from __future__ import annotations

from collections.abc import Iterator

from rdkit import Chem, rdBase

from stofgroep.definition.model import Allowed, Term
from stofgroep.definition.readings import Readings, read_readings
from stofgroep.definition.table import Table
from stofgroep.definition.terms import Terms
from stofgroep.definition.trial import Trial
from stofgroep.definition.vocabulary import OwnWords
from stofgroep.errors import DefinitionError
from stofgroep.law.repository import vocabulary
from stofgroep.matching.graph import Graph
from stofgroep.matching.residue import exact_worlds
from stofgroep.policy.draft import DraftText


def wrong_examples(written: DraftText) -> Iterator[DefinitionError]:
    """Examples of the draft's own terms that are not what they are said to be.

    Parameters
    ----------
    written : a draft that can be loaded
    """
    source = written.source()
    root = Table(source.data, written.file, "", source.lines)
    readings = Trial(written.file).readings(read_readings(root).worlds.readings)
    own = OwnWords(vocabulary(), dict(root.tables("term")))
    terms = Terms(own, readings)
    for name in own.own:
        term = terms.term(name, root, f"term.{name}")
        for key, examples in (("yes", term.yes), ("no", term.no)):
            for smiles in examples:
                if _is_one(term, smiles, readings) != (key == "yes"):
                    reason = f"{smiles!r} is {'not ' if key == 'yes' else ''}a {name} as it is defined"
                    place = source.lines.place(f"term.{name}.examples") or written.file
                    yield DefinitionError(place, f"term.{name}.examples.{key}", reason)


def _is_one(term: Term, smiles: str, readings: Readings) -> bool:
    """Whether a residue is an instance of a term under the likely reading, on a carbon for the skeleton."""
    with rdBase.BlockLogs():
        probe = Chem.RWMol(Chem.MolFromSmiles(smiles, sanitize=False))
        skeleton = next(a.GetIdx() for a in probe.GetAtoms() if not a.GetAtomicNum())
        probe.ReplaceAtom(skeleton, Chem.Atom(6))
        mol = probe.GetMol()
        if Chem.SanitizeMol(mol, catchErrors=True):
            return False
    graph = Graph(mol)
    ((attachment, order),) = graph.neighbours[skeleton]
    if order != term.bond:
        return False
    residue = graph.everything & ~(1 << skeleton)
    everywhere = readings.worlds.all
    allowed = (Allowed(term, everywhere),)
    return readings.worlds.likely_in(exact_worlds(graph, residue, attachment, allowed, (), everywhere))
