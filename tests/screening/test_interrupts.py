"""Ctrl-C during a decision; in a process of its own, whose threads are known."""

import signal
import subprocess
import sys

import pytest

PROLOGUE = """
import os, signal, sys
from pathlib import Path
from stofgroep.screening.interrupts import interrupts_held
"""

pytestmark = pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals have no mask here")


def run(code: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROLOGUE + code], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.split()


def test_ctrl_c_waits_until_the_row_is_done() -> None:
    said = run("""
try:
    with interrupts_held():
        os.kill(os.getpid(), signal.SIGINT)
        print("decided")
    print("wrong")
except KeyboardInterrupt:
    print("interrupted")
""")
    assert said == ["decided", "interrupted"]


def test_ctrl_c_is_let_through_between_rows() -> None:
    said = run("""
try:
    with interrupts_held() as let_through:
        let_through()
        print("first")
        os.kill(os.getpid(), signal.SIGINT)
        print("second")
        let_through()
        print("wrong")
except KeyboardInterrupt:
    print("interrupted")
""")
    assert said == ["first", "second", "interrupted"]


def test_another_handler_may_let_the_work_go_on() -> None:
    said = run("""
signal.signal(signal.SIGINT, lambda *_: print("heard"))
with interrupts_held() as let_through:
    os.kill(os.getpid(), signal.SIGINT)
    let_through()
    print(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, set()))
print(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, set()))
""")
    assert said == ["heard", "True", "False"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_no_thread_of_the_command_hears_ctrl_c_in_place_of_the_main_one() -> None:
    # SigBlk is a mask in hexadecimal; SIGINT is signal 2, so its bit counts 2
    said = run("""
with interrupts_held():
    import stofgroep.cli.app
others = [t for t in Path("/proc/self/task").iterdir() if int(t.name) != os.getpid()]
lines = [line for t in others for line in (t / "status").read_text().splitlines()]
masks = [line.split()[1] for line in lines if line.startswith("SigBlk")]
print(len(masks) == len(others), all(int(mask, 16) & 2 for mask in masks))
""")
    assert said == ["True", "True"]
