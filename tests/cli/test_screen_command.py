"""``stofgroep screen`` from the outside."""

import csv
import io
import signal
import subprocess
import time
from pathlib import Path

import pytest
from running import COMMAND, DATE, DEMO, run

SG = ["sg_outcome", "sg_list", "sg_group", "sg_entry", "sg_certain", "sg_reason", "sg_all"]
MMC = "CNC(C)C(=O)c1ccccc1C"
CAFFEINE = "Cn1cnc2c1c(=O)n(C)c(=O)n2C"


def rows(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def test_rows_and_columns_come_back_with_ours_behind_them(tmp_path: Path) -> None:
    file = tmp_path / "in.csv"
    file.write_text(f"id,smiles,amount\n007,{MMC},1.50\nNA,{CAFFEINE},\n")
    done = run("screen", str(file), "--date", DATE, "--no-lists")
    assert done.returncode == 0
    first, second = rows(done.stdout)
    assert list(first) == ["id", "smiles", "amount", *SG]
    assert (first["id"], first["amount"], second["id"], second["amount"]) == ("007", "1.50", "NA", "")
    assert (first["sg_outcome"], first["sg_list"], first["sg_group"]) == ("listed", "IA", "fenethylaminen")
    assert (second["sg_outcome"], second["sg_list"], second["sg_group"]) == ("not-listed", "", "")


def test_a_row_that_cannot_be_assessed_says_why_and_is_exit_code_3(tmp_path: Path) -> None:
    file = tmp_path / "in.csv"
    file.write_text(f"id,smiles\na,{CAFFEINE}\nb,C1CC(\nc,\nd,{CAFFEINE}\n")
    done = run("screen", str(file), "--date", DATE)
    assert done.returncode == 3
    found = rows(done.stdout)
    assert [row["sg_outcome"] for row in found] == [
        "not-listed",
        "not-assessed",
        "not-assessed",
        "not-listed",
    ]
    assert found[1]["sg_reason"].startswith("unreadable")
    assert found[2]["sg_reason"].startswith("missing")
    assert "rij 2 (b)" in done.stderr


def test_smi_in_csv_out(tmp_path: Path) -> None:
    file, out = tmp_path / "in.smi", tmp_path / "out.csv"
    file.write_text(f"{MMC} S-1\n*C.CNC(C)C(=O)c1ccccc1 |m:0:9.10.11| S 2\n{CAFFEINE}\n")
    done = run("screen", str(file), "-o", str(out), "--date", DATE, "--no-lists")
    assert done.returncode == 0
    assert done.stdout == ""
    found = rows(out.read_text("utf-8"))
    assert [(row["id"], row["sg_outcome"]) for row in found] == [
        ("S-1", "listed"),
        ("S 2", "listed"),
        ("", "not-listed"),
    ]


def test_standard_input_and_options_of_the_reader() -> None:
    content = f"a|{MMC}\nb|{CAFFEINE}\n".encode("utf-16")
    done = run(
        "screen", "-", "--no-header", "--delimiter", "|", "--encoding", "utf-16",
        "--column", "2", "--id", "1", "--date", DATE, stdin=content,
    )  # fmt: skip
    assert done.returncode == 0
    found = rows(done.stdout.removeprefix("\ufeff"), "|")
    assert [(row["column_1"], row["sg_outcome"]) for row in found] == [("a", "listed"), ("b", "not-listed")]


@pytest.mark.slow
def test_the_output_is_the_same_for_any_number_of_processes(tmp_path: Path) -> None:
    many = tmp_path / "many.csv"
    head, *body = DEMO.read_text("utf-8").splitlines()
    many.write_text("\n".join([head, *body * 8]) + "\n", "utf-8")
    outputs = []
    for jobs in ("1", "2", "3"):
        out = tmp_path / f"{jobs}.csv"
        assert run("screen", str(many), "-o", str(out), "--jobs", jobs, "--date", DATE).returncode == 3
        outputs.append(out.read_bytes())
    assert outputs[0].count(b"\n") == 8 * len(body) + 1
    assert outputs[0] == outputs[1] == outputs[2]


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_is_exit_code_130_and_leaves_no_half_file(tmp_path: Path, jobs: str) -> None:
    file, out = tmp_path / "in.smi", tmp_path / "out.csv"
    # every text is another, so that none is remembered: the number of the row in two ways to write a carbon
    chains = ("".join("C" if n >> bit & 1 else "[CH2]" for bit in range(17)) for n in range(100_000))
    file.write_text("".join(f"{MMC}{chain} {n}\n" for n, chain in enumerate(chains)))
    command = [*COMMAND, "screen", str(file), "-o", str(out), "--jobs", jobs, "--date", DATE]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        deadline = time.monotonic() + 60
        # some rows are decided and kept, many are not
        while not any(f.stat().st_size > 10_000 for f in tmp_path.glob("out.csv.resume")):
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert process.stderr is not None
        said = process.stderr.read().decode()
    assert "afgebroken" in said
    assert "Traceback" not in said
    assert f"--date {DATE} --resume" in said
    assert sorted(f.name for f in tmp_path.iterdir()) == ["in.smi", "out.csv.resume"]


def test_the_input_is_not_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "in.csv"
    file.write_text(f"smiles\n{MMC}\n")
    done = run("screen", str(file), "-o", str(file))
    assert done.returncode == 2
    assert file.read_text() == f"smiles\n{MMC}\n"


@pytest.mark.parametrize(
    ("content", "arguments", "said"),
    [
        ("nr,form\n1,powder\n", (), "--column"),
        (f"smiles,isosmiles\n{MMC},{MMC}\n", (), "smiles (100%), isosmiles (100%)"),
        (f"smiles\n{MMC}\n", ("--column", "absent"), "absent"),
        (f"smiles\n{MMC}\n", ("--id", "absent"), "--id"),
        (f"smiles\n{MMC}\n", ("--delimiter", "::"), "--delimiter"),
        (f"smiles\n{MMC}\n", ("--encoding", "klingon"), "klingon"),
        (f"smiles\n{MMC}\n", ("--date", "vandaag"), "vandaag"),
        (f"smiles\n{MMC}\n", ("--jobs", "0"), "--jobs"),
        (f"smiles\n{MMC}\n", ("-o", "absent/out.csv"), "absent"),
        (f"smiles,sg_outcome\n{MMC},listed\n", (), "sg_outcome"),
        ("", (), "in.csv"),
    ],
)
def test_wrong_usage_is_exit_code_2_with_a_way_out(
    tmp_path: Path, content: str, arguments: tuple[str, ...], said: str
) -> None:
    file = tmp_path / "in.csv"
    file.write_text(content)
    done = run("screen", str(file), *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_file_is_exit_code_2() -> None:
    done = run("screen", "absent.csv")
    assert (done.returncode, done.stdout) == (2, "")
    assert "absent.csv" in done.stderr


def test_progress_as_lines() -> None:
    done = run("screen", str(DEMO), "--progress", "--lang", "en", "--date", DATE)
    assert "38 of 38 rows" in done.stderr


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_table_of_the_demo_fits_80_columns(lang: str) -> None:
    done = run("screen", str(DEMO), "--table", "--lang", lang, "--date", DATE)
    assert done.returncode == 3
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= 80
    with DEMO.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter=";"):
            assert sum(line.startswith(row["monster"]) for line in lines) == 1


# What the law says of the sample file; the groups of lijst IA are decided from the structure alone.
DEMO_GROUPS = {
    "2-MMC hydrochloride": "fenethylaminen",
    "2C-E": "fenethylaminen",
    "6-APB": "fenethylaminen",
    "4F-alfa-PVP": "fenethylaminen",
    "propylhexedrine": "fenethylaminen",
    "JWH-073": "cannabinoiden",
    "ADB-5'Br-BUTINACA": "cannabinoiden",
    "PB-22": "cannabinoiden",
    "para-chloorfentanyl": "aminopiperidinen",
    "benzylfentanyl": "aminopiperidinen",
    "methyleendioxynitazeen": "nitazenen",
}
DEMO_OUTSIDE = {
    "coffeine", "lidocaine", "dopamine", "salbutamol", "aspartaam",
    "ADB-INACA, zonder zijketen", "lachgas", "gamma-butyrolacton", "bromazolam",
}  # fmt: skip


def test_the_demo_shows_hits_of_every_group_and_misses() -> None:
    found = rows(run("screen", str(DEMO), "--no-lists", "--date", DATE).stdout, ";")
    assert len(found) == 38
    by_name = {row["stof"]: row for row in found}
    assert {name: by_name[name]["sg_group"] for name in DEMO_GROUPS} == DEMO_GROUPS
    assert {by_name[name]["sg_outcome"] for name in DEMO_OUTSIDE} == {"not-listed"}
    assert [row["stof"] for row in found if row["sg_outcome"] == "not-assessed"] == [
        "afgebroken structuur",
        "niet geïdentificeerd",
    ]
