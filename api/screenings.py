"""``/v1/screenings``: a file is uploaded, screened in the background and fetched in the format it came in."""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import re
import shutil
from pathlib import Path, PurePosixPath
from typing import IO, Annotated

from fastapi import APIRouter, Depends, File, Form, Request, UploadFile
from fastapi import Path as InPath
from pydantic import AfterValidator, AwareDatetime, BaseModel, Field, StringConstraints
from pydantic_core import PydanticCustomError
from starlette.responses import FileResponse, Response

from stofgroep.api.asking import Day, Lang, LawName
from stofgroep.api.gate import OnlyQuery, form_only
from stofgroep.api.jobs import RESULT_FILE, UPLOAD_FILE, Job, JobState
from stofgroep.api.problems import Fault, ProblemError, lang_of
from stofgroep.api.state import Running, State
from stofgroep.api.work import Question
from stofgroep.screening.formats.opening import SUFFIXES, form_of
from stofgroep.screening.formats.source import packing_of
from stofgroep.structure import Refusal
from stofgroep.wording import say

router = APIRouter(tags=["screenings"])

_MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8",
    "ndjson": "application/x-ndjson",
    "sdf": "chemical/x-mdl-sdfile",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}
_TEXT = "text/plain; charset=utf-8"
_PACKED = {
    "gzip": "application/gzip",
    "bz2": "application/x-bzip2",
    "xz": "application/x-xz",
    "zstd": "application/zstd",
}
_COPY_BYTES = 1024 * 1024
# What the messages of the command say about its options, in the words of this form.
_OPTIONS = (("--no-header", "header=false"), ("--id", "id"), ("--", ""))


def _one_character(value: str) -> str:
    char = "\t" if value.lower() in ("tab", "\\t") else value
    if len(char) != 1 or char in '"\r\n':
        raise PydanticCustomError("no_delimiter", "no delimiter")
    return char


class Screening(BaseModel):
    """How far a screening is."""

    id: Annotated[str, Field(description="Made by the server; cannot be guessed.")]
    state: JobState
    created: AwareDatetime
    finished: AwareDatetime | None
    expires: Annotated[AwareDatetime | None, Field(description="When it is removed; null until finished.")]
    rows: Annotated[int, Field(description="Rows of the file.")]
    rows_done: Annotated[int, Field(description="Rows decided so far.")]
    outcomes: Annotated[dict[str, int], Field(description="Number of rows so far by outcome.")]
    date: dt.date
    law: str
    lists: bool
    lang: str
    input_sha256: Annotated[str, Field(description="SHA-256 of the uploaded file.")]
    result: Annotated[str | None, Field(description="Where the result is, once it is there.")]
    fault: Annotated[str | None, Field(description="Why it failed.")]


JobId = Annotated[
    str,
    InPath(description="The id of a screening.", pattern="^[0-9a-f]{32}$", examples=["0" * 32]),
]


@router.post(
    "/screenings",
    summary="Upload a file to be screened",
    operation_id="startScreening",
    status_code=201,
    response_model=Screening,
    responses={201: {"description": "Accepted, and screened in the background."}},
    dependencies=[Depends(form_only), Depends(OnlyQuery())],
)
async def start(
    request: Request,
    response: Response,
    state: Running,
    file: Annotated[
        UploadFile, File(description="CSV, TSV, .smi, SDF, XLSX, Parquet or NDJSON, as its name says.")
    ],
    date: Annotated[Day | None, Form(description="The day to decide for; today when left out.")] = None,
    law: Annotated[LawName, Form()] = "nl",
    lists: Annotated[bool, Form(description="Whether lijst I and II count.")] = True,
    lang: Annotated[Lang, Form()] = "nl",
    column: Annotated[
        Annotated[str, StringConstraints(min_length=1, max_length=500)] | None,
        Form(description="Column with the structures, by name or number; found when left out."),
    ] = None,
    header: Annotated[bool, Form(description="Whether the first line holds the column names.")] = True,
    delimiter: Annotated[
        Annotated[str, StringConstraints(max_length=3), AfterValidator(_one_character)] | None,
        Form(description="One character, or tab; found when left out."),
    ] = None,
    encoding: Annotated[
        Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,30}$")] | None,
        Form(description="Encoding of the file, if not UTF-8."),
    ] = None,
    sheet: Annotated[
        Annotated[str, StringConstraints(min_length=1, max_length=200)] | None,
        Form(description="Sheet of an XLSX file, if it has several."),
    ] = None,
) -> Screening:
    """All rows and columns come back unchanged and in order, with the columns sg_… behind them."""
    await _refuse_unknown_fields(request)
    question = Question(law, date or dt.date.today(), lists, lang)
    if await asyncio.to_thread(state.jobs.count) >= state.settings.jobs:
        raise ProblemError(429, "too-many-jobs", {"most": state.settings.jobs}, headers={"Retry-After": "60"})
    suffix = _suffix(file.filename)
    folder = await asyncio.to_thread(state.jobs.new_folder)
    try:
        source = folder / UPLOAD_FILE
        digest = await asyncio.to_thread(_copied, file.file, source)
        how = {"header": header, "delimiter": delimiter, "encoding": encoding, "sheet": sheet}
        reader = lang_of(request.headers)
        found = await state.pools.patient.run(
            "prepare_table",
            path=str(source),
            name=f"upload{suffix}",
            how=how,
            column=column,
            lang=reader,
            unpacked_bytes=state.settings.unpacked_bytes,
        )
        if isinstance(found, Refusal):
            why = say(reader, f"structure.reason-{found.reason.value}")
            raise _bad_file(say(reader, "api.file-too-much", why=why))
        if "fault" in found:
            raise _bad_file(_in_our_words(found["fault"]))
        await asyncio.to_thread(
            state.jobs.add,
            folder.name,
            question.plain(),
            found["suffix"],
            how,
            found["structures"],
            digest,
            found["rows"],
        )
    except BaseException:
        await asyncio.shield(asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True))
        raise
    state.runner.queue(folder.name)
    job = await _job(state, folder.name)
    response.headers["Location"] = f"/v1/screenings/{job.id}"
    return _shown(job, state)


@router.get(
    "/screenings/{id}",
    summary="How far a screening is",
    operation_id="getScreening",
    dependencies=[Depends(OnlyQuery())],
)
async def show(id: JobId, state: Running) -> Screening:
    """State and progress of a screening."""
    return _shown(await _job(state, id), state)


@router.get(
    "/screenings/{id}/result",
    summary="The result of a screening",
    operation_id="getScreeningResult",
    response_class=FileResponse,
    responses={
        200: {
            "description": "The file, in the format in which it was uploaded (.smi: tabs and a title line).",
            "content": {
                kind: {"schema": {"type": "string"}}
                for kind in ("text/csv", "text/tab-separated-values", "text/plain", "application/x-ndjson")
            },
        }
    },
    dependencies=[Depends(OnlyQuery())],
)
async def result(id: JobId, state: Running) -> FileResponse:
    """Every row of the file, once and in order."""
    job = await _job(state, id)
    if job.state is JobState.FAILED:
        raise ProblemError(409, job.fault)
    if job.state is not JobState.DONE:
        raise ProblemError(409, "no-result-yet", {"done": job.rows_done, "rows": job.rows})
    path = state.jobs.folder(job.id) / RESULT_FILE
    return FileResponse(path, media_type=_media_type(job.suffix), filename=f"screening{job.suffix}")


@router.delete(
    "/screenings/{id}",
    summary="Stop and remove a screening",
    operation_id="deleteScreening",
    status_code=204,
    response_class=Response,
    responses={204: {"description": "It is gone, with all its files."}},
    dependencies=[Depends(OnlyQuery())],
)
async def remove(id: JobId, state: Running) -> Response:
    """Its rows and its result are removed from the server."""
    job = await _job(state, id)
    await state.runner.cancel(job.id)
    await asyncio.to_thread(state.jobs.remove, job.id)
    return Response(status_code=204)


async def _job(state: State, id: str) -> Job:
    job = await asyncio.to_thread(state.jobs.get, id)
    if job is None:
        raise ProblemError(404, "no-screening")
    return job


def _shown(job: Job, state: State) -> Screening:
    question = Question.read(job.question)
    expires = None if job.finished is None else job.finished + state.settings.job_hours * 3600
    done = job.state is JobState.DONE
    return Screening(
        id=job.id,
        state=job.state,
        created=_moment(job.created),
        finished=None if job.finished is None else _moment(job.finished),
        expires=None if expires is None else _moment(expires),
        rows=job.rows,
        rows_done=job.rows_done,
        outcomes=dict(job.outcomes),
        date=question.date,
        law=question.law,
        lists=question.lists,
        lang=question.lang,
        input_sha256=job.input_sha256,
        result=f"/v1/screenings/{job.id}/result" if done else None,
        fault=say(question.lang, f"api.{job.fault}") if job.fault else None,
    )


def _moment(seconds: float) -> dt.datetime:
    return dt.datetime.fromtimestamp(seconds, dt.UTC).replace(microsecond=0)


def _suffix(name: str | None) -> str:
    """The last part of a client's file name, if it is one we know; nothing else of the name is used."""
    last = PurePosixPath((name or "").replace("\\", "/").lower()).name
    packing = PurePosixPath(last).suffix if packing_of(last) else ""
    suffix = PurePosixPath(last.removesuffix(packing)).suffix
    return (suffix if suffix in SUFFIXES else ".txt") + packing


def _media_type(suffix: str) -> str:
    name = f"screening{suffix}"
    packing = packing_of(name)
    if packing is not None:
        return _PACKED[packing]
    return _MEDIA_TYPES.get(form_of(name) or "", _TEXT)


def _copied(source: IO[bytes], target: Path) -> str:
    """Copy an upload; its SHA-256."""
    digest = hashlib.sha256()
    with target.open("xb") as file:
        while block := source.read(_COPY_BYTES):
            digest.update(block)
            file.write(block)
    return digest.hexdigest()


async def _refuse_unknown_fields(request: Request) -> None:
    form = await request.form()
    known = {"file", "date", "law", "lists", "lang", "column", "header", "delimiter", "encoding", "sheet"}
    names = [name for name, _ in form.multi_items()]
    lang = lang_of(request.headers)
    faults = [
        Fault(field="form", reason=say(lang, "api.fault-extra-forbidden")) for n in names if n not in known
    ]
    faults += [
        Fault(field=name, reason=say(lang, "api.fault-query-twice"))
        for name in sorted(known)
        if names.count(name) > 1
    ]
    if faults:
        raise ProblemError(400, "invalid", {"count": len(faults)}, faults)


def _bad_file(why: str) -> ProblemError:
    return ProblemError(400, "bad-file", faults=[Fault(field="file", reason=why)])


def _in_our_words(message: str) -> str:
    for option, word in _OPTIONS:
        message = re.sub(rf"(?<![\w-]){re.escape(option)}(?=[a-z]|\b|$)", word, message)
    return message
