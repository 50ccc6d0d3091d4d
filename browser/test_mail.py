"""Invitations that go by mail, through a real mail server with STARTTLS."""

import os
import subprocess
from collections.abc import Iterator
from email import policy
from email.parser import BytesParser
from pathlib import Path

import pytest
from looks import looked_at, opened
from people import BEN, introduce
from playwright.sync_api import Browser, Page, expect
from post import Post, link_in, text_of
from product import ROOT, Product, command


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, post: Post) -> Iterator[Product]:
    running = Product(data=tmp_path_factory.mktemp("mail"), options=("--empty",), environment=post.settings()).start()
    yield running
    assert running.stop() == 0
    # What was logged names nobody who was written to, and holds no link.
    written = "".join(running.output)
    assert "mail-sent" in written
    assert "key=" not in written.replace(str(running.owner_link), "")
    assert BEN.email not in written


def invite(page: Page, place: Product, email: str, language: str = "en") -> None:
    page.goto(f"{place.address}/organisation?language={language}")
    page.fill("#email", email)
    page.select_option("#role", "editor")
    page.locator("form[action$='/invitations'] button").click()


def test_an_invitation_goes_by_mail_and_its_link_is_shown_to_nobody_else(
    browser: Browser, founder: Page, place: Product, post: Post
) -> None:
    invite(founder, place, BEN.email)
    expect(founder.get_by_role("heading", name=f"An e-mail is on its way to {BEN.email}")).to_be_visible()
    assert looked_at(founder, "invited-by-mail") == []
    assert "key=" not in founder.content()
    letter = post.letter(BEN.email)
    assert letter["Subject"] == "Join Harrowmere Voluntary Service?"
    assert post.envelopes[-1] == ("outcomes@harrowmere.example", [BEN.email])
    assert link_in(letter).startswith(place.address + "/join?key=")
    assert "Ann Founder invites you to Harrowmere Voluntary Service, as: Editor." in text_of(letter)
    bens = opened(browser)
    page = bens.new_page()
    page.goto(link_in(letter))
    assert looked_at(page, "join-by-mail") == []
    introduce(page, BEN)
    page.get_by_role("button", name="Join").click()
    expect(page).to_have_url(place.address + "/")
    bens.close()


def test_somebody_who_is_here_takes_an_invitation_up_by_signing_in(
    browser: Browser, founder: Page, place: Product, post: Post
) -> None:
    founder.goto(place.address + "/place")
    founder.fill("#name", "Canal Street Kitchen")
    founder.fill("#email", BEN.email)
    founder.get_by_role("button", name="Invite").click()
    letter = post.letter(BEN.email, lambda letter: "Canal Street" in letter["Subject"])
    context = opened(browser)
    page = context.new_page()
    page.goto(link_in(letter))
    page.get_by_role("main").get_by_role("link", name="Sign in").click()
    page.fill("#email", BEN.email)
    page.fill("#password", BEN.password)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text(f"You are signed in as {BEN.name}.")).to_be_visible()
    assert looked_at(page, "join-signed-in") == []
    page.get_by_role("button", name="Join").click()
    page.goto(place.address + "/me")
    expect(page.get_by_label("Canal Street Kitchen")).to_be_checked()
    context.close()
    founder.goto(link_in(letter))
    expect(founder.get_by_role("heading", name="This invitation doesn't work any more")).to_be_visible()


def test_a_letter_of_another_language_arrives_as_it_was_written(founder: Page, place: Product, post: Post) -> None:
    # The pseudo-language has a letter with a mark in every word, and tells what no catalogue can reach.
    invite(founder, place, "cat@harrowmere.example", language="qps")
    letter = post.letter("cat@harrowmere.example")
    assert letter["Content-Language"] == "qps"
    assert letter["Subject"].isascii() is False
    assert "⟦" in text_of(letter)
    raw = post.raw[-1]
    assert raw.isascii() and all(len(line) <= 76 for line in raw.split(b"\r\n"))
    assert not BytesParser(policy=policy.strict).parsebytes(raw).defects
    founder.goto(place.address + "/organisation?language=en")


def test_a_letter_that_is_refused_for_good_is_given_up_with_its_reason(founder: Page, place: Product) -> None:
    invite(founder, place, "gone@harrowmere.example")
    place.wait_for_line("mail-given-up")
    line = next(line for line in place.output if "mail-given-up" in line)
    assert "attempt=1" in line and "550" in line and "gone@" not in line


def test_the_doctor_says_whether_mail_works(tmp_path: Path, post: Post) -> None:
    def doctor(**settings: str) -> str:
        environment = {**os.environ, "OUTCOMES_DATA": str(tmp_path), **post.settings(), **settings}
        ran = subprocess.run(
            [command(), "doctor"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
        return next(line for line in ran.stdout.splitlines() if " mail: " in line)

    count = len(post.letters)
    assert doctor().startswith("good ")
    unknown = doctor(OUTCOMES_CERTIFICATES="")
    assert unknown.startswith("mend ") and "certificate" in unknown
    wrong = doctor(**{"OUTCOMES_MAIL": post.settings("wrong")["OUTCOMES_MAIL"]})
    assert wrong.startswith("mend ") and "wrong" not in wrong.replace("mend", "")
    assert doctor(OUTCOMES_MAIL="").startswith("notice ")
    assert len(post.letters) == count
