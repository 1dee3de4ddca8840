"""Verdicts with httpx: a few at once, many as they come, and what to do with a problem.

STOFGROEP_URL says where the service is, STOFGROEP_KEY is your key if it wants one.
"""

from __future__ import annotations

import json
import os

import httpx

URL = os.environ.get("STOFGROEP_URL", "http://127.0.0.1:8000")
KEY = os.environ.get("STOFGROEP_KEY", "")

STRUCTURES = [
    {"structure": "CNC(C)C(=O)c1ccccc1C", "id": "L26-1180.1"},
    {"structure": "CCO", "id": "L26-1180.2"},
    {"structure": "this is no structure", "id": "L26-1180.3"},
]


def main() -> None:
    """Show three ways to ask."""
    headers = {"X-API-Key": KEY} if KEY else {}
    with httpx.Client(base_url=URL, headers=headers, timeout=120) as client:
        answer = client.post("/v1/verdicts", json={"structures": STRUCTURES, "date": "2026-07-09"})
        answer.raise_for_status()
        for verdict in answer.json()["verdicts"]:
            print(verdict["id"], verdict["outcome"], verdict["group"] or verdict["entry"] or "-")

        # Many: one verdict a line, as soon as it is there.
        body = {"structures": STRUCTURES * 100, "date": "2026-07-09"}
        lines = {"Accept": "application/x-ndjson"}
        with client.stream("POST", "/v1/verdicts", json=body, headers=lines) as stream:
            found = [json.loads(line)["outcome"] for line in stream.iter_lines()]
        print(len(found), found.count("not-assessed"))

        # A problem lists everything that is wrong.
        answer = client.post("/v1/verdicts", json={"structures": ["CCO"], "date": "9 July"})
        if answer.status_code == 400:
            for fault in answer.json()["errors"]:
                print(fault["field"], answer.status_code)


if __name__ == "__main__":
    main()
