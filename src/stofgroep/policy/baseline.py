"""What the law says of a whole set, kept on disk so that it is asked only once.

The key of what is kept is a fingerprint of everything it was made from: the law
files, the day, the set, this program and RDKit. Nothing is kept under an old key,
and nothing of a user's own file leaves the folder of the user.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from rdkit import rdBase

from stofgroep.law import Law
from stofgroep.policy.standing import Standing, as_plain, from_plain
from stofgroep.policy.substances import SubstanceSet
from stofgroep.policy.sweep import sweep
from stofgroep.policy.work import LawWork
from stofgroep.structure import Refusal

MOST_FILES = 64
# what an answer is made by: the other packages only ask
_CODE = ("definition", "law", "matching", "structure", "verdict", "policy")


def standings(law: Law, of: SubstanceSet, *, kept: bool = True, jobs: int | None = None) -> list[Standing]:
    """What a law says of every substance of a set, in order.

    Parameters
    ----------
    law : the law on a day
    of : the set
    kept : whether to look for an earlier answer, and keep this one
    jobs : as for :func:`stofgroep.policy.sweep.sweep`
    """
    path = cache_folder() / f"{_key(law, of)}.json" if kept else None
    if path is not None:
        found = _read(path, len(of.substances))
        if found is not None:
            return found
    work = LawWork(law.source, law.date, law.lists is not None)
    answers = sweep(work, [s.structure for s in of.substances], _stopped, jobs, give_up=False)
    # an answer that depended on how busy the machine was is not kept
    if path is not None and not any(a.refusal in ("timeout", "worker-died", "internal") for a in answers):
        _write(path, answers)
    return answers


def cache_folder() -> Path:
    """Where answers are kept: a folder of the user's own, where caches belong."""
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(home) if home else Path.home() / ".cache") / "stofgroep" / "standings"


def _stopped(refusal: Refusal) -> Standing:
    return Standing(refusal=refusal.reason.value)


def _key(law: Law, of: SubstanceSet) -> str:
    made_from = [
        law.source if not law.source.endswith(".toml") else law.name,
        law.date.isoformat(),
        law.lists is not None,
        law.files,
        of.sha256,
        program(),
        rdBase.rdkitVersion,
    ]
    return hashlib.sha256(json.dumps(made_from, sort_keys=True).encode("utf-8")).hexdigest()


@cache
def program() -> str:
    """Fingerprint of the code that answers: a changed program asks anew, whatever its version says."""
    digest = hashlib.sha256()
    for package in _CODE:
        for file in _sources(files(f"stofgroep.{package}")):
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _sources(folder: Traversable) -> list[Traversable]:
    return sorted((f for f in folder.iterdir() if f.name.endswith(".py")), key=lambda f: f.name)


def _read(path: Path, count: int) -> list[Standing] | None:
    """What was kept; None if there is nothing, or what is there is damaged."""
    try:
        plain = json.loads(path.read_text("utf-8"))
        found = [from_plain(one) for one in plain]
    except (OSError, ValueError, TypeError, IndexError):
        return None
    return found if len(found) == count else None


def _write(path: Path, answers: list[Standing]) -> None:
    """Keep answers; a folder that cannot be written costs time the next time, and nothing else."""
    text = json.dumps([as_plain(answer) for answer in answers], separators=(",", ":"))
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
            file.write(text)
        os.replace(file.name, path)
        for old in _oldest(path.parent):
            old.unlink(missing_ok=True)


def _oldest(folder: Path) -> list[Path]:
    found = sorted(folder.glob("*.json"), key=lambda f: f.stat().st_mtime, reverse=True)
    return found[MOST_FILES:]
