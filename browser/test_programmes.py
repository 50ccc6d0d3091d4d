"""Somebody who is let in to one programme alone, until a day."""

from conftest import own
from looks import looked_at, opened
from people import Someone, introduce
from playwright.sync_api import Browser, expect
from product import Product
from steps import make, upload, workbook

AUDITOR = Someone("Olwen Auditor", "olwen@audit.example", "seven green kettles sing")


def test_an_auditor_sees_one_programme_and_changes_nothing(browser: Browser, empty_product: Product, tmp_path) -> None:
    context = opened(browser)
    own(context, empty_product)
    page = context.new_page()
    page.goto(empty_product.address)
    page.get_by_role("link", name="Organisation", exact=True).click()
    page.fill("#programme-name", "Befriending")
    page.get_by_role("button", name="Add the programme").click()
    upload(page, workbook(tmp_path / "of-the-programme.xlsx"))
    page.select_option("#programme", label="Befriending")
    make(page)
    inside = page.url
    upload(page, workbook(tmp_path / "of-another.xlsx"))
    make(page)
    outside = page.url
    page.get_by_role("link", name="Organisation", exact=True).click()
    page.fill("#email", AUDITOR.email)
    page.select_option("#role", "reader")
    page.select_option("#programme", label="Only the programme “Befriending”")
    page.fill("#until", "2099-03-31")
    page.get_by_role("button", name="Invite", exact=True).click()
    link = page.locator("main code").first.inner_text()
    assert looked_at(page, "organisation-programmes") == []

    guest = opened(browser)
    theirs = guest.new_page()
    theirs.goto(link)
    introduce(theirs, AUDITOR)
    theirs.locator("main button[type=submit]").first.click()
    expect(theirs.get_by_role("link", name=AUDITOR.name)).to_be_visible()
    assert theirs.goto(inside).status == 200
    assert looked_at(theirs, "guest-draft") == []
    assert theirs.goto(outside).status == 404
    theirs.goto(empty_product.address)
    assert theirs.get_by_role("link", name="New account").count() == 0
    assert theirs.get_by_role("link", name="Organisation", exact=True).count() == 0
    theirs.goto(empty_product.address + "/me")
    expect(theirs.get_by_text("Reader of Befriending, until 31 March 2099")).to_be_visible()
    guest.close()
    context.close()
