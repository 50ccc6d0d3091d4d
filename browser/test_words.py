"""What our words mean: chosen without JavaScript as a step, and with it by one key while somebody types."""

import re

from conftest import own
from looks import faults, looked_at, opened, overflow, picture
from playwright.sync_api import Browser, Page, Route, expect
from product import Product
from steps import make, upload, workbook
from test_language import press


def offered(page: Page, words: str, said: str = "This may stand for:") -> None:
    """Waits until something is offered for words: ours are brought in while somebody begins."""
    found = page.get_by_role("group", name=words).get_by_text(said)
    for _ in range(60):
        if found.count():
            return
        page.wait_for_timeout(1_000)
        page.reload()
    expect(found).to_be_visible()


def test_our_words_get_their_meaning_as_a_step_without_javascript(
    browser: Browser, empty_product: Product, tmp_path
) -> None:
    words = empty_product.address + "/words"
    context = opened(browser, script=False)
    own(context, empty_product)
    page = context.new_page()
    page.goto(empty_product.address)
    upload(page, workbook(tmp_path / "map.xlsx"))
    expect(page.get_by_role("button", name="Make the account").first).to_be_visible(timeout=60_000)
    # On the way to an account, what it names is asked about. Whoever passes it by leaves everything as it is.
    offered(page, "Less lonely", "An outcome. It may stand for:")
    lonely = page.get_by_role("group", name="Less lonely")
    expect(lonely.get_by_role("radio", name="Leave it as it is")).to_be_checked()
    expect(lonely.get_by_text("because of “less”, “lonely”").first).to_be_visible()
    picture(page, "import-meanings")
    lonely.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    make(page)
    page.get_by_role("link", name="Check and publish").click()
    expect(page.get_by_text("1 outcome has no shared word yet.")).to_be_visible()
    page.get_by_role("link", name="Say what your words mean").click()
    offered(page, "More confident")
    page.fill("#words-new", "Befriending visits")
    page.get_by_role("radio", name="A service").focus()
    page.keyboard.press("Space")
    press(page, "Keep these")
    # What has no meaning yet comes back as a question.
    befriending = page.get_by_role("group", name="Befriending visits")
    expect(befriending.get_by_text("because of “befriending”").first).to_be_visible()
    befriending.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    press(page, "Keep these")
    expect(page.get_by_role("link", name="2 outcomes and services have a shared word")).to_be_visible()
    assert page.url == words
    context.close()


def test_shared_words_are_offered_while_somebody_types_and_taken_with_one_key(
    browser: Browser, empty_product: Product
) -> None:
    words = empty_product.address + "/words"
    context = opened(browser)
    own(context, empty_product)
    page = context.new_page()
    page.goto(words)
    offered(page, "More confident")
    field = page.get_by_role("combobox", name="An outcome, or what a service does, in your own words")
    offers = page.get_by_role("option")
    status = page.get_by_role("status").last
    field.focus()
    page.keyboard.type("Fewer lonely people")
    expect(offers.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(status).to_have_text("The arrow keys choose, Enter takes one, Escape closes the list.")
    assert faults(page) == [] and overflow(page) == []
    picture(page, "words-offers")
    page.set_viewport_size({"width": 360, "height": 800})
    assert faults(page) == [] and overflow(page) == []
    picture(page, "words-offers-360")
    page.keyboard.press("ArrowDown")
    expect(offers.nth(1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    assert offers.count() == 0 and field.input_value() == "Fewer lonely people"

    # Enter before the answer is there sends nothing, and takes nothing that wasn't seen.
    def late(route: Route) -> None:
        page.wait_for_timeout(500)
        route.continue_()

    page.route("**/language/suggest**", late)
    page.keyboard.type("!")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    assert page.url == words
    expect(offers.first).to_be_visible()
    page.unroute("**/language/suggest**")
    page.keyboard.press("Enter")
    expect(status).to_have_text("Stands for “Fewer people feel lonely” here.")
    assert page.url == words and field.input_value() == "Fewer lonely people!"
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name=re.compile("^3 outcomes and services have a shared word$"))).to_be_visible()
    # Nothing is offered for what no word comes near.
    field.fill("Zzz qqq")
    expect(status).to_have_text("No shared word comes near.")
    page.set_viewport_size({"width": 1280, "height": 900})
    found = []
    for name, address in (("open", ""), ("decided", "?list=decided"), ("one", "?of=Fewer+lonely+people%21")):
        page.goto(words + address)
        found += looked_at(page, f"words-{name}")
    assert found == []
    context.close()


def test_a_service_keeps_its_name_and_a_shared_word_is_put_beside_it(
    browser: Browser, empty_product: Product, tmp_path
) -> None:
    context = opened(browser)
    own(context, empty_product)
    page = context.new_page()
    page.goto(empty_product.address)
    upload(page, workbook(tmp_path / "map.xlsx"))
    offered(page, "More confident", "An outcome. It may stand for:")
    found = looked_at(page, "import-asking")
    page.goto(empty_product.address + "/imports/new")
    page.get_by_text("Say who it is from").click()
    service = page.get_by_role("combobox", name="Service")
    service.focus()
    page.keyboard.type("Fewer lonely people")
    expect(page.get_by_role("option").first).to_be_visible()
    found += faults(page)
    picture(page, "import-service-offers")
    page.keyboard.press("Enter")
    status = page.get_by_text("Your words stay. They stand for “Fewer people feel lonely” here.")
    expect(status).to_be_visible()
    assert service.input_value() == "Fewer lonely people" and page.locator("#meaning-service").input_value() != ""
    found += looked_at(page, "import-service-taken")
    service.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(status).to_be_hidden()
    expect(service).to_be_focused()
    assert page.locator("#meaning-service").input_value() == ""
    # A form that comes back says again what was taken, and it can be taken off there.
    page.keyboard.type(" here")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    status = page.get_by_text(re.compile("^Your words stay. They stand for"))
    said = status.inner_text()
    page.get_by_role("button", name="Read this workbook").click()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    expect(status).to_have_text(said)
    assert page.locator("#meaning-service").input_value() != ""
    page.get_by_role("button", name="Take it off").click()
    expect(status).to_be_hidden()
    assert page.locator("#meaning-service").input_value() == ""
    assert found == []
    context.close()
