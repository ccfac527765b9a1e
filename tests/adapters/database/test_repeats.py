"""Lines that a host prints in several articles are told from the story's own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from adapters.database.repeats import ARTICLES, LINES, note_lines, repeated
from adapters.database.tables import sheets
from tests.adapters.database.samples import NOON, any_text

if TYPE_CHECKING:
    from adapters.database.opening import Database

HOST = "sandmouth-courier.example"
APPEAL = "Your support keeps local reporting free for everyone. Become a member today."
SIGN_UP = "Sign up for our Harbour Briefing."


def story(number: int, *, paragraphs: int = 6) -> list[str]:
    """The lines of an article that no other article has."""
    return [
        f"Story {number}, paragraph {paragraph}: on the quay at Sandmouth nobody wanted to say number {number} again."
        for paragraph in range(paragraphs)
    ]


def note(db: Database, number: int, *more: str, host: str = HOST, lines: list[str] | None = None) -> None:
    note_lines(db, host, f"{number:064}", [*(lines or story(number)), *more], NOON + timedelta(minutes=number))


def asked(db: Database, *lines: str, number: int = 99, fewest: int = 2, host: str = HOST) -> frozenset[str]:
    return repeated(db, host, lines, article_sha256=f"{number:064}", fewest=fewest)


def test_a_line_in_two_other_articles_repeats_and_the_story_does_not(db: Database) -> None:
    note(db, 1, APPEAL, SIGN_UP)
    note(db, 2, APPEAL)
    assert asked(db, *story(3), APPEAL, SIGN_UP) == {APPEAL}
    assert asked(db, *story(3), APPEAL, SIGN_UP, fewest=1) == {APPEAL, SIGN_UP}


def test_one_article_alone_is_no_evidence(db: Database) -> None:
    note(db, 1, APPEAL)
    assert asked(db, *story(2), APPEAL) == frozenset()


def test_another_hosts_lines_are_not_counted(db: Database) -> None:
    note(db, 1, APPEAL)
    note(db, 2, APPEAL, host="northgate-echo.example")
    assert asked(db, *story(3), APPEAL) == frozenset()


def test_an_article_is_not_counted_against_itself(db: Database) -> None:
    note(db, 1, APPEAL)
    note(db, 2, APPEAL)
    assert asked(db, *story(2), APPEAL, number=2) == frozenset()


def test_the_same_article_at_other_addresses_takes_nothing_from_the_story(db: Database) -> None:
    """It grows by a paragraph with each, and is noted each time."""
    for number in range(4):
        note(db, number, APPEAL, lines=story(1, paragraphs=6 + number))
    note(db, 10, APPEAL)
    note(db, 11, APPEAL)
    assert asked(db, *story(1, paragraphs=12), APPEAL) == {APPEAL}
    assert asked(db, *story(1, paragraphs=12), fewest=1) == frozenset()


def test_a_copy_of_the_beginning_takes_nothing_from_the_story(db: Database) -> None:
    for number, paragraphs in enumerate((2, 5, 11)):
        note(db, number, lines=story(1, paragraphs=paragraphs))
    assert asked(db, *story(1, paragraphs=23)) == frozenset()
    assert asked(db, *story(1, paragraphs=1)) == frozenset()


def test_versions_of_one_article_count_once_for_another_that_cites_it(db: Database) -> None:
    """A follow-up repeats a paragraph of the first report; that the report was updated makes it no appeal."""
    for number in range(4):
        note(db, number, lines=story(1, paragraphs=6 + number))
    assert asked(db, *story(2), story(1)[0]) == frozenset()
    assert asked(db, *story(2), story(1)[0], fewest=1) == {story(1)[0]}


def test_case_and_spaces_don_t_matter_but_numbers_do(db: Database) -> None:
    note(db, 1, "Advertisement  3 of 9", "READ OUR DIGEST")
    note(db, 2, "advertisement 3\u00a0of 9", "read\tour digest")
    lines = ("Advertisement 3 of 9", "Advertisement 4 of 9", "Read our  digest ")
    assert asked(db, *story(3), *lines) == {lines[0], lines[2]}


def test_a_single_word_and_a_long_paragraph_are_never_taken(db: Database) -> None:
    for number in (1, 2):
        note(db, number, "Analysis", "word " * 81, "word " * 80)
    assert asked(db, *story(3, paragraphs=20), "Analysis", "word " * 81, "word " * 80) == {"word " * 80}


def test_of_a_long_page_the_start_and_the_end_are_noted(db: Database) -> None:
    for number in (1, 2):
        lines = [f"Line {line} of the live report {number}" for line in range(2 * LINES)]
        note(db, number, lines=["At the start", *lines[:LINES], "In the middle", *lines[LINES:], "At the end"])
    assert asked(db, *story(3), "At the start", "In the middle", "At the end") == {"At the start", "At the end"}


def test_a_host_takes_up_so_much_room_and_no_more_and_the_newest_stay(db: Database) -> None:
    for number in range(ARTICLES + 10):
        note(db, number, APPEAL, f"Line of {number // (ARTICLES + 8)}")
    with db.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(sheets)) == ARTICLES
    assert asked(db, *story(999), APPEAL, "Line of 0", "Line of 1", fewest=ARTICLES - 2) == {APPEAL, "Line of 0"}
    assert "Line of 1" in asked(db, *story(999), "Line of 1")


def test_an_article_without_a_line_that_counts_is_not_noted(db: Database) -> None:
    note_lines(db, HOST, "0" * 64, ["Word", "", " "], NOON)
    with db.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(sheets)) == 0


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])  # each host is its own
@given(lines=st.lists(any_text | st.just(APPEAL), max_size=8), host=st.uuids().map(str))
def test_what_repeats_is_among_what_was_asked(db: Database, lines: list[str], host: str) -> None:
    for number in range(3):
        note(db, number, *lines, host=host)
    assert asked(db, *lines, host=host) <= set(lines)
    assert asked(db, *story(9, paragraphs=20), *lines, host=host) <= set(lines)


def test_many_that_note_near_duplicates_of_one_host_at_once_don_t_wait_for_each_other(db: Database) -> None:
    def note_version(number: int) -> None:
        note(db, number % 6, APPEAL, lines=story(1, paragraphs=6 + number % 3))

    for number in range(100, 104):
        note(db, number, APPEAL)
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(note_version, range(48)))
    assert asked(db, *story(9), APPEAL) == {APPEAL}
