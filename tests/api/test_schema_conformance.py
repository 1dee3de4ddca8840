"""Schemathesis against the running server: what the description says is what happens."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from serving import serving

SCHEMATHESIS = shutil.which("schemathesis", path=str(Path(sys.executable).parent))


@pytest.mark.slow
def test_the_service_does_what_its_description_says(tmp_path: Path) -> None:
    assert SCHEMATHESIS is not None, "the set-up installs schemathesis"
    with serving(tmp_path, ledger="true", workers="2") as server:
        done = subprocess.run(
            [
                SCHEMATHESIS,
                "run",
                f"{server.url}/v1/openapi.json",
                "--phases=examples,coverage,fuzzing",
                "--max-examples=6",
                "--seed=1",
                # No schema can say which text is a structure or a definition.
                "--exclude-checks=positive_data_acceptance",
                "--no-color",
            ],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=110,
            check=False,
        )
        assert done.returncode == 0, done.stdout[-6000:]
        assert server.client.get("/v1/health").status_code == 200
        assert '"status": 5' not in server.log()
