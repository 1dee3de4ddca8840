"""The closing clauses of lijst I, as dated data: loaded strictly from TOML."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from rdkit import Chem, rdBase

from stofgroep.definition.loader import BASES, parse_toml
from stofgroep.definition.readings import read_reading
from stofgroep.definition.table import Table
from stofgroep.definition.worlds import Reading, Worlds
from stofgroep.law.entries import Force
from stofgroep.matching.derivation import Way
from stofgroep.matching.sites import Addition, H, Pattern, Site


@dataclass(frozen=True)
class Pentavalent:
    """A skeleton around a pentavalent nitrogen (query atom ``nitrogen``).

    Covered when taking away the O of an N-oxide, or one methyl, leaves a substance
    of the list; ``unlisted`` : the worlds in which any such skeleton is covered.
    """

    query: Chem.Mol
    nitrogen: int
    unlisted: int


@dataclass(frozen=True)
class Derivations:
    """Ethers, esters and enantiomers: worlds per way of filling an O–H, and what is kept out."""

    ways: Mapping[Way, int]
    enantiomer: int
    except_for: Mapping[str, Chem.Mol]


@dataclass(frozen=True)
class ClosingClause:
    """One closing clause: patterns, or a pentavalent skeleton, or derivations of the rest."""

    id: str
    citation: str
    basis: str
    text: Mapping[str, str]
    entry: str | None
    patterns: tuple[Pattern, ...] = ()
    pentavalent: Pentavalent | None = None
    derivations: Derivations | None = None


@dataclass(frozen=True)
class Closings:
    """The closing clauses of one list from one day on."""

    id: str
    list: str
    force: Force
    readings: tuple[Reading, ...]
    worlds: Worlds
    clauses: tuple[ClosingClause, ...]
    file: str
    sha256: str


def load_closings(content: bytes, file: str) -> Closings:
    """Load one file of closing clauses.

    Parameters
    ----------
    content : bytes of the TOML file
    file : its name for error messages

    Raises
    ------
    DefinitionError : naming file, key and reason
    """
    root = Table(parse_toml(content, file), file)
    readings = tuple(read_reading(id, table) for id, table in root.tables("reading"))
    worlds = Worlds(readings)
    additions: dict[str, Addition] = {}
    for name, table in root.tables("residue"):
        additions[name] = _addition(name, table, additions)
    force = root.table("in_force", required=True)
    latest = force.date("from")
    earliest = force.date("earliest", latest)
    until = force.date("until", None)
    force.done()
    if earliest > latest or (until is not None and until <= latest):
        root.fail("in_force", "dates must run earliest <= from < until")
    reader = _Reader({r.id: r for r in readings}, worlds, additions)
    closings = Closings(
        id=root.get("id", str),
        list=root.get("list", str),
        force=Force(earliest, latest, until),
        readings=readings,
        worlds=worlds,
        clauses=tuple(reader.clause(id, table) for id, table in root.tables("clause")),
        file=file,
        sha256=hashlib.sha256(content).hexdigest(),
    )
    if not closings.clauses:
        root.fail("clause", "at least one clause is needed")
    root.done()
    return closings


def _addition(name: str, table: Table, known: Mapping[str, Addition]) -> Addition:
    kinds = [kind for kind in ("smarts", "grow", "ring") if table.has(kind)]
    if len(kinds) != 1:
        table.fail("", 'exactly one of "smarts", "grow" and "ring" is needed')
    (kind,) = kinds
    carrying = table.strings("carrying", ())
    for carried in carrying:
        if carried not in known:
            table.fail("carrying", f"unknown residue {carried!r}; known above: {', '.join(known) or 'none'}")
    query = table.smarts(kind, table.get(kind, str))
    table.done()
    return Addition(name, "exact" if kind == "smarts" else kind, query, tuple(known[c] for c in carrying))


class _Reader:
    """Reads clauses, knowing the readings, worlds and residues of the file."""

    def __init__(
        self, readings: Mapping[str, Reading], worlds: Worlds, additions: Mapping[str, Addition]
    ) -> None:
        self.readings = readings
        self.worlds = worlds
        self.additions = additions

    def clause(self, id: str, table: Table) -> ClosingClause:
        basis = table.get("basis", str)
        if basis not in BASES:
            table.fail("basis", f"must be one of {', '.join(BASES)}")
        clause = ClosingClause(
            id=id,
            citation=table.get("citation", str),
            basis=basis,
            text=table.language_texts("text"),
            entry=table.get("entry", str, None),
            patterns=tuple(self.pattern(name, inner) for name, inner in table.tables("pattern")),
            pentavalent=self.pentavalent(table.table("pentavalent")) if table.has("pentavalent") else None,
            derivations=self.derivations(table.table("derivation")) if table.has("derivation") else None,
        )
        if not (clause.patterns or clause.pentavalent or clause.derivations):
            table.fail("", 'a clause needs "pattern", "pentavalent" or "derivation"')
        table.done()
        return clause

    def where(self, table: Table) -> int:
        """Worlds of ``{ reading = [options], … }``; all of them when empty."""
        when = {}
        for reading in table.names():
            options = table.strings(reading)
            if reading not in self.readings:
                table.fail(reading, f"unknown reading; known: {', '.join(self.readings) or 'none'}")
            for option in options:
                if option not in self.readings[reading].options:
                    known = ", ".join(self.readings[reading].options)
                    table.fail(reading, f"{option!r} is no option; known: {known}")
            when[reading] = options
        return self.worlds.where(when)

    def pattern(self, name: str, table: Table) -> Pattern:
        query = table.smarts("smarts", table.get("smarts", str))
        numbered = {str(a.GetAtomMapNum()): a.GetIdx() for a in query.GetAtoms() if a.GetAtomMapNum()}
        for numbered_atom in query.GetAtoms():
            numbered_atom.SetAtomMapNum(0)

        def atom(asked: Table, key: str) -> int:
            if key not in numbered:
                asked.fail(key, f"the pattern has no atom :{key}; it has {', '.join(numbered) or 'none'}")
            return numbered[key]

        slots = {}
        slot_table = table.table("slot")
        for key in slot_table.names():
            ways = slot_table.strings(key)
            slots[atom(slot_table, key)] = frozenset(self.way(slot_table, key, way) for way in ways)
        sites = {atom(table, key): self.site(inner) for key, inner in table.tables("site")}
        derivable = frozenset(atom(table, key) for key in table.strings("derivable", ()))
        formula = table.get("formula", str, None)
        elsewhere = table.strings("elsewhere", ())
        self.known_additions(table, "elsewhere", elsewhere)
        drawn = table.get("drawn", str, None)
        pattern = Pattern(
            name=name,
            query=query,
            worlds=self.where(table.table("when")),
            additions=self.additions,
            slots=slots,
            derivable=derivable,
            sites=sites,
            elsewhere=elsewhere,
            formula=formula,
            drawn=None if drawn is None else _structure(table, "drawn", drawn),
            epimers=self.where(table.table("epimers")) if table.has("epimers") else 0,
        )
        table.done()
        return pattern

    def site(self, table: Table) -> Site:
        names = table.strings("allow")
        self.known_additions(table, "allow", names)
        when = table.table("when")
        guards = {name: self.where(when.table(name)) for name in when.names()}
        for name in guards:
            if name not in names:
                when.fail(name, "is not allowed at this site at all")
        needs = table.strings("needs", ())
        if not set(needs) <= set(names):
            table.fail("needs", "names something that is not allowed")
        table.done()
        return Site({name: guards.get(name, self.worlds.all) for name in names}, frozenset(needs))

    def known_additions(self, table: Table, key: str, names: tuple[str, ...]) -> None:
        for name in names:
            if name != H and name not in self.additions:
                table.fail(key, f"unknown residue {name!r}; known: H, {', '.join(self.additions)}")

    def way(self, table: Table, key: str, way: str) -> Way:
        if way not in list(Way):
            table.fail(key, f"must be one of {', '.join(Way)}, not {way!r}")
        return Way(way)

    def pentavalent(self, table: Table) -> Pentavalent:
        query = table.smarts("smarts", table.get("smarts", str))
        numbered = [a.GetIdx() for a in query.GetAtoms() if a.GetAtomMapNum()]
        if len(numbered) != 1:
            table.fail("smarts", "needs one numbered atom: the nitrogen")
        query.GetAtomWithIdx(numbered[0]).SetAtomMapNum(0)
        found = Pentavalent(query, numbered[0], self.where(table.table("unlisted", required=True)))
        table.done()
        return found

    def derivations(self, table: Table) -> Derivations:
        way_table = table.table("way", required=True)
        ways = {self.way(way_table, w, w): self.where(way_table.table(w)) for w in way_table.names()}
        except_table = table.table("except")
        except_for = {n: _structure(except_table, n, except_table.get(n, str)) for n in except_table.names()}
        found = Derivations(ways, self.where(table.table("enantiomer", required=True)), except_for)
        table.done()
        return found


def _structure(table: Table, key: str, smiles: str) -> Chem.Mol:
    with rdBase.BlockLogs():
        mol = Chem.MolFromSmiles(smiles)
    if mol is None:
        table.fail(key, f"is no SMILES that can be read: {smiles!r}")
    return mol
