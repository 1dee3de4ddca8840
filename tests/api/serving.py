"""A real server process on a free port of the loopback, as the tests and their readers start it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

DATE = "2026-07-09"
TWO_MMC = "CNC(C)C(=O)c1ccccc1C"  # a cathinone: lijst IA, group 1, from 2025-07-01
ETHANOL = "CCO"
# Cages joined in a ring: 164 characters that keep the exact ring search busy for many seconds.
STUCK = "C1" + "C2CC(C2)" * 20 + "C1"
_START_SECONDS = 60.0


class Server:
    """A running server and a client for it."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder = folder
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log_path = folder / f"log-{self.port}.jsonl"
        environment = {
            **os.environ,
            "STOFGROEP_DATA_FOLDER": str(folder / "data"),
            "STOFGROEP_WORKERS": "1",
            "STOFGROEP_JOB_WORKERS": "1",
            **{f"STOFGROEP_{name.upper()}": value for name, value in settings.items()},
        }
        with self.log_path.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "stofgroep", "serve", "--port", str(self.port)],
                env=environment,
                stderr=log,
            )
        self.client = httpx.Client(base_url=self.url, timeout=60)
        self._wait()

    def _wait(self) -> None:
        end = time.monotonic() + _START_SECONDS
        while time.monotonic() < end:
            try:
                if self.client.get("/v1/health").status_code == 200:
                    return
            except httpx.TransportError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.05)
        raise AssertionError(f"the server did not start: {self.log()[-2000:]}")

    def log(self) -> str:
        """Everything it has logged."""
        return self.log_path.read_text("utf-8")

    def decide(self, *structures: Any, **more: Any) -> list[dict[str, Any]]:
        """The verdicts on structures."""
        answer = self.client.post("/v1/verdicts", json={"structures": structures, "date": DATE, **more})
        assert answer.status_code == 200, answer.text
        verdicts: list[dict[str, Any]] = answer.json()["verdicts"]
        return verdicts

    def screen(self, name: str, content: bytes, **fields: str) -> dict[str, Any]:
        """Upload a file and wait until it is screened."""
        answer = self.upload(name, content, **fields)
        assert answer.status_code == 201, answer.text
        return self.finished(answer.headers["Location"])

    def upload(self, name: str, content: bytes, **fields: str) -> httpx.Response:
        """Upload a file."""
        return self.client.post(
            "/v1/screenings", files={"file": (name, content)}, data={"date": DATE, **fields}
        )

    def finished(self, location: str, seconds: float = 90) -> dict[str, Any]:
        """The status of a screening once it is done or has failed."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            status: dict[str, Any] = self.client.get(location).json()
            if status["state"] in ("done", "failed"):
                return status
            time.sleep(0.05)
        raise AssertionError(f"not finished: {status}")

    def kill(self) -> None:
        """End it without a warning."""
        self.process.kill()
        self._gone()

    def stop(self) -> None:
        """Ask it to end."""
        self.process.terminate()
        self._gone()

    def _gone(self) -> None:
        self.client.close()
        self.process.wait(timeout=30)


@contextmanager
def serving(folder: Path, **settings: str) -> Iterator[Server]:
    """A server that ends with the block."""
    server = Server(folder, **settings)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.stop()


def faults(answer: httpx.Response) -> dict[str, str]:
    """The faults of a problem: field → reason."""
    assert answer.headers["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == answer.status_code
    assert problem["title"]
    assert problem["detail"]
    return {fault["field"]: fault["reason"] for fault in problem.get("errors", [])}


def lines_of(log: str) -> list[dict[str, Any]]:
    """The lines of a log."""
    return [json.loads(line) for line in log.splitlines()]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
