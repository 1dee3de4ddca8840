"""Comparing with the official text: a sample in the shape of the public toestand XML."""

from __future__ import annotations

import datetime as dt

import pytest

from stofgroep.errors import UsageError
from stofgroep.law.audit import AuditReport, audit, how_to_get
from stofgroep.law.lists import Lists

DATE = dt.date(2016, 6, 1)


def row(*cells: str) -> str:
    return "<row>" + "".join(f"<entry><al>{cell}</al></entry>" for cell in cells) + "</row>"


def table(*rows: str) -> str:
    head = "<thead>" + row("Internationale benaming", "andere benamingen", "nadere omschrijving") + "</thead>"
    return (
        f'<table frame="all"><tgroup cols="3"><colspec colname="1"/>{head}'
        f"<tbody>{''.join(rows)}</tbody></tgroup></table>"
    )


def sample(first: str, second: str) -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<toestand xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" bwb-id="BWBR0001941"
  inwerkingtreding="2016-06-01" xsi:noNamespaceSchemaLocation="toestand_2016-1.xsd">
 <wetgeving soort="wet" dtdversie="1.0"><intitule>Wet</intitule>
  <wet-besluit><wettekst><artikel><kop><label>Artikel</label><nr>2</nr></kop>
   <al>Een middel van lijst I of lijst II is bedoeld in artikel 2.</al></artikel></wettekst></wet-besluit>
  <bijlage id="b1" status="goed"><kop><label>Lijst</label> <nr>I</nr>
    <titel>behorende bij de Opiumwet</titel></kop>
   <al>Aanhef</al>{first}<lijst><li><al>Slotzin over <nadruk type="cur">esters</nadruk> en ethers.</al></li>
   </lijst></bijlage>
  <bijlage id="b1a"><kop><label>Lijst</label> <nr>IA</nr></kop><al>Stofgroep 1: iets.</al>{table(row("x"))}
  </bijlage>
  <bijlage id="b2"><kop><titel>Lijst II behorende bij de Opiumwet</titel></kop>{second}</bijlage>
  <bijlage id="b3"><kop><titel>Iets anders</titel></kop>{table(row("niet van een lijst"))}</bijlage>
 </wetgeving></toestand>""".encode()


GOOD_I = table(
    row("aaa", "–", "omschrijving"),
    row("–", "bbb", ""),
    row("–", "CCC (andere naam)", ""),
    row("fff", "–", ""),
    row("ggg", "–", ""),
    row("ecgonine", "–", ""),
    row("–", "tetrahydrocannabinol, THC", "iets"),
)
GOOD_II = table(row("–", "DDD", "plant"), row("eee", "–", "–"), row("", "–", ""))


def report(small: Lists, first: str = GOOD_I, second: str = GOOD_II) -> AuditReport:
    return audit(sample(first, second), DATE, small)


def test_a_text_that_agrees(small: Lists) -> None:
    found = report(small)
    assert found.differences == ()
    assert found.agrees
    assert [key for key, _ in found.matched] == [
        "aaa",
        "bbb",
        "ccc",
        "fff",
        "ggg",
        "ecgonine",
        "tetrahydrocannabinol",
        "ddd",
        "eee",
    ]
    assert found.state == DATE
    assert found.text_ia == ("Stofgroep 1: iets.", "x")
    assert found.closing_text == ("Aanhef", "Slotzin over esters en ethers.")


def test_every_kind_of_difference(small: Lists) -> None:
    first = GOOD_I.replace(row("aaa", "–", "omschrijving"), row("nieuw", "–", "")).replace(
        row("–", "CCC (andere naam)", ""), ""
    )
    second = GOOD_II.replace(row("eee", "–", "–"), row("eee", "–", "–") + row("ccc", "–", ""))
    found = report(small, first, second)
    assert not found.agrees
    assert [(d.kind, d.list, d.key) for d in found.differences] == [
        ("only-official", "I", None),
        ("other-list", "II", "ccc"),
        ("only-ours", "I", "aaa"),
    ]
    assert found.differences[0].official is not None
    assert found.differences[0].official.cells == ("nieuw", "–", "")


def test_an_uncertain_row_is_settled_by_the_text(small: Lists) -> None:
    found = audit(sample(GOOD_I, GOOD_II), dt.date(2011, 1, 1), small)
    assert found.uncertain == ("bbb",)
    without = GOOD_I.replace(row("–", "bbb", ""), "")
    found = audit(sample(without, GOOD_II), dt.date(2011, 1, 1), small)
    assert found.uncertain == ()
    assert "bbb" not in [d.key for d in found.differences]  # not there yet: no contradiction


def test_namespaces_and_nesting_do_not_matter(small: Lists) -> None:
    text = sample(GOOD_I, GOOD_II).decode().replace("<toestand ", '<toestand xmlns="http://example.nl/x" ')
    text = text.replace("<tbody>", "<tbody><!-- iets -->").replace("<al>aaa</al>", "<al><b>aaa</b></al>")
    assert audit(text.encode(), DATE, small).agrees


def test_headings_as_paragraphs_are_understood(small: Lists) -> None:
    text = f"<wet><al>Lijst I</al>{GOOD_I}<al>Lijst II.</al>{GOOD_II}</wet>"
    assert audit(text.encode(), DATE, small).agrees


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no XML"),
        (b"not xml at all", "no XML"),
        (b"<a><b></a>", "no XML"),
        (b"<wet><al>Lijst I</al></wet>", "no table of lijst I or II"),
        (b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "entities"),
        (b"<a>" + b" " * 50_000_001 + b"</a>", "larger than"),
    ],
)
def test_what_is_no_official_text_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        audit(content, DATE)


def test_the_real_lists_agree_with_their_own_names(lists: Lists) -> None:
    date = dt.date(2026, 1, 28)
    rows = {"I": "", "II": ""}
    for entry in lists.entries:
        if entry.force.certain(date):
            rows[entry.list] += row(entry.inn or "–", ", ".join(entry.names[:1]).replace("&", "&amp;"), "")
    found = audit(sample(table(rows["I"]), table(rows["II"])), date, lists)
    assert found.differences == ()
    assert len(found.matched) > 330


def test_how_to_get_the_file() -> None:
    for lang in ("nl", "en"):
        text = how_to_get(lang, DATE)
        assert "wetten.overheid.nl/BWBR0001941/2016-06-01" in text
        assert "XML" in text
