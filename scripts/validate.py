"""Make docs/validation.md and docs/validation.csv from the reference sets and the table of expectations.

    python scripts/validate.py             write both
    python scripts/validate.py --check     write nothing; exit code 1 if either would change

The exit code is also 1 when program and expectation disagree without an explanation in
``data/validation/expected.csv`` or ``expected-lists.csv``, or when an explanation has nothing left to
explain.
"""

from __future__ import annotations

import sys
from pathlib import Path

from validation.evidence import Evidence
from validation.expectations import Expectations
from validation.page import page
from validation.substances import substances

DOCS = Path(__file__).parents[1] / "docs"


def main(arguments: list[str]) -> int:
    evidence = Evidence(Expectations.read())
    faults = evidence.faults()
    for fault in faults:
        print(fault, file=sys.stderr)
    changed = False
    for name, text in (("validation.md", page(evidence)), ("validation.csv", substances(evidence))):
        target = DOCS / name
        if target.exists() and target.read_text("utf-8") == text:
            continue
        changed = True
        if arguments == ["--check"]:
            print(f"docs/{name} is not what make validate gives", file=sys.stderr)
        else:
            target.write_text(text, "utf-8", newline="")
    return 1 if faults or (changed and arguments == ["--check"]) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
