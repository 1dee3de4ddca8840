"""A screening that was killed, and one that goes on: no row is lost, none is there twice."""

import random
import signal
import subprocess
import time
from pathlib import Path

import pytest
from running import COMMAND, DATE, run

ROWS = 4_000


def lines() -> list[str]:
    """Structures that all go the whole way through the engine, each another; some cannot be read."""
    chains = ("C" * (1 + n % 5) + "O" * (n % 2) + "C" * (n // 5 % 40) for n in range(ROWS))
    return [f"CN{chain}C(C)C(=O)c1ccccc1C" if n % 97 else "C1CC(" for n, chain in enumerate(chains)]


def made(folder: Path) -> Path:
    """The file to be screened."""
    file = folder / "plain.csv"
    file.write_text("nr,smiles\n" + "".join(f"{n},{line}\n" for n, line in enumerate(lines())))
    return file


def command(file: Path, out: Path, *more: str) -> list[str]:
    return [*COMMAND, "screen", str(file), "-o", str(out), "--date", DATE, "--jobs", "2", *more]


def killed(arguments: list[str], journal: Path, grown: int) -> bool:
    """Start, and kill -9 when the journal has grown so far; False when it was done before."""
    with subprocess.Popen(arguments, stderr=subprocess.DEVNULL) as process:
        end = time.monotonic() + 60
        while process.poll() is None and time.monotonic() < end:
            if journal.exists() and journal.stat().st_size > grown:
                process.send_signal(signal.SIGKILL)
                process.wait()
                return True
            time.sleep(0.005)
    return False


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["csv.gz", "xlsx", "parquet"])
def test_killed_at_random_moments_the_output_is_the_same(tmp_path: Path, suffix: str) -> None:
    file = made(tmp_path)
    whole, out = tmp_path / f"whole.{suffix}", tmp_path / f"out.{suffix}"
    assert subprocess.run(command(file, whole), stderr=subprocess.DEVNULL, check=False).returncode == 3
    size = 0
    journal = tmp_path / f"out.{suffix}.resume"
    chance = random.Random(suffix)
    times = 0
    for _ in range(3):
        if not killed(
            command(file, out, *(["--resume"] if times else [])), journal, size + chance.randrange(2_000)
        ):
            break
        times += 1
        assert not out.exists()
        size = journal.stat().st_size
    assert times >= 2
    assert (
        subprocess.run(command(file, out, "--resume"), stderr=subprocess.DEVNULL, check=False).returncode == 3
    )
    assert out.read_bytes() == whole.read_bytes()
    assert sorted(f.name for f in tmp_path.iterdir()) == sorted(["plain.csv", whole.name, out.name])


def begun(tmp_path: Path, file: Path) -> Path:
    """The journal of a screening of which nothing is done yet but its first chunks."""
    out = tmp_path / "out.csv"
    assert killed(command(file, out), tmp_path / "out.csv.resume", 1_200)
    return out


@pytest.mark.slow
def test_it_is_not_gone_on_with_when_something_changed(tmp_path: Path) -> None:
    file = made(tmp_path)
    out = begun(tmp_path, file)
    journal = tmp_path / "out.csv.resume"
    before = journal.read_bytes()

    def refusal(*arguments: str) -> str:
        done = run("screen", str(file), "-o", str(out), "--resume", "--lang", "en", *arguments)
        assert done.returncode == 2
        assert journal.read_bytes() == before
        return done.stderr

    assert "--date (2026-11-23 → 2026-11-24)" in refusal("--date", "2026-11-24")
    assert "--lang (nl → en)" in refusal("--date", DATE)
    assert "--no-lists (False → True)" in refusal("--date", DATE, "--no-lists")
    assert "--delimiter" in refusal("--date", DATE, "--delimiter", ",")
    with file.open("a") as text:
        text.write("x,CCO\n")
    said = refusal("--date", DATE)
    assert "input (" in said
    assert "rows (4000 → 4001)" in said


@pytest.mark.slow
def test_without_the_option_it_begins_again(tmp_path: Path) -> None:
    file = made(tmp_path)
    out = begun(tmp_path, file)
    small = tmp_path / "small.csv"
    small.write_text("smiles\nCCO\n")
    assert run("screen", str(small), "-o", str(out), "--date", DATE).returncode == 0
    assert out.read_text().count("\n") == 2
    assert not (tmp_path / "out.csv.resume").exists()


def test_a_file_of_somebody_else_is_not_overwritten(tmp_path: Path) -> None:
    file, journal = tmp_path / "a.csv", tmp_path / "out.csv.resume"
    file.write_text("smiles\nCCO\n")
    journal.write_text("my notes\n")
    for more in ((), ("--resume",)):
        assert run("screen", str(file), "-o", str(tmp_path / "out.csv"), *more).returncode == 2
    assert journal.read_text() == "my notes\n"


def test_there_need_be_nothing_to_go_on_with(tmp_path: Path) -> None:
    file, out = tmp_path / "a.csv", tmp_path / "out.csv"
    file.write_text("smiles\nCCO\n")
    for _ in range(2):
        assert run("screen", str(file), "-o", str(out), "--resume").returncode == 0
    assert out.read_text().count("\n") == 2


def test_going_on_needs_an_output(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("smiles\nCCO\n")
    done = run("screen", str(file), "--resume")
    assert done.returncode == 2
    assert "-o" in done.stderr
