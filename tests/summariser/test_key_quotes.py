"""Key quotes: which of an article's quotations a briefing shows."""

from __future__ import annotations

from itertools import pairwise

from summariser.key_quotes import key_quotes
from summariser.model import Article, Point, Quote, Span, Speaker
from summariser.quotes import scan
from summariser.sentences import sentences

RUTH, GAVIN = Speaker("Ruth Ellacott", "Prime Minister"), Speaker("Gavin Penrose", "leader of the opposition")


def shown(
    *said: tuple[str, Speaker | None], points: tuple[str, ...] = (), credited: bool = True, part: bool = False
) -> list[str]:
    """The key quotes of an article in which these things are said, a paragraph each."""
    paragraphs = [f"“{words}” {speaker.name if speaker else 'somebody'} said." for words, speaker in said]
    return [quote.text for quote in chosen("\n\n".join(paragraphs), [who for _, who in said], points, credited, part)]


def chosen(
    text: str, speakers: list[Speaker | None], points: tuple[str, ...] = (), credited: bool = True, part: bool = False
) -> tuple[Quote, ...]:
    """The key quotes of a text whose quotations were said by these speakers."""
    article = Article(text, language="en")
    quotes = [
        Quote(article, found.spans, "part" if part else "direct", speaker, (), 0.95, credited and speaker is not None)
        for found, speaker in zip(scan(text, "en"), speakers, strict=True)
    ]
    made = tuple(Point(point, (Span(0, 0),)) for point in points)
    return key_quotes(article, sentences(text, "en"), quotes, made)


VOW = "We will never sign a treaty that leaves our harbour towns to pay the whole of the price."
REPLY = "She has failed the people of the coast, and I think that everybody on the quays knows it."
FACT = "The quay is of stone, and there are two cranes and a shed on it at the end of the road."


def test_a_promise_is_shown_before_a_fact() -> None:
    """What is said in one's own voice can't be told by a point."""
    assert VOW in shown((FACT, RUTH), (VOW, RUTH))
    assert FACT not in shown((FACT, RUTH), (VOW, RUTH), (REPLY, GAVIN))


def test_both_sides_are_shown() -> None:
    """When another side spoke, the second quote is theirs."""
    again = "We will never let the county take our cranes, our sheds or our ships away from the harbour."
    assert set(shown((VOW, RUTH), (again, RUTH), (REPLY, GAVIN))) >= {REPLY}


def test_they_stand_in_the_order_of_the_article() -> None:
    """An answer comes after what it answers."""
    assert shown((VOW, RUTH), (REPLY, GAVIN)) == [VOW, REPLY]


def test_what_a_point_says_already_is_not_quoted() -> None:
    """Nothing is told twice."""
    assert shown((VOW, RUTH), points=(f"Ruth Ellacott said: {VOW}",)) == []


def test_a_long_quotation_is_cut_to_whole_sentences_that_stand_together() -> None:
    """At most 40 words of it, as one slice of the article, unless one sentence alone is longer."""
    long = f"{FACT} {VOW} {REPLY} {FACT}"
    (only,) = shown((long, RUTH))[:1]
    assert only in long
    assert len(only.split()) <= 40
    assert only in {f"{a} {b}" for a, b in pairwise((FACT, VOW, REPLY, FACT))} | {FACT, VOW, REPLY}


def test_a_sentence_of_more_than_sixty_words_is_not_shown() -> None:
    """It can't be cut, and isn't read at a glance."""
    assert shown((f"{VOW[:-1]}, and {FACT[:-1]}, and {FACT[:-1]}, and {REPLY}", RUTH)) == []


def test_a_quotation_of_two_short_paragraphs_may_be_shown_whole() -> None:
    """It keeps a span a paragraph."""
    text = "Ruth Ellacott said: “We will never sign.\n\n“I think that it is wrong.”"
    (quote,) = chosen(text, [RUTH])
    assert [span.cut(text) for span in quote.spans] == ["We will never sign.", "I think that it is wrong."]


def test_an_uncredited_quote_is_shown_only_where_nothing_else_fits() -> None:
    """And stays uncredited, so that no name is printed."""
    assert shown((VOW, None), (REPLY, GAVIN)) == [REPLY]
    (quote,) = chosen(f"“{VOW}” he said.", [RUTH], credited=False)
    assert (quote.text, quote.credited) == (VOW, False)


def test_a_part_quote_is_shown_only_without_a_direct_one_and_not_under_five_words() -> None:
    """Half a phrase tells nothing."""
    assert shown(("a gift to all of our rivals", RUTH), part=True) == ["a gift to all of our rivals"]
    assert shown(("a gift", RUTH), part=True) == []


def test_at_most_three_are_shown_and_none_of_none() -> None:
    """A briefing is short; an article without quotations has none."""
    many = [(VOW.replace("harbour", word), Speaker(word.title())) for word in ("river", "lake", "sea", "hill", "moor")]
    assert 1 <= len(shown(*many)) <= 3
    assert shown() == []
