"""Signing in with another provider: a real one, on this machine, that demands PKCE."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlencode, urlparse

import pytest
from conftest import own
from looks import looked_at, opened
from people import FOUNDER
from playwright.sync_api import Browser, BrowserContext, Page, expect
from product import Product, free_port
from provider import CLIENT, SECRET, Provider, is_there

pytestmark = pytest.mark.skipif(not is_there(), reason="glewlwyd is not installed")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Provider, Product]]:
    port = free_port()
    provider = Provider(tmp_path_factory.mktemp("provider"), f"http://127.0.0.1:{port}/sign-in/back")
    provider.add("ben", "ben@harrowmere.example", "Ben Editor")
    provider.add("eve", "ben@harrowmere.example", "Eve Elsewhere")
    settings = {
        "OUTCOMES_SIGN_IN": provider.issuer,
        "OUTCOMES_SIGN_IN_CLIENT": CLIENT,
        "OUTCOMES_SIGN_IN_SECRET": SECRET,
    }
    place = Product(
        data=tmp_path_factory.mktemp("sign-on"), options=("--empty",), environment=settings, port=port
    ).start()
    yield provider, place
    assert place.stop() == 0
    provider.stop()
    assert SECRET not in "".join(place.output) and "code=" not in "".join(place.output)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened_one = opened(browser)
    yield opened_one
    opened_one.close()


def led_away(page: Page, place: Product) -> str:
    """Where our link leads: to the provider, with a question."""
    answer = page.context.request.get(place.address + "/sign-in/elsewhere", max_redirects=0)
    assert answer.status == 303
    return answer.headers["location"]


def with_state_of(back: str, away: str) -> str:
    """The provider's way back, with the state of another question."""
    fields = {name: values[0] for name, values in parse_qs(urlparse(back).query).items()}
    fields["state"] = parse_qs(urlparse(away).query)["state"][0]
    return back.partition("?")[0] + "?" + urlencode(fields)


def take_address(page: Page, place: Product, email: str) -> None:
    page.goto(place.address + "/me/data")
    page.fill("#email", email)
    page.fill("form[action$='/me/email'] input[type=password]", FOUNDER.password)
    page.get_by_role("button", name="Change the address").click()


def test_somebody_who_waits_at_anothers_address_gets_nothing_of_theirs(
    browser: Browser, context: BrowserContext, running: tuple[Provider, Product]
) -> None:
    provider, place = running
    squatter = opened(browser)
    own(squatter, place)
    owner = squatter.new_page()
    take_address(owner, place, "ben@harrowmere.example")
    page = context.new_page()
    page.goto(provider.user("ben").follow(led_away(page, place)))
    expect(page.get_by_role("heading", name="Show your password once")).to_be_visible()
    assert looked_at(page, "password-first") == []
    page.goto(place.address + "/me")
    expect(page.get_by_role("heading", name="Sign in to see this page")).to_be_visible()
    owner.goto(place.address + "/me")
    expect(owner.get_by_role("link", name="Sign in with localhost from now on")).to_be_visible()
    take_address(owner, place, FOUNDER.email)
    squatter.close()


def test_somebody_who_is_invited_comes_in_and_comes_back_as_the_same_person(
    browser: Browser, context: BrowserContext, running: tuple[Provider, Product]
) -> None:
    provider, place = running
    founder = opened(browser)
    own(founder, place)
    page = context.new_page()
    page.goto(place.address + "/sign-in")
    assert looked_at(page, "sign-in-elsewhere") == []
    expect(page.get_by_role("link", name="Sign in with localhost")).to_be_visible()
    ben = provider.user("ben")
    page.goto(ben.follow(led_away(page, place)))
    expect(page.get_by_role("heading", name="You have no way in here yet")).to_be_visible()
    owner = founder.new_page()
    owner.goto(place.address + "/organisation")
    owner.fill("#email", "ben@harrowmere.example")
    owner.select_option("#role", "editor")
    owner.locator("form[action$='/invitations'] button").click()
    back = ben.follow(led_away(page, place))
    page.goto(back)
    expect(page).to_have_url(place.address + "/")
    expect(page.get_by_role("link", name="Ben Editor")).to_be_visible()
    page.goto(place.address + "/me")
    page.get_by_role("button", name="Sign out").click()
    page.goto(back)
    expect(page.get_by_role("heading", name="Signing in there did not work")).to_be_visible()
    page.goto(ben.follow(led_away(page, place)))
    expect(page.get_by_role("link", name="Ben Editor")).to_be_visible()
    # Without a password, having signed in there a moment ago shows that it is Ben.
    page.goto(place.address + "/me/second-step")
    expect(page.get_by_text("You signed in with localhost a moment ago")).to_be_visible()
    assert looked_at(page, "second-step-without-password") == []
    page.get_by_role("button", name="Set it up").click()
    expect(page.get_by_role("button", name="Turn it on")).to_be_visible()
    owner.goto(place.address + "/organisation")
    expect(owner.get_by_text("ben@harrowmere.example")).to_have_count(1)
    founder.close()


def test_an_address_that_the_provider_has_not_made_sure_of_opens_nothing(
    context: BrowserContext, running: tuple[Provider, Product]
) -> None:
    provider, place = running
    page = context.new_page()
    page.goto(provider.user("eve").follow(led_away(page, place)))
    expect(page.get_by_role("heading", name="You have no way in here yet")).to_be_visible()


def test_another_state_another_browser_and_another_verifier_are_refused(
    browser: Browser, context: BrowserContext, running: tuple[Provider, Product]
) -> None:
    provider, place = running
    ben = provider.user("ben")
    page = context.new_page()
    refused = page.get_by_role("heading", name="Signing in there did not work")
    back = ben.follow(led_away(page, place))
    page.goto(back.replace("state=", "state=x"))
    expect(refused).to_be_visible()
    # Somebody else's browser, to which the whole address was given.
    other = opened(browser)
    stranger = other.new_page()
    stranger.goto(back)
    expect(stranger.get_by_role("heading", name="Signing in there did not work")).to_be_visible()
    other.close()
    # A code that answers an earlier question: the provider was told of another verifier, and refuses ours.
    first = led_away(page, place)
    stolen = ben.follow(first)
    second = led_away(page, place)
    page.goto(with_state_of(stolen, second))
    expect(refused).to_be_visible()
    assert looked_at(page, "sign-on-refused") == []
    place.wait_for_line("the server answered 403")
    assert "Ben Editor" not in page.goto(place.address).text()
