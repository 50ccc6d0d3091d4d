"""The handbook says what the command says."""

import handbook


def test_the_page_of_commands_is_what_the_command_says_about_itself() -> None:
    assert handbook.PAGE.read_text() == handbook.page(), "acceptance/handbook.py writes the page anew"
