"""What is not the story goes, and nothing else does."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summariser.clean import clean

LEDE = "The ferry to Skarholm ran aground on Friday with 112 people aboard."
STORY = f"""{LEDE}

Nobody was hurt. A tug pulled her off the bank four hours later, and divers found a dent in the hull.

“The buoy was not where the chart says it is,” the harbour master, Nils Aune, told the council.

The line expects to sail again on Monday."""

APPEAL = (
    "Our reporters are on the quay before the ferry is. That costs money, and we have no owner to pay for it. "
    "If you value what we do, please consider a small monthly gift. It takes less than a minute."
)

LINES = [
    APPEAL,
    "Sign up for our morning newsletter and get the news of the islands in your inbox.",
    "We use cookies to keep this site running and to measure our audience. Manage preferences or Accept all",
    "Read more: Why the buoys are moved every spring",
    "Related stories",
    "ADVERTISEMENT",
    "Follow us on Instagram and Bluesky for more.",
    "If you enjoyed this, follow Harbour Notes, and consider becoming a member: half of your fee goes to who you read.",
    "Abonnez-vous à partir de 2 € par mois : notre rédaction vit de ses lecteurs.",
    "Share this article: Facebook X WhatsApp Email",
    "© 2026 The Skarholm Post. All rights reserved.",
    "Photo: Ida Lund/The Skarholm Post",
    "What do you think? Let us know in the comments.",
    "Download our app for the latest news and alerts.",
    "Listen to this article · 4 min",
    "You have read your last free article this month. Subscribe to keep reading.",
    "Unser Newsletter kommt jeden Morgen in Ihr Postfach. Jetzt anmelden",
    "Inscrivez-vous à notre newsletter pour recevoir l’essentiel chaque matin.",
    "Utilizamos cookies propias para mejorar nuestro sitio. Puedes aceptar todas o configurarlas.",
    "Sostieni il nostro giornale: la redazione vive dei suoi lettori. Dona ora",
    "Subscreva a nossa newsletter e receba as notícias todas as manhãs.",
    "Steun ons: onze redactie kan niet zonder leden. Word lid vanaf 3 euro per maand.",
]

WHOLE = [
    # an opinion that speaks to somebody else ("don't" is no French gift)
    "The port must publish what it found, all of it. Play fair or don't play, gentlemen. Now tell us this was luck.",
    # a charity
    (
        "The lifeboat station needs a new roof, and the village has raised £41,000 for it.\n\n“Your support means "
        "everything to us,” its coxswain, Ada Roe, told donors. “Please give what you "
        "can.”\n\nDonations can be made at "
        "the post office. Those who give more than £50 get a mug."
    ),
    # a newspaper that asks
    (
        "The Fen Mercury asked its readers for money for the first time on Monday.\n\n“We rely on readers like you. "
        "Support our journalism today,” its front page said.\n\nSome 900 have become members at £4 a month, and get a "
        "newsletter. The paper has nine reporters and no paywall."
    ),
    # newsletters, subscriptions and cookies as the news
    (
        "Websites that use cookies must ask for consent in one click, the regulator ruled on "
        "Tuesday.\n\nSubscribers can "
        "cancel at any time under the same rules, and newsletters need a link to unsubscribe.\n\nCompanies have until "
        "2027 to change their settings."
    ),
    # a column that speaks to its reader
    (
        "If you value your local paper, pay for it. I stole mine for years.\n\nWe need reporters in court and at the "
        "council. We had two, and now we have none.\n\nYou may call it charity. It is insurance."
    ),
    # an interview without marks
    (
        "How do you pay for it?\n\nMy readers do. If they want us to go on, they give "
        "something.\n\nAnd if they stop?\n\n"
        "Then we stop. We rely on our readers for everything."
    ),
    # in German and French
    (
        "Der Elbbote bittet um Spenden. „Unterstützen Sie unsere Redaktion“, steht auf der "
        "Titelseite.\n\nEin Abo kostet "
        "29 Euro im Monat, der Newsletter ist kostenlos."
    ),
    (
        "La Lanterne lance un appel aux dons.\n\n« Soutenez notre rédaction, faites un don », a demandé sa directrice, "
        "Claire Aubin.\n\nL’abonnement coûte 9 euros par mois."
    ),
]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize(
    "pasted",
    ["{line}\n\n{story}", "{story}\n\n{line}", "{line}\n{story}"],
    ids=["in front", "at the end", "one line break away"],
)
def test_a_line_that_is_not_the_story_goes_and_the_story_stays_to_the_character(line: str, pasted: str) -> None:
    cleaned = clean(pasted.format(line=line, story=STORY))
    assert cleaned.text == STORY
    assert cleaned.dropped == (line,)


@pytest.mark.parametrize("line", LINES)
def test_it_goes_from_between_two_paragraphs_and_leaves_one_empty_line(line: str) -> None:
    first, rest = STORY.split("\n\n", 1)
    assert clean(f"{first}\n\n{line}\n\n{rest}").text == STORY


@pytest.mark.parametrize("line", [line for line in LINES if line.endswith(".")])
def test_glued_to_the_first_sentence_it_is_cut_at_the_sentence(line: str) -> None:
    assert clean(f"{line} {STORY}").text == STORY


def test_a_line_of_its_own_in_which_every_sentence_plays_its_part_is_an_appeal_without_an_order_in_it() -> None:
    thanks = (
        "THANK YOU FOR READING. The Post's website is kept free by readers who give £2 a month. "
        "If this page goes up on a noticeboard, perhaps pin a coin to it."
    )
    assert clean(f"{STORY}\n\n{thanks}").text == STORY


def test_an_appeal_behind_the_last_sentence_of_a_paragraph_is_cut_at_the_sentence() -> None:
    assert clean(f"{STORY} {APPEAL}").text == STORY


def test_a_date_with_an_appeal_glued_to_it_is_taken_and_both_leave_the_text() -> None:
    cleaned = clean(f" date 2026-02-03 Read more Give Today {APPEAL} Read more\n\n{STORY}")
    assert cleaned.text == STORY
    assert cleaned.published == date(2026, 2, 3)
    assert cleaned.dropped == (f"date 2026-02-03 Read more Give Today {APPEAL} Read more",)


def test_several_in_a_row_are_one_stretch_in_their_order() -> None:
    cleaned = clean(f"{LINES[1]}\n\n{LINES[2]}\n\n{STORY}\n\n{LINES[3]}")
    assert cleaned.dropped == (f"{LINES[1]}\n\n{LINES[2]}", LINES[3])


def test_headlines_listed_under_read_more_go_with_it() -> None:
    assert clean(f"{STORY}\n\nRead more:\nThe buoy that wandered\nWho owns the sandbank").text == STORY


def test_a_paragraph_that_speaks_to_the_reader_goes_from_a_story_that_never_does() -> None:
    unheard = "Dear reader, we hate to ask for money as much as you hate being asked. Could you be one of the few?"
    cleaned = clean(f"{STORY}\n\n{STORY}\n\n{unheard}")
    assert cleaned.text == f"{STORY}\n\n{STORY}"


@pytest.mark.parametrize("story", WHOLE)
def test_a_story_about_such_things_stays_whole(story: str) -> None:
    assert clean(story).text == story


@pytest.mark.parametrize("story", WHOLE)
def test_it_stays_whole_behind_an_appeal(story: str) -> None:
    assert clean(f"{APPEAL}\n\n{story}").text == story


def test_a_paper_that_speaks_of_itself_by_its_name_is_an_appeal_to_its_button() -> None:
    by_name = (
        "From the ferries to the fish market, The Skarholm Post has reporters where it matters. The Skarholm Post is "
        "not funded by shipowners. Your support keeps it that way. Support Now"
    )
    assert clean(f"{by_name}\n\n{STORY}").text == STORY


def test_what_is_reported_without_marks_is_never_taken_for_the_page() -> None:
    said = "We rely on readers like you, so please support our journalism from £3 a month, the editor wrote."
    assert clean(f"{STORY}\n\n{said}").text == f"{STORY}\n\n{said}"


def test_what_somebody_says_is_never_taken_for_the_page() -> None:
    said = "“Sign up for our newsletter and support our journalism today,” said the editor, Ola Berg."
    assert clean(f"{STORY}\n\n{said}").text == f"{STORY}\n\n{said}"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("2026-02-03", date(2026, 2, 3)),
        ("Published 3 February 2026", date(2026, 2, 3)),
        ("Published: February 3, 2026 at 4:15 pm GMT", date(2026, 2, 3)),
        ("Tuesday 3 February 2026 14.20 GMT", date(2026, 2, 3)),
        ("25/12/2025", date(2025, 12, 25)),
        ("12/25/2025", date(2025, 12, 25)),
        ("03/04/2026", None),
        ("31 February 2026", None),
        ("Stand: 3. Februar 2026, 17:45 Uhr", date(2026, 2, 3)),
        ("Publié le 3 février 2026 à 9h30", date(2026, 2, 3)),
        ("Skarholm, 3 de febrero de 2026 | Actualizado a las 19:20", date(2026, 2, 3)),
    ],
)
def test_a_line_that_only_says_when_is_read_if_it_reads_one_way_and_leaves_the_text(
    line: str, published: date | None
) -> None:
    cleaned = clean(f"{line}\n\n{STORY}")
    assert (cleaned.text, cleaned.published) == (STORY, published)


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Jane Holm", "Jane Holm"),
        ("By Jane Holm and Piet de Boer", "Jane Holm and Piet de Boer"),
        ("By Jane Holm, political editor", "Jane Holm"),
        ("Von Jana Holm", "Jana Holm"),
        ("Par Jeanne Holm", "Jeanne Holm"),
        ("Comment | Jane Holm", "Jane Holm"),
    ],
)
def test_a_line_that_only_names_the_author_is_the_byline(line: str, byline: str) -> None:
    cleaned = clean(f"Ferry runs aground off Skarholm\n\n{line}\n\n{STORY}")
    assert (cleaned.text, cleaned.byline) == (STORY, byline)
    assert cleaned.title == "Ferry runs aground off Skarholm"


def test_a_header_with_its_stops_set_apart_gives_author_and_date() -> None:
    header = "By . Jane Holm . PUBLISHED: . 14:11 EST, 3 February 2026 . | . UPDATED: . 15:36 EST, 4 February 2026 . "
    cleaned = clean(header + STORY)
    assert (cleaned.text, cleaned.byline, cleaned.published) == (STORY, "Jane Holm", date(2026, 2, 3))


def test_a_headline_becomes_the_title_and_is_not_among_what_was_dropped() -> None:
    cleaned = clean(f"Ferry runs aground off Skarholm\n\n{STORY}")
    assert (cleaned.title, cleaned.text, cleaned.dropped) == ("Ferry runs aground off Skarholm", STORY, ())


@pytest.mark.parametrize("first", [LEDE, "SKARHOLM (Reuters) -", "AUNE:", "14:05", "The ferry ran aground,"])
def test_a_first_line_that_is_no_headline_stays(first: str) -> None:
    cleaned = clean(f"{first}\n\n{STORY}")
    assert cleaned.title is None
    assert cleaned.text == f"{first}\n\n{STORY}"


def test_a_place_line_stays_in_the_text() -> None:
    story = f"SKARHOLM (Reuters) - {STORY}"
    assert clean(story).text == story


@pytest.mark.parametrize(
    ("line", "site"),
    [
        (("The Skarholm Post is read by fishermen and ministers. If you value what we do, please support The Skarholm "
         "Post from £3 a month. We rely on our readers."), "The Skarholm Post"),
        ("© 2026 The Skarholm Post. All rights reserved.", "The Skarholm Post"),
        ("© 2026 The Skarholm Publishing Group Ltd. All rights reserved.", None),
        (APPEAL, None),
    ],
)  # fmt: skip
def test_the_site_is_named_only_by_a_paper_that_names_itself(line: str, site: str | None) -> None:
    cleaned = clean(f"{STORY}\n\n{line}")
    assert (cleaned.text, cleaned.site) == (STORY, site)


def test_line_ends_empty_lines_and_invisible_characters_are_put_right_and_nothing_else_is() -> None:
    pasted = "\ufeff" + LEDE.replace("ferry", "fer\u200bry") + "  \r\n\r\n\r\n\r\nNobody  was\thurt.\x00\r\n"
    assert clean(pasted).text == f"{LEDE}\n\nNobody  was\thurt."


def test_joiners_stay_where_they_spell_words_and_emoji() -> None:
    kept = "می\u200cخواهم 👩\u200d🚒"
    assert clean(kept).text == kept


PIECES = st.sampled_from(
    [*LINES, *WHOLE, LEDE, STORY, "By Jane Holm", "2026-02-03", "Big news", "“", "|", " ", "\n", "\n\n"]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(PIECES, st.sampled_from(["\n\n", "\n", " "])), max_size=8))
def test_cleaning_what_is_clean_changes_nothing(pieces: list[tuple[str, str]]) -> None:
    once = clean("".join(piece + between for piece, between in pieces)).text
    assert clean(once).text == once


@settings(deadline=None)
@given(st.text())
def test_any_text_is_cleaned_without_complaint(text: str) -> None:
    once = clean(text)
    assert clean(once.text).text == once.text


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES, max_size=6))
def test_every_character_was_pasted_in_this_order(pieces: list[str]) -> None:
    pasted = "\n\n".join(pieces)
    letters = iter(pasted)
    assert all(letter in letters for letter in clean(pasted).text)


@pytest.mark.parametrize(
    "line",
    [
        "Get the Post-Commute newsletter: delays, tolls and the occasional good idea, every weekday at 6 a.m.",
        "Do you know the couple? Were you at the wedding? Email desk@lantern.example",
        "I nostri cronisti sono qui ogni giorno. Se vi siamo utili, sosteneteci con un abbonamento da un euro.",
    ],
)
def test_what_a_page_asks_in_passing_goes(story: str, line: str) -> None:
    cleaned = clean(f"{story}\n\n{line}")
    assert line not in cleaned.text
    assert cleaned.text.endswith("in October.")


@pytest.mark.parametrize(
    "line",
    [
        "Did you know him? Tell us about the day you met, and what he said.",
        "The newsletter got the date wrong, the council said, and the meeting had to be held again in March.",
        "Si vous partez, dit-il, offrez des fleurs à la voisine qui a gardé le chat tout l’été.",
    ],
)
def test_a_question_or_an_order_inside_a_story_stays(story: str, line: str) -> None:
    assert line in clean(f"{story}\n\n{line}\n\nThe mayor left at noon.").text
