"""What a person does on the way from a spreadsheet to a published account."""

import re
from pathlib import Path

from openpyxl import Workbook
from playwright.sync_api import Page, expect

HEADINGS = [
    "Who changes?", "What was put in", "Value of input", "Cash or in kind", "What changed", "No. of people",
    "How long (years)", "Value per person", "Source of value", "What would have happened anyway", "Attribution",
]  # fmt: skip
ROWS = [
    ["Older people", "Grant", 12000, "cash", "Less lonely", 20, 2, 900, "Survey", 0.2, 0.25],
    ["Volunteers", "Hours", 4000, "in kind", "More confident", 8, 1, 250, "Survey", 0.1, 0.2],
]
# What was put in has no name beside it, as where a map begins with what things cost.
NAMELESS = [
    [None, "Grant", 12000, "cash", *[None] * 7],
    [None, "Room", 800, "in kind", *[None] * 7],
    ["Older people", None, None, None, "Less lonely", 20, 2, 900, "Survey", 0.2, 0.25],
]


def workbook(path: Path, rows: list[list] = ROWS, headings: list[str] = HEADINGS, people: bool = False) -> Path:
    """A value map, and where wanted a sheet of people with a column of names."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Value map"
    for row in [headings, *rows]:
        sheet.append(row)
    if people:
        clients = book.create_sheet("Clients")
        clients.append(["Client name", "Client ref", "Loneliness before", "Loneliness after"])
        for number in range(14):
            clients.append([f"Zebedee Quillfeather{chr(97 + number)}", f"C-{number}", 5 + number % 5, 3 + number % 4])
    book.save(path)
    return path


def upload(page: Page, path: Path) -> None:
    page.goto(re.sub(r"(https?://[^/]+).*", r"\1", page.url) + "/imports/new")
    page.set_input_files("#workbook", path)
    page.get_by_role("button", name="Read this workbook").click()
    expect(page).to_have_url(re.compile(r"/imports/[a-z0-9]{12}$"))


def was_read(page: Page) -> None:
    """Waits until a workbook was read: until then the page asks anew by itself."""
    heading = page.get_by_role("heading", level=1)
    expect(heading).not_to_have_text("Your workbook is being read", timeout=60_000)


def make(page: Page) -> None:
    page.get_by_role("button", name="Make the account").first.click()
    expect(page).to_have_url(re.compile(r"/accounts/"), timeout=60_000)


def publish(page: Page) -> str:
    page.get_by_role("link", name="Check and publish").click()
    page.get_by_role("button", name="Publish this account").click()
    expect(page).to_have_url(re.compile(r"/accounts/[a-z0-9]{12}$"))
    return page.url
