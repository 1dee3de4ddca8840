import subprocess
import sys

import pytest

import stofgroep


def test_everything_public_is_there() -> None:
    assert sorted(stofgroep.__all__) == [
        "DefinitionError",
        "Law",
        "Outcome",
        "StofgroepError",
        "UnknownLawError",
        "UsageError",
        "Verdict",
        "__version__",
        "check",
        "screen",
    ]
    for name in stofgroep.__all__:
        assert getattr(stofgroep, name) is not None
        assert name in dir(stofgroep)


def test_nothing_else_is_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'frobnicate'"):
        stofgroep.frobnicate  # noqa: B018


def test_importing_does_not_load_chemistry() -> None:
    code = "import sys, stofgroep; print(sorted({'rdkit', 'pandas'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
