"""The bytes of a file or of standard input: read as often as needed, unpacked on the way, never too many."""

from __future__ import annotations

import bz2
import gzip
import hashlib
import io
import lzma
import shutil
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from stofgroep.errors import UsageError
from stofgroep.wording import say

PACKINGS = {".gz": "gzip", ".bz2": "bz2", ".xz": "xz", ".zst": "zstd"}
"""Suffix → name of the compression."""

_MAGIC = (
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bz2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
)
_BLOCK = 1 << 20
_BROKEN = (EOFError, OSError, zlib.error, lzma.LZMAError, ValueError)


@dataclass(frozen=True)
class ReadLimits:
    """How much a file may hold. A file of one's own has no limit: it is read as a stream.

    ``unpacked_bytes`` : of a compressed text file, or of all parts of an XLSX file together
    """

    unpacked_bytes: int | None = None


@dataclass(frozen=True)
class Source:
    """A file that can be read again from its beginning; one reading at a time.

    ``name`` : as the user knows it, without the suffix of its compression
    """

    name: str
    packing: str | None
    limits: ReadLimits
    lang: str
    _file: BinaryIO

    def raw(self) -> BinaryIO:
        """The bytes as they are; not to be closed."""
        self._file.seek(0)
        return self._file

    def open(self) -> io.BufferedReader:
        """The bytes, unpacked.

        While reading, UsageError is raised where the compression is broken or the limit is passed.
        """
        self._file.seek(0)
        return io.BufferedReader(_Unpacked(self), _BLOCK)

    def sha256(self) -> str:
        """The SHA-256 of the bytes as they are."""
        return hashlib.file_digest(self.raw(), "sha256").hexdigest()  # type: ignore[arg-type]

    def head(self, size: int) -> bytes:
        """The first bytes, unpacked."""
        with self.open() as file:
            return file.read(size)


class _Unpacked(io.RawIOBase):
    def __init__(self, source: Source) -> None:
        self._source = source
        self._stream: Any = _unpacking(source.packing, source._file)
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer."""
        source = self._source
        try:
            block = self._stream.read(len(buffer))
        except _BROKEN as error:
            if source.packing is None:
                raise
            raise UsageError(
                say(
                    source.lang,
                    "screening.packing-broken",
                    file=source.name,
                    packing=source.packing,
                    why=error,
                )
            ) from error
        self._count += len(block)
        most = source.limits.unpacked_bytes
        if most is not None and self._count > most:
            raise UsageError(say(source.lang, "screening.unpacked-too-large", file=source.name, most=most))
        buffer[: len(block)] = block
        return len(block)


def packing_error(name: str, packing: str | None, why: str, lang: str) -> UsageError:
    """That a file cannot be unpacked."""
    return UsageError(say(lang, "screening.packing-broken", file=name, packing=packing, why=why))


def _unpacking(packing: str | None, file: BinaryIO) -> Any:
    match packing:
        case "gzip":
            return gzip.GzipFile(fileobj=file, mode="rb")
        case "bz2":
            return bz2.BZ2File(file)
        case "xz":
            return lzma.LZMAFile(file)
        case "zstd":
            import pyarrow as pa

            return pa.CompressedInputStream(pa.PythonFile(_Kept(file), mode="r"), "zstd")
    return file


class _Kept:
    """A file that stays open when whoever reads or writes it closes it."""

    def __init__(self, file: BinaryIO) -> None:
        self.read = file.read
        self.write = file.write
        self.flush = file.flush
        self.closed = False

    def close(self) -> None:
        """Nothing."""


@contextmanager
def packed(file: BinaryIO, packing: str | None) -> Iterator[BinaryIO]:
    """A stream whose bytes are compressed into ``file``; the same bytes every time."""
    match packing:
        case "gzip":
            with gzip.GzipFile("", "wb", 6, file, mtime=0) as stream:
                yield stream  # type: ignore[misc]
        case "bz2":
            with bz2.BZ2File(file, "wb") as bz2_stream:
                yield bz2_stream  # type: ignore[misc]
        case "xz":
            with lzma.LZMAFile(file, "wb") as xz_stream:
                yield xz_stream  # type: ignore[misc]
        case "zstd":
            import pyarrow as pa

            with pa.CompressedOutputStream(pa.PythonFile(_Kept(file), mode="w"), "zstd") as zstd_stream:
                yield zstd_stream
        case _:
            yield file


def packing_of(name: str) -> str | None:
    """The compression that a file name says."""
    return PACKINGS.get(Path(name).suffix.lower())


def unpacked_name(name: str) -> str:
    """A file name without the suffix of a compression."""
    return str(Path(name).with_suffix("")) if packing_of(name) else name


@contextmanager
def open_source(
    source: Path | BinaryIO, lang: str, limits: ReadLimits | None = None, name: str | None = None
) -> Iterator[Source]:
    """Open a file, or a stream of bytes that can be read only once (a copy of it is made on disk).

    Raises
    ------
    UsageError : if it cannot be opened
    """
    shown = name or (source.name if isinstance(source, Path) else "-")
    with _rewindable(source, lang) as file:
        head = file.read(8)
        packing = next((packing for magic, packing in _MAGIC if head.startswith(magic)), None)
        if packing is None and packing_of(shown) is not None and head:
            why = say(lang, "screening.starts-otherwise")
            raise packing_error(shown, packing_of(shown), why, lang)
        yield Source(unpacked_name(shown), packing, limits or ReadLimits(), lang, file)


@contextmanager
def _rewindable(source: Path | BinaryIO, lang: str) -> Iterator[BinaryIO]:
    if isinstance(source, Path):
        try:
            file = source.open("rb")
        except OSError as error:
            why = error.strerror or str(error)
            raise UsageError(say(lang, "screening.cannot-open", file=source, why=why)) from error
        with file:
            if file.seekable():
                yield file
                return
            with _copy(file) as copy:
                yield copy
    else:
        with _copy(source) as copy:
            yield copy


@contextmanager
def _copy(stream: BinaryIO) -> Iterator[BinaryIO]:
    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(stream, copy)
        copy.seek(0)
        yield copy
