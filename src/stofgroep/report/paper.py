"""A report on paper: the HTML page laid out as PDF by WeasyPrint, an extra of the package."""

from __future__ import annotations

from typing import Any

from stofgroep.errors import UsageError
from stofgroep.wording import say


def paper(html: str, lang: str) -> bytes:
    """The page as tagged PDF (PDF/UA), on A4.

    Raises
    ------
    UsageError : when WeasyPrint or the libraries it needs are not installed; the message says how to
    """
    try:
        import weasyprint  # type: ignore[import-untyped]  # an extra, without type information
    except ImportError as error:
        raise UsageError(say(lang, "report.no-weasyprint")) from error
    except OSError as error:  # the package is there, the libraries that it draws with are not
        raise UsageError(say(lang, "report.no-pango", why=str(error).splitlines()[0])) from error
    document: Any = weasyprint.HTML(string=html, url_fetcher=_nothing_from_elsewhere)
    laid_out: bytes = document.write_pdf(pdf_variant="pdf/ua-1")
    return laid_out


def _nothing_from_elsewhere(url: str, *_: object, **__: object) -> Any:
    """The page holds all it needs: a text that looks like a link must fetch nothing."""
    raise ValueError(f"a report fetches nothing, not {url}")
