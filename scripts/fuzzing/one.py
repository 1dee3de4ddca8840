"""One target under atheris, in a process of its own: ``python -m fuzzing.one TARGET [libFuzzer options]``."""

from __future__ import annotations

import importlib
import sys
import warnings

import atheris

warnings.simplefilter("error")

with atheris.instrument_imports(include=["stofgroep"]):
    target = importlib.import_module(f"fuzzing.{sys.argv[1]}")

atheris.Setup([sys.argv[0], *sys.argv[2:]], target.try_one)
atheris.Fuzz()
