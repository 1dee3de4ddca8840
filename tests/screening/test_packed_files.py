"""Compressed text: in and out, in every compression, and nothing of a broken file is believed."""

import bz2
import gzip
import io
import lzma
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest
from screened_files import echoed

from stofgroep.errors import UsageError
from stofgroep.screening.formats.model import ReadAs
from stofgroep.screening.formats.opening import open_table
from stofgroep.screening.formats.source import ReadLimits

PLAIN = b"smiles,n\n" + b"".join(b"CC%sO,%d\n" % (b"C" * (n % 90), n) for n in range(2_000))


def zstd(content: bytes) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.CompressedOutputStream(sink, "zstd") as stream:
        stream.write(content)
    return sink.getvalue().to_pybytes()


def unzstd(content: bytes) -> bytes:
    return pa.CompressedInputStream(pa.BufferReader(content), "zstd").read()


PACKINGS: dict[str, tuple[Callable[[bytes], bytes], Callable[[bytes], bytes]]] = {
    "gz": (gzip.compress, gzip.decompress),
    "bz2": (bz2.compress, bz2.decompress),
    "xz": (lzma.compress, lzma.decompress),
    "zst": (zstd, unzstd),
}


@pytest.fixture(params=PACKINGS)
def suffix(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_a_packed_file_comes_back_packed_with_the_same_content(tmp_path: Path, suffix: str) -> None:
    pack, unpack = PACKINGS[suffix]
    plain, packed = tmp_path / "a.csv", tmp_path / f"a.csv.{suffix}"
    plain.write_bytes(PLAIN)
    packed.write_bytes(pack(PLAIN))
    assert unpack(echoed(packed)) == echoed(plain)
    assert echoed(packed) == echoed(packed)
    assert echoed(packed, "out.csv") == echoed(plain)
    assert unpack(echoed(plain, f"out.csv.{suffix}")) == echoed(plain)


def test_the_name_of_a_packed_file_need_not_say_so(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(PACKINGS[suffix][0](PLAIN))
    with open_table(file, ReadAs(), "en") as table:
        assert table.count == 2_000


def test_two_files_packed_one_behind_the_other_are_one(tmp_path: Path, suffix: str) -> None:
    pack = PACKINGS[suffix][0]
    file = tmp_path / f"a.csv.{suffix}"
    file.write_bytes(pack(b"smiles\nCCO\n") + pack(b"CCN\n"))
    with open_table(file, ReadAs(), "en") as table:
        assert next(table.chunks()).texts(0) == ["CCO", "CCN"]


@pytest.mark.parametrize("keep", [12, 0.5, 0.99])
def test_a_file_cut_off_is_an_error(tmp_path: Path, suffix: str, keep: float) -> None:
    file = tmp_path / f"a.csv.{suffix}"
    content = PACKINGS[suffix][0](PLAIN)
    file.write_bytes(content[: int(keep * len(content)) if keep < 1 else int(keep)])
    with pytest.raises(UsageError, match=r"a\.csv.* cannot be unpacked"):
        echoed(file)


def test_damage_is_an_error(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"a.csv.{suffix}"
    content = bytearray(PACKINGS[suffix][0](PLAIN))
    middle = len(content) // 2
    content[middle : middle + 40] = bytes(40)
    file.write_bytes(content)
    with pytest.raises(UsageError):
        echoed(file)


def test_text_that_calls_itself_packed_is_an_error(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"a.csv.{suffix}"
    file.write_bytes(PLAIN)
    with pytest.raises(UsageError, match="cannot be unpacked"):
        echoed(file)


def test_a_limit_on_what_it_unpacks_to(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"a.csv.{suffix}"
    file.write_bytes(PACKINGS[suffix][0](b"smiles\n" + b"CCO\n" * 1_000_000))
    with pytest.raises(UsageError, match="larger than 1000000 bytes"):
        echoed(file, limits=ReadLimits(unpacked_bytes=1_000_000))


def test_one_endless_line_does_not_fill_the_memory(tmp_path: Path) -> None:
    for name in ("a.csv.gz", "a.smi.gz", "a.sdf.gz", "a.ndjson.gz"):
        file = tmp_path / name
        packed = io.BytesIO()
        with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=1) as stream:
            stream.write(b"smiles\n")
            for _ in range(80):
                stream.write(b"C" * (1 << 20))
        file.write_bytes(packed.getvalue())
        with pytest.raises(UsageError, match=r"longer than 67108864|no valid JSON"):
            echoed(file)


@pytest.mark.parametrize("name", ["a.xlsx.gz", "a.parquet.gz"])
def test_what_is_compressed_inside_is_not_compressed_again(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(gzip.compress(b"PK\x03\x04" if "xlsx" in name else b"PAR1"))
    with pytest.raises(UsageError, match="compressed inside"):
        echoed(file)
    plain = tmp_path / "a.csv"
    plain.write_bytes(PLAIN)
    with pytest.raises(UsageError, match="compressed inside"):
        echoed(plain, name)
