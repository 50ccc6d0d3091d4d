"""An account on the narrowest phone: with names as long as people give them, in English and in Welsh."""

import subprocess
from collections import Counter
from pathlib import Path

import pytest
from looks import (
    NARROW,
    NARROWEST,
    WIDE,
    broken_addresses,
    cells,
    faults,
    opened,
    opened_everywhere,
    overflow,
    picture,
    unreadable,
)
from openpyxl import Workbook
from playwright.sync_api import Browser
from product import ROOT, command

HEADINGS = [
    "Stakeholder", "Input", "Value of input", "Outcome", "Quantity", "Financial proxy", "Value of proxy",
    "Source of proxy", "Duration (years)", "Deadweight %", "Displacement %", "Attribution %", "Drop-off %",
]  # fmt: skip
PEOPLE = "Ymddiriedolwyr, gwirfoddolwyr a chyflogwyr lleol y fwrdeistref"
ROWS = [
    [PEOPLE, "Grant", 90000, "Llai o bobl yn teimlo’n unig ac yn ynysig yn eu cymunedau lleol", 240, "Cost", 1250.5,
     "The yearly survey of the borough, published in March 2024, table 17 on page 212", 2, 20, 0, 25, 30],
    [PEOPLE, None, None, "LlanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochUnGair", 180, "Cost", 210,
     "https://example.org/a/very/long/address/that/has/no/place/to/break/in/it/at/all.html", 1, 10, 0, 15, 0],
    ["Families and carers of the people who take part in the project", None, None, "More worry about money", 85,
     "Cost", -900, "Survey", 2, 10, 0, 10, 10],
    ["Department for Work and Pensions and the local Jobcentre Plus", None, None, "Fewer people claim", 60, "Cost",
     3300, "Survey", 3, 10, 0, 10, 10],
]  # fmt: skip
MEASURES = [
    "Confidence in talking with people whom they don’t know well before",
    "Confidence in talking with people whom they don’t know well after",
    "Loneliness before", "Loneliness after",
]  # fmt: skip


@pytest.fixture(scope="module", params=["en", "cy"])
def account(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of an account that the command made."""
    folder = tmp_path_factory.mktemp("narrow")
    book = Workbook()
    sheet = book.active
    sheet.title = "Value map"
    for row in [HEADINGS, *ROWS]:
        sheet.append(row)
    people = book.create_sheet("Participants")
    people.append(["Person", "On the programme?", "Area", *MEASURES])
    for number in range(60):
        here = "Yes" if number % 2 else "No"
        trust = [2 + number % 4, 5 + number % 5]
        pair = [5 + number % 5, 3 + number % 4]
        people.append([f"P-{number}", here, "North" if number % 3 else "South", *trust, *pair])
    book.save(folder / "long.xlsx")
    options = ["--language", request.param, "--currency", "GBP", "--provider", PEOPLE, "--service", "Tŷ Pawb"]
    line = [command(), "account", folder / "long.xlsx", "--out", folder / "account", *options]
    answer = subprocess.run(line, check=False, cwd=ROOT, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    return folder / "account" / "account.html"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_account_of_long_names_has_no_fault_on_the_narrowest_phone(browser: Browser, account: Path, theme) -> None:
    context = opened(browser, width=NARROWEST, theme=theme)
    page = context.new_page()
    page.goto(account.as_uri())
    found = overflow(page) + faults(page)
    opened_everywhere(page)
    found += overflow(page) + faults(page)
    picture(page, f"narrow-{page.get_attribute('html', 'lang')}-{theme}")
    context.close()
    assert found == []


@pytest.mark.parametrize("width", [NARROWEST, NARROW, 768, WIDE])
def test_how_a_figure_was_worked_out_stands_in_one_column_on_a_phone(browser: Browser, account: Path, width) -> None:
    context = opened(browser, width=width)
    page = context.new_page()
    page.goto(account.as_uri())
    opened_everywhere(page)
    assert page.locator(".derivation dd > span").count() > 10
    assert broken_addresses(page) == []
    columns = page.eval_on_selector_all(
        ".derivation dl", "all => all.map(each => getComputedStyle(each).display === 'grid')"
    )
    assert any(columns) == (width > 480)
    context.close()


@pytest.mark.parametrize("width", [NARROWEST, NARROW, 768, WIDE])
def test_every_word_of_its_charts_can_be_read(browser: Browser, account: Path, width: int) -> None:
    context = opened(browser, width=width)
    page = context.new_page()
    page.goto(account.as_uri())
    assert page.locator(".chart svg").count() >= 3
    assert unreadable(page) + overflow(page) == []
    context.close()


def test_a_screen_reader_is_told_of_the_same_tables_on_a_phone(browser: Browser, account: Path) -> None:
    told = []
    for width in [WIDE, NARROWEST]:
        context = opened(browser, width=width)
        page = context.new_page()
        page.goto(account.as_uri())
        told.append(cells(page))
        context.close()
    wide, narrow = told
    assert wide["table"] > 5
    assert wide["cell"] > 100
    assert narrow == wide


def test_each_cell_says_its_heading_on_a_phone(browser: Browser, account: Path) -> None:
    context = opened(browser, width=NARROWEST)
    page = context.new_page()
    page.goto(account.as_uri())
    silent = page.evaluate(
        """() => [...document.querySelectorAll("td")].filter(each => each.checkVisibility()).filter(each => {
            const said = getComputedStyle(each, "::before").content
            const place = [...each.parentElement.children].indexOf(each)
            const heading = each.closest("table").querySelectorAll("thead th")[place].textContent
            return each.textContent && !each.querySelector(":scope > details:first-child") && !said.includes(heading)
        }).map(each => each.outerHTML)"""
    )
    context.close()
    assert silent == []


def test_everything_that_opens_has_a_name_of_its_own(browser: Browser, account: Path) -> None:
    context = opened(browser)
    page = context.new_page()
    page.goto(account.as_uri())
    names = page.locator("summary").all_text_contents()
    context.close()
    assert len(names) > 15
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_hard_words_are_explained_once(browser: Browser, account: Path) -> None:
    context = opened(browser)
    page = context.new_page()
    page.goto(account.as_uri())
    assert page.locator("#annex-words").count() == 1
    page.locator("a[href='#annex-words']").click()
    page.locator("#annex-words summary").click()
    assert page.locator("#annex-words dd").first.is_visible()
    assert page.locator("#annex-words dt").count() == 9
    context.close()
