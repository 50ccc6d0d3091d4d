"""A second step at sign-in: set up from its picture, used, lost and let in again; and a password forgotten."""

import io
from collections.abc import Iterator

import pytest
import zxingcpp
from codes import App
from conftest import own
from looks import looked_at, opened
from people import BEN, FOUNDER, introduce, sign_in
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from post import Post, link_in
from product import Product

NEXT = "three brown loaves at dawn"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, post: Post) -> Iterator[Product]:
    running = Product(data=tmp_path_factory.mktemp("second"), options=("--empty",), environment=post.settings()).start()
    yield running
    assert running.stop() == 0


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = opened(browser)
    yield context.new_page()
    context.close()


def read(page: Page) -> str:
    """What a telephone's camera makes of the picture on the page."""
    picture = Image.open(io.BytesIO(page.locator("svg.qr").screenshot()))
    found = zxingcpp.read_barcodes(picture)
    assert len(found) == 1
    return found[0].text


def give(page: Page, code: str) -> None:
    page.fill("#code", code)
    page.get_by_role("button", name="Sign in").click()


def come_in(place: Product, owner: Page, post: Post, page: Page) -> None:
    """Ben is invited and joins."""
    owner.goto(place.address + "/organisation")
    owner.fill("#email", BEN.email)
    owner.locator("form[action$='/invitations'] button").click()
    page.goto(link_in(post.letter(BEN.email)))
    introduce(page, BEN)
    page.get_by_role("button", name="Join").click()


def set_up(place: Product, page: Page) -> tuple[App, list[str]]:
    """Sets the second step up; gives the app and the recovery codes."""
    page.goto(place.address + "/me")
    page.get_by_role("link", name="Set it up").click()
    assert looked_at(page, "second-step-off") == []
    page.fill("#password", BEN.password)
    page.get_by_role("button", name="Set it up").click()
    assert looked_at(page, "second-step-begun") == []
    app = App(read(page))
    assert app.account.endswith(BEN.email)
    assert page.get_by_role("link", name="Open it in an app").get_attribute("href") == read(page)
    page.fill("#code", app.code())
    page.get_by_role("button", name="Turn it on").click()
    expect(page.get_by_role("heading", name="Keep these recovery codes")).to_be_visible()
    assert looked_at(page, "second-step-codes") == []
    recovery = page.locator(".recovery-codes li").all_inner_texts()
    assert len(recovery) == 10
    return app, recovery


def sign_out(place: Product, page: Page) -> None:
    page.goto(place.address + "/me")
    page.get_by_role("button", name="Sign out").click()


def test_a_second_step_is_set_up_asked_for_lost_and_let_in_again(
    browser: Browser, place: Product, post: Post, page: Page
) -> None:
    founder = opened(browser)
    own(founder, place)
    owner = founder.new_page()
    come_in(place, owner, post, page)
    app, recovery = set_up(place, page)
    sign_out(place, page)

    sign_in(page, place.address, BEN)
    assert looked_at(page, "code") == []
    give(page, "000000")
    expect(page.get_by_text("This is not the code").first).to_be_visible()
    give(page, app.code())
    expect(page).to_have_url(place.address + "/")
    sign_out(place, page)
    sign_in(page, place.address, BEN)
    give(page, recovery[3])
    expect(page).to_have_url(place.address + "/")

    owner.goto(place.address + "/organisation")
    owner.get_by_role("link", name=f"Has {BEN.name} lost their second step?").click()
    assert looked_at(owner, "let-in-again") == []
    owner.fill("#password", FOUNDER.password)
    owner.get_by_role("button", name="Turn it off").click()
    expect(owner).to_have_url(place.address + "/organisation")
    letter = post.letter(BEN.email, lambda letter: letter["Subject"] == "Your second step was turned off")
    assert letter["To"] == BEN.email
    owner.goto(place.address + "/place/second-step")
    assert looked_at(owner, "let-anybody-in-again") == []
    founder.close()
    page.goto(place.address + "/me")
    expect(page.get_by_role("heading", name="Sign in to see this page")).to_be_visible()
    sign_in(page, place.address, BEN)
    expect(page).to_have_url(place.address + "/")


def test_a_forgotten_password_is_replaced_by_a_link_in_a_letter(place: Product, post: Post, page: Page) -> None:
    page.goto(place.address + "/sign-in")
    page.get_by_role("link", name="Forgot your password?").click()
    assert looked_at(page, "forgotten") == []
    page.fill("#email", "nobody@harrowmere.example")
    page.get_by_role("button", name="Send the link").click()
    nobody = page.inner_text("main")
    page.goto(place.address + "/forgotten")
    page.fill("#email", BEN.email)
    page.get_by_role("button", name="Send the link").click()
    assert looked_at(page, "forgotten-sent") == []
    assert page.inner_text("main") == nobody.replace("nobody@harrowmere.example", BEN.email)
    letter = post.letter(BEN.email, lambda letter: letter["Subject"] == "Choose a new password")
    assert not [one for one in post.letters if "nobody" in str(one["To"])]
    page.goto(link_in(letter))
    assert looked_at(page, "reset") == []
    page.fill("#password", NEXT)
    page.get_by_role("button", name="Set the password").click()
    expect(page.get_by_role("heading", name="Your new password is set")).to_be_visible()
    assert looked_at(page, "sign-in-changed") == []
    page.fill("#email", BEN.email)
    page.fill("#password", NEXT)
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(place.address + "/")
    page.goto(link_in(letter))
    expect(page.get_by_role("heading", name="This link doesn’t work any more")).to_be_visible()
    assert "key=" not in "".join(place.output).replace(str(place.owner_link), "")
