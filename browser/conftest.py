"""Starts the product once, and a browser once, for all tests of this folder."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from looks import opened
from people import FOUNDER, introduce, sign_in
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from post import Post
from product import Product


def chromium() -> str | None:
    """The browser to drive: OUTCOMES_BROWSER, else this system's Chromium or Chrome, else playwright's own."""
    named = os.environ.get("OUTCOMES_BROWSER")
    return named or next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # Chromium's own sandbox can't start as root, which is who tests run as in a container.
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        running = playwright.chromium.launch(executable_path=chromium(), args=arguments)
        yield running
        running.close()


@pytest.fixture(scope="session")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """The product with its demo place."""
    running = Product(data=tmp_path_factory.mktemp("data")).start().settle()
    yield running
    assert running.stop() == 0


@pytest.fixture(scope="session")
def empty_product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """The product as it starts with `--empty`."""
    running = Product(data=tmp_path_factory.mktemp("empty"), options=("--empty",)).start()
    yield running
    assert running.stop() == 0


@pytest.fixture
def founder(browser: Browser, place: Product) -> Iterator[Page]:
    """A page in the browser of whoever founded the place that a file of tests has for itself."""
    context = opened(browser)
    own(context, place)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def post(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Post]:
    """A mail server that keeps what it is given."""
    running = Post(tmp_path_factory.mktemp("post"))
    yield running
    running.stop()


@pytest.fixture
def stranger(browser: Browser) -> Iterator[Page]:
    """A page in the browser of somebody who is not signed in."""
    context = opened(browser)
    yield context.new_page()
    context.close()


def own(context: BrowserContext, product: Product) -> None:
    """Signs a browser in as the founder: the first time by the link that the server printed, then by password."""
    page = context.new_page()
    if product.is_founded:
        sign_in(page, product.address, FOUNDER)
    else:
        assert product.owner_link is not None
        page.goto(product.owner_link)
        page.fill("#organisation", "Harrowmere Voluntary Service")
        introduce(page, FOUNDER)
        page.get_by_role("button", name="Begin").click()
        product.is_founded = True
    assert "key=" not in page.url, "the key must not stay in the address bar"
    expect(page.get_by_role("link", name=FOUNDER.name)).to_be_visible()
    page.close()


@pytest.fixture
def owner(browser: Browser, product: Product) -> Iterator[Page]:
    """A page in the browser of whoever founded the place: its facilitator, and the owner of its first organisation."""
    context = opened(browser)
    own(context, product)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def reference() -> Path:
    """The folder of reference data; tests that read it are skipped where it is absent."""
    folder = Path(os.environ.get("OUTCOMES_REFERENCE", Path(__file__).resolve().parents[2] / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no reference data at {folder} (OUTCOMES_REFERENCE names another folder)")
    return folder
