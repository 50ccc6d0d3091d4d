"""Looks at the structure of a PDF for what PDF/UA-1 asks and a program can see. It is no veraPDF: that isn't packaged.

What it looks at: the claim and the language, the title shown, tags on everything, alternative texts, header cells,
headings in order, bookmarks, fonts embedded and readable, links described and tied to the structure.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf

NAMESPACE = "{http://www.aiim.org/pdfua/ns/id/}part"
HEADINGS = ["/H1", "/H2", "/H3", "/H4", "/H5", "/H6"]


def elements(node: Any, depth: int = 0) -> Iterator[Any]:
    """Every structure element below a node, in reading order."""
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from elements(each, depth)
    elif isinstance(node, pikepdf.Dictionary) and depth < 200:
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node.K, depth + 1)


def text_fonts(pdf: pikepdf.Pdf) -> Iterator[Any]:
    seen = set()
    for page in pdf.pages:
        for font in (page.get("/Resources") or {}).get("/Font", {}).values():
            if font.objgen not in seen:
                seen.add(font.objgen)
                yield font


def structure_faults(tree: list[Any]) -> list[str]:
    faults = []
    roles = [str(each.S) for each in tree]
    if roles[:1] != ["/Document"]:
        faults.append(f"the structure begins with {roles[:1]}, not with a document")
    faults += [
        f"figure {n} has no alternative text"
        for n, each in enumerate(tree)
        if each.S == "/Figure" and not each.get("/Alt")
    ]
    headings = [HEADINGS.index(role) + 1 for role in roles if role in HEADINGS]
    if headings[:1] != [1] or headings.count(1) != 1:
        faults.append(f"there isn't one main heading, and that first: {headings}")
    faults += [f"a heading of level {b} follows one of level {a}" for a, b in pairwise(headings) if b > a + 1]
    for table in (each for each in tree if each.S == "/Table"):
        if "/TH" not in [str(each.S) for each in elements(table.K)]:
            faults.append("a table has no header cell")
    return faults


def link_faults(pdf: pikepdf.Pdf) -> list[str]:
    faults = []
    for number, page in enumerate(pdf.pages, start=1):
        if page.get("/Tabs") != "/S" and page.get("/Annots"):
            faults.append(f"page {number}: links aren't visited in the order of the structure")
        for link in page.get("/Annots", []):
            if not link.get("/Contents"):
                faults.append(f"page {number}: a link has no description")
            if "/StructParent" not in link:
                faults.append(f"page {number}: a link isn't tied to the structure")
    return faults


def font_faults(pdf: pikepdf.Pdf) -> list[str]:
    faults = []
    for font in text_fonts(pdf):
        name = str(font.BaseFont)
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner.FontDescriptor.keys()):
            faults.append(f"{name} isn't embedded")
        if "/ToUnicode" not in font:
            faults.append(f"{name} can't be read out")
    return faults


def faults(path: Path, language: str) -> list[str]:
    """What is wrong with a PDF as a document for everybody; nothing where all is well."""
    with pikepdf.open(path) as pdf:
        found = [f"syntax: {problem}" for problem in pdf.check_pdf_syntax()]
        root = pdf.Root
        with pdf.open_metadata() as metadata:
            if metadata.get(NAMESPACE) != "1":
                found.append("it doesn't say that it is PDF/UA-1")
            if not metadata.get("dc:title"):
                found.append("it has no title")
        if str(root.get("/Lang", "")).split("-")[0] != language:
            found.append(f"its language is {root.get('/Lang')}, not {language}")
        if not root.get("/MarkInfo", {}).get("/Marked"):
            found.append("it isn't marked as tagged")
        if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
            found.append("its title isn't shown")
        if "/Outlines" not in root or "/First" not in root.Outlines:
            found.append("it has no bookmarks")
        found += structure_faults(list(elements(root.StructTreeRoot.K)))
        return found + link_faults(pdf) + font_faults(pdf)


def bookmarks(path: Path) -> list[tuple[str, int]]:
    """The title and the page of every bookmark, in order; pages count from 1."""
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        pages = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        waiting, found = list(outline.root), []
        while waiting:
            item = waiting.pop(0)
            waiting[:0] = item.children
            target = item.destination if item.destination is not None else item.action.D
            found.append((str(item.title), pages[target[0].objgen]))
        return found


def attachments(path: Path) -> dict[str, bytes]:
    """The files that a PDF carries, by name."""
    with pikepdf.open(path) as pdf:
        return {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()}
