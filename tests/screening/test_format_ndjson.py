"""NDJSON: objects stay as they were written, with keys of ours behind their own."""

import json
from pathlib import Path

import pytest
from screened_files import SG, echoed, ours

from stofgroep.errors import UsageError
from stofgroep.screening.formats.model import ReadAs


def added(structure: str) -> str:
    return json.dumps(ours(structure), separators=(",", ":"))[1:]


def test_objects_keep_their_text_and_order(tmp_path: Path) -> None:
    file = tmp_path / "a.ndjson"
    lines = [
        '{"n": 1.50, "smiles": "CCO" , "deep": {"b": [1, null], "a": 1e400}',
        '{"smiles":"CC\\u004e","name":"é","big":123456789012345678901234567890',
        '{"smiles": null',
        '{"n": "=1+1"',
    ]
    file.write_text("\n".join(f"{line}}}" for line in lines) + "\n\n", "utf-8")
    structures = ["CCO", "CCN"]
    result = echoed(file).decode().splitlines()
    assert result[:2] == [f"{line},{added(s)}" for line, s in zip(lines[:2], structures, strict=True)]
    assert [json.loads(line)["sg_reason"].partition(":")[0] for line in result] == [
        "CCO",
        "CCN",
        "missing",
        "missing",
    ]
    assert result[3].startswith('{"n": "=1+1",')
    assert list(json.loads(result[0]))[-7:] == list(SG)


def test_an_empty_object_is_a_row(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"smiles": "CCO"}\n{}\n{ }')
    assert [json.loads(line)["sg_outcome"] for line in echoed(file).splitlines()] == [
        "not-listed",
        "not-assessed",
        "not-assessed",
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"smiles": "CCN"', "line 2 is no valid JSON"),
        (b"[1]", "line 2 is no JSON object"),
        (b'"CCO"', "line 2 is no JSON object"),
        (b'{"smiles": "CCN", "smiles": "CCO"}', "twice"),
        (b"[" * 100_000, "line 2 is no valid JSON"),
        (b"9" * 10_000, "line 2 is no valid JSON"),
        (b'{"smiles": "CC\xffO"}', "--encoding"),
        (b"\x00", "line 2 is no valid JSON"),
        (b'{"smiles": "CCN", "sg_list": "I"}', "earlier screening"),
    ],
)
def test_a_line_that_is_wrong_is_said_before_anything_is_decided(
    tmp_path: Path, line: bytes, said: str
) -> None:
    file = tmp_path / "a.ndjson"
    file.write_bytes(b'{"smiles": "CCO"}\n' + line + b"\n")
    with pytest.raises(UsageError, match=said):
        echoed(file)


def test_a_lone_surrogate_is_no_reason_to_stop(tmp_path: Path) -> None:
    file = tmp_path / "a.ndjson"
    file.write_text('{"smiles": "C\\ud800C"}\n')
    for target in (None, "a.csv", "a.xlsx", "a.parquet"):
        assert echoed(file, target)


def test_objects_may_have_different_keys_when_converted(tmp_path: Path) -> None:
    file = tmp_path / "a.ndjson"
    file.write_text('{"smiles": "CCO", "a": [1, {"b": null}]}\n{"c": true, "smiles": "CCN", "d": -2.5}\n')
    first, second = echoed(file, "out.csv").decode().splitlines()[1:]
    assert first.startswith('CCO,"[1, {""b"": null}]",,,not-listed,')
    assert second.startswith("CCN,,true,-2.5,not-listed,")


def test_a_mark_at_the_start_stays(tmp_path: Path) -> None:
    file = tmp_path / "a.ndjson"
    file.write_bytes('\ufeff{"smiles": "CCO"}\n'.encode())
    assert echoed(file).startswith('\ufeff{"smiles": "CCO",'.encode())


def test_text_that_starts_with_a_brace_is_read_as_objects(tmp_path: Path) -> None:
    file = tmp_path / "unnamed"
    file.write_text('{"smiles": "CCO"}\n')
    assert json.loads(echoed(file, how=ReadAs()))["sg_reason"] == "CCO"
