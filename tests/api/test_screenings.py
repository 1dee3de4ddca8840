"""A file goes in, and comes back in its own format with every row once."""

import csv
import io

import pytest
from serving import TWO_MMC, Server, faults

SG = ["sg_outcome", "sg_list", "sg_group", "sg_entry", "sg_certain", "sg_reason", "sg_all"]


def result(server: Server, status: dict[str, object]) -> str:
    answer = server.client.get(str(status["result"]))
    assert answer.status_code == 200
    return answer.content.decode("utf-8-sig")


def test_a_csv_comes_back_with_its_columns_and_delimiter(server: Server) -> None:
    content = f'monster;smiles;opmerking\r\n1;{TWO_MMC};"wit; poeder"\r\n2;CCO;\r\n3;;leeg\r\n'
    status = server.screen("lab.csv", content.encode())
    assert (status["state"], status["rows"], status["rows_done"]) == ("done", 3, 3)
    assert status["outcomes"] == {"listed": 1, "not-listed": 1, "not-assessed": 1}
    text = result(server, status)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert rows[0] == ["monster", "smiles", "opmerking", *SG]
    assert [row[:5] for row in rows[1:]] == [
        ["1", TWO_MMC, "wit; poeder", "listed", "IA"],
        ["2", "CCO", "", "not-listed", ""],
        ["3", "", "leeg", "not-assessed", ""],
    ]
    assert rows[3][8].startswith("missing: ")
    assert text.count("\r\n") == 4


def test_the_result_is_that_of_the_command(server: Server) -> None:
    from cli_screening import screened  # beside this file

    content = f"id,smiles\na,{TWO_MMC}\nb,CCO\nc,rubbish\nd,CNC(C)C(=O)c1cccc(C)c1\n".encode()
    assert result(server, server.screen("x.csv", content)) == screened(content, "x.csv")


def test_a_tsv_stays_one(server: Server) -> None:
    status = server.screen("lab.TSV", b"smiles\tid\nCCO\t7\n")
    answer = server.client.get(status["result"])
    assert answer.headers["Content-Type"].startswith("text/tab-separated-values")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="screening.tsv"'
    assert answer.text.splitlines()[1].split("\t")[:3] == ["CCO", "7", "not-listed"]


def test_a_smi_comes_back_as_one_with_a_title_line(server: Server) -> None:
    content = f"{TWO_MMC} L-1\n*C.CNC(C)C(=O)c1ccccc1 |m:0:9.10.11| L-2\n"
    status = server.screen("lab.smi", content.encode())
    answer = server.client.get(status["result"])
    assert answer.headers["Content-Disposition"] == 'attachment; filename="screening.smi"'
    header, first, second = (line.split("\t") for line in answer.text.splitlines())
    assert header == ["smiles", "id", *SG]
    assert first[:4] == [TWO_MMC, "L-1", "listed", "IA"]
    assert second[:2] == ["*C.CNC(C)C(=O)c1ccccc1 |m:0:9.10.11|", "L-2"]


def test_options_are_those_of_the_form(server: Server) -> None:
    content = f"{TWO_MMC};CCO\n".encode("utf-16")
    status = server.screen("a.csv", content, column="2", header="false", delimiter=";", lang="en")
    assert status["outcomes"] == {"not-listed": 1}
    assert status["lang"] == "en"


def test_what_is_screened_can_be_removed(server: Server) -> None:
    answer = server.upload("a.csv", b"smiles\nCCO\n")
    location = answer.headers["Location"]
    assert location == f"/v1/screenings/{answer.json()['id']}"
    server.finished(location)
    assert server.client.delete(location).status_code == 204
    for path in (location, f"{location}/result"):
        assert server.client.get(path).status_code == 404
    assert answer.json()["id"] not in [p.name for p in (server.folder / "data" / "screenings").iterdir()]


def test_there_is_no_result_before_the_end(server: Server) -> None:
    answer = server.upload("a.csv", ("smiles\n" + f"{TWO_MMC}\n" * 4000).encode())
    location = answer.headers["Location"]
    assert server.client.get(f"{location}/result").status_code == 409
    assert server.client.delete(location).status_code == 204


@pytest.mark.parametrize(
    "name",
    [
        "../../../../tmp/evil.csv",
        "..\\..\\evil.csv",
        "/etc/cron.d/evil.csv",
        "a\x00b.csv",
        "C:evil.csv",
        ".csv",
    ],
)
def test_a_file_name_is_never_used_on_disk(server: Server, name: str) -> None:
    status = server.screen(name, b"smiles\nCCO\n")
    assert status["outcomes"] == {"not-listed": 1}
    found = [path.name for path in (server.folder / "data").rglob("*")]
    assert not [name for name in found if "evil" in name or "a\x00b" in name]
    folder = server.folder / "data" / "screenings" / status["id"]
    assert sorted(path.name for path in folder.iterdir()) == ["result"]


def test_a_formula_stays_what_it_was_and_none_is_added(server: Server) -> None:
    content = b"smiles,note\nCCO,=cmd|' /C calc'!A0\n=1+1,+x\n"
    rows = list(csv.reader(io.StringIO(result(server, server.screen("f.csv", content, column="smiles")))))
    assert [row[:2] for row in rows[1:]] == [["CCO", "=cmd|' /C calc'!A0"], ["=1+1", "+x"]]
    assert not [cell for row in rows[1:] for cell in row[2:] if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize(
    ("name", "content", "wanted"),
    [
        ("a.xlsx", b"PK\x03\x04" + b"\0" * 5000, "upload.xlsx"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 5000, "xls"),
        ("a.parquet", b"PAR1" + b"\0" * 5000, "Parquet"),
        ("a.ndjson", b'{"smiles": "CCO"}\n[1]\n', "line 2"),
        ("a.csv", b"", "empty"),
        ("a.csv", b"smiles\nCC\xffO\n", "encoding"),
        ("a.csv", b"a,b\n1,2\n", "column"),
        ("a.csv", b'smiles\n"CCO\n', "CSV"),
        ("a.csv", b"smiles,x\nCCO,1,2\n", "cells"),
        ("a.csv", b"smiles,sg_outcome\nCCO,listed\n", "earlier"),
        ("a.csv", b"\x00\x01\x02\x03", "column"),
        ("a.csv.gz", b"\x1f\x8b\x08\x00", "gzip"),
    ],
)
def test_a_file_that_cannot_be_screened_is_refused_with_the_reason(
    server: Server, name: str, content: bytes, wanted: str
) -> None:
    answer = server.client.post(
        "/v1/screenings", files={"file": (name, content)}, headers={"Accept-Language": "en"}
    )
    assert answer.status_code == 400
    reason = faults(answer)["file"]
    assert wanted in reason
    assert "--" not in reason


def test_all_faults_of_a_form_are_told_at_once(server: Server) -> None:
    fields = {"date": "soon", "law": "../x.toml", "lists": "perhaps", "delimiter": "ab", "encoding": "a b"}
    answer = server.client.post("/v1/screenings", files={"other": b"x"}, data=fields)
    assert answer.status_code == 400
    assert set(faults(answer)) == {"file", "date", "law", "lists", "delimiter", "encoding"}


def test_an_unknown_field_is_a_fault(server: Server) -> None:
    answer = server.upload("a.csv", b"smiles\nCCO\n", colum="smiles")
    assert answer.status_code == 400
    assert list(faults(answer)) == ["form"]


@pytest.mark.parametrize("id", ["0" * 32, "f" * 32])
def test_what_is_not_there_is_not_found(server: Server, id: str) -> None:
    assert server.client.get(f"/v1/screenings/{id}").status_code == 404


@pytest.mark.parametrize("id", ["1", "..%2f..%2fetc", "0" * 31, "G" * 32])
def test_what_is_no_id_is_refused(server: Server, id: str) -> None:
    assert server.client.get(f"/v1/screenings/{id}").status_code in (400, 404)
