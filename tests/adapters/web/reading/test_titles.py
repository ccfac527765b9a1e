"""The headline, out of the several that a page gives."""

from __future__ import annotations

import pytest

from adapters.web.reading.titles import headline, site_in_title, without_site

SITE = "The Sandmouth Courier"


@pytest.mark.parametrize(
    "title",
    [
        "Ferry to sail again | The Sandmouth Courier",
        "Ferry to sail again - Sandmouth Courier",
        "Ferry to sail again — THE SANDMOUTH COURIER",
        "The Sandmouth Courier: News - Ferry to sail again",
        "The Sandmouth Courier | Ferry to sail again",
        "Ferry to sail again",
    ],
)
def test_the_name_of_the_site_is_no_part_of_it(title: str) -> None:
    assert without_site(title, SITE) == "Ferry to sail again"


def test_a_dash_inside_a_headline_stays() -> None:
    assert without_site("Ferry to sail again – at a price", SITE) == "Ferry to sail again – at a price"


def test_what_is_printed_goes_before_a_version_for_social_media() -> None:
    said = headline(["Ferry to sail again"], None, ["You won’t believe which ferry is to sail"], None, site=SITE)
    assert said == "Ferry to sail again"


def test_the_name_of_a_section_or_the_site_is_no_headline() -> None:
    assert headline([SITE, "News"], "Ferry to sail again", [], None, site=SITE) == "Ferry to sail again"
    assert (
        headline(["Menu"], None, [], "Ferry to sail again | The Sandmouth Courier", site=SITE) == "Ferry to sail again"
    )


def test_a_line_over_the_headline_inside_its_element_is_left_out() -> None:
    assert (
        headline(["Island life Ferry to sail again"], "Ferry to sail again", [], None, site=SITE)
        == "Ferry to sail again"
    )


def test_a_site_that_names_itself_only_in_its_title_is_known_by_its_host() -> None:
    assert site_in_title("Ferry to sail again | The Sandmouth Courier", "www.sandmouth-courier.example") == SITE
    assert site_in_title("Ferry to sail again", "www.sandmouth-courier.example") is None
