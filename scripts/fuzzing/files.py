"""Any bytes as a file: every row comes back, or the file is refused as :class:`UsageError`."""

from __future__ import annotations

import io

from stofgroep.errors import UsageError
from stofgroep.screening.formats.model import ReadAs
from stofgroep.screening.formats.opening import open_table

_STARTS = (
    b"",
    b"smiles,id\nCCO,1\n",
    b'smiles;id\r\n"CC\nO";1\r\n',
    b"CCO\tethanol\n",
    b"\xef\xbb\xbfsmiles\nC\n",
    b"\xff\xfes\x00m\x00i\x00l\x00e\x00s\x00\n\x00C\x00\n\x00",
    b"\x1f\x8b\x08\x00",
    b"PK\x03\x04",
    b"PAR1",
    b'{"smiles": "C"}\n',
)


def try_one(data: bytes) -> None:
    """One file, read to its end."""
    content = _STARTS[data[0] % len(_STARTS)] + data[1:] if data else b""
    try:
        with open_table(io.BytesIO(content), ReadAs(), "nl") as table:
            rows = sum(1 for _ in table.texts(*range(len(table.header))))
    except UsageError:
        return
    if rows != table.count:
        raise AssertionError(f"{table.count} rows counted, {rows} read")
