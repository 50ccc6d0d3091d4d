"""Founding a place, inviting, joining, signing in and out, in the browser."""

from collections.abc import Iterator

import pytest
from conftest import own
from looks import looked_at, opened
from people import FOUNDER, Someone, introduce, sign_in
from playwright.sync_api import Browser, Page, expect
from product import Product
from steps import make, upload, workbook

BEN = Someone("Ben Editor", "ben@harrowmere.example", "the canal froze in march")
CAT = Someone("Cat Owner", "cat@canal.example", "three brown loaves at dawn")
DAN = Someone("Dan Keeper", "dan@lock.example", "seven grey herons stand still")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """A place that nobody has founded yet."""
    running = Product(data=tmp_path_factory.mktemp("people"), options=("--empty",)).start()
    yield running
    assert running.stop() == 0


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = opened(browser)
    yield context.new_page()
    context.close()


def join(page: Page, link: str, who: Someone) -> None:
    page.goto(link)
    introduce(page, who)
    page.get_by_role("button", name="Join").click()


def link_on(page: Page) -> str:
    return page.locator(".banner code").inner_text()


def test_whoever_runs_the_server_founds_the_place_once(place: Product, page: Page) -> None:
    assert place.owner_link is not None
    page.goto(place.owner_link)
    assert looked_at(page, "found") == []
    page.get_by_role("button", name="Begin").click()
    assert looked_at(page, "found-empty") == []
    expect(page.locator(".error-summary li")).to_have_count(4)
    page.fill("#organisation", "Harrowmere Voluntary Service")
    introduce(page, Someone(FOUNDER.name, FOUNDER.email, "passwordpassword"))
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_text("one of the first that anyone would guess").first).to_be_visible()
    expect(page.locator("#name")).to_have_value(FOUNDER.name)
    assert page.locator("#password").input_value() == ""
    page.fill("#password", FOUNDER.password)
    page.get_by_role("button", name="Begin").click()
    expect(page).to_have_url(place.address + "/")
    expect(page.get_by_role("link", name="Turn a spreadsheet into an account")).to_be_visible()
    place.is_founded = True
    page.goto(place.owner_link)
    assert looked_at(page, "regain") == []
    expect(page.get_by_role("heading", name="Let somebody in again")).to_be_visible()


def test_an_editor_is_invited_works_and_is_seen_by_nobody_else(browser: Browser, place: Product, tmp_path) -> None:
    founder, ben, cat = (opened(browser) for _ in range(3))
    own(founder, place)
    page = founder.new_page()
    page.goto(place.address + "/organisation")
    assert looked_at(page, "organisation") == []
    page.fill("#email", BEN.email)
    page.select_option("#role", "editor")
    page.get_by_role("button", name="Invite", exact=True).click()
    assert looked_at(page, "invited") == []
    bens = ben.new_page()
    bens.goto(link_on(page))
    assert looked_at(bens, "join") == []
    join(bens, bens.url, BEN)
    expect(bens).to_have_url(place.address + "/")
    upload(bens, workbook(tmp_path / "befriending.xlsx", people=True))
    make(bens)
    draft = bens.url
    page.goto(draft)
    expect(page.get_by_text("Only your organisation can see it")).to_be_visible()
    page.goto(place.address + "/place")
    assert looked_at(page, "place") == []
    page.fill("#name", "Canal Street Kitchen")
    page.fill("#email", CAT.email)
    page.get_by_role("button", name="Invite").click()
    cats = cat.new_page()
    join(cats, link_on(page), CAT)
    assert cats.goto(draft).status == 404
    assert "befriending" not in cats.goto(place.address).text()
    for context in (founder, ben, cat):
        context.close()


def test_without_mail_whoever_asks_to_join_is_let_in_by_a_link_that_the_facilitator_passes_on(
    browser: Browser, place: Product, page: Page
) -> None:
    founder = opened(browser)
    own(founder, place)
    page.goto(place.address + "/ask-to-join")
    page.fill("#organisation", "Lock Keepers")
    page.fill("#name", DAN.name)
    page.fill("#email", DAN.email)
    page.get_by_role("button", name="Ask to join").click()
    expect(page.get_by_text("This site sends no e-mail by itself.")).to_be_visible()
    facilitators = founder.new_page()
    facilitators.goto(place.address + "/place")
    expect(facilitators.get_by_text("address not confirmed")).to_be_visible()
    facilitators.get_by_role("link", name="Lock Keepers").click()
    assert looked_at(facilitators, "join-unconfirmed") == []
    facilitators.get_by_role("button", name="Let it in").click()
    join(page, link_on(facilitators), DAN)
    page.goto(place.address + "/organisation")
    expect(page.get_by_role("heading", name="Lock Keepers")).to_be_visible()
    founder.close()


def test_a_session_can_be_seen_and_ended_from_elsewhere(browser: Browser, place: Product) -> None:
    one, other = opened(browser), opened(browser)
    first, second = one.new_page(), other.new_page()
    sign_in(first, place.address, CAT)
    sign_in(second, place.address, CAT)
    second.goto(place.address + "/me")
    assert looked_at(second, "me") == []
    while second.get_by_role("button", name="End it").count():
        second.get_by_role("button", name="End it").first.click()
    first.goto(place.address + "/me")
    expect(first.get_by_role("heading", name="Sign in to see this page")).to_be_visible()
    first.get_by_role("link", name="Sign in").click()
    assert looked_at(first, "sign-in") == []
    first.fill("#email", CAT.email)
    first.fill("#password", "not the password")
    first.get_by_role("button", name="Sign in").click()
    assert looked_at(first, "sign-in-wrong") == []
    first.fill("#password", CAT.password)
    first.get_by_role("button", name="Sign in").click()
    expect(first).to_have_url(place.address + "/me")
    first.get_by_role("button", name="Sign out").click()
    expect(first.get_by_role("link", name="Sign in")).to_be_visible()
    one.close()
    other.close()
