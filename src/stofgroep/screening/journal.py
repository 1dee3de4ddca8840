"""What was decided so far, beside the output: so that an interrupted screening can go on.

Only decisions are kept. The output is written anew from the input and these, and so is the same,
byte for byte, as if nothing had happened, in every format. A line of JSON says what was asked;
frames follow, one per chunk: length, checksum and the compressed rows. A frame that was cut off
when the process was killed is written again.
"""

from __future__ import annotations

import json
import os
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from stofgroep.errors import UsageError
from stofgroep.screening.rows import Fields
from stofgroep.wording import say

_HEADER_BYTES = 1 << 20
_OURS = b'{"stofgroep": "'
_PREFIX = 8
_LARGEST_FRAME = 1 << 28
_SECONDS_BETWEEN_SYNCS = 5.0


def journal_path(target: Path) -> Path:
    """Where the journal of an output is."""
    real = target.resolve()
    return real.with_name(f"{real.name}.resume")


class Journal:
    """The decisions of one screening, in order.

    Parameters
    ----------
    path : where it is kept
    asked : everything the decisions and the output depend on, by name; "stofgroep" first
    resume : go on with what is there; otherwise it is replaced
    lang : language of the errors

    Raises
    ------
    UsageError : if another process writes it, or it is of another question: saying what differs
    """

    def __init__(self, path: Path, asked: Mapping[str, str], resume: bool, lang: str) -> None:
        self.path = path
        self._lang = lang
        self._before: dict[str, str] = {}
        try:
            self._file: BinaryIO = open(path, "r+b" if path.exists() else "w+b")  # noqa: SIM115
        except OSError as error:
            why = error.strerror or str(error)
            raise UsageError(say(lang, "screening.cannot-write", file=path, why=why)) from error
        try:
            self._hold()
            if not (self._is_ours() and resume and self._fits(asked)):
                self._file.seek(0)
                self._file.truncate()
                self._file.write(json.dumps(dict(asked)).encode() + b"\n")
                self._file.flush()
        except BaseException:
            self._file.close()
            raise
        self._synced = time.monotonic()

    def kept(self) -> Iterator[list[Fields]]:
        """The chunks decided before; what is behind the last whole one is cut off."""
        end = self._file.tell()
        while True:
            prefix = self._file.read(_PREFIX)
            length = int.from_bytes(prefix[:4], "big")
            content = self._file.read(length) if len(prefix) == _PREFIX and length < _LARGEST_FRAME else b""
            if (
                len(content) < length
                or not content
                or zlib.crc32(content) != int.from_bytes(prefix[4:], "big")
            ):
                break
            end = self._file.tell()
            yield [tuple(row) for row in json.loads(zlib.decompress(content))]
        self._file.seek(end)
        self._file.truncate()

    def append(self, rows: list[Fields]) -> None:
        """Keep a chunk."""
        content = zlib.compress(json.dumps(rows, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1)
        prefix = len(content).to_bytes(4, "big") + zlib.crc32(content).to_bytes(4, "big")
        self._file.write(prefix + content)
        self._file.flush()
        if time.monotonic() - self._synced > _SECONDS_BETWEEN_SYNCS:  # against a power cut
            os.fsync(self._file.fileno())
            self._synced = time.monotonic()

    def close(self, done: bool) -> None:
        """Let go of it, and remove it when it is of no more use."""
        if done:
            with suppress(OSError):
                self.path.unlink()
        self._file.close()

    def _hold(self) -> None:
        try:
            import fcntl
        except ImportError:  # not on Windows
            return
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise UsageError(say(self._lang, "screening.output-in-use", file=self.path)) from error

    def _is_ours(self) -> bool:
        """Whether there is something to go on with; afterwards the file is at its first frame."""
        line = self._file.readline(_HEADER_BYTES)
        if not line.endswith(b"\n") and len(line) < _HEADER_BYTES:
            if not (line.startswith(_OURS) or _OURS.startswith(line)):
                raise UsageError(say(self._lang, "screening.resume-foreign", file=self.path))
            return False  # killed before it was written
        if not line.startswith(_OURS):
            raise UsageError(say(self._lang, "screening.resume-foreign", file=self.path))
        self._before = dict(json.loads(line))
        return True

    def _fits(self, asked: Mapping[str, str]) -> bool:
        """Raises UsageError if what was asked before is something else."""
        changed = [
            f"{name} ({self._before.get(name, '–')} → {asked.get(name, '–')})"
            for name in sorted({*self._before, *asked})
            if self._before.get(name) != asked.get(name)
        ]
        if changed:
            raise UsageError(
                say(self._lang, "screening.resume-changed", file=self.path, changed="; ".join(changed))
            )
        return True
