"""Starts the product once, and a browser once, for all tests of this folder."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from looks import opened
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
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
def stranger(browser: Browser) -> Iterator[Page]:
    """A page in the browser of somebody who isn't the owner."""
    context = opened(browser)
    yield context.new_page()
    context.close()


def own(context: BrowserContext, product: Product) -> None:
    """Makes a browser the owner's, as a person does: by following the link that the server printed."""
    page = context.new_page()
    assert product.owner_link is not None
    page.goto(product.owner_link)
    assert "key=" not in page.url, "the key must not stay in the address bar"
    page.close()


@pytest.fixture
def owner(browser: Browser, product: Product) -> Iterator[Page]:
    """A page in the owner's browser."""
    context = opened(browser)
    own(context, product)
    yield context.new_page()
    context.close()


@pytest.fixture
def reference() -> Path:
    """The folder of reference data; tests that read it are skipped where it is absent."""
    folder = Path(os.environ.get("OUTCOMES_REFERENCE", Path(__file__).resolve().parents[2] / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no reference data at {folder} (OUTCOMES_REFERENCE names another folder)")
    return folder
