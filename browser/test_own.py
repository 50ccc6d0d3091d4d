"""What people can do about what is held about them, with a real mail server; and what is kept for how long."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from looks import NARROW, looked_at, opened
from people import BEN, FOUNDER, Someone, introduce, sign_in
from playwright.sync_api import Browser, Page, expect
from post import Post, link_in, text_of
from product import Product

NEW = "benedict@harrowmere.example"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, post: Post) -> Iterator[Product]:
    running = Product(data=tmp_path_factory.mktemp("own"), options=("--empty",), environment=post.settings()).start()
    yield running
    assert running.stop() == 0
    # The log names nobody.
    written = "".join(running.output)
    assert "event=retention" in written
    assert BEN.email not in written and NEW not in written


def test_a_person_sees_what_is_held_corrects_it_and_is_forgotten(
    browser: Browser, founder: Page, place: Product, post: Post
) -> None:
    founder.goto(place.address + "/organisation")
    founder.fill("#email", BEN.email)
    founder.select_option("#role", "editor")
    founder.locator("form[action$='/invitations'] button").click()
    context = opened(browser, width=NARROW, script=False)
    page = context.new_page()
    page.goto(link_in(post.letter(BEN.email)))
    introduce(page, BEN)
    page.get_by_role("button", name="Join").click()
    page.goto(place.address + "/me")
    page.get_by_role("link", name="Everything that is held about you").click()
    page.fill("#name", "Benedict Editor")
    page.get_by_role("button", name="Save the name").click()
    expect(page.get_by_role("definition").filter(has_text="Benedict Editor")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="All of it as JSON").click()
    assert json.loads(Path(download.value.path()).read_text())["person"]["email"] == BEN.email
    page.fill("#email", NEW)
    page.fill("#password", BEN.password)
    page.get_by_role("button", name="Change the address").click()
    expect(page.get_by_role("heading", name=f"An e-mail is on its way to {NEW}")).to_be_visible()
    link = link_in(post.letter(NEW))
    founder.goto(link)
    assert looked_at(founder, "confirm-address") == []
    page.goto(link)
    page.get_by_role("button", name="Use it").click()
    expect(page.get_by_text("This is not your password.").first).to_be_visible()
    page.fill("#password", BEN.password)
    page.get_by_role("button", name="Use it").click()
    assert "with another e-mail address" in text_of(
        post.letter(BEN.email, lambda letter: "was changed" in letter["Subject"])
    )
    sign_in(page, place.address, Someone(BEN.name, NEW, BEN.password))
    page.goto(place.address + "/me/erase")
    page.fill("#password", BEN.password)
    page.get_by_role("button", name="Erase my account for good").click()
    expect(page.get_by_role("heading", name="Your account was erased")).to_be_visible()
    sign_in(page, place.address, Someone(BEN.name, NEW, BEN.password))
    expect(page.get_by_text("is not right").first).to_be_visible()
    context.close()


def test_the_pages_are_sound_and_say_what_has_to_be_done_first(founder: Page, place: Product) -> None:
    for path, label in [
        ("/me/data", "own-data"), ("/me/erase", "erase-blocked"), ("/organisation/close", "close"),
        ("/kept", "kept"), ("/place", "place-facilitators"), ("/me/erased", "erased"),
    ]:  # fmt: skip
        founder.goto(place.address + path)
        assert looked_at(founder, label) == []
    founder.goto(place.address + "/me/erase")
    expect(founder.get_by_text("You are the last facilitator of this place.")).to_be_visible()
    founder.goto(place.address + "/me/email/confirm?key=cut")
    expect(founder.get_by_role("heading", name="This link doesn't work any more")).to_be_visible()
    founder.goto(place.address + "/me/data")
    founder.fill("#email", FOUNDER.email)
    founder.get_by_role("button", name="Change the address").click()
    assert looked_at(founder, "own-data-fault") == []
