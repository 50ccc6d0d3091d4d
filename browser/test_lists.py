"""Lists that are longer than a page."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import own
from looks import looked_at, opened
from playwright.sync_api import Browser, Page, expect
from product import Product

COUNT = 45


def fill(database: Path) -> None:
    """Puts published accounts and drafts straight into the store: making so many would take an hour."""
    with sqlite3.connect(database) as store:
        (organisation,) = store.execute("SELECT id FROM organisation").fetchone()
        for number in range(1, COUNT + 1):
            made = 1_700_000_000_000 + number * 60_000
            for kind, state, published in [("a", "published", made), ("d", "draft", None)]:
                account = f"{kind}{number}"
                store.execute(
                    "INSERT INTO account (place, organisation, id, created) VALUES ('home', ?, ?, ?)",
                    (organisation, account, made),
                )
                store.execute(
                    "INSERT INTO edition (place, account, number, state, language, title, provider, service, period,"
                    " finding, summary, made_up, created, published)"
                    " VALUES ('home', ?, 1, ?, 'en', 'T', 'Kettle On', ?, '2025/26', 'It fell.', '{}', 0, ?, ?)",
                    (account, state, f"Befriending {number}", made, published),
                )


@pytest.fixture(scope="module")
def full_product(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    running = Product(data=tmp_path_factory.mktemp("full"), options=("--empty",)).start()
    founder = opened(browser)
    own(founder, running)
    founder.close()
    fill(running.data / "outcomes.sqlite")
    yield running
    assert running.stop() == 0


@pytest.fixture
def own_page(browser: Browser, full_product: Product) -> Iterator[Page]:
    context = opened(browser)
    own(context, full_product)
    page = context.new_page()
    page.goto(full_product.address)
    yield page
    context.close()


def test_plain_links_lead_through_all_published_accounts(own_page) -> None:
    assert looked_at(own_page, "home-full") == []
    own_page.get_by_role("link", name="All published accounts").click()
    seen = []
    while True:
        seen += own_page.locator(".step-title").all_inner_texts()
        further = own_page.get_by_role("link", name="Next page")
        if further.count() == 0:
            break
        further.click()
    assert seen == [f"Befriending {number}, 2025/26" for number in range(COUNT, 0, -1)]
    own_page.get_by_role("link", name="Previous page").click()
    expect(own_page.get_by_role("heading", name="Published accounts, page 2")).to_be_visible()
    assert looked_at(own_page, "published") == []


def test_all_that_waits_can_be_reached(own_page) -> None:
    own_page.get_by_role("link", name="All that waits for you").click()
    own_page.get_by_role("link", name="Next page").click()
    expect(own_page.get_by_role("link", name="Befriending 6, 2025/26")).to_be_visible()
    assert looked_at(own_page, "waiting") == []
