"""What a language model is asked for a briefing, and what of its answer is accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from summariser.generative import asked, drafted, mended, repair_of, reviewed, translated
from summariser.numbering import ROOM, numbered
from summariser.reading import read_text
from summariser.skimming import parts
from tests.bot.test_copywriting import GOOD, INVENTED, STORY

if TYPE_CHECKING:
    from summariser.generative import Draft

READ = numbered(read_text(STORY).article)
FIRST, SECOND = GOOD["points"]
WRONG = INVENTED[0]["points"][0]


SWEDISH = numbered(
    read_text(
        "Hamnen i Sandmouth stängs i en månad från måndag, beslutade kommunfullmäktige på torsdagskvällen.\n\n"
        "Reparationen kostar 4,2 miljoner pund, och länet betalar hälften av den. Fiskarna hade bett om uppskov."
    ).article
)
JAPANESE = numbered(
    read_text(
        "サンドマウスの港は月曜日から一か月間閉鎖されると、町議会が木曜日の夜に決定した。\n\n"
        "修理には四百二十万ポンドがかかり、郡がその半分を負担する。\n\n漁師たちは季節の終わりまで延期を求めていた。"
    ).article
)


LONG = numbered(
    read_text(
        "\n\n".join(
            f"The council of town {number} decided nothing on that long day. “We will wait for the spring, and for "
            f"town {number} to decide,” said Anna Berg, who lives there. It rained on day {number} of the fair."
            for number in range(1_500)
        )
    ).article
)
"""Of 4,500 sentences and 1,500 quotations."""


def draft(*points: dict[str, Any]) -> Draft:
    return drafted({**GOOD, "points": [*points]}, len(points))


def test_a_point_may_say_again_what_an_earlier_one_says_that_failed() -> None:
    assert reviewed(draft(WRONG, FIRST, SECOND), READ, None).failed == (0,)
    assert reviewed(draft(FIRST, SECOND, FIRST), READ, None).failed == (2,)


@pytest.mark.parametrize("named", [1, "1", "F1", "[F1]"], ids=repr)
def test_a_repair_may_name_its_point_as_the_point_was_shown(named: object) -> None:
    review = reviewed(draft(WRONG, SECOND), READ, None)
    assert mended(review, {"points": [{"number": named, **FIRST}]}, READ).failed == ()


@pytest.mark.parametrize("named", [True, 2, "F2", "0", -1, None, 1.5, [1], {}], ids=repr)
def test_a_repair_of_no_point_that_failed_is_no_repair(named: object) -> None:
    review = reviewed(draft(WRONG, SECOND), READ, None)
    assert mended(review, {"points": [{"number": named, **FIRST}]}, READ) == review


@pytest.mark.parametrize("named", [1, "Q1"], ids=repr)
def test_a_translation_may_name_its_quote_as_the_quote_was_shown(named: object) -> None:
    said = "Wir können nicht warten, bis die Mauer ins Meer fällt."
    assert translated({"translations": [{"number": named, "text": said}]}, READ.quotes[:1], "de") == (said,)


def test_numbers_that_are_nested_without_end_are_none() -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    made = drafted({"points": [{"text": FIRST["text"], "sentences": deep}], "quotes": deep}, 1)
    assert (made.points[0].sentences, made.quotes) == ((), ())


def test_an_article_in_a_language_that_is_not_known_is_briefed_in_its_own() -> None:
    assert SWEDISH.article.language is None
    assert "words in the language of the article, in" in asked(SWEDISH, points=2, language=None).rules
    assert "words in German, in" in asked(SWEDISH, points=2, language="de").rules
    review = reviewed(draft(FIRST), SWEDISH, None)
    repair = repair_of(review, SWEDISH)
    assert repair
    assert "words in the language of the article that" in repair.rules


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("サンドマウスの港は月曜日から一か月間閉鎖される。", ()),
        ("港は閉鎖される。", ("It has not 10 to 200 characters.",)),
        ("サンドマウスの港は月曜日から閉鎖される、" * 12, ("It has not 10 to 200 characters.",)),
        ("Sandmouth harbour closes now", ("It has not 5 to 45 words.",)),
    ],
    ids=["fits", "short", "long", "words"],
)
def test_where_no_spaces_are_set_characters_are_counted(text: str, why: tuple[str, ...]) -> None:
    (verdict,) = reviewed(draft({"text": text, "sentences": [1]}), JAPANESE, None).verdicts
    assert tuple(each.why for each in verdict.found) == why


def test_of_a_skimmed_article_only_what_was_kept_is_shown_and_quotations_beside_it() -> None:
    material = asked(LONG, points=3, language=None, only=(1, 301)).material.splitlines()
    assert [each.partition("]")[0] for each in material if each.startswith("[")] == ["[1", "[301"]
    assert [each.partition(" ")[0] for each in material if each.startswith("Q")] == ["Q1", "Q101"]


def test_of_no_sentences_none_are_shown() -> None:
    assert LONG.sentences(()) == LONG.lines(()) == LONG.quotations(()) == []


def test_no_prompt_about_a_long_article_is_longer_than_there_is_room_for() -> None:
    everything = range(1, 4_501)
    review = reviewed(
        draft({"text": FIRST["text"], "sentences": []}, {**FIRST, "sentences": [*everything]}), LONG, None
    )
    repair = repair_of(review, LONG)
    assert repair
    prompts = [asked(LONG, points=3, language=None), asked(LONG, points=3, language=None, only=everything)]
    assert all("[1] The council of town 0 decided nothing" in each.material for each in (*prompts, repair))
    assert all(len(each.material) < 3 * ROOM for each in (*prompts, repair, *(each.prompt for each in parts(LONG))))


def test_a_repair_of_a_point_that_names_no_line_is_shown_the_first() -> None:
    repair = repair_of(reviewed(draft({**FIRST, "sentences": []}), LONG, None), LONG)
    assert repair
    assert [each for each in repair.material.splitlines() if each.startswith("[")] == LONG.sentences((1,))


def test_a_long_quotation_is_shown_by_its_beginning() -> None:
    said = "and we will wait for the spring " * 100
    read = numbered(read_text(f"{STORY}\n\n“The wall may fall {said}before May,” said Tom Dell.").article)
    assert max(map(len, read.quotations())) < 800
