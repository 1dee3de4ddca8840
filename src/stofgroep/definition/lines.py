"""On which line of a TOML file a key stands: tomllib does not tell, and an error should."""

from __future__ import annotations

import re

_HEADER = re.compile(r"^\s*\[(?P<path>[^\[\]]+)\]\s*(#.*)?$")
_ASSIGNMENT = re.compile(
    r"""^\s*(?P<path>(?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*="""
)
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")


class KeyLines:
    """The lines of the keys of one file, or of a file and the earlier ones it extends.

    Parameters
    ----------
    sources : (file name, text) pairs, the newest first: a key is looked for in that order
    """

    def __init__(self, *sources: tuple[str, str]) -> None:
        self._files = [(file, _lines(text)) for file, text in sources]

    def place(self, path: str) -> str | None:
        """``file:line`` of a dotted path, or of the nearest table around it; None if nothing is found."""
        steps = path.split(".")
        for length in range(len(steps), 0, -1):
            wanted = ".".join(steps[:length])
            for file, lines in self._files:
                if wanted in lines:
                    return f"{file}:{lines[wanted]}"
        return None


def _lines(text: str) -> dict[str, int]:
    """Dotted path → number of the first line that assigns it or opens it as a table."""
    found: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        header = _HEADER.match(line)
        if header is not None:
            table = _path(header["path"])
            found.setdefault(table, number)
            continue
        assignment = _ASSIGNMENT.match(line)
        if assignment is not None:
            path = f"{table}.{_path(assignment['path'])}" if table else _path(assignment["path"])
            found.setdefault(path, number)
    return found


def _path(text: str) -> str:
    return ".".join(part.strip("\"'") for part in _PART.findall(text))
