"""Collect the shipped scenarios from the literal tables of the tests, so that there is one source.

    python scripts/scenarios.py            write data/validation/scenarios.csv
    python scripts/scenarios.py --check    exit code 1 if it is not what the tests say

The expected answers were written from the law; nothing here asks the program.
"""

from __future__ import annotations

import sys
from pathlib import Path

from validation.collecting import collected

TARGET = Path(__file__).parents[1] / "data" / "validation" / "scenarios.csv"


def main(arguments: list[str]) -> int:
    text = collected()
    if arguments == ["--check"]:
        if TARGET.read_text("utf-8") == text:
            return 0
        print("data/validation/scenarios.csv is not what the tests say; run python scripts/scenarios.py")
        return 1
    TARGET.write_text(text, "utf-8", newline="")
    print(f"{text.count(chr(10)) - 1} scenarios")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
