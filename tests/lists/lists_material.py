"""The real lists, a small table of our own, and short ways to ask them."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files

from rdkit import Chem

from stofgroep.law.hits import Hit
from stofgroep.structure import Component, Parsed, Structure, completions, parse

HEADER = (
    "key,list,kind,inn,names,cas,structures,stereo,except,since_earliest,since_latest,until,decree,"
    "citation,basis,formula,structure_source,structure_status,remark\n"
)
PRECURSOR_HEADER = (
    "key,names,cas,structures,stereo,except,since_earliest,since_latest,until,regulation,category,"
    "citation,remark\n"
)
# Small, and dated so that every kind of date occurs.
SMALL = HEADER + (
    'aaa,I,substance,aaa,aaa|stof A,,CCCCO,any,,2010-01-01,2010-01-01,,"Stb. 2009, 1",lijst I,text,,,none,\n'
    'bbb,I,substance,,bbb,,CCCCN,any,,2010-01-01,2012-01-01,,,"lijst I",text,,,none,\n'
    'ccc,II,substance,,ccc,,CCCS,any,,2003-03-17,2008-12-01,2015-05-05,,"lijst II",text,,,none,\n'
    'ccc,I,substance,,ccc,,CCCS,any,,2015-05-05,2015-05-05,,"Stb. 2015, 2","lijst I",text,,,none,\n'
    "ddd,II,plant,,ddd,,,any,,2003-03-17,2008-12-01,,,lijst II,text,,,none,Plant.\n"
    'eee,II,substance,,eee,,CCCP,any,,2016-01-01,2016-01-01,2017-01-01,,"lijst II",text,,,none,\n'
    "fff,I,substance,,fff,,OCCOC(=O)NC,any,,2010-01-01,2010-01-01,,,lijst I,text,,,none,\n"
    "ggg,I,substance,,ggg,,OCCOC1CCCCO1,any,,2010-01-01,2010-01-01,,,lijst I,text,,,none,\n"
    "ecgonine,I,substance,,ecgonine,,CN1C2CCC1C(C(=O)O)C(O)C2,any,,2003-03-17,2008-12-01,,,lijst I,text,,,"
    "none,\n"
    "tetrahydrocannabinol,I,substance,,THC,,CCCCCc1cc(O)c2c(c1)OC(C)(C)C1CCC(C)=CC21,any,,2003-03-17,"
    "2008-12-01,,,lijst I,text,,,none,\n"
)
SMALL_PRECURSORS = PRECURSOR_HEADER + (
    "zzz,zzz,,CC(=O)Cc1ccccc1,any,,2005-08-18,2005-08-18,,273/2004,1,bijlage I,\n"
)

Ask = Callable[..., tuple[Hit, ...]]


def closing_toml() -> bytes:
    path = files("stofgroep.data").joinpath("smarts", "nl", "lijst-i", "closing", "2003-03-17.toml")
    return path.read_bytes()


def parsed(text: str) -> Parsed:
    found = parse(text)
    assert isinstance(found, Parsed), found
    return found


def components(text: str) -> tuple[Component, ...]:
    found = completions(parsed(text))
    assert isinstance(found, Structure), found
    assert len(found.completions) == 1
    return found.completions[0].components


def component(smiles: str) -> Component:
    return Component(Chem.MolFromSmiles(smiles))
