"""Sets a whole HTML page as an accessible PDF (PDF/UA-1). The same request gives the same bytes."""

from __future__ import annotations

import datetime
import hashlib
import io
import logging
import os
from urllib import request

import weasyprint
from weasyprint.urls import URLFetcher

from .problem import BadRequest

MOST_PAGES = 500
# The margin of a heading at the top of a page, in CSS pixels; with more above it, something else stands there.
HEADING = 32
# How many times as many elements annexes need before they are left aside first. What stands before annexes nearly
# always fits, and to set it twice costs more than to set a few annexes for nothing now and then.
PREVAILING = 8


class OnlyInline(URLFetcher):
    """Opens `data:` addresses and remembers every other one, so that the request can be refused."""

    def __init__(self) -> None:
        request.OpenerDirector.__init__(self)
        self.add_handler(request.DataHandler())
        self.add_handler(request.UnknownHandler())
        self._timeout = 1
        self._http_headers = {}
        self._allowed_protocols = ("data",)
        self._fail_on_errors = False
        self._request = None
        self.refused: list[str] = []

    def fetch(self, url, headers=None):
        if not url.startswith("data:"):
            self.refused.append(url[:200])
            raise ValueError("only what stands in the page itself is shown")
        return super().fetch(url, headers)


class _Complaints(logging.Handler):
    """What WeasyPrint says on the way; a picture without an alternative text is only said and not raised there."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(record.getMessage()[:300])


def pdf(header: dict, parts: list[bytes]) -> tuple[dict, list]:
    """The parts are the HTML and then the attachments, as `header["attachments"]` names them.

    With `header["mostBeforeAnnexes"]` a page whose front takes more pages than that may be answered with an empty part:
    whoever asks wants to shorten it first, and large annexes take long to set.
    """
    html, files = parts[0], parts[1:]
    moment = _moment(header["date"])
    os.environ["SOURCE_DATE_EPOCH"] = str(int(moment.timestamp()))
    fetcher, complaints = OnlyInline(), _Complaints()
    logger = logging.getLogger("weasyprint")
    logger.handlers = [complaints]
    try:
        attachments = [
            weasyprint.Attachment(
                file_obj=io.BytesIO(content),
                url_fetcher=fetcher,
                name=named["name"],
                description=named["description"],
                created=moment,
                modified=moment,
                relationship="Data",
            )
            for named, content in zip(header.get("attachments", []), files, strict=True)
        ]
        page = weasyprint.HTML(file_obj=io.BytesIO(html), encoding="utf-8", base_url=None, url_fetcher=fetcher)
        _check_pictures(page.etree_element)
        most = header.get("mostBeforeAnnexes")
        if most is not None and _annexes_prevail(page.etree_element) and (before := _pages_of_front(html)) > most:
            return {"pages": before, "pagesBeforeAnnexes": before}, [b""]
        document = page.render(pdf_variant="pdf/ua-1", attachments=attachments)
        if len(document.pages) > MOST_PAGES:
            raise BadRequest(f"more than {MOST_PAGES} pages")
        _describe(document.metadata, header)
        identifier = hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).digest()[:16]
        made = document.write_pdf(pdf_variant="pdf/ua-1", attachments=attachments, pdf_identifier=identifier)
    finally:
        logger.handlers = []
    if fetcher.refused:
        raise BadRequest(f"the page points to {fetcher.refused[0]}")
    if complaints.found:
        raise BadRequest(complaints.found[0])
    return {"pages": len(document.pages), "pagesBeforeAnnexes": _before_annexes(document.pages)}, [made]


_SVG = "{http://www.w3.org/2000/svg}svg"


def _check_pictures(element, is_inside: bool = False) -> None:
    """Raises BadRequest for an inline picture without a title, of which WeasyPrint says nothing."""
    is_picture = element.tag == _SVG
    if is_picture and not is_inside:
        title = element.find("{http://www.w3.org/2000/svg}title")
        if title is None or not (title.text or "").strip():
            raise BadRequest("an inline picture has no title, which is its alt text")
    for child in element:
        _check_pictures(child, is_inside or is_picture)


def _moment(date: str) -> datetime.datetime:
    try:
        return datetime.datetime.fromisoformat(date).replace(tzinfo=datetime.UTC)
    except ValueError:
        raise BadRequest(f"no date: {date}") from None


def _describe(metadata, header: dict) -> None:
    metadata.title = header["title"]
    metadata.lang = header["language"]
    metadata.authors = [header["author"]] if header.get("author") else []
    metadata.description = header.get("summary")
    metadata.generator = "Inside Outcomes"
    metadata.created = metadata.modified = header["date"]


def _annexes(root) -> list:
    """The elements that hold annexes, each with its parent."""
    return [(parent, child) for parent in root.iter() for child in parent if child.get("class") == "annexes"]


def _annexes_prevail(root) -> bool:
    """Whether a page is nearly all annexes: then it is worth to see first whether what stands before them fits."""
    parts = sum(1 for _ in root.iter())
    inside = sum(1 for _, annexes in _annexes(root) for _ in annexes.iter())
    return inside > PREVAILING * (parts - inside)


def _pages_of_front(html: bytes) -> int:
    """How many pages what stands before the annexes takes."""
    page = weasyprint.HTML(file_obj=io.BytesIO(html), encoding="utf-8", base_url=None, url_fetcher=OnlyInline())
    for parent, child in _annexes(page.etree_element):
        parent.remove(child)
    return len(page.render().pages)


def _before_annexes(pages: list) -> int:
    """The pages up to the first element whose id begins with `annex`, with its own where something stands before it."""
    for number, page in enumerate(pages):
        tops = [place[1] for anchor, place in page.anchors.items() if anchor.startswith("annex")]
        if tops:
            return number if min(tops) < page._page_box.content_box_y() + HEADING else number + 1
    return len(pages)
