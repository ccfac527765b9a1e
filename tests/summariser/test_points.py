"""Points: sentences that stand alone, and what makes them do so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.attribution.survey import survey
from summariser.checks import wrong_with_point
from summariser.model import Article, Point
from summariser.points import points

LEAD = "The harbour board of Pendrow has voted to close the north quay for the whole of the winter."
OTHER = "Engineers from the county found cracks in two of the columns that carry the road above the water."


def of(text: str, count: int = 3, language: str = "en") -> tuple[Point, ...]:
    """The points of a text."""
    article = Article(text, language=language)
    return points(survey(article), count)


def texts(text: str, count: int = 3, language: str = "en") -> list[str]:
    """The words of the points of a text."""
    return [point.text for point in of(text, count, language)]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "He added that the crane on the quay would be sold before the end of the coming year."),
        ("en", "This is the third time that the quay of the town has been closed since the last war."),
        ("en", "At the meeting, she said that the crane on the quay would have to be sold this year."),
        ("en", "On Monday she will tell the traders of the town how long the quay will have to be shut."),
        ("en", "As a result, traders on the quay have been told to leave by the end of the coming week."),
        ("en", "“We have been told nothing at all about the quay by anybody who works for the board,” traders said."),
        ("en", "What will happen to the traders on the quay when the road is closed for the whole winter?"),
        ("de", "Dies ist bereits das dritte Mal, dass der Kai der Stadt seit dem letzten Krieg gesperrt werden muss."),
        ("fr", "Il a ajouté que la grue du quai serait vendue avant la fin de l’année prochaine par le port."),
        ("es", "Además de esto, ellos vendieron la grúa del muelle antes de que terminara el año pasado."),
        ("it", "Questo è il terzo caso di chiusura del molo della città dalla fine della guerra a oggi."),
        ("pt", "Ele acrescentou que a grua do cais seria vendida antes do fim do próximo ano pelo porto."),
        ("nl", "Hij voegde eraan toe dat de kraan op de kade voor het einde van het jaar wordt verkocht."),
    ],
)
def test_a_sentence_that_leans_on_another_is_passed_over(language: str, sentence: str) -> None:
    """Pronouns, back references, quotations and questions can't be understood alone."""
    assert texts(f"{LEAD}\n\n{sentence}\n\n{OTHER}", language=language) == [LEAD, OTHER]


@pytest.mark.parametrize(
    ("language", "opening"),
    [
        ("en", "But e"),
        ("en", "However, e"),
        ("en", "Meanwhile, e"),
        ("de", "Doch e"),
        ("fr", "Mais e"),
        ("nl", "Maar e"),
    ],
)
def test_a_connective_is_dropped_and_nothing_else(language: str, opening: str) -> None:
    """The sentence goes on with a capital."""
    assert texts(f"{LEAD}\n\n{opening}{OTHER[1:]}", language=language)[1] == OTHER


def test_a_dateline_is_dropped() -> None:
    """Where it was written is not what happened; a dash in the sentence stays."""
    assert texts(f"PENDROW, England (AP) — {LEAD}") == [LEAD]
    dashed = "The harbour board of Pendrow - after a night of talks - has voted to close the north quay."
    assert texts(dashed) == [dashed]


def test_the_only_person_near_is_put_in_brackets_for_a_pronoun() -> None:
    """The words in brackets are the article's own, and are part of the evidence."""
    text = (
        f"{LEAD}\n\nRuth Ellacott has been in the chair of the board since the last of its ships was sold.\n\n"
        "She promised that no trader on the north quay would lose a day of work to the repair."
    )
    found = next(point for point in of(text) if "promised" in point.text)
    assert found.text == (
        "[Ruth Ellacott] promised that no trader on the north quay would lose a day of work to the repair."
    )
    assert [span.cut(text) for span in found.evidence][1:] == ["Ruth Ellacott"]


def test_no_name_is_put_in_where_two_could_be_meant() -> None:
    """A second woman near makes *she* anybody's guess."""
    two = (
        f"{LEAD}\n\nRuth Ellacott and Mary Penrose are the two members of the board who met the traders of it.\n\n"
        "She promised that no trader on the north quay would lose a day of work to the repair."
    )
    assert not any("promised" in point for point in texts(two))


def test_what_a_verb_leaves_out_is_put_in_brackets() -> None:
    """*Joining* is told what it is that is joined."""
    text = (
        f"{LEAD}\n\nThe mayor was asked whether the town might join the new county fund for old quays. "
        "Talks about the town joining are said to have broken down in November over the price of entry."
    )
    assert texts(text)[-1] == (
        "Talks about the town joining [the new county fund for old quays] are said to have broken down in November "
        "over the price of entry."
    )


def test_half_a_quotation_is_never_a_point() -> None:
    """A quotation of several sentences crosses their edges."""
    text = f"{LEAD}\n\nMary Penrose, who sells nets on the quay, said: “We were told in the morning. We left at night.”"
    assert texts(text) == [LEAD]
    within = text.replace(
        "We left at", "The traders of the quay had to leave it with all that they had in one night. We left at"
    )
    assert texts(within) == [LEAD]


def test_a_sentence_with_a_mark_too_many_is_no_point() -> None:
    """A bracket that never closes was torn from something."""
    torn = "The north quay (it is the oldest of the town was closed by the board for the whole of the winter."
    assert texts(f"{LEAD}\n\n{torn}") == [LEAD]


def test_a_long_sentence_loses_the_clause_at_its_end() -> None:
    """At most 45 words, unless a condition or a negation stands in the way."""
    long = (
        "The harbour board of Pendrow has voted after a long night of talks with traders and engineers from the county "
        "to close the north quay and the road that is carried above the water by its columns for the whole of the "
        "coming winter, while engineers from the county repair both."
    )
    assert len(long.split()) > 45
    assert texts(long) == [long.removesuffix(", while engineers from the county repair both.") + "."]
    negated = long.replace("has voted", "has not voted")
    assert texts(negated) == [negated]


def test_a_short_sentence_takes_the_next_of_its_paragraph_with_it() -> None:
    """Together they are as long as a point should be."""
    both = "Mending them will be slow. It needs a dry month, a ship from Norway and divers from three counties."
    assert texts(f"{LEAD}\n\n{both}") == [LEAD, both]


def test_what_opens_a_paragraph_takes_along_what_leans_on_it() -> None:
    """As far as there is room; a sentence that stands alone is a point of its own."""
    leaning = "It will reopen in March."
    assert texts(f"{LEAD} {leaning}\n\n{OTHER}") == [f"{LEAD} {leaning}", OTHER]
    assert texts(f"{LEAD} {OTHER}") == [LEAD, OTHER]
    assert texts(f"{LEAD} “We will wait,” she said.") == [LEAD]


def test_a_short_sentence_takes_no_half_of_a_quotation_with_it() -> None:
    """It stays as short as it is."""
    quoted = "Mending them will be slow. “We have to wait for a month. We need a ship,” said Ruth Ellacott."
    assert texts(f"{LEAD}\n\n{quoted}") == [LEAD, "Mending them will be slow."]


def test_headings_and_bylines_are_no_points() -> None:
    """A line without a full stop or with little but names says nothing."""
    assert texts(f"By Mary Penrose, Ruth Ellacott and John Doe\n\nWhat we know so far\n\n{LEAD}") == [LEAD]


def test_tiny_texts_have_the_points_they_have() -> None:
    """One sentence makes one point, none makes none; the very first may begin as it likes."""
    assert texts("It rained on the harbour all day.") == ["It rained on the harbour all day."]
    assert texts("") == texts(" \n ") == texts("...") == []


WORDS = st.sampled_from(
    [
        *(
            "He",
            "She",
            "The",
            "But",
            "However,",
            "harbour",
            "joining",
            "join the fund.",
            "if",
            "not",
            "“Yes ”",
            "“",
            '"',
        ),
        *("'", "[sic]", "(", ")", "Ruth Ellacott", "12.5", "said:", ", who", "\n", "— .", "? …", "\n\n", "\ud800", "."),
    ]
)


@given(st.lists(WORDS, max_size=80).map(" ".join), st.sampled_from(["en", "de", "fr", "es", "it", "pt", "nl", None]))
def test_every_point_of_any_text_is_cut_from_it(text: str, language: str | None) -> None:
    """Whatever the text, points are slices of their evidence, balanced, and no more than asked for."""
    article = Article(text, language=language)
    found = points(survey(article), 3)
    assert len(found) <= 3
    for point in found:
        assert wrong_with_point(point, article) is None
        assert point.text.count("“") == point.text.count("”")
        assert point.text.count('"') % 2 == 0
