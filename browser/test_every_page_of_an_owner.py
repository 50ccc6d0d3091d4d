"""Walks every page that the founder can reach from the first, and checks on them what holds for a stranger's."""

import pytest
from test_every_page import (  # noqa: F401 (these are tests, which run here on the pages of this module)
    nameless,
    pages,
    test_every_page_can_be_used_by_keyboard,
    test_every_page_has_a_title_one_heading_and_its_landmarks,
    test_every_page_is_light,
    test_every_page_says_the_same_without_script,
    test_everything_to_be_hit_is_large_enough_for_a_finger,
    test_no_link_leads_nowhere,
    test_no_page_has_a_fault_that_axe_finds,
    test_no_word_of_any_page_is_written_past_the_catalogues,
    test_nothing_scrolls_sideways_on_the_narrowest_phone,
)


@pytest.fixture(scope="module")
def role() -> str:
    return "owner"
