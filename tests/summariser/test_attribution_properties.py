"""Attribution: what holds for any text whatever, readable or not."""

from __future__ import annotations

from itertools import chain, pairwise

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from summariser.errors import SummariserError
from summariser.model import Article, Quote
from summariser.quotes import scan
from summariser.reading import read_text
from summariser.sentences import paragraphs
from summariser.speakers import CREDITED, attribute

WORDS = [
    "the boats",
    "are",
    "of",
    "one",
    "who",
    "and",
    "that",
    "the board",
    "far too old",
    "'s",
    "n't",
    "his",
    "in words",
]
NAMES = ["Ivo Tarn", "Helen Quill", "Mr Tarn", "Sen. Hale", "Sir Robert", "the senator", "the Prime Minister", "PENNY"]
SAYING = [
    "said", "told", "called", "saying", "according to", "she", "He added", "was described by", "sagte", "so der",
    "a-t-il dit", "selon", "ha detto", "dijo", "disse", "aldus", "zei ze",
]  # fmt: skip
MARKS = [*"“”\"‘’'«»‹›„‚‟", "``", "''"]
PAIRS = ["“”", '""', "‘’", "''", "«»", "»«", "„“", '“"', "‹›", "« »", ("``", "''")]
SAID = [
    "We leave at dawn",
    "The boats are old,",
    "far too old to sail",
    "Why?",
    "No.",
    "Boats of Porth",
    "PENNY: Where?",
]
JOINTS = [" ", "  ", ", ", ". ", ": ", "? ", "— ", " (", ") ", "\n", "\n\n", "\r\n", "\u2029", "\u00a0", "… ", "6'3\""]
ODD = ["\x00", "\ud800", "\udfff", "\u202e", "שלום", "你好。", "\u0301", "😀", "\ufeff", "\x1c", "İ", "ß", "1", "²"]

loose = st.one_of(*map(st.sampled_from, (WORDS, NAMES, SAYING, MARKS, JOINTS, ODD)))
inside = st.tuples(st.sampled_from(SAID), st.lists(loose, max_size=3)).map(lambda said: said[0] + "".join(said[1]))
quotations = st.tuples(st.sampled_from(PAIRS), inside).map(lambda pair: f"{pair[0][0]}{pair[1]}{pair[0][-1]}")
unclosed = st.tuples(st.sampled_from(PAIRS), inside).map(lambda pair: f"{pair[0][0]}{pair[1]}\n\n{pair[0][0]}")
attributions = st.tuples(st.sampled_from(SAYING), st.sampled_from(NAMES), st.booleans()).map(
    lambda words: f" {words[0]} {words[1]}" if words[2] else f"{words[1]} {words[0]} "
)
broken = st.lists(st.one_of(quotations, unclosed, attributions, loose), max_size=20).map("".join)
ends = st.sampled_from([". ", ".\n\n", "\n", ", ", " ", ": "])
sentences_said = st.one_of(
    st.tuples(quotations, attributions, ends),
    st.tuples(attributions, quotations, ends),
    st.tuples(st.sampled_from(NAMES), unclosed, quotations, ends),
    st.tuples(broken, ends),
).map("".join)
texts = st.lists(sentences_said, min_size=1, max_size=12).map("".join)
languages = st.sampled_from(["en", "en", "de", "fr", "es", "it", "pt", "nl", "xx", None])

any_text = settings(max_examples=150, deadline=None)


def told(text: str, language: str | None) -> tuple[Quote, ...]:
    """The quotes of a text."""
    return attribute(Article(text, language=language))


@any_text
@given(texts, languages)
@example("“", "en")
@example("“”", "en")
@example("\ud800“\udfff” said", "en")
@example("“\n“\n“\n”", None)
@example("'\x00' said Ivo\x00Tarn", "fr")
@example("« — dit-il — »", "es")
def test_spans_lie_in_the_text_in_order_and_apart(text: str, language: str | None) -> None:
    """Those of a quote, and those of all the quotes together; and nothing raises."""
    spans = list(chain.from_iterable(quote.spans for quote in told(text, language)))
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))


@any_text
@given(texts, languages)
def test_a_quote_is_the_articles_words_to_the_character(text: str, language: str | None) -> None:
    """The slices of its spans, joined by an empty line; each trimmed, and at least one with something in it."""
    for quote in told(text, language):
        assert quote.text == "\n\n".join(text[span.start : span.end] for span in quote.spans)
        assert all(span.cut(text) == span.cut(text).strip() for span in quote.spans)
        assert quote.text.strip()


@any_text
@given(texts, languages)
def test_every_quote_is_a_closed_quotation_of_the_scan(text: str, language: str | None) -> None:
    """Attribution finds no marks of its own, and gives nothing that the article leaves open."""
    closed = {found.spans for found in scan(text, language) if found.closed}
    assert {quote.spans for quote in told(text, language)} <= closed


@any_text
@given(texts, languages)
def test_a_span_lies_within_one_paragraph(text: str, language: str | None) -> None:
    """A quotation over paragraphs has a span a paragraph."""
    blocks = paragraphs(text)
    for quote in told(text, language):
        homes = [next(index for index, block in enumerate(blocks) if block.covers(span)) for span in quote.spans]
        assert len(homes) == len(set(homes))


@any_text
@given(texts, languages)
def test_evidence_is_words_of_the_text(text: str, language: str | None) -> None:
    """Every span of it lies in the text and covers something."""
    for quote in told(text, language):
        for span in quote.evidence:
            assert 0 <= span.start < span.end <= len(text)
            assert span.cut(text) == span.cut(text).strip()


@any_text
@given(texts, languages)
def test_confidence_is_a_share_and_credit_needs_a_speaker(text: str, language: str | None) -> None:
    """Between 0 and 1; credited exactly when there is a speaker and the confidence is enough."""
    for quote in told(text, language):
        assert 0 <= quote.confidence <= 1
        assert quote.credited == (quote.speaker is not None and quote.confidence >= CREDITED)
        assert quote.speaker is None or quote.evidence


@any_text
@given(texts, languages)
def test_a_speaker_has_a_name_of_the_articles_words(text: str, language: str | None) -> None:
    """Every word of the name and of the role stands in the article."""
    for quote in told(text, language):
        if quote.speaker is not None:
            assert quote.speaker.name.strip()
            words = f"{quote.speaker.name} {quote.speaker.role or ''}".split()
            assert all(word in text for word in words)


@any_text
@given(texts, languages)
def test_the_same_text_has_the_same_answer(text: str, language: str | None) -> None:
    """Nothing is remembered from one article to the next."""
    first = told(text, language)
    told("“Boats,” said Helen Tarn.", "en")
    assert told(text, language) == first


@any_text
@given(texts, languages)
def test_a_paragraph_without_marks_at_the_end_moves_no_quotation(text: str, language: str | None) -> None:
    """What stands before it is found where it was found without it."""
    longer = f"{text}\n\nIt rained on the quay all day and nobody came."
    assume(len(paragraphs(longer)) == len(paragraphs(text)) + 1)
    assert scan(longer, language) == scan(text, language)
    before = [(quote.spans, quote.kind) for quote in told(text, language)]
    assert [(quote.spans, quote.kind) for quote in told(longer, language)] == before


@any_text
@given(texts, languages)
def test_a_paragraph_in_front_moves_every_quotation_by_its_length(text: str, language: str | None) -> None:
    """Where a quotation is found doesn't hang on what stands paragraphs before it."""
    front = "It rained on the quay all day and nobody came.\n\n"
    assume(len(paragraphs(front + text)) == len(paragraphs(text)) + 1)
    moved = [
        [(span.start - len(front), span.end - len(front)) for span in found.spans]
        for found in scan(front + text, language)
    ]
    assert moved == [[(span.start, span.end) for span in found.spans] for found in scan(text, language)]


@any_text
@given(texts, st.booleans())
def test_a_text_is_read_and_attributed_or_refused(text: str, raw: bool) -> None:
    """From the text as it was given to its quotes; with ``raw`` the offsets index what was given."""
    try:
        article, _ = read_text(text, raw=raw)
    except SummariserError:
        return
    assert article.text == text or not raw
    for quote in attribute(article):
        assert all(span.end <= len(article.text) for span in quote.spans)


@any_text
@given(texts)
def test_text_without_marks_has_no_quotes(text: str) -> None:
    """However much is said in it."""
    for mark in (*MARKS, "`"):
        text = text.replace(mark, "")
    assert told(text, "en") == ()


@pytest.mark.parametrize("mark", MARKS)
def test_a_text_of_one_mark_over_and_over_is_no_trouble(mark: str) -> None:
    """Marks without words are nobody's."""
    assert told(mark * 500, "en") == ()
    assert told(f"{mark} " * 500, None) == ()
    assert told(f"{mark}\n" * 500, "de") == ()
