"""The checks themselves: each finds the fault that is planted for it, and nothing on a good page."""

from looks import broken_addresses, faults, overflow, small_targets, unreachable, unreadable

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


def test_a_box_that_scrolls_within_the_page_is_found(stranger) -> None:
    box = '<div class="box" style="overflow: auto"><p style="width: 3000px">wide</p></div><form>'
    stranger.set_content(GOOD.replace("<form>", box))
    assert ["div.box scrolls sideways" in each for each in overflow(stranger)] == [True]


def test_words_of_a_chart_that_are_small_or_cut_or_lie_on_each_other_are_found(stranger) -> None:
    chart = """<figure class="chart"><svg width="300" viewBox="0 0 300 99"><text y="30" font-size="12">first</text>
    <text y="32" font-size="12">second</text><text y="60" font-size="9">small</text>
    <text x="290" y="80" font-size="12">long</text></svg></figure><form>"""
    stranger.set_content(GOOD.replace("<form>", chart))
    found = " ".join(unreadable(stranger))
    for fault in ["small: 9.0 pixels", "long: cut by the edge", "first lies on second"]:
        assert fault in found
    assert len(unreadable(stranger)) == 3


def test_a_button_that_the_keyboard_skips_is_found(stranger) -> None:
    stranger.set_content(GOOD.replace("<button>", '<button tabindex="-1">'))
    assert ["doesn't reach <button" in fault for fault in unreachable(stranger)] == [True]


def test_a_focus_that_nobody_sees_is_found(stranger) -> None:
    hidden = "<style>button:focus { outline: none }</style><form>"
    stranger.set_content(GOOD.replace("<form>", hidden))
    assert ["no visible focus on <button" in fault for fault in unreachable(stranger)] == [True]


def test_a_link_of_its_own_that_is_hard_to_hit_is_found_and_one_in_a_sentence_is_not(stranger) -> None:
    links = '<p><a href="/small">Small</a></p><p>Read <a href="/more">more</a>.</p><form>'
    large = "<style>* { min-height: 24px } a, summary, input { display: inline-block; padding: 3px }</style>"
    stranger.set_content(large + GOOD)
    stranger.add_style_tag(content="input { width: 24px; height: 24px }")
    assert small_targets(stranger) == []
    stranger.set_content(GOOD.replace("<form>", links))
    stranger.add_style_tag(content="main > p > a { font-size: 10px } form, details, header, h1 + p { display: none }")
    assert ["/small" in fault for fault in small_targets(stranger)] == [True]


def test_an_address_of_cells_that_goes_on_in_the_next_line_is_found(stranger) -> None:
    cell = '<dl class="derivation"><dd style="width: 5ch; overflow-wrap: anywhere">People!G2:G49</dd></dl><form>'
    stranger.set_content(GOOD.replace("<form>", cell))
    assert ["G2:G49 is broken" in fault for fault in broken_addresses(stranger)] == [True]
