"""A cluster of two processes: the same answers as one process, also when a worker is killed."""

import datetime as dt
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import dask.dataframe as dd
import pandas as pd
import pytest
from distributed import Client, LocalCluster

from stofgroep import UnknownLawError, UsageError
from stofgroep.cluster import screen, screen_parquet
from stofgroep.screening.partition import screen_frame

DAY = dt.date(2026, 11, 23)
TEXTS = (
    "CNC(C)C(=O)c1ccccc1C",
    "CNC(C)C(=O)c1cccc(C)c1",
    "CCO",
    "Cn1cnc2c1c(=O)n(C)c(=O)n2C",
    "not a structure",
    "CCN(CC)CCn1c(Cc2ccc(OC(C)C)cc2)nc2cc([N+](=O)[O-])ccc12",
    "",
)

pytestmark = [
    pytest.mark.slow,
    # how Dask closes its sockets and compares its versions is not ours to mend
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, memory_limit="2GiB"
    ) as running:
        yield running


def sample(rows: int) -> pd.DataFrame:
    return pd.DataFrame({"n": range(rows), "smiles": [TEXTS[i % len(TEXTS)] for i in range(rows)]})


def test_partitions_give_what_the_whole_gives(cluster: LocalCluster) -> None:
    frame = sample(50)
    with Client(cluster):
        found = screen(dd.from_pandas(frame, npartitions=5), column="smiles", date=DAY).compute()
    pd.testing.assert_frame_equal(found, screen_frame(frame, column="smiles", date=DAY), check_dtype=False)
    assert list(found.columns[2:4]) == ["sg_outcome", "sg_list"]


def test_a_worker_killed_half_way_costs_nothing(cluster: LocalCluster, tmp_path: Path) -> None:
    frame = sample(7000)
    dd.from_pandas(frame, npartitions=20).to_parquet(tmp_path / "in", write_index=False)
    killed: list[int] = []

    def kill_when_half_done() -> None:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and len(list((tmp_path / "out").glob("*.parquet"))) < 4:
            time.sleep(0.02)
        with Client(cluster.scheduler_address) as client:
            pid = next(iter(client.run(os.getpid).values()))
        os.kill(pid, signal.SIGKILL)
        killed.append(len(list((tmp_path / "out").glob("*.parquet"))))

    killer = threading.Thread(target=kill_when_half_done)
    killer.start()
    missed = screen_parquet(
        tmp_path / "in", tmp_path / "out", scheduler=cluster.scheduler_address, column="smiles", date=DAY
    )
    killer.join()
    assert 0 < killed[0] < 20  # in the middle: some partitions were written, some were not
    assert missed == 2000  # two of the seven texts can be no structure
    found = dd.read_parquet(tmp_path / "out").compute().reset_index(drop=True)
    expected = screen_frame(frame, column="smiles", date=DAY)
    pd.testing.assert_frame_equal(found, expected, check_dtype=False)


def test_what_cannot_be_done_is_said_before_anything_runs(cluster: LocalCluster, tmp_path: Path) -> None:
    frame = dd.from_pandas(sample(3), npartitions=1)
    with pytest.raises(UsageError, match="drawn"):
        screen(frame, column="drawn", date=DAY)
    with pytest.raises(UnknownLawError):
        screen(frame, column="smiles", date=DAY, law="none")
    address = cluster.scheduler_address
    how = {"column": "smiles", "date": DAY}
    with pytest.raises(UsageError, match="nowhere"):
        screen_parquet(tmp_path / "nowhere", tmp_path / "out", scheduler=address, **how)
    with pytest.raises(UsageError, match="bestaat al"):
        screen_parquet(tmp_path, tmp_path, scheduler=address, **how)
    with pytest.raises(UsageError, match="antwoordt niet"):
        screen_parquet(tmp_path, tmp_path / "out", scheduler="tcp://127.0.0.1:9", **how)


def test_the_command_screens_on_the_cluster(cluster: LocalCluster, tmp_path: Path) -> None:
    sample(14).to_parquet(tmp_path / "in.parquet")
    command = [sys.executable, "-m", "stofgroep", "screen", "in.parquet", "--date", DAY.isoformat()]
    command += ["--scheduler", cluster.scheduler_address]

    def run(*more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*command, *more], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120
        )

    done = run("-o", "out")
    assert done.returncode == 3, done.stderr  # done, but four rows are no structure
    assert "4 rijen niet beoordeeld" in done.stderr
    found = pd.read_parquet(tmp_path / "out")
    assert found["sg_outcome"].tolist()[:5] == [
        "listed",
        "listed",
        "not-listed",
        "not-listed",
        "not-assessed",
    ]
    assert found["n"].tolist() == list(range(14))
    again = run("-o", "out2", "--resume", "--jobs", "2")
    assert again.returncode == 2
    assert "--jobs, --resume" in again.stderr
    assert run().returncode == 2
