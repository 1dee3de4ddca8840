"""What was decided is there again after any interruption, chunk by whole chunk."""

from pathlib import Path

import pytest

from stofgroep.errors import UsageError
from stofgroep.screening.journal import Journal, journal_path

ASKED = {"stofgroep": "1.0", "--date": "2026-11-23", "rows": "750"}
CHUNKS = [[(f"not-listed {n}", "", f"„{chunk}”", "\ud800") for n in range(250)] for chunk in range(3)]


def written(path: Path) -> bytes:
    journal = Journal(path, ASKED, False, "en")
    assert list(journal.kept()) == []
    for chunk in CHUNKS:
        journal.append(chunk)
    journal.close(done=False)
    return path.read_bytes()


def test_what_was_kept_comes_back_and_more_can_follow(tmp_path: Path) -> None:
    path = tmp_path / "a.resume"
    written(path)
    for times in (1, 2):
        journal = Journal(path, ASKED, True, "en")
        assert list(journal.kept()) == CHUNKS * times
        for chunk in CHUNKS:
            journal.append(chunk)
        journal.close(done=False)
        if times == 1:
            continue
    journal = Journal(path, ASKED, True, "en")
    assert len(list(journal.kept())) == 9
    journal.close(done=True)
    assert not path.exists()


def test_cut_off_anywhere_whole_chunks_are_left(tmp_path: Path) -> None:
    path = tmp_path / "a.resume"
    content = written(path)
    header = content.index(b"\n") + 1
    size = (len(content) - header) // 3
    for cut in [*range(0, len(content), 41), header - 1, header, header + 1, header + 8, len(content) - 1]:
        path.write_bytes(content[:cut])
        journal = Journal(path, ASKED, True, "en")
        kept = list(journal.kept())
        assert kept == CHUNKS[: len(kept)]
        assert abs(len(kept) - (cut - header) / size) < 1.5
        journal.append(CHUNKS[len(kept)])
        journal.close(done=False)
        journal = Journal(path, ASKED, True, "en")
        assert list(journal.kept()) == CHUNKS[: len(kept) + 1]
        journal.close(done=False)


def test_damage_ends_what_is_believed(tmp_path: Path) -> None:
    path = tmp_path / "a.resume"
    content = bytearray(written(path))
    header = content.index(b"\n") + 1
    length = int.from_bytes(content[header : header + 4], "big")
    content[header + 8 + length + 20] ^= 1  # in the second chunk
    path.write_bytes(content)
    journal = Journal(path, ASKED, True, "en")
    assert list(journal.kept()) == CHUNKS[:1]
    journal.close(done=False)


def test_another_question_is_refused_and_says_what_differs(tmp_path: Path) -> None:
    path = tmp_path / "a.resume"
    before = written(path)
    with pytest.raises(UsageError, match=r"--date \(2026-11-23 → 2026-11-24\)"):
        Journal(path, ASKED | {"--date": "2026-11-24"}, True, "en")
    with pytest.raises(UsageError, match=r"--lists \(– → no\)"):
        Journal(path, ASKED | {"--lists": "no"}, True, "en")
    assert path.read_bytes() == before


def test_without_asking_to_go_on_it_begins_again(tmp_path: Path) -> None:
    path = tmp_path / "a.resume"
    written(path)
    journal = Journal(path, ASKED | {"--date": "2026-11-24"}, False, "en")
    assert list(journal.kept()) == []
    journal.close(done=False)


@pytest.mark.parametrize("content", [b"notes\n", b"notes", b"{}\n", b"\0" * 3_000_000])
@pytest.mark.parametrize("resume", [True, False])
def test_a_file_of_somebody_else_is_left_alone(tmp_path: Path, content: bytes, resume: bool) -> None:
    path = tmp_path / "a.resume"
    path.write_bytes(content)
    with pytest.raises(UsageError, match="no progress file"):
        Journal(path, ASKED, resume, "en")
    assert path.read_bytes() == content


def test_one_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "a.resume"
    journal = Journal(path, ASKED, False, "en")
    with pytest.raises(UsageError, match="another process"):
        Journal(path, ASKED, True, "en")
    journal.close(done=True)


def test_it_stands_beside_what_a_link_points_to(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "out.csv").symlink_to(tmp_path / "far" / "real.csv")
    assert journal_path(tmp_path / "out.csv") == tmp_path / "far" / "real.csv.resume"
