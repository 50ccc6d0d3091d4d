"""Two places of one installation, each at an address of its own."""

import os
import subprocess
from collections.abc import Iterator

import pytest
from looks import opened
from people import BEN, FOUNDER, introduce
from playwright.sync_api import Browser, Page, expect
from product import ROOT, Product, command


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    running = Product(data=tmp_path_factory.mktemp("places"), options=("--empty",)).start()
    yield running
    assert running.stop() == 0


def administer(place: Product, *words: str) -> str:
    """What `outcomes place` says."""
    done = subprocess.run(
        [command(), "place", *words],
        cwd=ROOT,
        env={**os.environ, "OUTCOMES_DATA": str(place.data), "OUTCOMES_LISTEN": f"127.0.0.1:{place.port}"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_a_second_place_is_added_while_the_server_runs_and_is_a_world_of_its_own(
    browser: Browser, founder: Page, place: Product
) -> None:
    address = f"http://north.localhost:{place.port}"
    assert f"north is at {address}." in administer(place, "add", address)
    link = administer(place, "link", "north").strip()
    context = opened(browser)
    page = context.new_page()
    # The running server finds it within seconds; before that it shows the first place.
    for _ in range(20):
        page.goto(link)
        if page.locator("#organisation").count():
            break
        page.wait_for_timeout(500)
    page.fill("#organisation", "Northern Hands")
    introduce(page, BEN)
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("link", name=BEN.name)).to_be_visible()
    assert page.url.startswith(address)
    # The same browser is nobody in the first place, and the first place's founder is nobody here.
    page.goto(place.address)
    expect(page.get_by_role("link", name=BEN.name)).to_have_count(0)
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()
    founder.goto(address)
    expect(founder.get_by_role("link", name="Sign in")).to_be_visible()
    founder.goto(place.address)
    expect(founder.get_by_role("link", name=FOUNDER.name)).to_be_visible()
    lines = administer(place, "list").splitlines()
    assert [line.split()[0] for line in lines] == ["home", "north"]
    assert all(line.endswith("founded") for line in lines)
    context.close()
