"""The shared words of a place: loaded, read, discussed, merged and put back, by keyboard and without JavaScript."""

import re

from conftest import own
from looks import looked_at, opened
from playwright.sync_api import Browser, Page, expect
from product import Product

OUR_LIST = """code,label,label (cy),also called,definition,broader
1,Loneliness,Unigrwydd,being alone; isolation,Missing people to be with.,
2,Fewer people feel lonely,,less isolation,"People have somebody to turn to, and feel less alone.",Loneliness
3,Isolated older people,,,,Loneliness
"""


def press(page: Page, name: str) -> None:
    """Goes to a button and presses it as somebody without a mouse does."""
    page.get_by_role("button", name=re.compile(f"^{name}")).first.focus()
    page.keyboard.press("Enter")


def loaded(page: Page, path) -> None:
    page.get_by_role("link", name="Load a file").click()
    page.set_input_files("#file", path)
    press(page, "Load this file")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your file is loaded", timeout=30_000)


def test_words_are_loaded_read_proposed_merged_and_put_back(browser: Browser, empty_product: Product, tmp_path) -> None:
    path = tmp_path / "Our headings.csv"
    path.write_text(OUR_LIST)
    context = opened(browser, script=False)
    own(context, empty_product)
    page = context.new_page()
    page.goto(empty_product.address + "/language")
    loaded(page, path)
    page.get_by_role("link", name="Look at it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Our headings")
    scheme = page.url
    for form, words in (
        ("turtle", 'skos:prefLabel "Unigrwydd"@cy'),
        ("json-ld", "Unigrwydd"),
        ("csv", "being alone; isolation"),
    ):
        file = context.request.get(f"{scheme}/{form}")
        assert file.ok and words in file.text(), form
    page.get_by_role("link", name="2 under it").click()
    page.get_by_role("link", name="Fewer people feel lonely", exact=True).click()
    concept = page.url
    page.fill("#words", "fewer lonely people")
    press(page, "Propose this word")
    press(page, "Take it up")
    page.fill("#text", "We count this by asking.")
    press(page, "Say it")
    expect(page.get_by_text("We count this by asking.")).to_be_visible()
    page.get_by_role("link", name="Change, adopt, merge, split or retire").click()
    page.fill("#other", "Isolated older people")
    press(page, "Merge")
    expect(page.get_by_text("Others are used in its place:")).to_be_visible()
    page.get_by_role("link", name="Isolated older people").click()
    expect(page.get_by_text("fewer lonely people")).to_be_visible()
    page.goto(concept)
    press(page, "Undo the last of these")
    expect(page.get_by_text("Others are used in its place:")).to_have_count(0)
    expect(page.get_by_text("put back as it was")).to_be_visible()
    context.close()

    looking = opened(browser)
    own(looking, empty_product)
    page = looking.new_page()
    found = []
    for name, address in (("home", "/language"), ("propose", "/language/propose"), ("load", "/language/load")):
        page.goto(empty_product.address + address)
        found += looked_at(page, f"language-{name}")
    for name, address in (("concept", concept), ("change", concept + "/change")):
        page.goto(address)
        found += looked_at(page, f"language-{name}")
    page.goto(empty_product.address + "/language/schemes/1")
    found += looked_at(page, "language-scheme")
    assert found == []
    looking.close()


def test_a_file_with_faults_is_refused_line_by_line(browser: Browser, empty_product: Product, tmp_path) -> None:
    path = tmp_path / "wrong.csv"
    path.write_text("code,label,broader\n1,Work,2\n2,Jobs,1\n2,Again,\n3,Lost,nowhere\n")
    context = opened(browser, script=False)
    own(context, empty_product)
    page = context.new_page()
    page.goto(empty_product.address + "/language/load")
    page.set_input_files("#file", path)
    press(page, "Load this file")
    expect(page.get_by_role("heading", level=1)).to_have_text("This file was not taken", timeout=30_000)
    for words in (
        "Line 4: The code “2” stands in an earlier line already.",
        "Line 5: No line has the code or label “nowhere”",
    ):
        expect(page.get_by_text(words)).to_be_visible()
    expect(page.get_by_text("It lies above itself")).to_be_visible()
    context.close()
    strange = opened(browser)
    page = strange.new_page()
    assert page.goto(empty_product.address + "/language/load").status == 403
    strange.close()
