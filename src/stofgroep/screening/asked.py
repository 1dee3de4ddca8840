"""What a screening was asked, by name: a journal of another question is not gone on with."""

from __future__ import annotations

import hashlib
import json

from rdkit import rdBase

from stofgroep import __version__
from stofgroep.law import Law
from stofgroep.screening.formats.model import ReadAs, Table
from stofgroep.screening.formats.result import ResultForm
from stofgroep.screening.formats.source import Source
from stofgroep.screening.rows import LawSettings


def asked_for(
    source: Source,
    table: Table,
    how: ReadAs,
    column: int,
    settings: LawSettings,
    law: Law,
    result: ResultForm,
) -> dict[str, str]:
    """Everything that the decisions and the output depend on."""
    law_files = hashlib.sha256(json.dumps(law.files, sort_keys=True).encode()).hexdigest()
    return {
        "stofgroep": __version__,
        "rdkit": str(rdBase.rdkitVersion),
        "input": source.sha256(),
        "format": table.form,
        "rows": str(table.count),
        "--column": f"{column + 1}: {table.header[column]}"[:200],
        "--no-header": str(not how.header),
        "--delimiter": str(how.delimiter),
        "--encoding": str(how.encoding),
        "--sheet": str(how.sheet),
        "--law": settings.law,
        "law-files": law_files,
        "--date": settings.date.isoformat(),
        "--no-lists": str(not settings.lists),
        "--lang": settings.lang,
        "output": f"{result.form} {result.packing or ''}".strip(),
    }
