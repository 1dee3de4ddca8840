"""Work that never ends is stopped, and costs one answer or the draft, never the command."""

import pytest
import slow_work

from stofgroep.policy import sweep as module
from stofgroep.policy.sweep import TooHeavyError, once, sweep
from stofgroep.structure import Reason, Refusal


def stopped(refusal: Refusal) -> str:
    return f"stopped: {refusal.reason.value}"


@pytest.mark.parametrize("jobs", [0, 1, 2])
def test_answers_come_in_order(jobs: int) -> None:
    asked = [str(number) for number in range(450)]
    assert sweep(slow_work.repeat, asked, stopped, jobs) == asked


def test_nothing_asked_nothing_answered() -> None:
    assert sweep(slow_work.repeat, [], stopped, 0) == []


@pytest.mark.parametrize(("bad", "reason"), [("die", "worker-died"), ("fail", "internal")])
def test_one_bad_structure_costs_one_answer(bad: str, reason: str) -> None:
    asked = ["a", bad, "b"]
    assert sweep(slow_work.repeat, asked, stopped, 1) == ["a", f"stopped: {reason}", "b"]


def test_a_structure_that_takes_too_long() -> None:
    assert sweep(slow_work.repeat, ["a", "sleep", "b"], stopped, 1, seconds=1) == [
        "a",
        "stopped: timeout",
        "b",
    ]


def test_a_draft_for_which_several_must_be_stopped_is_given_up() -> None:
    with pytest.raises(TooHeavyError) as caught:
        sweep(slow_work.repeat, ["a", *["die"] * module.MOST_STOPPED, "b"], stopped, 1)
    assert caught.value.reason is Reason.WORKER_DIED
    assert caught.value.structure == "die"


def test_a_law_is_never_given_up() -> None:
    asked = ["a", *["die"] * module.MOST_STOPPED, "b"]
    answers = sweep(slow_work.repeat, asked, stopped, 1, give_up=False)
    assert answers == ["a", *["stopped: worker-died"] * module.MOST_STOPPED, "b"]


def test_a_draft_that_is_never_read() -> None:
    with pytest.raises(TooHeavyError) as caught:
        once(slow_work.never, seconds=1)
    assert caught.value.reason is Reason.TIMEOUT
