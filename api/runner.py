"""Carries out the screenings chunk by chunk, each committed before the next, from where the last ended."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable
from contextlib import aclosing, suppress
from itertools import islice
from pathlib import Path
from typing import IO, Any

from stofgroep.api.batches import Batch
from stofgroep.api.jobs import DECISIONS_FILE, RESULT_FILE, STRUCTURES_FILE, UPLOAD_FILE, Job, Jobs, JobState
from stofgroep.api.settings import Settings
from stofgroep.api.work import Question
from stofgroep.api.workers import Pools
from stofgroep.screening.memory import Memory
from stofgroep.screening.rows import not_assessed
from stofgroep.structure import Refusal

CHUNK_ROWS = 1_000
_SWEEP_SECONDS = 60.0
_NO_END = 1e9  # every row has its own limit; the file has none

log = logging.getLogger("stofgroep")


class Runner:
    """Runs queued screenings, a few at a time, and removes those that have expired.

    Parameters
    ----------
    sweep : called now and then, for whatever else expires
    """

    def __init__(self, settings: Settings, jobs: Jobs, pools: Pools, sweep: Callable[[], None]) -> None:
        self._settings = settings
        self._jobs = jobs
        self._pools = pools
        self._sweep = sweep
        self._running: dict[str, asyncio.Task[None]] = {}
        self._places = asyncio.Semaphore(settings.running_jobs)
        self._sweeper: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Take up every screening that is not finished."""
        self._sweeper = asyncio.create_task(self._sweep_now_and_then())
        for job in self._jobs.all():
            if job.state is JobState.QUEUED:
                self.queue(job.id)

    def queue(self, id: str) -> None:
        """Carry a screening out as soon as there is a place."""
        task = asyncio.create_task(self._when_there_is_a_place(id))
        self._running[id] = task
        task.add_done_callback(lambda _: self._running.pop(id, None))

    async def cancel(self, id: str) -> None:
        """Stop a screening, if it runs or waits."""
        task = self._running.get(id)
        if task is not None:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def stop(self) -> None:
        """Stop everything; what is not finished is taken up by the next server."""
        tasks = [*self._running.values()]
        if self._sweeper is not None:
            tasks.append(self._sweeper)
        unfinished = list(self._running)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for id in unfinished:
            await asyncio.to_thread(self._jobs.put_back, id)

    async def _when_there_is_a_place(self, id: str) -> None:
        async with self._places:
            job = await asyncio.to_thread(self._jobs.get, id)
            if job is None:
                return
            try:
                if not await asyncio.to_thread(self._jobs.start, id):
                    await asyncio.to_thread(self._jobs.fail, id, "job-gave-up")
                    return
                await self._screen(job)
                await asyncio.to_thread(self._jobs.finish, id)
                await asyncio.to_thread(self._jobs.clear, id, RESULT_FILE)
            except Exception as error:
                log.error("screening failed", exc_info=error)
                await asyncio.to_thread(self._jobs.fail, id, "job-failed")

    async def _screen(self, job: Job) -> None:
        folder = self._jobs.folder(job.id)
        question = Question.read(job.question)
        outcomes = job.outcomes.copy()
        memory = Memory()
        with (
            (folder / STRUCTURES_FILE).open("rb") as texts,
            (folder / DECISIONS_FILE).open("ab") as decisions,
        ):
            await asyncio.to_thread(decisions.truncate, job.written_bytes)
            await asyncio.to_thread(decisions.seek, job.written_bytes)
            texts.seek(job.read_bytes)
            while chunk := await asyncio.to_thread(_chunk, texts):
                known, unknown = memory.divided(chunk)
                known.update(zip(unknown, await self._decide(question, unknown), strict=True))
                memory.keep(unknown, known)
                decided = [known[text] for text in chunk]
                outcomes.update(fields[0] for fields in decided)
                content = "".join(json.dumps(fields) + "\n" for fields in decided).encode()
                await _to_the_end(self._jobs.checkpoint, job, decisions, content, texts.tell(), outcomes)
        await self._write(job, folder, question.lang)

    async def _write(self, job: Job, folder: Path, lang: str) -> None:
        """Make the result from the upload and the decisions, in a worker; it appears when it is complete."""
        answer = await self._pools.results.run(
            "write_result",
            path=str(folder / UPLOAD_FILE),
            name=f"upload{job.suffix}",
            how=job.how,
            lang=lang,
            unpacked_bytes=self._settings.unpacked_bytes,
        )
        if isinstance(answer, Refusal) or "fault" in answer:
            raise RuntimeError("the result could not be written")

    async def _decide(self, question: Question, cells: list[str]) -> list[tuple[str, ...]]:
        batch = Batch(self._pools, self._pools.jobs, "rows", question, cells, _NO_END)

        async def refused(index: int, refusal: Refusal) -> Any:
            return not_assessed(refusal, question.lang)

        async with aclosing(batch.answers(refused)) as found:
            return [tuple(fields) async for fields in found]

    async def _sweep_now_and_then(self) -> None:
        while True:
            try:
                for id in await asyncio.to_thread(self._jobs.remove_expired, self._settings.job_hours):
                    log.info("screening expired", extra={"fields": {"screening": id[:8]}})
                await asyncio.to_thread(self._sweep)
            except Exception as error:
                log.error("sweep failed", exc_info=error)
            await asyncio.sleep(_SWEEP_SECONDS)


async def _to_the_end(function: Callable[..., None], *arguments: Any) -> None:
    """Run in a thread; a cancellation waits until it is done, for the thread would go on writing."""
    running = asyncio.ensure_future(asyncio.to_thread(function, *arguments))
    try:
        await asyncio.shield(running)
    except asyncio.CancelledError:
        await running
        raise


def _chunk(texts: IO[bytes]) -> list[str]:
    return [json.loads(line) for line in islice(iter(texts.readline, b""), CHUNK_ROWS)]
