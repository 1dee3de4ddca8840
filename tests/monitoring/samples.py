"""Two laboratories, three half-years: small enough to count by hand.

3-MMC is on lijst I (2021-10), 2-MMC only in group 1, caffeine and ketamine on nothing; JWH-018 is on lijst I
since long and in group 2 (art. 2a lid 2 j: the list displaces the group).
"""

from pathlib import Path

NORTH = """monster;ontvangen;stof;SMILES
N1;12-02-2026;3-MMC;CNC(C)C(=O)c1cccc(C)c1
N2;2026-03-05;3-MMC HCl;CNC(C)C(=O)c1cccc(C)c1.Cl
N3;30-06-2025;2-MMC;CNC(C)C(=O)c1ccccc1C
N4;01-07-2025;cafeïne;Cn1cnc2c1c(=O)n(C)c(=O)n2C
N5;2026-01-10;=onbekend;C1CC
N6;2026-04-01;mengsel;CNC(C)C(=O)c1ccccc1C.Cn1cnc2c1c(=O)n(C)c(=O)n2C
"""
SOUTH = """id,date,lab,name,smiles
Z1,2026-05-01,Zuid,2-MMC,O=C(C(C)NC)c1ccccc1C
Z2,2026-06-30,Zuid,3-MMC,CNC(C)C(=O)c1cccc(C)c1
Z3,,Oost,ketamine,CNC1(CCCCC1=O)c1ccccc1Cl
Z4,2026-02-02,Zuid,nieuw ding,CC(=O)NCCc1ccc(O)nc1CCCCCCCCCCCCCC
"""
CONFIG = """[source.noord]
name = "Noord"
files = ["noord*.csv"]
columns = { date = "ontvangen", substance = "stof", id = "monster" }
"""

THREE_MMC = "CNC(C)C(=O)c1cccc(C)c1"
TWO_MMC = "CNC(C)C(=O)c1ccccc1C"
CAFFEINE = "Cn1c(=O)c2c(ncn2C)n(C)c1=O"
KETAMINE = "CNC1(c2ccccc2Cl)CCCCC1=O"


def written(folder: Path) -> tuple[Path, Path, Path]:
    """The two files and the configuration."""
    paths = (folder / "noord-2026.csv", folder / "zuid.csv", folder / "monitor.toml")
    for path, content in zip(paths, (NORTH, SOUTH, CONFIG), strict=True):
        path.write_text(content, "utf-8")
    return paths
