"""The checks themselves: each finds the fault that is planted for it, and nothing on a good page."""

from looks import faults, overflow, unreachable

GOOD = """<!doctype html><html lang="en"><head><title>A good page</title></head><body>
<header><a href="#main">Skip to the content</a></header>
<main id="main"><h1>A good page</h1><p><a href="/next">Next</a></p>
<form><fieldset><legend>Which</legend><label><input type="radio" name="which" value="a"> One</label>
<label><input type="radio" name="which" value="b"> Other</label></fieldset>
<label>Name <input name="name"></label><button>Save</button></form>
<details><summary>How was this worked out?</summary><p>So.</p></details></main></body></html>"""


def test_a_good_page_passes_every_check(stranger) -> None:
    stranger.set_content(GOOD)
    assert faults(stranger) + overflow(stranger) + unreachable(stranger) == []


def test_a_picture_without_alternative_text_is_found(stranger) -> None:
    stranger.set_content(GOOD.replace("<form>", '<img src="data:," width="9" height="9"><form>'))
    assert ["image-alt" in fault for fault in faults(stranger)] == [True]


def test_a_wide_table_is_found(stranger) -> None:
    stranger.set_content(GOOD.replace("<form>", '<table style="width: 3000px"><tr><td>wide</td></tr></table><form>'))
    assert "table" in overflow(stranger)[0]


def test_a_button_that_the_keyboard_skips_is_found(stranger) -> None:
    stranger.set_content(GOOD.replace("<button>", '<button tabindex="-1">'))
    assert ["doesn't reach <button" in fault for fault in unreachable(stranger)] == [True]


def test_a_focus_that_nobody_sees_is_found(stranger) -> None:
    hidden = "<style>button:focus { outline: none }</style><form>"
    stranger.set_content(GOOD.replace("<form>", hidden))
    assert ["no visible focus on <button" in fault for fault in unreachable(stranger)] == [True]
