"""Two people at one workbook, forms that save themselves, and who did what."""

import csv
import io

from conftest import own
from looks import looked_at, opened
from playwright.sync_api import Browser, expect
from product import Product
from steps import make, upload, workbook

SAVED = "All changes are saved."


def test_two_people_see_and_keep_each_others_changes(browser: Browser, empty_product: Product, tmp_path) -> None:
    context = opened(browser)
    own(context, empty_product)
    one, other = context.new_page(), context.new_page()
    one.goto(empty_product.address)
    upload(one, workbook(tmp_path / "shared.xlsx"))
    other.goto(one.url)
    one.fill("#provider", "Alder Trust")
    one.locator("#provider").blur()
    expect(one.locator("[data-saved]")).to_have_text(SAVED)
    other.fill("#service", "Befriending")
    other.locator("#service").blur()
    expect(other.locator("[data-saved]")).to_contain_text("Somebody else has changed this too")
    other.fill("#provider", "Birch Trust")
    other.get_by_role("button", name="Save changes and look again").click()
    expect(other.get_by_role("alert")).to_contain_text("take mine, “Birch Trust”, instead of theirs, “Alder Trust”")
    expect(other.locator("#provider")).to_have_value("Alder Trust")
    expect(other.locator("#service")).to_have_value("Befriending")
    assert looked_at(other, "changed-meanwhile") == []
    other.get_by_label("take mine").check()
    other.get_by_role("button", name="Save changes and look again").click()
    expect(other.locator("#provider")).to_have_value("Birch Trust")
    one.reload()
    expect(one.locator("#provider")).to_have_value("Birch Trust")
    # What saved itself is there after the browser was closed without a word.
    one.fill("#period", "2025/26")
    one.locator("#period").blur()
    expect(one.locator("[data-saved]")).to_have_text(SAVED)
    address = one.url
    context.close()
    again = opened(browser)
    own(again, empty_product)
    page = again.new_page()
    page.goto(address)
    expect(page.locator("#period")).to_have_value("2025/26")
    again.close()


def test_an_owner_reads_who_did_what(browser: Browser, empty_product: Product, tmp_path) -> None:
    context = opened(browser)
    own(context, empty_product)
    page = context.new_page()
    page.goto(empty_product.address)
    upload(page, workbook(tmp_path / "trail.xlsx"))
    make(page)
    page.get_by_role("link", name="Organisation", exact=True).click()
    page.get_by_role("link", name="Who changed what, and when?").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Who did what at")
    first = page.locator("ul.next-steps > li").first
    expect(first).to_contain_text("Made a draft of an account")
    expect(first).to_contain_text("Ann Founder")
    first.locator("summary").click()
    assert looked_at(page, "trail") == []
    link = page.get_by_role("link", name="All of it as CSV").get_attribute("href")
    lines = list(csv.DictReader(io.StringIO(context.request.get(empty_product.address + link).text())))
    assert {line["table"] for line in lines} >= {"import", "account", "edition", "session"}
    assert not any(line["name"].startswith("=") for line in lines)
    context.close()
