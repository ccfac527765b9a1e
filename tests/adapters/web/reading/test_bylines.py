"""Names out of bylines."""

from __future__ import annotations

import pytest

from adapters.web.reading.bylines import byline, names


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("By Imogen Fairlie", ("Imogen Fairlie",)),
        ("Imogen Fairlie and Tobias Renn", ("Imogen Fairlie", "Tobias Renn")),
        ("Von Henrike Lüdtke und Jonas Abt", ("Henrike Lüdtke", "Jonas Abt")),
        ("By KAYLEIGH DUNMORE, SENIOR REPORTER", ("Kayleigh Dunmore",)),
        ("Samuel T. Okoro | Staff Writer", ("Samuel T. Okoro",)),
        ("Par Solène Maréchaux (Saint-Brévant, envoyée spéciale)", ("Solène Maréchaux",)),
        ("Ursula van der Berg", ("Ursula van der Berg",)),
        ("Lea O’Hara, lea.ohara@courier.example, @leaohara", ("Lea O’Hara",)),
        ("地方部　水沢千尋", ("水沢千尋",)),
        ("Reuters", ("Reuters",)),
        ("Lena Holst, Reuters", ("Lena Holst",)),
    ],
)
def test_names_are_found_among_what_else_stands_in_a_byline(field: str, expected: tuple[str, ...]) -> None:
    assert names([field]) == expected


@pytest.mark.parametrize(
    "field",
    ["admin", "Staff Reporter", "News Desk", "https://courier.example/staff/1", "Sandmouth Courier", "3 May 2026"],
)
def test_the_paper_its_desks_and_addresses_are_no_authors(field: str) -> None:
    assert names([field], site="Sandmouth Courier") == ()


def test_names_are_joined_as_they_are_read() -> None:
    assert byline(()) is None
    assert byline(("Ann Lee",)) == "Ann Lee"
    assert byline(("Ann Lee", "Bo Ek", "Cy Day")) == "Ann Lee, Bo Ek and Cy Day"


@pytest.mark.parametrize("name", ["ليلى المنصوري", "נועה ברקאי"])
def test_a_name_in_a_script_without_capitals_is_a_name(name: str) -> None:
    assert names([name]) == (name,)
    assert names([name.split(maxsplit=1)[0]]) == ()
