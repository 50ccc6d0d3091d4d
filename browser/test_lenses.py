"""One account in the words of several lists: those that come along, and a commissioner's own from a spreadsheet."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import own
from looks import HEAVIEST, looked_at, opened, weight
from people import Someone, introduce
from playwright.sync_api import Browser, Page, expect
from product import Product
from recalculate import recalculated, values
from steps import HEADINGS, make, publish, upload, workbook

DAN = Someone("Dan Lock", "dan@locks.example", "towpath heron kettle moon")
NOTHING = [None] * 3
ROWS = [
    ["Older people", "Grant", 42000, "cash", "Less lonely", 60, 2, 900, "Survey", 0.2, 0.25],
    ["Older people", *NOTHING, "Fewer falls at home", 25, 1, 1400, "Tariff", 0.1, 0.3],
    ["Carers", *NOTHING, "A break for carers", 14, 1, 700, "Survey", 0.1, 0.1],
    ["Volunteers", *NOTHING, "Into paid work", 4, 1, 5200, "Survey", 0.3, 0.2],
    ["Council", *NOTHING, "Knitted blankets", 30, 1, 15, "Sales", 0, 0],
]
MEANINGS = {
    "Less lonely": "Fewer people feel lonely",
    "Fewer falls at home": "Fewer older people fall",
    "A break for carers": "Unpaid carers cope better",
    "Into paid work": "More people find a job",
}
PRIORITIES = """code,label,definition,broader
A,Living well at home,People stay well and in their own home.,
A1,Prevention of falls,Fewer people fall.,A
A2,Carers supported,Unpaid carers can go on caring.,A
B,Connected communities,People know and help one another.,
B1,Reduced isolation,People have others to turn to.,B
C,Good work,,
"""
# Of the commissioner's headings, and how near each is.
MAPPED = {
    "Prevention of falls": ("Fewer older people fall", "exact"),
    "Carers supported": ("Unpaid carers cope better", "close"),
    "Reduced isolation": ("Fewer people feel lonely", "narrow"),
    "Good work": ("More people find a job", "narrow"),
}
OWN, GOALS, COUNCIL, TAGS = "Inside Outcomes", "Sustainable Development Goals", "Council priorities", "UK Charity"


@dataclass
class Ground:
    """A place with a published account whose outcomes have meanings, and the keys of its lists by their titles."""

    product: Product
    account: str
    lists: dict[str, str]

    def key(self, name: str) -> str:
        return next(key for title, key in self.lists.items() if title.startswith(name))


def loaded(page: Page, address: str, path: Path) -> None:
    page.goto(address + "/language/load")
    page.set_input_files("#file", path)
    page.get_by_role("button", name="Load this file").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your file is loaded", timeout=30_000)


@pytest.fixture(scope="module")
def ground(browser: Browser, tmp_path_factory: pytest.TempPathFactory, reference: Path) -> Iterator[Ground]:
    """Made without JavaScript: a list from a spreadsheet and what it means, an account and what its words mean."""
    folder = tmp_path_factory.mktemp("lenses")
    running = Product(data=folder / "data", options=("--empty",)).start()
    context = opened(browser, script=False)
    own(context, running)
    page = context.new_page()
    loaded(page, running.address, reference / "data" / "language" / "ukcat.csv")
    (folder / "Council priorities.csv").write_text(PRIORITIES)
    loaded(page, running.address, folder / "Council priorities.csv")
    page.get_by_role("link", name="Say what these mean in other words").click()
    for heading, (concept, nearness) in MAPPED.items():
        field = page.get_by_role("group", name=heading)
        # What is offered is taken with one tick; the rest is found by its name.
        offered = field.get_by_role("checkbox", name=re.compile(f"^{concept}"))
        if offered.count():
            offered.check()
        else:
            field.get_by_role("textbox").fill(concept)
        field.get_by_label("How near is the heading?").select_option(nearness)
    page.get_by_role("button", name="Keep these").click()
    expect(page.get_by_text("4 of the 6 headings on this page have a meaning in other words.")).to_be_visible()
    page.goto(running.address)
    upload(page, workbook(folder / "account.xlsx", ROWS, HEADINGS))
    page.fill("#provider", "Kettle On")
    make(page)
    account = publish(page)
    page.goto(running.address + "/words")
    for number in range(len(ROWS)):
        words = page.locator(f"[name='words-{number}']").get_attribute("value")
        page.fill(f"[name='find-{number}']", MEANINGS.get(words or "", ""))
    page.get_by_role("button", name="Keep these").click()
    expect(page.get_by_role("link", name="4 outcomes and services have a shared word")).to_be_visible()
    lists = context.request.get(running.address + "/api/v1/word-lists").json()["items"]
    context.close()
    yield Ground(running, account, {each["title"]: each["key"] for each in lists})
    assert running.stop() == 0


def outcomes(reading: dict) -> list[dict]:
    under = [line["outcome"] for heading in reading["headings"] for line in heading["outcomes"]]
    return under + reading["rest"]


def test_each_list_tells_the_same_totals_in_every_form_and_loses_nothing(
    browser: Browser, ground: Ground, tmp_path: Path
) -> None:
    context = opened(browser, script=False)
    page = context.new_page()
    facts = context.request.get(ground.account + "/account.json").json()
    wanted = sorted(each["outcome"] for each in facts["outcomes"])
    total = next(each["value"] for each in facts["figures"] if each["id"] == "presentValue")
    read = f"£{total:,.0f}"
    books = []
    for name, top in ((OWN, "People are better connected"), (GOALS, "Good health and well-being"),
                      (COUNCIL, "Living well at home"), (TAGS, "Social welfare")):  # fmt: skip
        key = ground.key(name)
        address = f"{ground.account}/in/{key}"
        reading = context.request.get(address + "/account.json").json()
        assert sorted(each["outcome"] for each in outcomes(reading)) == wanted, name
        worth = [f["value"] for each in outcomes(reading) for f in each["figures"] if f["id"].endswith("presentValue")]
        assert sum(worth) == pytest.approx(total, abs=0.05), name
        assert [each["outcome"] for each in reading["rest"]] == ["Knitted blankets"], name
        assert reading["of"]["sha256"] in page.context.request.get(address).text()
        page.goto(address)
        headings = page.locator("h2, h3").all_inner_texts()
        assert top in headings and headings.index(top) < headings.index("Not in these words"), headings
        expect(page.locator(".figure-value", has_text=read)).to_have_count(1)
        for each in wanted:
            expect(page.locator("th").get_by_role("link", name=each, exact=True)).to_have_count(1)
        assert weight(context, address) <= HEAVIEST
        # Back to the provider's own words in one step.
        expect(page.get_by_role("link", name="Read it in the provider’s own words")).to_be_visible()
        paper = tmp_path / f"{key}.pdf"
        paper.write_bytes(context.request.get(address + "/account.pdf").body())
        pdf = subprocess.run(["pdftotext", "-layout", paper, "-"], check=True, capture_output=True, text=True).stdout
        assert read in pdf and pdf.index(top) < pdf.index("Not in these words") < pdf.index("Knitted blankets")
        assert all(each in pdf for each in wanted), name
        html = context.request.get(address + "/account.html").text()
        assert read in html and all(each in html for each in wanted)
        books.append(tmp_path / f"{key}.xlsx")
        books[-1].write_bytes(context.request.get(address + "/account.xlsx").body())
    recalculated(*books)
    for book in books:
        cells = values(tmp_path / "recalculated" / book.name)
        last = next(place for place, value in cells.items() if value == "All outcomes together")[1].strip("A")
        assert cells["In these words", f"H{last}"] == pytest.approx(total, abs=0.05)
        assert set(wanted) <= set(cells.values())
    context.close()


def test_what_a_reader_chose_holds_on_every_page_and_can_be_given_up(browser: Browser, ground: Ground) -> None:
    context = opened(browser)
    page = context.new_page()
    address = ground.product.address
    found = []
    page.goto(address + "/published")
    assert page.locator("details.said-otherwise").count() == 0
    page.get_by_role("link", name="Read in other words").focus()
    page.keyboard.press("Enter")
    found += looked_at(page, "read-in")
    page.get_by_label("those who wrote").focus()
    while not page.get_by_label(COUNCIL).is_checked():
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(address + "/published")
    summary = page.locator("summary", has_text="In the words of “Council priorities”")
    expect(summary).to_contain_text("Reduced isolation")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("A part of this. In their own words: Less lonely")).to_be_visible()
    found += looked_at(page, "published-in-words")
    page.goto(address + "/search?q=lonely")
    expect(page.get_by_role("link", name="Reduced isolation", exact=True).first).to_be_visible()
    found += looked_at(page, "search-in-words")
    for path in ("", "/published", "/search?q=lonely"):
        assert weight(context, address + path) <= HEAVIEST
    page.goto(ground.account)
    assert page.url == f"{ground.account}/in/{ground.key(COUNCIL)}"
    found += looked_at(page, "account-in-words")
    page.get_by_role("link", name="the provider", exact=True).click()
    page.goto(address + "/published")
    assert page.locator("details.said-otherwise").count() == 0
    assert found == []
    context.close()


def say(page: Page, words: str, concept: str) -> None:
    """Says what a service of one's own is called, and picks the shared word on the page that offers some."""
    page.fill("#words-new", words)
    page.check("#kind-new-service")
    page.get_by_role("button", name="Keep these").click()
    page.fill("[name='find-0']", concept)
    page.get_by_role("button", name="Keep these").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What our words mean")


def test_two_organisations_compare_their_words_and_print_a_glossary(browser: Browser, ground: Ground) -> None:
    address = ground.product.address
    founder, others = opened(browser), opened(browser, script=False)
    own(founder, ground.product)
    page, theirs = founder.new_page(), others.new_page()
    theirs.goto(address + "/ask-to-join")
    theirs.fill("#organisation", "Lock Keepers")
    theirs.fill("#name", DAN.name)
    theirs.fill("#email", DAN.email)
    theirs.get_by_role("button", name="Ask to join").click()
    page.goto(address + "/place")
    page.get_by_role("link", name="Lock Keepers").click()
    page.get_by_role("button", name="Let it in").click()
    theirs.goto(page.locator(".banner code").inner_text())
    introduce(theirs, DAN)
    theirs.get_by_role("button", name="Join").click()
    theirs.goto(address + "/words")
    say(theirs, "Company on the towpath", "Fewer people feel lonely")
    say(theirs, "Less lonely", "Befriending")
    theirs.goto(address + "/words?list=decided")
    expect(theirs.get_by_role("link", name="Befriending")).to_be_visible()
    others.close()
    found = []
    page.goto(address + "/words/differ")
    page.select_option("#with", label="Lock Keepers")
    page.get_by_role("button", name="Compare").focus()
    page.keyboard.press("Enter")
    alike = page.get_by_role("table", name="The same meaning, said differently")
    expect(alike.get_by_role("row").filter(has_text="Company on the towpath")).to_contain_text("Less lonely")
    unlike = page.get_by_role("table", name="The same words, meant differently")
    expect(unlike.get_by_role("row").filter(has_text="Less lonely")).to_contain_text("Befriending")
    found += looked_at(page, "words-differ")
    differ = page.url
    page.get_by_role("link", name="A glossary for both").click()
    found += looked_at(page, "words-glossary")
    pdf = founder.request.get(page.url.replace("/glossary?", "/glossary.pdf?"))
    assert pdf.body().startswith(b"%PDF")
    # The shared words are told in the list that the reader chose; the words of the two stay theirs.
    founder.request.get(f"{address}/read-in?words={ground.key(COUNCIL)}&then=/kept")
    for url in (differ, page.url):
        page.goto(url)
        expect(page.get_by_role("link", name="Reduced isolation", exact=True).first).to_be_visible()
        expect(page.get_by_text("Shared word: Fewer people feel lonely").first).to_be_visible()
        expect(page.get_by_text("Company on the towpath").first).to_be_visible()
    page.goto(f"{address}/language/schemes/{ground.key(COUNCIL)}/map")
    found += looked_at(page, "words-map")
    assert found == []
    founder.close()
