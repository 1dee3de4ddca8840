"""Reference sets: known NPS, medicines and everyday substances with verified structures.

They say what a definition is tried against, not what the law says of a substance.
``data/reference/README.md`` tells how the structures were verified and what the classes mean.
"""

from __future__ import annotations

from stofgroep.reference.names import find_reference
from stofgroep.reference.rows import CLASSES, ReferenceRow, read_rows
from stofgroep.reference.sets import file_sha256, reference_set, sets

__all__ = ["CLASSES", "ReferenceRow", "file_sha256", "find_reference", "read_rows", "reference_set", "sets"]
