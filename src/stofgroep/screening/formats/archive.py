"""The zip archive of an XLSX file, looked at before anything in it is unpacked."""

from __future__ import annotations

import zipfile

from stofgroep.errors import UsageError
from stofgroep.screening.formats.source import Source
from stofgroep.wording import say

_MOST_PARTS = 10_000
_MOST_BYTES = 4 * 1024**3
_MOST_BYTES_IN_MEMORY = 512 * 1024**2
"""Of one part that is read as a whole: texts, styles and the list of sheets."""
_MOST_TIMES = 200
_ALWAYS_FINE = 16 * 1024**2
"""Small parts may be packed as tightly as they like."""
_START = 4_096


def check_archive(source: Source) -> None:
    """Refuse an archive that is no workbook or unpacks to too much.

    The sizes it states are those that are unpacked: the library reads no further.

    Raises
    ------
    UsageError : saying what is wrong
    """
    try:
        with zipfile.ZipFile(source.raw()) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
                raise _broken(source, "zip")
            if any(part.flag_bits & 1 for part in parts):
                raise _broken(source, "encrypted")
            if len(parts) > _MOST_PARTS:
                raise _too_large(source)
            if sum(part.file_size for part in parts) > (source.limits.unpacked_bytes or _MOST_BYTES):
                raise _too_large(source)
            for part in parts:
                _check_part(source, archive, part)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise _broken(source, error) from error


def _check_part(source: Source, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    large = part.file_size > _ALWAYS_FINE
    if large and part.file_size > _MOST_TIMES * max(1, part.compress_size):
        raise _too_large(source)
    if part.file_size > _MOST_BYTES_IN_MEMORY and not part.filename.startswith("xl/worksheets/"):
        raise _too_large(source)
    if part.filename.endswith((".xml", ".rels")):
        with archive.open(part) as file:
            start = file.read(_START)
        if b"<!DOCTYPE" in start or b"<!ENTITY" in start:  # no workbook has these; they can grow when read
            raise _broken(source, "DOCTYPE")


def _too_large(source: Source) -> UsageError:
    return UsageError(say(source.lang, "screening.archive-too-large", file=source.name))


def _broken(source: Source, why: object) -> UsageError:
    return UsageError(say(source.lang, "screening.file-broken", file=source.name, form="XLSX", why=why))
