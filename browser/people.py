"""People of a place, as the tests act them."""

from dataclasses import dataclass

from playwright.sync_api import Page


@dataclass(frozen=True)
class Someone:
    name: str
    email: str
    password: str


FOUNDER = Someone("Ann Founder", "ann@harrowmere.example", "my dog is called bess")
BEN = Someone("Ben Editor", "ben@harrowmere.example", "the canal froze in march")


def introduce(page: Page, who: Someone) -> None:
    """Fills in who somebody new is."""
    page.fill("#name", who.name)
    if page.locator("#email").count():
        page.fill("#email", who.email)
    page.fill("#password", who.password)


def sign_in(page: Page, address: str, who: Someone) -> None:
    page.goto(address + "/sign-in")
    page.fill("#email", who.email)
    page.fill("#password", who.password)
    page.get_by_role("button", name="Sign in").click()
