"""The search box of every page: by keyboard, without JavaScript, in both languages."""

from looks import NARROW, looked_at, opened
from playwright.sync_api import Browser, expect
from product import Product


def test_anybodys_words_find_what_is_here(browser: Browser, product: Product) -> None:
    context = opened(browser, width=NARROW, script=False)
    page = context.new_page()
    page.goto(product.address + "/published")
    box = page.get_by_role("searchbox")
    box.focus()
    page.keyboard.type("befreinding")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Results for befreinding")
    expect(page.get_by_text("These are the results for befriending.")).to_be_visible()
    expect(box).to_have_value("befreinding")
    page.get_by_role("link", name="Cymraeg").click()
    expect(box).to_have_value("befreinding")
    page.get_by_role("link", name="English").click()
    page.get_by_role("link", name="Home visits for older people").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Home visits for older people")
    context.close()


def test_the_pages_of_the_search_are_sound(browser: Browser, product: Product) -> None:
    context = opened(browser)
    page = context.new_page()
    found = []
    for label, address in [
        ("search-help", "/search"),
        ("search-some", "/search?q=lonely zebra"),
        ("search-none", "/search?q=zzzz"),
    ]:
        page.goto(product.address + address)
        found += looked_at(page, label)
    assert found == []
    context.close()
