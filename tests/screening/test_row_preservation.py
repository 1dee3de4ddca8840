"""Whatever a file holds, every row and every cell comes back, in order and unchanged."""

import csv
import io
import tempfile
from pathlib import Path
from unittest.mock import patch

from echo_decider import Echo
from hypothesis import given, settings
from hypothesis import strategies as st

from stofgroep.screening.columns import SG_COLUMNS
from stofgroep.screening.formats import opening
from stofgroep.screening.formats.model import Chunk, ReadAs
from stofgroep.screening.formats.opening import open_table
from stofgroep.screening.formats.result import result_form, writing
from stofgroep.screening.run import screen_table

# A byte order mark inside the text would be one at its start; lone surrogates cannot be written to a file.
CELLS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff"), max_size=12
) | st.sampled_from(
    ["", " ", "\n", "\r", "\r\n", '"', '""', ",", ";", "\t", "NA", "007", "=1+1", "#", "a,b\n", "'", "\\"]
)


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    width = draw(st.integers(1, 4))
    row = st.lists(CELLS, min_size=width, max_size=width)
    names = draw(
        st.lists(
            CELLS.filter(lambda name: name.strip() and "sg_" not in name.lower()),
            min_size=width,
            max_size=width,
        )
    )
    return [names, *draw(st.lists(row, max_size=8))]


@settings(deadline=None)
@given(
    table=tables(),
    delimiter=st.sampled_from([",", ";", "\t", "|"]),
    line_end=st.sampled_from(["\n", "\r\n"]),
    bom=st.booleans(),
    jobs=st.just(0),
)
def test_rows_and_cells_survive(
    table: list[list[str]], delimiter: str, line_end: str, bom: bool, jobs: int
) -> None:
    given_text = io.StringIO(newline="")
    csv.writer(given_text, delimiter=delimiter, lineterminator=line_end, quoting=csv.QUOTE_ALL).writerows(
        table
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "in.csv"
        path.write_bytes(given_text.getvalue().encode("utf-8-sig" if bom else "utf-8"))
        out = io.BytesIO()
        with open_table(path, ReadAs(delimiter=delimiter), "en") as opened:
            result = result_form(opened, None, None, "en")
            with writing(out, opened, result, "en") as writer:
                summary = screen_table(opened, 0, None, writer, Echo(), jobs)
    text = out.getvalue().decode("utf-8-sig")
    assert out.getvalue().startswith("\ufeff".encode()) == bom
    read_back = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    assert [row[: len(table[0])] for row in read_back] == table
    assert read_back[0][len(table[0]) :] == list(SG_COLUMNS)
    assert {len(row) for row in read_back} == {len(table[0]) + len(SG_COLUMNS)}
    assert summary.rows == len(table) - 1


def chunk_rows(chunk: Chunk, width: int) -> list[tuple[str, ...]]:
    return list(zip(*(chunk.texts(column) for column in range(width)), strict=True))


@settings(deadline=None, max_examples=50)
@given(
    table=tables().filter(lambda table: len(table) > 1),
    target=st.sampled_from(["out.ndjson", "out.parquet", "out.xlsx"]),
)
def test_rows_and_cells_survive_in_another_format(table: list[list[str]], target: str) -> None:
    text = io.StringIO(newline="")
    names = [f"{number}{name}" for number, name in enumerate(table[0])]  # no name twice
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows([names, *table[1:]])
    out = io.BytesIO()
    with tempfile.TemporaryDirectory() as folder:
        path, back = Path(folder) / "in.csv", Path(folder) / target
        path.write_bytes(text.getvalue().encode())
        with (
            open_table(path, ReadAs(delimiter=","), "en") as opened,
            writing(out, opened, result_form(opened, None, Path(target), "en"), "en") as writer,
        ):
            screen_table(opened, 0, None, writer, Echo(), 0)
        back.write_bytes(out.getvalue())
        # a result is refused as input, which is not what is tested here
        with patch(f"{opening.__name__}.refuse_own_columns"), open_table(back, ReadAs(), "en") as found:
            rows = [
                row
                for chunk in found.chunks()
                for row in zip(*map(chunk.texts, range(len(names))), strict=True)
            ]
    assert list(found.header[: len(names)]) == names
    assert [list(row) for row in rows] == table[1:]
