"""Text files line by line, in any encoding, with no line that fills the memory."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from functools import partial

from stofgroep.errors import UsageError
from stofgroep.screening.formats.source import Source
from stofgroep.wording import say

LONGEST_LINE = 64 * 1024 * 1024
_BOMS_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BOMS = (codecs.BOM_UTF8, *_BOMS_UTF16)


def has_mark(head: bytes) -> bool:
    """Whether a text starts with a byte order mark."""
    return head.startswith(_BOMS)


def encoding_of(head: bytes, wanted: str | None, lang: str) -> str:
    """The encoding asked for, else UTF-16 where a mark says so, else UTF-8.

    Raises
    ------
    UsageError : if it is not known, or no encoding of text
    """
    if wanted is None:
        return "utf-16" if head.startswith(_BOMS_UTF16) else "utf-8-sig"
    try:
        b"".decode(wanted)
        io.TextIOWrapper(io.BytesIO(), encoding=wanted)
        decoded(head, wanted)
    except (LookupError, ValueError, AttributeError) as error:
        raise UsageError(say(lang, "screening.encoding-unknown", encoding=wanted)) from error
    return "utf-8-sig" if codecs.lookup(wanted).name == "utf-8" else wanted


def decoded(head: bytes, encoding: str) -> str:
    """The first bytes of a file as text, to look at."""
    return codecs.getincrementaldecoder(encoding)("replace").decode(head)


def text_lines(source: Source, encoding: str, newline: str | None) -> Iterator[str]:
    """Every line with its end.

    Raises
    ------
    UsageError : where the bytes are no text in this encoding, or a line is too long
    """
    lang = source.lang
    number = 0
    with source.open() as file:
        reader = io.TextIOWrapper(file, encoding=encoding, errors="strict", newline=newline)
        try:
            for line in iter(partial(reader.readline, LONGEST_LINE), ""):
                number += 1
                if len(line) >= LONGEST_LINE:
                    raise UsageError(say(lang, "screening.line-too-long", line=number, most=LONGEST_LINE))
                yield line
        except UnicodeError as error:
            raise encoding_error(encoding, number + 1, lang) from error
        finally:
            if not file.closed:
                reader.detach()


def encoding_error(encoding: str, line: int, lang: str) -> UsageError:
    """That the bytes are no text in this encoding."""
    shown = "utf-8" if encoding == "utf-8-sig" else encoding
    return UsageError(say(lang, "screening.encoding", encoding=shown, line=line))
