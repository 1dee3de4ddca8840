"""The benchmarks run on a small file and print what is promised."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest
from laboratory import generated
from rdkit import Chem

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def structures() -> list[str]:
    return [Chem.MolToSmiles(mol) for mol in generated(50, seed=5)]


def run(*arguments: str) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, check=True, capture_output=True, text=True
    )
    found: dict[str, object] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("ending", [".smi", ".smi.gz", ".csv"])
def test_screen(tmp_path: Path, structures: list[str], ending: str) -> None:
    path = tmp_path / f"rows{ending}"
    header = "name,smiles\n" if ending == ".csv" else ""
    lines = "".join(f"x,{s}\n" if header else f"{s} name\n" for s in structures)
    path.write_bytes(gzip.compress(lines.encode()) if ending.endswith(".gz") else (header + lines).encode())
    found = run("benchmarks.screen", str(path), "--repeat", "1", "--date", "2026-11-23", "--no-lists")
    assert found["rows"] == 50
    assert {"parse_s", "decide_s", "ratio", "peak_mb", "rdkit", "machine"} <= set(found)


def test_differential(tmp_path: Path, structures: list[str]) -> None:
    path = tmp_path / "rows.smi"
    path.write_text("\n".join(structures[:20]))
    assert run("benchmarks.differential", str(path), "--no-lists") == {"rows": 20, "different": 0}
