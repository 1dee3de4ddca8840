"""A decider without chemistry: what is tested here is that rows and cells survive."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

from stofgroep.verdict.model import Outcome, Row


class EchoDecider:
    """Says of every text that it is not listed, and repeats it; some texts do harm."""

    def row(self, text: str) -> Row:
        match text:
            case "kills its process":
                os._exit(9)
            case "kills its process hard":
                os.kill(os.getpid(), signal.SIGKILL)
            case "segfaults":
                ctypes.string_at(0)
            case "takes a second":
                time.sleep(1)
            case "never comes back":
                time.sleep(1000)
            case "eats memory":
                bytearray(1 << 30)
            case "raises":
                raise ValueError(text)
            case "tells":
                print("decided", file=sys.stderr)
        return Row(
            outcome=Outcome.NOT_LISTED,
            list="",
            group="",
            entry="",
            certain="true",
            reason=text,
            all=str(len(text)),
        )

    def rows(self, texts: Sequence[str]) -> list[Row]:
        return [self.row(text) for text in texts]


@dataclass(frozen=True)
class Echo:
    """Settings that can be sent to a worker process."""

    lang: str = "en"

    def decider(self, killable: bool) -> EchoDecider:
        return EchoDecider()
