"""Work for worker processes that behaves badly on purpose."""

from __future__ import annotations

import json
import os
import time


def repeat(text: str) -> list[str]:
    """Gives back what it gets; sleeps for ever on "sleep", dies on "die", fails on "fail"."""
    answers = []
    for one in json.loads(text):
        if one == "sleep":
            time.sleep(60)
        if one == "die":
            os._exit(7)
        if one == "fail":
            raise ValueError("on purpose")
        answers.append(one)
    return answers


def never(text: str) -> str:
    """Does not come back."""
    time.sleep(60)
    return text
