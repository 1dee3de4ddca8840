"""Verdicts: the decision for a structure on a day, with its reasons."""

from __future__ import annotations

import datetime as dt

from stofgroep.law import Law
from stofgroep.verdict.decide import Decider
from stofgroep.verdict.model import Outcome, Row, Verdict
from stofgroep.verdict.serialise import as_dict

__all__ = ["Decider", "Outcome", "Row", "Verdict", "as_dict", "check"]


def check(
    text: str,
    *,
    date: dt.date | str | None = None,
    law: str = "nl",
    lists: bool = True,
    lang: str = "nl",
    id: str = "",
    explain: bool = False,
) -> Verdict:
    """Decide one structure.

    Parameters
    ----------
    text : SMILES (with CXSMILES extension), InChI or molblock
    date : the day of the law, or that day as ISO text; today when None
    law : "nl", another law of the package, or the path of a definition file
    lists : whether the lists of named substances count
    lang : "nl" or "en"
    id : the user's own id, handed back
    explain : also say how near the structure comes to groups it is no member of

    Raises
    ------
    UnknownLawError, DefinitionError, UsageError : never for the structure itself
    """
    return Decider(Law.at(date, law, lists), lang).verdict(text, id, explain)
