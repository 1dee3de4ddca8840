"""docs/validation.md is what ``make validate`` gives: no number in it is typed."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_the_page_is_what_the_script_gives_and_explains_every_disagreement() -> None:
    found = subprocess.run(
        [sys.executable, "-W", "error", ROOT / "scripts" / "validate.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stderr
