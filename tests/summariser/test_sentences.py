"""Paragraphs and sentences: where they end, and that nothing falls between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.sentences import paragraphs, sentences

# Sentences are set apart by a bar; the text is their sequence joined by spaces.
WORKED = {
    "a quotation split by its attribution": ("en", '"A cat," he said.| "B is good."| He left.'),
    "ranks, initials, the clock": (
        "en",
        "He was “sure of it.”| He added that Sen. Smith and Lt. Gen. Jones of the U.S. came at 9 a.m.| It rained.",
    ),
    "a quotation introduced by a colon": ("en", "“Europe needs to do more.”| He added: “We do.”"),
    "German abbreviations and dates": (
        "de",
        "Er kam z. B. am 3. März nach Berlin.| Dort blieb er.| Das ist Nr. 5 der Liste.",
    ),
    "French initials and marks set apart": ("fr", "M. Dupont a parlé.| « Oui. »| Il est parti."),
    "Spanish titles": ("es", "El Sr. Gómez habló.| Ganó."),
    "tokenised text": ("en", "The bishop left .| He took time off .| It was hepatitis A ."),
    "questions and cries with their speaker": (
        "en",
        'He lives in the U.S.| The court ruled.| Mr. Smith Jr. said it.| No?!| "Why?" she asked.| "Stop!" he cried.',
    ),
    "numbers, initials and saints": (
        "en",
        "It cost $3.5m.| The No. 5 seed won.| Dr. J. K. Rowling spoke at St. Paul.| I went to St. Ives.| Then home.",
    ),
    "the clock at the end": (
        "en",
        "It ended at 5 p.m.| Smith left.| It began at 5 p.m. Monday in Washington D.C. and ended.",
    ),
    "German marks that point inwards": ("de", "»Das ist gut.«| »Nein.«| Er ging."),
    "German marks": (
        "de",
        "„Das ist gut.“| Er ging am 12. Oktober.| Die Bundesregierung plant bzw. prüft das.",
    ),
    "French speech": ("fr", "« Nous devons agir », a-t-il dit.| « C’est clair. »| M. Le Pen a refusé."),
    "Italian titles": (
        "it",
        "Il presidente ha detto: «Va bene.»| Poi è andato via.| L'on. Rossi ha risposto.",
    ),
    "Portuguese titles": ("pt", "O Sr. Silva disse que não.| “Vamos ver.”| Ele saiu."),
    "Dutch titles": ("nl", "De heer dr. J. de Vries kwam om 5 uur.| Hij zei: ‘Nee.’| Dat was het."),
    "brackets": ("en", "(He left.)| She stayed.| [It rained.]| It stopped."),
    "sentences within one quotation": (
        "en",
        'He said: "We will win.| We will fight.| We will not stop."| Then he left.',
    ),
    "decimals": ("en", "The price is 3.5 per cent.| It rose to 4.| That was new."),
    "American states": (
        "en",
        "Gen. David H. Petraeus, Sen. John McCain, R-Ariz., and Rep. Nancy Pelosi, D-Calif., met.| They spoke.",
    ),
    "abbreviations before a name": ("en", "The U.S. President met Apple Inc. Chairman Tim Cook.| They talked."),
    "a mark left over at the end": ("en", "“ He left . ”"),
    "companies": ("en", "Apple Inc. shares fell.| Analysts at Goldman Sachs & Co. said so.| Shares rose."),
    "three points": ("en", "“What?”| Then he left…| And she stayed … she did."),
    "a possessive or contraction is no abbreviation": ("en", "It was worse than Smith's.| But he didn't.| She did."),
    "a mark that tokenised text sets apart": ("en", '" We will win . "| He left .'),
}

texts = st.text(st.one_of(st.sampled_from(" \n\t.?!\"'“”‘’«»„()aA1 …。\u2028\r\x1c"), st.characters()), max_size=200)


@pytest.mark.parametrize(("language", "worked"), WORKED.values(), ids=WORKED)
def test_a_text_is_split_where_its_sentences_end(language: str, worked: str) -> None:
    """Abbreviations, marks and numbers of the language don't end a sentence; its end does."""
    expected = [sentence.strip() for sentence in worked.split("|")]
    text = " ".join(expected)
    assert [sentence.span.cut(text) for sentence in sentences(text, language)] == expected


@given(texts)
def test_every_character_lies_in_exactly_one_sentence(text: str) -> None:
    """Sentences come in order, trimmed, apart, and leave only white space between them."""
    at = 0
    for sentence in sentences(text):
        assert text[at : sentence.span.start].strip() == ""
        assert sentence.span.cut(text) == sentence.span.cut(text).strip() != ""
        at = sentence.span.end
    assert text[at:].strip() == ""


@given(texts)
def test_a_sentence_lies_in_the_paragraph_it_names(text: str) -> None:
    """The number counts the paragraphs from 0, and every paragraph has a sentence."""
    whole = paragraphs(text)
    split = sentences(text)
    assert all(whole[sentence.paragraph].covers(sentence.span) for sentence in split)
    assert {sentence.paragraph for sentence in split} == set(range(len(whole)))


def test_a_single_line_break_ends_a_paragraph() -> None:
    """Texts pasted from the web set paragraphs apart by one line break or by several."""
    text = "One.\nTwo.\r\n\r\nThree\u2029Four."
    assert [span.cut(text) for span in paragraphs(text)] == ["One.", "Two.", "Three", "Four."]


WRAPPED = """The harbour board has voted to close the north quay for the whole of
the winter, after engineers found cracks in two of the columns that
carry the road above it. The closure begins on Monday.

Traders said that they had been told nothing.

The board will meet again in March, when it expects to have the first
estimates of what the repair will cost and of how long it might take
to reopen the road.
It will meet in public."""


def test_lines_wrapped_at_a_width_are_one_paragraph() -> None:
    """A line break within running text is no end; the break after a short line still is one."""
    starts = [span.cut(WRAPPED).split()[:2] for span in paragraphs(WRAPPED)]
    assert starts == [["The", "harbour"], ["Traders", "said"], ["The", "board"], ["It", "will"]]
    assert sentences(WRAPPED)[0].span.cut(WRAPPED).endswith("carry the road above it.")


def test_long_lines_that_end_sentences_are_paragraphs() -> None:
    """Lines as long as a page is wide are still paragraphs when each ends a sentence."""
    lines = ["The harbour board has voted to close the north quay for the whole winter."] * 5
    assert len(paragraphs("\n".join(lines))) == len(lines)
