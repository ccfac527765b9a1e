"""A question is answered by what the articles say, or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.answers import LONGEST_QUESTION, answer
from summariser.model import Article, Exchange, Passage, Span, Speaker
from summariser.reading import read_text

PENDROW = Article(
    """The harbour board of Pendrow has shut the north quay after divers found cracks in its wall.

Ruth Ellacott, the chair of the board, met the traders on Monday. She promised that nobody would lose a day of work.

The board made a profit of 2.1 million pounds in 2024. In 2023 it made a profit of 3.4 million pounds.

“The repair of the wall will cost 4.2 million pounds. We will open the quay again in May,” Ellacott told reporters.

Mary Penrose sold nets on the quay for forty years.

“He never came to see us,” she said of Colin Avery, the harbour master. “The man is a fool,” Penrose said.

A notice in the window of the inn read: “The last boat has sailed and will not return.”""",
    language="en",
)
NORTHWICK = Article(
    "The bridge at Northwick will open in June, the county said. It cost 12 million pounds.", language="en"
)
SANDMUENDE = Article(
    "Der Hafen von Sandmünde schließt am Montag für vier Wochen. Die Bürgermeisterin Anna Berg sagte, die Reparatur "
    "koste 4,2 Millionen Euro. Die Fischer wollten bis Oktober warten.",
    language="de",
)


def asked(question: str, *before: Exchange) -> Exchange:
    """A question to the first of them, and what is shown for it."""
    return Exchange(question, answer(question, [PENDROW], before).passages)


def articles(*texts: str) -> list[Article]:
    return [read_text(text).article for text in texts]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When will the harbour at Sandmouth close?", "from Monday"),
        ("What did the fishermen ask the council?", "until the end of the season"),
        ("Who told reporters?", "Anna Berg"),
    ],
)
def test_the_sentence_that_says_it_is_given_as_it_stands(story: str, question: str, words: str) -> None:
    found = answer(question, articles(story))
    assert found.answered
    assert words in found.passages[0].text
    assert found.passages[0].text in found.passages[0].article.text


def test_how_much_wants_a_number(story: str) -> None:
    told = f"{story}\nThe council has a repair fund. The repair fund of 4.2 million pounds was set up in 2019.\n"
    found = answer("How large is the repair fund?", articles(told))
    assert found.answered
    assert "4.2 million" in found.passages[0].text


def test_a_word_that_stands_nowhere_makes_the_rest_count_for_less(story: str) -> None:
    assert not answer("What is the council's poll lead at Sandmouth?", articles(story)).answered


@pytest.mark.parametrize("question", ["Who won the cup?", "When is the next election?", "How old is the king?"])
def test_what_no_article_speaks_of_is_not_answered(story: str, question: str) -> None:
    assert not answer(question, articles(story)).answered


def test_the_nearest_is_offered_where_there_is_one(story: str) -> None:
    found = answer("How deep is the harbour at Sandmouth when the tide is out?", articles(story))
    assert not found.answered
    assert "harbour" in found.passages[0].text


@pytest.mark.parametrize("question", ["", "???", "and the of"])
def test_a_question_without_a_word_that_means_anything_is_not_answered(story: str, question: str) -> None:
    found = answer(question, articles(story))
    assert (found.answered, found.passages) == (False, ())


def test_several_articles_are_asked_together(story: str) -> None:
    other = "The bridge at Northwick will open in May, the county said on Friday. It cost 12 million pounds."
    found = answer("When will the bridge at Northwick open?", articles(story, other))
    assert found.answered
    assert "May" in found.passages[0].text


@pytest.mark.parametrize("question", ["What did thay say?", "What did theyr say about the quay?"])
def test_a_small_word_spelt_wrong_is_nobodys_name(question: str) -> None:
    assert answer(question, [PENDROW]).question == question


def test_no_articles_have_no_answer() -> None:
    assert not answer("When?", []).answered


@given(st.text(), st.text())
def test_any_question_to_any_text_gets_slices_of_it_or_nothing(question: str, text: str) -> None:
    for passage in answer(question, [Article(text)]).passages:
        assert passage.text == text[passage.span.start : passage.span.end]


@pytest.mark.parametrize("question", ["and the year before?", "And in 2023?", "what about 2023?", "2023?"])
def test_the_year_before_is_asked_of_what_was_asked_of_this_year(question: str) -> None:
    earlier = Exchange("What profit did the board make in 2024?")
    text = (
        "The board made a profit of 2.1 million pounds in 2024.\n\n"
        "In 2023, the year before, the profit was 3.4 million pounds."
    )
    found = answer(question, [Article(text, language="en")], [earlier])
    assert found.answered
    assert "3.4 million" in found.passages[0].text


@pytest.mark.parametrize("question", ["what does she say?", "What did she say", "And what does she think?"])
def test_he_and_she_are_whoever_was_asked_about(question: str) -> None:
    earlier = asked("Who is Ruth Ellacott?")
    found = answer(question, [PENDROW], [earlier])
    assert found.answered
    assert any("Ellacott" in passage.text for passage in found.passages)
    assert not answer(question, [PENDROW]).answered


def test_only_the_last_of_those_before_is_leant_on() -> None:
    first, last = asked("Who is Mary Penrose?"), asked("What profit did the board make in 2024?")
    assert "profit" in answer("and the bridge?", [PENDROW], [first, last]).passages[0].text


@pytest.mark.parametrize(
    "question",
    [
        "When will the pope arrive at the inn of the island?",
        "Where are the large ferries made since the late nineties?",
    ],
)
def test_a_question_of_its_own_does_not_lean_whatever_letters_its_words_end_in(question: str) -> None:
    """*The* ends in Italian for *and*, *island* in *and*."""
    earlier = asked("When will the quay open?")
    assert answer(question, [PENDROW], [earlier]) == answer(question, [PENDROW])


@pytest.mark.parametrize("question", ["Who is she talking about?", "who's she referring to?", "Who does she mean?"])
def test_whom_somebody_speaks_of_is_the_one_named_beside_it_never_the_speaker(question: str) -> None:
    found = answer(question, [PENDROW], [asked("What did Penrose say?")])
    assert (found.answered, found.said, found.question) == (True, "Colin Avery", question)


@pytest.mark.parametrize("question", ["Who is Penrose talking about?", "Whom was Mary Penrose referring to?"])
def test_whom_somebody_with_a_name_speaks_of_is_looked_for_where_they_speak(question: str) -> None:
    assert answer(question, [PENDROW]).said == "Colin Avery"


def test_nobody_speaks_of_themselves() -> None:
    """Ellacott is named beside her own words, and nobody else is."""
    assert answer("Who is Ellacott talking about?", [PENDROW]).said is None


def test_the_speaker_is_not_whom_she_speaks_of_where_what_was_shown_begins_before_her_words() -> None:
    """Shown was the sentence with her name as well."""
    text = "Mary Penrose sold nets. “He never came,” she said of Colin Avery, the harbour master."
    penrose = Article(text, language="en")
    shown = Exchange("What did Penrose say?", (Passage(penrose, Span(0, len(text))),))
    assert answer("Who is she talking about?", [penrose], [shown]).said == "Colin Avery"


def test_whom_nobody_was_heard_to_speak_of_is_not_known() -> None:
    found = answer("Who is he talking about?", [NORTHWICK])
    assert (found.answered, found.passages, found.short) == (False, (), None)


def test_passages_side_by_side_are_one() -> None:
    found = answer("What profit did the board make?", [PENDROW])
    assert [passage.text for passage in found.passages] == [
        "The board made a profit of 2.1 million pounds in 2024. In 2023 it made a profit of 3.4 million pounds."
    ]


@pytest.mark.parametrize("ending", ["on the quay", "on the quay, Ruth"])
def test_what_two_outlets_print_alike_is_shown_once(ending: str) -> None:
    agency = "The old crane was sold in March to a farmer of Northwick, who keeps sheep in the fields"
    one, other = Article(f"{agency} on the quay.", language="en"), Article(f"{agency} {ending}.", language="en")
    found = answer("To whom was the crane sold?", [one, other])
    assert [passage.text.startswith(agency) for passage in found.passages] == [True]
    if ending == "on the quay":
        assert found.passages[0].article is one


def test_at_most_three_passages_are_shown() -> None:
    texts = (f"The crane was sold to {who}, the council heard." for who in ("a farmer", "Penrose", "Avery", "a Dane"))
    assert len(answer("To whom was the crane sold?", [Article(text, language="en") for text in texts]).passages) == 3


def test_what_two_outlets_tell_differently_is_shown_from_both() -> None:
    one = Article("The crane was sold to a farmer.", language="en")
    other = Article("The crane was sold to Mary Penrose, who pulls it down for scrap.", language="en")
    assert len(answer("To whom was the crane sold?", [one, other]).passages) == 2


def test_passages_of_two_voices_stay_apart() -> None:
    text = "“The crane of the quay is sold,” Ruth Ellacott said. “The crane of the quay is lost,” said Mary Penrose."
    found = answer("What about the crane of the quay?", [Article(text.replace(" “", "\n\n“"), language="en")])
    assert len(found.passages) == 2


def test_a_sentence_that_leans_on_the_one_before_is_shown_with_it() -> None:
    """*She* is told by the sentence before hers, which answers nothing itself."""
    found = answer("Would anybody lose a day of work?", [PENDROW])
    (passage,) = found.passages
    assert passage.text == (
        "Ruth Ellacott, the chair of the board, met the traders on Monday. "
        "She promised that nobody would lose a day of work."
    )


def test_quoted_words_are_shown_without_their_marks_and_with_the_speaker_who_is_credited() -> None:
    passage = answer("How much will the repair of the wall cost?", [PENDROW]).passages[0]
    assert passage.text == "The repair of the wall will cost 4.2 million pounds."
    assert (passage.quoted, passage.speaker) == (True, Speaker("Ruth Ellacott", "chair of the board"))


def test_quoted_words_of_nobody_who_is_sure_have_no_speaker() -> None:
    """Ellacott may have gone on, or Penrose answered."""
    text = (
        "“The boats are gone,” Ruth Ellacott said. Mary Penrose nodded.\n\n"
        "“The crane was sold to a farmer. Nobody knows what for.”"
    )
    passage = answer("To whom was the crane sold?", [Article(text, language="en")]).passages[0]
    assert (passage.text, passage.quoted) == ("The crane was sold to a farmer.", True)
    assert passage.speaker is None


def test_the_reporters_words_have_no_speaker() -> None:
    passage = answer("Why was the north quay shut?", [PENDROW]).passages[0]
    assert (passage.quoted, passage.speaker) == (False, None)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("How much will the repair of the wall cost?", "4.2 million pounds"),
        ("When will the quay open?", "in May"),
        ("Who met the traders?", "Ruth Ellacott"),
        ("Why was the north quay shut?", None),
    ],
)
def test_the_answer_itself_is_cut_out_where_it_has_edges(question: str, short: str | None) -> None:
    found = answer(question, [PENDROW])
    assert (found.answered, found.said) == (True, short)


def test_nothing_is_cut_out_of_what_is_only_the_nearest() -> None:
    found = answer("When will the boat return?", [PENDROW])
    assert (found.answered, found.short, len(found.passages)) == (False, None, 1)


@pytest.mark.parametrize("tail", ["x " * 5_000, "(" * 10_000, "what is " * 1_250, "How many popes sell zeppelins?"])
def test_what_is_pasted_behind_a_question_is_not_read(tail: str) -> None:
    question = "When will the quay open?" + " " * LONGEST_QUESTION
    assert replace(answer(question + tail, [PENDROW]), question=question) == answer(question, [PENDROW])


@pytest.mark.parametrize("asks", ["When will the quay open?", "Who is she talking about?"])
def test_a_question_without_end_is_answered_and_given_back_whole(asks: str) -> None:
    question = asks + " x" * 5_000
    found = answer(question, [PENDROW], [asked("What did Penrose say?")])
    assert (found.answered, found.question) == (True, question)


@pytest.mark.parametrize("piece", [" ", "what is ", "(", "x", "according to ", "1,"])
def test_a_question_before_may_be_as_long_as_it_likes(piece: str) -> None:
    """Only its beginning is read."""
    long = Exchange(piece * (100_000 // len(piece)))
    assert answer("and Mary Penrose?", [PENDROW], [long]).question == "and Mary Penrose?"


def test_of_several_articles_each_passage_is_of_the_one_that_has_it() -> None:
    found = answer("When will the bridge open?", [PENDROW, SANDMUENDE, NORTHWICK])
    assert (found.said, found.passages[0].article) == ("in June", NORTHWICK)


@pytest.mark.parametrize(
    ("question", "words", "short"),
    [
        ("Wie viel kostet die Reparatur?", "koste 4,2 Millionen", "4,2 Millionen Euro"),
        ("Wie lange schließt der Hafen?", "schließt am Montag", "vier Wochen"),
        ("What did Anna Berg say?", "Anna Berg sagte", None),
    ],
)
@pytest.mark.parametrize("together", [[SANDMUENDE], [PENDROW, SANDMUENDE]], ids=["alone", "beside one in English"])
def test_an_article_is_asked_in_its_language_or_about_its_names_in_english(
    together: list[Article], question: str, words: str, short: str | None
) -> None:
    found = answer(question, together)
    assert words in found.passages[0].text
    assert (found.answered, found.said) == (True, short)


def test_a_question_in_a_language_that_nobody_taught_us_is_not_answered() -> None:
    assert not answer("När stänger hamnen?", [PENDROW]).answered
    assert not answer("Kiedy zamyka się port?", [SANDMUENDE]).answered


pieces = st.sampled_from(
    [
        "“The wall fell,” ",
        "she said. ",
        "Ruth Ellacott ",
        "He met Colin Avery. ",
        "\n\n",
        "in 1911 ",
        "the quay ",
        "” ",
        "? ",
    ]
)
heaps = st.lists(pieces, max_size=20).map("".join)


@given(heaps, heaps, heaps, heaps)
def test_any_heap_of_sentences_is_answered_in_slices_of_it(one: str, two: str, question: str, earlier: str) -> None:
    """None of them empty, none shown twice; the answer itself lies in the article of the first."""
    both = [Article(one, language="en"), Article(two, language="en")]
    before = Exchange(earlier, answer(earlier, both).passages)
    found = answer(question, both, [before])
    for passage in found.passages:
        assert passage.text == passage.article.text[passage.span.start : passage.span.end] != ""
        assert passage.article in both
    assert len({(id(passage.article), passage.span) for passage in found.passages}) == len(found.passages)
    assert (found.said or "") in "".join(passage.article.text for passage in found.passages[:1])
    assert not found.answered or found.passages
    assert 0 <= found.confidence <= 1


@given(st.text(), st.text(), st.text(), st.sampled_from(["de", "fr", "it", "pl", None]))
def test_any_question_leaning_on_any_other_gets_slices_or_nothing(
    question: str, earlier: str, text: str, language: str | None
) -> None:
    article = Article(text, language=language)
    for passage in answer(question, [article], [Exchange(earlier)]).passages:
        assert passage.text == text[passage.span.start : passage.span.end]


@pytest.mark.parametrize("question", ["Who is Macron talking about?", "Who did Zelensky refer to?"])
def test_of_whom_somebody_speaks_who_is_in_no_article_is_not_known(question: str) -> None:
    text = "Keir Starmer met Boris Johnson. “He was right,” Starmer said."
    assert not answer(question, [Article(text, language="en")]).answered


def test_whom_somebody_speaks_of_is_the_one_named_last() -> None:
    text = "Keir Starmer praised Boris Johnson at length and then Nigel Farage. “He was right,” Starmer said."
    found = answer("Who is Starmer talking about?", [Article(text, language="en")])
    assert found.said == "Nigel Farage"


def test_what_follows_from_a_question_that_leant_itself_is_about_what_the_first_was() -> None:
    text = (
        "Barton Council spent 4 million pounds on its bridge in 2023.\n\nIt spent 5 million pounds on it in 2024.\n\n"
        "In 2025 the museum had 9,000 visitors.\n\nThe bridge cost the council 6 million pounds in 2025."
    )
    first, second = Exchange("How much did Barton Council spend on its bridge in 2023?"), Exchange("and in 2024?")
    assert "5 million" in answer("and in 2024?", [Article(text, language="en")], [first]).passages[0].text
    assert "6 million" in answer("and in 2025?", [Article(text, language="en")], [first, second]).passages[0].text


def test_whose_words_are_asked_for_is_told_by_who_speaks_not_by_what_the_words_are_like() -> None:
    """The cross-encoder sees a sentence and the one before it, and in neither need a name stand."""
    library = Article(
        "Visits have fallen by 22 per cent, said the council leader, Giles Thorold.\n\n“You think that the building is "
        "the service,” he said. “It isn’t. The service is information, and that is on everybody’s phone.”\n\nDolores "
        "Finchley, the librarian, was asked what she would do now.\n\n“Read,” she said.",
        language="en",
    )
    found = answer("tell me what Thorold said about phones", [library])
    assert found.answered
    assert "on everybody’s phone" in found.passages[0].text


def test_why_something_happened_is_shown_with_the_sentence_behind_where_news_tells_it() -> None:
    """News tells first that the bridge was closed, then of what was found."""
    bridge = Article(
        "The Tern Bridge was closed to lorries at six on Monday.\n\n“We found a crack in one girder,” said Farah "
        "Quillan, the chief engineer.\n\nThe ferry will sail every twenty minutes until Friday.\n\nNo trains run.",
        language="en",
    )
    found = answer("why is the bridge closed", [bridge])
    assert found.answered
    assert any("We found a crack" in each.text for each in found.passages)


def test_a_sentence_that_gives_the_reason_itself_is_enough() -> None:
    found = answer("Why was the north quay shut?", [PENDROW])
    shut = Article("The quay was shut because of cracks. Mary Penrose sold nets for forty years.", language="en")
    assert found.answered
    assert [each.text for each in answer("Why was the quay shut?", [shut]).passages] == [
        "The quay was shut because of cracks."
    ]


@pytest.mark.parametrize(("currency", "answered"), [("pounds", True), ("euros", True), ("dollars", False)])
def test_a_sum_is_found_in_the_currency_that_is_asked_for(currency: str, answered: bool) -> None:
    fund = Article(
        "The Prime Minister was asked whether there was a way to join the Union’s new 150 billion euro (£130 billion) "
        "fund for cables. Talks broke down last year.\n\nThe ferry to Northwick sails every hour. A crow stole a hat.",
        language="en",
    )
    assert answer(f"How much is the fund in {currency}?", [fund]).answered is answered


def test_where_nothing_was_shown_he_is_spoken_of_in_words_that_name_somebody() -> None:
    text = (
        "Mary Penrose, the minister, met Ruth Berg on Monday.\n\n“The price was too high,” Mary Penrose said.\n\n“As "
        "far as Colin Avery goes, he said it would rain,” Penrose added.\n\nColin Avery, a lawyer, left."
    )
    assert answer("Who is she talking about?", [Article(text, language="en")]).said == "Colin Avery"


@pytest.mark.parametrize("question", ["Who is Nick Thomas-Hale?", "who is nick thomas-hale", "whos nick thomas-hale"])
def test_who_somebody_is_is_told_where_they_are_first_named(question: str) -> None:
    talks = Article(
        "The council of the two unions will meet next week, when Cabinet Office minister Nick Thomas-Hale will discuss "
        "closer ties.\n\nRuth Berg wants more trade. “It rains,” Thomas-Hale said.\n\nThe ferry sails on Monday.",
        language="en",
    )
    found = answer(question, [talks])
    assert (found.answered, found.said) == (True, None)
    assert "Cabinet Office minister Nick Thomas-Hale" in found.passages[0].text


def test_who_somebody_is_whom_no_article_names_is_not_known() -> None:
    assert not answer("who is joe carver?", [PENDROW]).answered
