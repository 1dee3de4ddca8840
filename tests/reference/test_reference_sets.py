"""The sets that are shipped: complete, readable, without duplicates, and right where we know it by heart."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from importlib.resources import files

import pytest
from rdkit import Chem
from rdkit.Chem.rdMolDescriptors import CalcMolFormula

from stofgroep.errors import UsageError
from stofgroep.reference import CLASSES, ReferenceRow, file_sha256, reference_set, sets
from stofgroep.structure import Parsed, Structure, completions, parse


def test_names_of_the_sets() -> None:
    assert sets() == ("nps", "medicines", "everyday")


def test_an_unknown_set_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"'plants'.*nps, medicines, everyday"):
        reference_set("plants")
    with pytest.raises(UsageError):
        file_sha256("../lists/nl")


@pytest.mark.parametrize(("name", "least"), [("nps", 1600), ("medicines", 2200), ("everyday", 500)])
def test_size(name: str, least: int) -> None:
    assert len(reference_set(name)) >= least


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("benzodiazepines", 40),
        ("arylcyclohexylamines", 30),
        ("synthetic-cannabinoids", 200),
        ("cathinones", 150),
        ("fentanyls", 100),
        ("nitazenes", 50),
        ("tramadol-like", 8),
    ],
)
def test_size_of_classes_that_drafts_are_judged_by(kind: str, least: int) -> None:
    assert sum(row.class_ == kind for row in reference_set("nps")) >= least


@pytest.mark.parametrize("name", ["nps", "medicines", "everyday"])
def test_every_row_is_one_neutral_substance_in_canonical_form(name: str) -> None:
    wrong = []
    for row in reference_set(name):
        parsed = parse(row.smiles)
        whole = completions(parsed) if isinstance(parsed, Parsed) else parsed
        found = (
            [c.smiles for completion in whole.completions for c in completion.components]
            if isinstance(whole, Structure)
            else [str(whole)]
        )
        if found != [row.smiles]:
            wrong.append((row.key, row.smiles, found))
    assert wrong == []


@pytest.mark.parametrize("name", ["nps", "medicines", "everyday"])
def test_no_duplicates_and_the_order_of_class_and_key(name: str) -> None:
    rows = reference_set(name)
    assert max(Counter(row.key for row in rows).values()) == 1
    assert max(Counter(row.smiles for row in rows).values()) == 1
    assert [(row.class_, row.key) for row in rows] == sorted((row.class_, row.key) for row in rows)


@pytest.mark.parametrize("name", ["nps", "medicines", "everyday"])
def test_cells(name: str) -> None:
    for row in reference_set(name):
        assert row.class_ in CLASSES[name]
        assert row.verification in ("opsin", "two-sources")
        assert re.fullmatch(r"|(19|20)\d\d(-\d\d-\d\d)?", row.first_seen)
        assert row.licence.startswith("fact")
        assert row.sources.startswith("OPSIN: ") == (row.verification == "opsin")
        if row.verification == "two-sources":
            assert "; " in row.sources
        assert row.name.strip() == row.name
        assert "" not in row.synonyms
        assert not any("/" in text and "http" in text for text in (row.sources, row.licence, row.remark))


def test_every_class_is_used() -> None:
    for name in sets():
        assert {row.class_ for row in reference_set(name)} == set(CLASSES[name])


def test_checksum_is_of_the_file() -> None:
    data = files("stofgroep.data").joinpath("reference", "nps.csv").read_bytes()
    assert file_sha256("nps") == hashlib.sha256(data).hexdigest()
    assert data.endswith(b"\n")
    assert b"\r" not in data


def _row(name: str, key: str) -> ReferenceRow:
    return next(row for row in reference_set(name) if row.key == key)


# First blocks of InChIKeys (the skeleton), from memory and not from the tables.
SKELETONS = [
    ("nps", "ketamine", "YQEZLKZALYSWHR"),
    ("nps", "phencyclidine", "JTJMJGYZQZDUJJ"),
    ("nps", "mdma", "SHXWCVYOXRDMCX"),
    ("nps", "amphetamine", "KWTSXDURSIMDCE"),
    ("nps", "methamphetamine", "MYWUZJCMWCOHBA"),
    ("nps", "mescaline", "RHCSKNNOAZULRK"),
    ("nps", "2c-b", "YMHOBZXQZVXHBM"),
    ("nps", "mephedrone", "YELGFTGWJGBAQU"),
    ("nps", "methylone", "VKEQBMCRQDSRET"),
    ("nps", "dmt", "DMULVCHRPCFFGV"),
    ("nps", "psilocin", "SPCIYGNTAMCTRO"),
    ("nps", "lsd", "VAYOSLLFUXYJDT"),
    ("nps", "fentanyl", "PJMPHNIQZUBGLI"),
    ("nps", "jwh-018", "JDNLPKCAXICMBW"),
    ("nps", "dronabinol", "CYQFCXCEBYINGO"),
    ("nps", "cocaine", "ZPUCINDJVBIVPJ"),
    ("nps", "tramadol", "TVYLLZQTGLZFBW"),
    ("medicines", "diazepam", "AAOVKJBEBIDNHE"),
    ("medicines", "alprazolam", "VREFGVBLTWBCJP"),
    ("medicines", "morphine", "BQJCRHHNABKAKU"),
    ("medicines", "buprenorphine", "RMRJXGBAOAMLHD"),
    ("medicines", "ibuprofen", "HEFNNWSXXWATRW"),
    ("medicines", "warfarin", "PJVWKTKQMONHTI"),
    ("medicines", "phenytoin", "CXOFVDLJLONNDW"),
    ("medicines", "sildenafil", "BNRNXUUZRGQAQC"),
    ("medicines", "atorvastatin", "XUKUURHRXDUEBC"),
    ("everyday", "caffeine", "RYYVLZVUVIJVGH"),
    ("everyday", "ethanol", "LFQSCWFLJHTTHZ"),
    ("everyday", "acetone", "CSCPPACGZOOCGX"),
    ("everyday", "benzene", "UHOVQNZJYSORNB"),
    ("everyday", "toluene", "YXFVVABEGXRONW"),
    ("everyday", "glycine", "DHMQDGOQFOQNFH"),
    ("everyday", "dopamine", "VYFYYTLLBUKUHU"),
    ("everyday", "serotonin", "QZAYGJVTTNCVMB"),
    ("everyday", "histamine", "NTYJJOPFIAHURM"),
    ("everyday", "melatonin", "DRLFMBDRBRZALE"),
    ("everyday", "gamma-aminobutyric-acid", "BTCSSZJGUNDROE"),
    ("everyday", "phenethylamine", "BHHGXPLMPWCGHP"),
    ("everyday", "nicotine", "SNICXCGAKADSCV"),
    ("everyday", "testosterone", "MUMGGOZAMZWBJJ"),
    ("everyday", "cholesterol", "HVYWMOMLDIMFJA"),
    ("everyday", "adenosine", "OIRDTQYFTABQOQ"),
    ("everyday", "vanillin", "MWOOGOJBHIARFG"),
    ("everyday", "aspartame", "IAOZJIPTCAWIRG"),
    ("everyday", "urea", "XSQUKJJJFZCRTK"),
    ("everyday", "citric-acid", "KRKNYBCHXYNGOX"),
    ("everyday", "atrazine", "MXWJVTOOROXGIU"),
]


@pytest.mark.parametrize(("name", "key", "skeleton"), SKELETONS)
def test_skeleton(name: str, key: str, skeleton: str) -> None:
    assert Chem.MolToInchiKey(Chem.MolFromSmiles(_row(name, key).smiles))[:14] == skeleton


# Formulas from memory.
FORMULAS = [
    ("flualprazolam", "C17H12ClFN4"),
    ("bromazolam", "C17H13BrN4"),
    ("clonazolam", "C17H12ClN5O2"),
    ("flubromazolam", "C17H12BrFN4"),
    ("flubromazepam", "C15H10BrFN2O"),
    ("etizolam", "C17H15ClN4S"),
    ("diclazepam", "C16H12Cl2N2O"),
    ("phenazepam", "C15H10BrClN2O"),
    ("methoxetamine", "C15H21NO2"),
    ("2-fluorodeschloroketamine", "C13H16FNO"),
    ("3-meo-pcp", "C18H27NO"),
    ("deschloroketamine", "C13H17NO"),
    ("o-desmethyltramadol", "C15H23NO2"),
    ("isotonitazene", "C23H30N4O3"),
    ("metonitazene", "C21H26N4O3"),
    ("etonitazepyne", "C22H26N4O3"),
    ("brorphine", "C20H22BrN3O"),
    ("carfentanil", "C24H30N2O3"),
    ("furanylfentanyl", "C24H26N2O2"),
    ("u-47700", "C16H22Cl2N2O"),
    ("ah-7921", "C16H22Cl2N2O"),
    ("mt-45", "C24H32N2"),
    ("mdmb-4en-pinaca", "C20H27N3O3"),
    ("adb-butinaca", "C18H26N4O2"),
    ("5f-mdmb-pinaca", "C20H28FN3O3"),
    ("n-ethylpentylone", "C14H19NO3"),
    ("alpha-php", "C16H23NO"),
    ("3-fpm", "C11H14FNO"),
    ("4f-mph", "C14H18FNO2"),
    ("4-4-dmar", "C11H14N2O"),
    ("1p-lsd", "C23H29N3O2"),
    ("5-meo-dmt", "C13H18N2O"),
    ("bzp", "C11H16N2"),
    ("5-mapb", "C12H15NO"),
    ("25i-nbome", "C18H22INO3"),
    ("mitragynine", "C23H30N2O4"),
]


@pytest.mark.parametrize(("key", "formula"), FORMULAS)
def test_formula(key: str, formula: str) -> None:
    assert CalcMolFormula(Chem.MolFromSmiles(_row("nps", key).smiles)) == formula


def test_the_known_faults_of_collections_are_not_taken_over() -> None:
    dronabinol = Chem.MolFromSmiles(_row("nps", "dronabinol").smiles)
    assert CalcMolFormula(dronabinol) == "C21H30O2"
    # A collection draws buprenorphine with one centre inverted.
    buprenorphine = Chem.MolFromSmiles(_row("medicines", "buprenorphine").smiles)
    assert Chem.MolToInchiKey(buprenorphine) == "RMRJXGBAOAMLHD-IHFGGWKQSA-N"
