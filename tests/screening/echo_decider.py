"""A decider without chemistry: what is tested here is that rows and cells survive."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass

from stofgroep.verdict.model import Outcome, Row


class EchoDecider:
    """Says of every text that it is not listed, and repeats it."""

    def row(self, text: str) -> Row:
        if text == "kills its process":
            os._exit(9)
        if text == "takes a second":
            time.sleep(1)
        return Row(
            outcome=Outcome.NOT_LISTED,
            list="",
            group="",
            entry="",
            certain="true",
            reason=text,
            all=str(len(text)),
        )


@dataclass(frozen=True)
class Echo:
    """Settings that can be sent to a worker process."""

    lang: str = "en"

    def decider(self) -> EchoDecider:
        return EchoDecider()
