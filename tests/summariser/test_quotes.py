"""Quotations: where the marks of every style open and close, and what is no quotation mark."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summariser.model import Article, Span
from summariser.quotes import scan
from summariser.speakers import attribute


def quoted(text: str, language: str | None = "en") -> list[str]:
    """The words of every quotation, paragraphs set apart by an empty line."""
    return ["\n\n".join(span.cut(text) for span in found.spans) for found in scan(text, language)]


# Each text has the words "We leave at dawn" in its marks and nothing else.
STYLES = {
    "curly double": ("en", "“We leave at dawn,” said Ivo Tarn."),
    "straight double": ("en", '"We leave at dawn," said Ivo Tarn.'),
    "curly single": ("en", "‘We leave at dawn,’ said Ivo Tarn."),
    "straight single": ("en", "'We leave at dawn,' said Ivo Tarn."),
    "curly opened, straight closed": ("en", '“We leave at dawn," said Ivo Tarn.'),
    "straight opened, curly closed": ("en", '"We leave at dawn,” said Ivo Tarn.'),
    "single curly opened, straight closed": ("en", "‘We leave at dawn,' said Ivo Tarn."),
    "backticks": ("en", "``We leave at dawn,'' said Ivo Tarn."),
    "guillemets": ("it", "«We leave at dawn,» ha detto Ivo Tarn."),
    "guillemets with spaces": ("fr", "« We leave at dawn, » a dit Ivo Tarn."),
    "guillemets with no-break spaces": ("fr", "«\u00a0We leave at dawn,\u00a0» a dit Ivo Tarn."),
    "guillemets with narrow no-break spaces": ("fr", "«\u202fWe leave at dawn,\u202f» a dit Ivo Tarn."),
    "guillemets pointing inwards": ("de", "»We leave at dawn,« sagte Ivo Tarn."),
    "guillemets pointing inwards, language unknown": (None, "»We leave at dawn,« sagte Ivo Tarn."),
    "low and high": ("de", "„We leave at dawn,“ sagte Ivo Tarn."),
    "low and closing": ("nl", "„We leave at dawn,” zei Ivo Tarn."),
    "low and straight": ("de", '„We leave at dawn," sagte Ivo Tarn.'),
    "low single": ("de", "‚We leave at dawn,‘ sagte Ivo Tarn."),
    "single guillemets": ("fr", "‹We leave at dawn,› a dit Ivo Tarn."),
    "in brackets": ("en", "He left (“We leave at dawn,” he had said)."),
    "after a dash": ("en", "He was curt—“We leave at dawn,”—and left."),
}


@pytest.mark.parametrize(("language", "text"), STYLES.values(), ids=STYLES)
def test_every_style_of_marks_is_read(language: str | None, text: str) -> None:
    """The words between an opening mark and what may close it are the quotation, without marks and outer spaces."""
    assert quoted(text, language) == ["We leave at dawn,"]


@pytest.mark.parametrize(("language", "text"), STYLES.values(), ids=STYLES)
def test_the_outer_stretch_has_the_marks(language: str | None, text: str) -> None:
    """``outer`` begins with the opening mark and ends behind the closing one."""
    (found,) = scan(text, language)
    first, last = found.outer.cut(text)[0], found.outer.cut(text)[-1]
    assert not first.isalnum()
    assert not first.isspace()
    assert not last.isalnum()
    assert not last.isspace()
    assert last != ","
    assert found.closed


NESTED = {
    "American": ("“She said ‘never’ to us,” he said.", ["She said ‘never’ to us,"]),
    "British": ("‘She said “never” to us,’ he said.", ["She said “never” to us,"]),
    "American, straight": ("\"She said 'never' to us,\" he said.", ["She said 'never' to us,"]),
    "British, straight": ("'She said \"never\" to us,' he said.", ['She said "never" to us,']),
    "straight in curly": ('“She said "never" to us,” he said.', ['She said "never" to us,']),
    "ending together": ("“She said, ‘Never to us.’” He left.", ["She said, ‘Never to us.’"]),
    "beginning together": ("“‘Never,’ she said to us.” He left.", ["‘Never,’ she said to us."]),
    "beginning together, British": ("‘“Never,” she said to us.’ He left.", ["“Never,” she said to us."]),
    "alike": ("“She said “never” to us,” he said.", ["She said “never” to us,"]),
    "guillemets around curly ones": ("«Ha detto “mai” a noi», dice Ivo.", ["Ha detto “mai” a noi"]),
    "guillemets in guillemets": ("«Il a dit «jamais» à nous», dit Ivo.", ["Il a dit «jamais» à nous"]),
    "German": ("„Sie sagte ‚nie‘ zu uns“, sagte Ivo.", ["Sie sagte ‚nie‘ zu uns"]),
}


@pytest.mark.parametrize(("text", "expected"), NESTED.values(), ids=NESTED)
def test_a_quotation_inside_a_quotation_is_part_of_it(text: str, expected: list[str]) -> None:
    """Only the outermost stretch is given, with the inner marks in it."""
    assert quoted(text, None) == expected


def test_quotations_may_lie_three_deep() -> None:
    """A double mark inside single ones inside double ones ends nothing."""
    text = "“He told me, ‘She said “never” to us,’ and left,” she said."
    assert quoted(text) == ["He told me, ‘She said “never” to us,’ and left,"]


NOT_MARKS = {
    "contractions": "I don't think they're ours, and I won't say it's his.",
    "curly contractions": "I don’t think they’re ours, and I won’t say it’s his.",
    "names": "Mr O'Dell and Ms D’Arvin met at King's Wharf.",
    "possessives": "The voters' choice was the farmers' too, and the boats’ crews agreed.",
    "decades": "Songs of the ’90s and the '70s were sung.",
    "elisions": "Give 'em time, and get 'em ’til noon.",
    "feet and inches": "She is 6'3\" tall and her son is 5'11\".",
    "feet and inches, curly": "She is 6’3” tall.",
    "feet": "The wall is 12' high and 40' long.",
    "inches": 'A 12" pipe burst.',
    "inches, often": 'A 12" pipe was joined to a 14" pipe and a 16" one.',
    "rock and roll": "They played rock 'n' roll all night.",
    "the okina": "They sailed to Hawai‘i and O‘ahu’s coast.",
    "a letter left out in front": "He came from 'Frisco and stayed.",
    "minutes of arc": "It lies at 51°30′26″ north.",
}


@pytest.mark.parametrize("text", NOT_MARKS.values(), ids=NOT_MARKS)
def test_an_apostrophe_and_a_measure_are_no_quotation(text: str) -> None:
    """Contractions, possessives, decades, elisions, feet and inches open nothing."""
    assert quoted(text) == []


INSIDE = {
    "contractions in single marks": (
        "‘I don’t know, and it isn’t ours,’ she said.",
        ["I don’t know, and it isn’t ours,"],
    ),
    "straight contractions in single marks": (
        "'I don't know, it isn't ours,' she said.",
        ["I don't know, it isn't ours,"],
    ),
    "a possessive in single marks": (
        "‘It is the voters’ choice and nobody else’s,’ she said.",
        ["It is the voters’ choice and nobody else’s,"],
    ),
    "a straight possessive in single marks": (
        "'It is the voters' choice and ours,' she said.",
        ["It is the voters' choice and ours,"],
    ),
    "a decade": ("“We sang in the ’90s,” he said.", ["We sang in the ’90s,"]),
    "a decade in single marks": ("‘We sang in the ’90s,’ he said.", ["We sang in the ’90s,"]),
    "an elision": ("“Give ’em time,” he said.", ["Give ’em time,"]),
    "an elision in straight single marks": ("'Give 'em time,' he said.", ["Give 'em time,"]),
    "feet and inches": ('"He is 6\'3" and growing," she said.', ["He is 6'3\" and growing,"]),
    "feet in straight single marks": ("'The wall is 12' high now,' he said.", ["The wall is 12' high now,"]),
    "inches in curly marks": ('“The 12" pipe burst,” he said.', ['The 12" pipe burst,']),
    "inches before a quotation": ('The 12" pipe burst. "We ran," she said.', ["We ran,"]),
    "inches after a quotation": ('"We ran," she said, from the 12" pipe.', ["We ran,"]),
    "a number at the end": ('"There were 12," she said. "I saw 14" was his answer.', ["There were 12,", "I saw 14"]),
    "a year at the end": ('"We will finish in 2031", she said.', ["We will finish in 2031"]),
    "a bracketed insertion": ("“[They] will leave … soon,” he said.", ["[They] will leave … soon,"]),
}


@pytest.mark.parametrize(("text", "expected"), INSIDE.values(), ids=INSIDE)
def test_an_apostrophe_or_a_measure_does_not_end_a_quotation(text: str, expected: list[str]) -> None:
    """What is no mark between the marks stays between them."""
    assert quoted(text) == expected


@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize(
    ("opening", "closing", "language"),
    [("“", "”", "en"), ('"', '"', "en"), ("‘", "’", "en"), ("«", "»", "it"), ("„", "“", "de")],
)
def test_a_quotation_goes_on_over_paragraphs(opening: str, closing: str, language: str, count: int) -> None:
    """Paragraphs that each begin with the opening mark are one quotation up to the closing one, a span each."""
    said = [f"Thing number {number} is that boats need water." for number in range(count)]
    text = "\n\n".join(["Ivo Tarn spoke.", *(opening + each for each in said)]) + closing + "\n\nHe left."
    (found,) = scan(text, language)
    assert [span.cut(text) for span in found.spans] == said
    assert found.outer.cut(text) == text[text.index(opening) : text.rindex(closing) + 1]
    assert found.closed


def test_a_single_line_break_sets_its_paragraphs_apart_too() -> None:
    """Its text is joined by an empty line, whatever stood between its paragraphs."""
    text = "“The boats are old.\n“The nets are new.” He left."
    assert quoted(text) == ["The boats are old.\n\nThe nets are new."]


@pytest.mark.parametrize("marks", ['“"”', '"“"', '„“"'])
def test_its_paragraphs_may_begin_with_different_marks(marks: str) -> None:
    """Typing mixes curly and straight ones."""
    first, second, closing = tuple(marks)
    text = f"{first}The boats are old.\n\n{second}The nets are new.{closing}"
    assert quoted(text) == ["The boats are old.\n\nThe nets are new."]


def test_it_may_begin_within_a_paragraph_and_end_within_one() -> None:
    """The reporter's words before the first and behind the last mark stay outside."""
    text = "Ivo Tarn said: “The boats are old.\n\n“The nets are new,” and left."
    assert quoted(text) == ["The boats are old.\n\nThe nets are new,"]


def test_its_text_is_the_spans_joined_by_an_empty_line() -> None:
    """The quote that is given out has the same words."""
    text = "“The boats are old and slow.\n\n“The nets are new and good,” Ivo Tarn said."
    (quote,) = attribute(Article(text, language="en"))
    assert quote.text == "The boats are old and slow.\n\nThe nets are new and good,"


@pytest.mark.parametrize(("opening", "language"), [("«", "es"), ("«", "fr"), ("« ", "fr"), ("«\u00a0", "fr")])
def test_a_paragraph_may_go_on_with_the_closing_guillemet(opening: str, language: str) -> None:
    """Spanish and French set it at the head of each further paragraph of a quotation."""
    closing = opening.replace("«", "»")
    paragraphs = ["Habló Ivo Tarn.", f"{opening}Uno es poco.", f"{closing}Dos es algo.", f"{closing}Tres basta"]
    text = "\n\n".join(paragraphs) + f"{closing[::-1]}, dijo."
    assert quoted(text, language) == ["Uno es poco.\n\nDos es algo.\n\nTres basta"]


def test_one_that_the_next_paragraph_does_not_take_up_is_not_closed() -> None:
    """It ends with its paragraph, and nobody is given its words."""
    text = "Ivo Tarn said: “The boats are old.\n\nThe harbour is closed. “We wait,” Mara Quill said."
    lost, kept = scan(text, "en")
    assert (lost.closed, kept.closed) == (False, True)
    assert [span.cut(text) for span in lost.spans] == ["The boats are old."]
    assert [quote.text for quote in attribute(Article(text, language="en"))] == ["We wait,"]


def test_one_that_the_text_leaves_open_is_not_closed() -> None:
    """The end of the text closes nothing."""
    text = "Ivo Tarn said: “The boats are old.\n\n“The nets are new."
    (found,) = scan(text, "en")
    assert not found.closed
    assert found.outer == Span(text.index("“"), len(text))
    assert attribute(Article(text, language="en")) == ()


def test_a_mark_lost_in_one_paragraph_spoils_no_other() -> None:
    """Each paragraph starts afresh: what is open before a paragraph without marks is forgotten."""
    text = '"The boats are old, he said.\n\nNobody came.\n\n"The nets are new," she said. "Good ones."'
    assert [found.closed for found in scan(text, "en")] == [False, True, True]
    assert quoted(text)[1:] == ["The nets are new,", "Good ones."]


def test_a_second_opening_mark_leaves_the_first_unclosed() -> None:
    """Two quotations of which the first was never closed are not run together."""
    text = "“The boats are old, he said. “The nets are new,” she said."
    first, second = scan(text, "en")
    assert not first.closed
    assert [span.cut(text) for span in second.spans] == ["The nets are new,"]


@pytest.mark.parametrize(
    "text",
    [
        "“The boats,” Ivo Tarn said, “are old.”",
        '"The boats," Ivo Tarn said, "are old."',
        "‘The boats,’ Ivo Tarn said, ‘are old.’",
        "'The boats,' Ivo Tarn said, 'are old.'",
        "«The boats,» Ivo Tarn said, «are old.»",
        '" The boats, " Ivo Tarn said , " are old. "',
        "“ The boats, ” Ivo Tarn said , “ are old. ”",
        "`` The boats, '' Ivo Tarn said , `` are old. ''",
    ],
)
def test_a_quotation_split_by_its_attribution_is_two(text: str) -> None:
    """The reporter's words between the two are in neither."""
    assert quoted(text) == ["The boats,", "are old."]


TOKENISED = {
    "straight": ('" We leave . " He left .', ["We leave ."]),
    "straight, two": ('" We leave , " he said . " At dawn . "', ["We leave ,", "At dawn ."]),
    "curly": ("He said , “ We leave . ”", ["We leave ."]),
    "nested": ("\" She said ' never ' to us , \" he said .", ["She said ' never ' to us ,"]),
    "contractions apart": ('" We do n\'t leave , " he said .', ["We do n't leave ,"]),
    "possessive apart": ('" It is Ivo \'s boat , " he said .', ["It is Ivo 's boat ,"]),
}


@pytest.mark.parametrize(("text", "expected"), TOKENISED.values(), ids=TOKENISED)
def test_marks_with_spaces_on_both_sides_open_and_close_in_turn(text: str, expected: list[str]) -> None:
    """Tokenised text is read as if the spaces were not there, and the spans have none at their ends."""
    assert quoted(text) == expected


def test_a_transcripts_labels_stay_inside_the_marks() -> None:
    """Each turn of a transcript is a quotation of its own, with the label as the article has it."""
    text = '"PENNY: Where were you?"\n\n"OSWIN: At sea."'
    assert quoted(text) == ["PENNY: Where were you?", "OSWIN: At sea."]


def test_a_transcripts_next_label_closes_the_turn_before() -> None:
    """Turns set paragraph by paragraph, with only opening marks, are not one quotation."""
    text = '"PENNY: Where were you?\n\n"OSWIN: At sea.\n\n"PENNY: Alone?"'
    assert quoted(text) == ["PENNY: Where were you?", "OSWIN: At sea.", "PENNY: Alone?"]
    assert all(found.closed for found in scan(text, "en"))


def test_a_transcripts_turn_may_have_paragraphs() -> None:
    """A paragraph without a label goes on with the turn."""
    text = '"PENNY: Where were you?\n\n"I called twice.\n\n"OSWIN: At sea."'
    assert quoted(text) == ["PENNY: Where were you?\n\nI called twice.", "OSWIN: At sea."]


@pytest.mark.parametrize(("language", "expected"), [("de", ["Jetzt"]), (None, ["Nie"])])
def test_the_language_tells_which_way_lone_guillemets_point(language: str | None, expected: list[str]) -> None:
    """»so« in German, «so» elsewhere; a text that has both marks tells it itself."""
    text = "»Jetzt.« Dann." if language == "de" else "«Nie.» Dann."
    assert [said.rstrip(".") for said in quoted(text, language)] == expected


def test_a_guillemet_that_marks_a_link_turns_no_other_round() -> None:
    """Pages set » before what they link to."""
    text = "» Lire aussi\n\nIvo a dit : « Nous partons à l'aube », puis « jamais »."
    assert quoted(text, "fr")[-2:] == ["Nous partons à l'aube", "jamais"]


@pytest.mark.parametrize("text", ["", " \n\n ", "No marks at all.", "”", "’", "”Nothing opens this”"])
def test_where_nothing_opens_there_is_no_quotation(text: str) -> None:
    """Closing marks alone make none."""
    assert quoted(text, "en") == []


def test_quotations_come_in_the_order_of_the_text() -> None:
    """Part by part, from left to right, over paragraphs."""
    text = "“A one,” he said. “B two.”\n\n“C three.\n\n“D four.” “E five.”"
    assert quoted(text) == ["A one,", "B two.", "C three.\n\nD four.", "E five."]


MARKED = st.lists(
    st.sampled_from(
        [*"“”\"‘’'«»„‚‹›‟\n ", "``", "''", "\n\n", "word ", "Ivo's ", "6'3\" ", "PENNY: ", "\ud800", "\x00"]
    ),
    max_size=40,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(MARKED, st.sampled_from(["en", "de", "fr", "es", None]))
def test_quotations_lie_apart_and_in_order(text: str, language: str | None) -> None:
    """No two share a character, each holds its own spans, and no span begins or ends with white space."""
    at = 0
    for found in scan(text, language):
        assert at <= found.outer.start
        assert found.outer.end <= len(text)
        assert found.spans
        assert all(found.outer.covers(span) for span in found.spans)
        assert all(span.cut(text) == span.cut(text).strip() for span in found.spans)
        at = found.outer.end
