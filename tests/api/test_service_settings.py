"""Settings: every one of them is documented, checked and shown unless it is a secret."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from serving import serving

from stofgroep.api.settings import Settings, from_environment, variable
from stofgroep.errors import UsageError

MANUAL = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_in_the_manual(name: str) -> None:
    assert f"`{variable(name)}`" in MANUAL
    assert Settings.model_fields[name].description


def test_the_manual_names_no_setting_that_is_not_there() -> None:
    import re

    assert set(re.findall(r"STOFGROEP_[A-Z_]+", MANUAL)) <= {variable(name) for name in Settings.model_fields}


def test_settings_come_from_the_environment() -> None:
    environment = {"STOFGROEP_ITEMS": "5", "STOFGROEP_API_KEYS": "a" * 16 + ", " + "b" * 16, "HOME": "/x"}
    settings = from_environment(environment, hosts=("localhost",))
    assert (settings.items, len(settings.api_keys), settings.hosts) == (5, 2, ("localhost",))
    assert "a" * 16 not in repr(settings)


def test_all_wrong_settings_are_told_at_once_and_no_value_is_repeated() -> None:
    environment = {
        "STOFGROEP_ITEMS": "many",
        "STOFGROEP_WORKERS": "0",
        "STOFGROEP_API_KEYS": "short",
        "STOFGROEP_WORKER": "2",
    }
    with pytest.raises(UsageError) as caught:
        from_environment(environment)
    message = str(caught.value)
    for name in environment:
        assert name in message
    assert "short" not in message
    assert "many" not in message


def serve(tmp_path: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "stofgroep", "serve", "--port", "0"],
        env={**os.environ, "STOFGROEP_DATA_FOLDER": str(tmp_path / "data"), **settings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_wrong_setting_is_wrong_usage(tmp_path: Path) -> None:
    done = serve(tmp_path, STOFGROEP_JOBS="none")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("stofgroep: STOFGROEP_JOBS: ")


def test_a_folder_in_use_is_wrong_usage(tmp_path: Path) -> None:
    with serving(tmp_path):
        done = serve(tmp_path)
    assert done.returncode == 2
    assert "is used by another server" in done.stderr
