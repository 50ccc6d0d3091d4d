"""An organisation asks to join and is let in, or not, with a real mail server."""

import re
from collections.abc import Iterator

import pytest
from looks import NARROW, looked_at, opened
from people import FOUNDER, Someone, introduce
from playwright.sync_api import Browser, Page, expect
from post import Post, link_in, text_of
from product import Product

CAT = Someone("Cat Owner", "cat@canal.example", "three brown loaves at dawn")
WALKER = Someone("Silly Walker", "walker@walks.example", "left foot over the hedge")
KITCHEN, REFUSED = "Canal Street Kitchen", "Ministry of Silly Walks"
MESSAGE = "We cook for anybody who comes.\nSince 2011, in the old chapel by the canal."


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, post: Post) -> Iterator[Product]:
    running = Product(data=tmp_path_factory.mktemp("join"), options=("--empty",), environment=post.settings()).start()
    yield running
    assert running.stop() == 0
    for someone in (CAT, WALKER):
        assert someone.email not in "".join(running.output), "the log names nobody"


def ask(page: Page, place: Product, organisation: str, someone: Someone) -> None:
    """Asks, from the first page on."""
    page.goto(place.address)
    page.get_by_role("link", name="Ask to join").click()
    page.fill("#organisation", organisation)
    page.fill("#name", someone.name)
    page.fill("#email", someone.email)
    page.fill("#message", MESSAGE)
    page.get_by_role("button", name="Ask to join").click()
    expect(page.get_by_role("heading", name="Look at your e-mail")).to_be_visible()


def confirm(page: Page, post: Post, someone: Someone) -> None:
    page.goto(link_in(post.letter(someone.email, lambda letter: "Confirm" in letter["Subject"])))
    page.get_by_role("button", name="Yes, pass it on").click()
    expect(page.get_by_role("heading", name="The facilitators have your request")).to_be_visible()


def test_whoever_asks_confirms_their_address_is_let_in_and_joins(
    browser: Browser, founder: Page, place: Product, post: Post
) -> None:
    context = opened(browser, width=NARROW, script=False)
    page = context.new_page()
    ask(page, place, KITCHEN, CAT)
    letter = post.letter(CAT.email)
    assert KITCHEN not in text_of(letter) and "canal" not in text_of(letter)
    founder.goto(link_in(letter))
    assert looked_at(founder, "join-confirm") == []
    founder.goto(place.address + "/place")
    expect(founder.get_by_text(KITCHEN)).to_have_count(0)
    confirm(page, post, CAT)
    told = post.letter(FOUNDER.email)
    assert told["Subject"] == f"{KITCHEN} asks to join"
    founder.goto(place.address)
    founder.get_by_role("link", name="1 organisation waits for your answer").click()
    assert looked_at(founder, "join-place") == []
    founder.get_by_role("link", name=KITCHEN).click()
    expect(founder).to_have_url(link_in(told))
    assert looked_at(founder, "join-request") == []
    founder.get_by_role("button", name="Let it in").click()
    expect(founder.get_by_role("heading", name=f"An e-mail is on its way to {CAT.email}")).to_be_visible()
    page.goto(link_in(post.letter(CAT.email, lambda letter: letter["Subject"] == f"Join {KITCHEN}?")))
    introduce(page, CAT)
    page.get_by_role("button", name="Join").click()
    page.goto(place.address + "/organisation")
    expect(page.get_by_role("heading", name=KITCHEN)).to_be_visible()
    context.close()
    founder.goto(link_in(told))
    expect(founder.get_by_role("heading", name="This request was answered already")).to_be_visible()


def test_whoever_is_not_let_in_is_told_so_with_a_sentence(
    stranger: Page, founder: Page, place: Product, post: Post
) -> None:
    stranger.goto(place.address + "/sign-in")
    stranger.get_by_role("link", name="Ask to join").click()
    stranger.get_by_role("button", name="Ask to join").click()
    expect(stranger.locator(".error-summary li")).to_have_count(3)
    assert looked_at(stranger, "join-ask-fault") == []
    ask(stranger, place, REFUSED, WALKER)
    confirm(stranger, post, WALKER)
    assert looked_at(stranger, "join-waiting") == []
    founder.goto(link_in(post.letter(FOUNDER.email, lambda letter: REFUSED in letter["Subject"])))
    founder.fill("#sentence", "Come back once you have a walk that people can use.")
    founder.get_by_role("button", name="Say no").click()
    founder.get_by_text("Who asked to join before").click()
    expect(founder.get_by_text(re.compile(f"{REFUSED}: said no on"))).to_be_visible()
    letter = post.letter(WALKER.email, lambda letter: letter["Subject"] == "Your request to join")
    assert "Come back once you have a walk" in text_of(letter)
