"""Briefings by a language model: what is sent, what is accepted, and what stands there when it is of no use."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from adapters.database.opening import open_database
from adapters.database.records import Books
from adapters.telemetry import Metrics
from adapters.web.workers import Workers
from adapters.wording import checked, lead_point
from bot.commands import Brief
from bot.conversations import how_checked
from bot.copywriting import Copywriter
from bot.errors import (
    AnswerMalformed,
    BudgetSpent,
    Fault,
    ModelError,
    ModelLimited,
    ModelTooSlow,
    ModelUnreachable,
    NoSuchModel,
    StoreUnusable,
    TooBig,
    TooSlow,
)
from bot.metering import Metered, Notebook, key_of
from bot.settings import ModelSettings, Price
from summariser.generative import asked
from summariser.numbering import numbered
from summariser.reading import Reading, read_text
from summariser.skimming import MOST_PARTS
from tests.fakes import FakeModel, Inline

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.ports import Answer as Thought
    from summariser.model import Answer, Briefing
    from summariser.ports import Reply

NOW = datetime(2026, 11, 27, 8, tzinfo=UTC)
GOLDEN = Path(__file__).parent / "golden"
STORY = (
    "The harbour at Sandmouth will close for a month from Monday, the town council decided on Thursday night.\n\n"
    "Anna Berg, the mayor, told reporters: “We can’t wait for the wall to fall into the sea.”\n\n"
    "Fishermen had asked the council for a delay until the end of the season. The repair costs 4.2 million pounds, and "
    "the county pays half of it.\n\n“Two years ago we were told that it would hold,” said Tom Dell, "
    "who has a boat there."
)
GOOD: dict[str, Any] = {
    "headline": "Sandmouth harbour to close for a month",
    "points": [
        {
            "text": "Sandmouth’s council decided on Thursday night to close the harbour for a month from Monday.",
            "sentences": [1],
        },
        {"text": "The repair costs 4.2 million pounds, half of which the county pays.", "sentences": [4]},
    ],
    "quotes": [{"number": 1, "reason": "a judgement"}, {"number": 2, "reason": "the other side"}],
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FailsAt(Inline):
    """Somewhere to think where the work of that name fails."""

    name: str
    error: Exception

    async def run(self, work: Callable[[], Thought]) -> Thought:
        if getattr(work, "func", work).__name__ == self.name:
            raise self.error
        return await Inline.run(self, work)


class Unreadable(Notebook):
    """Books on a disk that is gone."""

    async def answered(self, key: str) -> Reply | None:
        raise StoreUnusable(key)


def metered(model: FakeModel, settings: ModelSettings | None = None, books: Any = None) -> Metered:  # noqa: ANN401 - a port
    return Metered(model, settings or ModelSettings("fake-1"), books or Notebook(), lambda: NOW)


async def written(*answers: Mapping[str, Any] | ModelError, points: int = 2, text: str = STORY) -> Briefing:
    """The briefing of a story, by a model that answers so, in turn."""
    desk = Copywriter(Inline(), metered(FakeModel([*answers])))
    return await desk.brief(Reading(read_text(text).article), Brief(points), "slack:T1")


async def asked_of(question: str, *answers: Mapping[str, Any] | ModelError) -> Answer:
    desk = Copywriter(Inline(), metered(FakeModel([*answers])))
    return await desk.answer(question, [read_text(STORY).article], (), "slack:T1")


def class_of(error: object) -> str:
    return type(error).__name__


def texts(briefing: Briefing) -> list[str]:
    return [each.text for each in briefing.points]


async def test_what_a_model_writes_is_posted_where_the_article_bears_it_out() -> None:
    made = await written(GOOD)
    assert made.headline == "Sandmouth harbour to close for a month"
    assert texts(made) == [each["text"] for each in GOOD["points"]]
    assert [each.text for each in made.quotes] == [
        "We can’t wait for the wall to fall into the sea.",
        "Two years ago we were told that it would hold,",
    ]
    assert (made.summariser, made.checks.written, made.checks.replaced) == ("fake-1", 2, 0)


def with_point(text: str, *sentences: int) -> dict[str, Any]:
    return {**GOOD, "points": [{"text": text, "sentences": [*sentences]}, GOOD["points"][1]]}


INVENTED = [
    with_point("Sandmouth’s council decided on Thursday night to close the harbour for two months from Monday.", 1),
    with_point("Sandmouth’s council decided on Friday night to close the harbour for a month from Monday.", 1),
    with_point("The repair of the wall at Sandmouth’s harbour costs 42 million pounds, half paid by the county.", 4),
    with_point("Sandmouth’s council decided on Thursday night not to close the harbour for a month from Monday.", 1),
    with_point("Tom Dell, the mayor, said that nobody could wait for the wall to fall into the sea.", 2),
    with_point("Mayor Anna Berg said it was “a disgrace for all of us” that the wall may fall into the sea.", 2),
    with_point("Prime Minister Keir Starmer decided to close the harbour at Sandmouth for a month from Monday.", 1),
    with_point("The council decided to close the harbour; subscribe at https://evil.example for more of this.", 1),
    with_point("@everyone the harbour at Sandmouth will close for a month from Monday, the council decided.", 1),
    with_point("**Sandmouth’s council** decided on Thursday night to close the harbour for a month from Monday.", 1),
    with_point("Sandmouth’s council decided on Thursday night to close the harbour for a month from Monday.", 99),
    with_point("Sandmouth’s council decided on Thursday night to close the harbour for a month from Monday."),
    with_point("My instructions are to write two points about the harbour at Sandmouth and its repair.", 1),
    with_point("Der Hafen von Sandmouth wird von Montag an für einen Monat geschlossen, beschloss der Stadtrat.", 1),
]


@pytest.mark.parametrize("answer", INVENTED)
async def test_what_it_does_not_bear_out_gives_way_to_the_articles_own_sentence(answer: dict[str, Any]) -> None:
    made = await written(answer)
    assert answer["points"][0]["text"] not in texts(made)
    assert all(each.text in STORY or each.text == GOOD["points"][1]["text"] for each in made.points)
    assert len(made.points) == 2
    assert made.checks.failures


async def test_a_point_that_fails_is_repaired_once_with_what_failed() -> None:
    model = FakeModel(
        [
            INVENTED[0],
            {"points": [{"number": 1, **GOOD["points"][0]}]},
        ]
    )
    made = await Copywriter(Inline(), metered(model)).brief(Reading(read_text(STORY).article), Brief(2), "slack:T1")
    assert texts(made) == [each["text"] for each in GOOD["points"]]
    assert (made.checks.written, made.checks.repaired, made.checks.replaced) == (1, 1, 0)
    assert [prompt.name for prompt in model.prompts] == ["briefing", "repair"]
    assert "two months" in model.prompts[1].material


@pytest.mark.parametrize("quotes", [[{"number": 99}], [{"number": "Q7"}], [{}], "all", [{"text": "I never said it."}]])
async def test_a_quotation_that_the_article_does_not_have_cannot_be_chosen(quotes: object) -> None:
    made = await written({**GOOD, "quotes": quotes})
    assert all(each.text in STORY for each in made.quotes)


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"points": None},
        {"points": "none"},
        {"points": [None, 3, [], {"text": 7}]},
        {"headline": {}, "points": [{}]},
    ],
)
async def test_an_answer_of_any_shape_costs_no_briefing(answer: dict[str, Any]) -> None:
    made = await written(answer)
    assert made.summariser == "embedded"
    assert made.instead == "nothing that the language model wrote was borne out"
    assert len(made.points) == 2


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (ModelTooSlow(), "the language model was too slow"),
        (ModelUnreachable(), "the language model did not answer"),
        (ModelLimited(), "the language model did not answer"),
        (AnswerMalformed(), "the language model gave nothing of use"),
        (NoSuchModel("x"), "the language model is not set up as it should be"),
        (BudgetSpent(), "today’s budget for the language model is used up"),
    ],
    ids=class_of,
)
async def test_without_an_answer_it_is_the_embedded_briefing_which_says_so(error: ModelError, why: str) -> None:
    made = await written(error)
    assert (made.summariser, made.instead) == ("embedded", why)
    assert made.points


@pytest.mark.parametrize("name", ["numbered", "reviewed", "briefed"])
@pytest.mark.parametrize("error", [TooBig(), TooSlow(), Fault("x"), RecursionError(), UnicodeError()], ids=class_of)
async def test_whatever_fails_on_the_way_of_a_model_the_embedded_briefing_is_there(name: str, error: Exception) -> None:
    desk = Copywriter(Inline(), metered(FakeModel([GOOD])), FailsAt(name, error))
    made = await desk.brief(Reading(read_text(STORY).article), Brief(2), "slack:T1")
    assert (made.summariser, made.instead) == ("embedded", "the language model’s briefing could not be finished")
    assert made.points


@pytest.mark.parametrize("error", [TooSlow(), RecursionError()], ids=class_of)
@pytest.mark.parametrize("name", ["question_prompt", "answered"])
async def test_whatever_fails_on_the_way_of_a_model_a_question_is_answered(name: str, error: Exception) -> None:
    desk = Copywriter(Inline(), metered(FakeModel([{"answered": False}])), FailsAt(name, error))
    found = await desk.answer("How much does the repair cost?", [read_text(STORY).article], (), "slack:T1")
    assert found.answered


async def test_with_a_database_that_is_gone_there_is_a_briefing_and_an_answer() -> None:
    desk = Copywriter(Inline(), metered(FakeModel([GOOD]), books=Unreadable()))
    article = read_text(STORY).article
    assert (await desk.brief(Reading(article), Brief(2), "slack:T1")).points
    assert (await desk.answer("How much does the repair cost?", [article], (), "slack:T1")).answered


async def test_an_answer_that_is_nested_without_end_costs_no_answer_in_other_processes() -> None:
    deep: list[Any] = []
    for _ in range(5_000):
        deep = [deep]
    with Workers(1) as pages, Workers(1, roomy=True) as roomy:
        desk = Copywriter(pages, metered(FakeModel([{"answered": True, "answer": "x", "sentences": deep}])), roomy)
        found = await desk.answer("How much does the repair cost?", [read_text(STORY).article], (), "slack:T1")
    assert found.answered


async def test_a_gate_that_fails_on_a_repair_or_a_translation_costs_only_that() -> None:
    article = read_text(STORY).article
    desk = Copywriter(Inline(), metered(FakeModel([INVENTED[0], {}])), FailsAt("mended", TooBig()))
    made = await desk.brief(Reading(article), Brief(2), "slack:T1")
    assert (made.checks.written, made.checks.replaced) == (1, 1)
    desk = Copywriter(Inline(), metered(FakeModel([GERMAN, {}])), FailsAt("translated", TooBig()))
    made = await desk.brief(Reading(article), Brief(1), "slack:T1", "de")
    assert (made.summariser, made.language, made.translations) == ("fake-1", "de", ())


async def test_a_repair_that_is_not_to_be_had_costs_only_itself() -> None:
    made = await written(INVENTED[0], ModelTooSlow())
    assert (made.checks.written, made.checks.replaced) == (1, 1)


async def test_what_other_processes_checked_is_still_of_its_own_article() -> None:
    with Workers(1) as pages, Workers(1, roomy=True) as roomy:
        desk = Copywriter(pages, metered(FakeModel([GOOD])), roomy)
        made = await desk.brief(Reading(read_text(STORY).article), Brief(2), "slack:T1")
        assert [each.article for each in made.points] == [None, None]
        assert lead_point(made) == GOOD["points"][1]["text"]
        costly = {"text": "The repair costs 42 million pounds, half of which the county pays.", "sentences": [4]}
        desk = Copywriter(pages, metered(FakeModel([{**GOOD, "points": [GOOD["points"][0], costly]}, {}])), roomy)
        made = await desk.brief(Reading(read_text(STORY).article), Brief(2), "slack:T1")
        assert made.checks.replaced == 1
        assert STORY.partition("\n")[0] not in texts(made)


async def test_a_headline_with_a_number_of_its_own_is_not_taken() -> None:
    made = await written({**GOOD, "headline": "Sandmouth harbour to close for 9 months"})
    assert made.headline == "The harbour at Sandmouth will close for a month from Monday, the town council decided"


async def test_a_hundred_who_ask_at_once_cost_one_call() -> None:
    model = FakeModel([GOOD], held=asyncio.Event())
    desk = Copywriter(Inline(), metered(model))
    reading = Reading(read_text(STORY).article)
    waiting = [asyncio.create_task(desk.brief(reading, Brief(2), f"slack:T{number}")) for number in range(100)]
    assert model.held
    await model.asked.wait()
    model.held.set()
    made = await asyncio.gather(*waiting)
    assert len(model.prompts) == 1
    assert {tuple(texts(each)) for each in made} == {tuple(texts(made[0]))}


async def test_who_asks_again_after_a_restart_costs_nothing(tmp_path: Path) -> None:
    model = FakeModel([GOOD])
    for _ in range(2):
        with open_database(f"sqlite:///{tmp_path / 'a.db'}") as database:
            desk = Copywriter(Inline(), metered(model, books=Books(database, lambda: NOW)))
            made = await desk.brief(Reading(read_text(STORY).article), Brief(2), "slack:T1")
            assert made.summariser == "fake-1"
    assert len(model.prompts) == 1


async def test_what_a_workspace_uses_is_on_record_by_day_and_model(tmp_path: Path) -> None:
    with open_database(f"sqlite:///{tmp_path / 'a.db'}") as database:
        books = Books(database, lambda: NOW)
        desk = Copywriter(Inline(), metered(FakeModel([GOOD]), books=books))
        await desk.brief(Reading(read_text(STORY).article), Brief(2), "slack:T1")
        (spent,) = await books.spent("slack:T1", NOW.date())
        assert (spent.model, spent.calls, spent.tokens_in, spent.tokens_out) == ("fake-1", 1, 100, 10)
        assert spent.money(Price(Decimal(2), Decimal(8))) == Decimal("0.00028")
        assert await books.spent("slack:T2", NOW.date()) == ()


@pytest.mark.parametrize(
    "caps",
    [{"tokens_per_day": 110}, {"money": Decimal("0.0002"), "price": Price(Decimal(2), Decimal(8))}],
    ids=["tokens", "money"],
)
async def test_a_workspace_that_has_used_its_share_gets_embedded_ones_until_the_next_day(
    tmp_path: Path, caps: dict[str, Any]
) -> None:
    model = FakeModel([GOOD])
    with open_database(f"sqlite:///{tmp_path / 'a.db'}") as database:
        desk = metered(model, replace(ModelSettings("fake-1"), **caps), Books(database, lambda: NOW))
        copywriter = Copywriter(Inline(), desk)
        first = await copywriter.brief(Reading(read_text(STORY).article), Brief(2), "slack:T1")
        second = await copywriter.brief(Reading(read_text(STORY + " It rains.").article), Brief(2), "slack:T1")
        other = await copywriter.brief(Reading(read_text(STORY + " It snows.").article), Brief(2), "slack:T2")
        desk.now = lambda: datetime(2026, 11, 28, 0, 1, tzinfo=UTC)
        later = await copywriter.brief(Reading(read_text(STORY + " It rains.").article), Brief(2), "slack:T1")
    assert [each.summariser for each in (first, second, other, later)] == ["fake-1", "embedded", "fake-1", "fake-1"]
    assert second.instead == "today’s budget for the language model is used up"


async def test_an_answer_in_a_models_words_comes_with_the_lines_that_show_it() -> None:
    found = await asked_of(
        "Who pays?", {"answered": True, "answer": "The county pays half of the repair.", "sentences": [4]}
    )
    assert found.written == "The county pays half of the repair."
    assert [each.text for each in found.passages] == [
        "The repair costs 4.2 million pounds, and the county pays half of it."
    ]


@pytest.mark.parametrize(
    "answer",
    [
        {"answered": True, "answer": "The county pays a third of the repair.", "sentences": [4]},
        {"answered": True, "answer": "The town of Hale pays half of the repair.", "sentences": [4]},
        {"answered": True, "answer": "The county pays half of the repair.", "sentences": [77]},
        {"answered": True, "answer": "The county pays half of the repair.", "sentences": []},
    ],
)
async def test_an_answer_that_its_lines_do_not_bear_out_is_the_articles_own(answer: dict[str, Any]) -> None:
    found = await asked_of("How much does the repair cost?", answer)
    assert (found.written, found.answered) == ("", True)
    assert found.passages[0].text == "The repair costs 4.2 million pounds, and the county pays half of it."


async def test_a_model_that_says_the_article_does_not_say_is_believed() -> None:
    found = await asked_of("How much does the repair cost?", {"answered": False, "answer": "", "sentences": []})
    assert not found.answered


@pytest.mark.parametrize("error", [ModelTooSlow(), AnswerMalformed()], ids=class_of)
async def test_a_question_is_answered_without_a_model_that_fails(error: ModelError) -> None:
    found = await asked_of("How much does the repair cost?", error)
    assert found.passages[0].text == "The repair costs 4.2 million pounds, and the county pays half of it."


def test_what_is_sent_is_exactly_this() -> None:
    """A change to a prompt is seen here, and is a new version of it."""
    prompt = asked(numbered(read_text(STORY).article), points=3, language=None)
    sent = f"{prompt.name} {prompt.version}\n\n{prompt.rules}\n\n{prompt.material}\n"
    assert sent == (GOLDEN / "briefing.txt").read_text()


def test_another_model_or_version_is_another_question() -> None:
    prompt = asked(numbered(read_text(STORY).article), points=3, language=None)
    keys = {key_of(prompt, "a"), key_of(prompt, "b"), key_of(replace(prompt, version=2), "a")}
    assert len(keys) == 3


async def test_calls_of_a_model_and_what_the_gate_made_of_its_points_are_counted() -> None:
    metrics, bad = Metrics(), {**GOOD, "points": [GOOD["points"][0], {"text": "It costs 9 million.", "sentences": [4]}]}
    model = Metered(FakeModel([bad, {"points": []}]), ModelSettings("fake-1"), Notebook(), lambda: NOW, metrics)
    desk = Copywriter(Inline(), model, watch=metrics)
    await desk.brief(Reading(read_text(STORY).article), Brief(2), "slack:T1")
    failing = Metered(FakeModel([ModelTooSlow("server")]), ModelSettings("fake-1"), Notebook(), lambda: NOW, metrics)
    await Copywriter(Inline(), failing, watch=metrics).brief(Reading(read_text(STORY).article), Brief(2), "slack:T1")
    told = metrics.exposed().decode()
    assert 'standfirst_model_seconds_count{outcome="answered"} 2.0' in told
    assert f'standfirst_model_seconds_count{{outcome="{ModelTooSlow.kind}"}} 1.0' in told
    assert 'standfirst_points_total{outcome="written"} 1.0' in told
    assert 'standfirst_points_total{outcome="replaced"} 1.0' in told
    assert 'standfirst_step_seconds_count{outcome="done",step="model"} 2.0' in told
    assert 'standfirst_step_seconds_count{outcome="failed",step="model"} 1.0' in told
    assert 'standfirst_step_seconds_count{outcome="done",step="summarise"} 2.0' in told


LONG = "\n\n".join(f"{STORY} In town {number} nothing else happened on that long day." for number in range(150))


async def test_a_long_article_is_skimmed_in_parts_and_keeps_its_numbers() -> None:
    model = FakeModel([{"sentences": [1, 4]}, {"sentences": [300, 301]}, {"sentences": []}, {"sentences": []}, GOOD])
    made = await Copywriter(Inline(), metered(model)).brief(Reading(read_text(LONG).article), Brief(2), "slack:T1")
    names = [prompt.name for prompt in model.prompts]
    assert names[-1] == "briefing"
    assert set(names[:-1]) == {"skim"}
    assert all(line in model.prompts[-1].material for line in ("\n[1] ", "\n[4] ", "\n[300] "))
    assert "\n[2] " not in model.prompts[-1].material
    assert texts(made)[0] == GOOD["points"][0]["text"]
    assert made.checks.unread == 0


async def test_of_an_article_too_long_even_for_that_the_briefing_knows_how_much_was_not_seen() -> None:
    model = FakeModel([*({"sentences": [1]} for _ in range(MOST_PARTS)), GOOD])
    longest = "\n\n".join([LONG] * 5)
    made = await Copywriter(Inline(), metered(model)).brief(Reading(read_text(longest).article), Brief(2), "slack:T1")
    assert made.checks.unread == pytest.approx(0.25, abs=0.05)
    assert f"which saw {int(100 * (1 - made.checks.unread))}% of the article" in checked(made)
    assert "The article is too long for the model" in how_checked(made.checks)


async def test_a_part_of_a_long_article_that_fails_costs_only_itself() -> None:
    made = await written({"sentences": [1, 4]}, ModelTooSlow(), {"sentences": []}, ModelTooSlow(), GOOD, text=LONG)
    assert (made.summariser, made.checks.written) == ("fake-1", 2)
    assert made.checks.unread == pytest.approx(0.4, abs=0.15)


async def test_without_more_than_half_of_its_parts_a_long_article_is_briefed_without_the_model() -> None:
    made = await written({"sentences": [1, 4]}, ModelTooSlow(), ModelTooSlow(), ModelTooSlow(), GOOD, text=LONG)
    assert (made.summariser, made.instead) == ("embedded", "the language model was too slow")


async def test_of_a_long_article_none_of_which_was_kept_the_beginning_is_shown() -> None:
    model = FakeModel([*({"sentences": []} for _ in range(4)), GOOD])
    made = await Copywriter(Inline(), metered(model)).brief(Reading(read_text(LONG).article), Brief(2), "slack:T1")
    assert [prompt.name for prompt in model.prompts] == ["skim"] * 4 + ["briefing"]
    assert "\n[2] " in model.prompts[-1].material
    assert len(model.prompts[-1].material) < len(LONG)
    assert made.checks.written == 2
    assert made.checks.unread == pytest.approx(0.7, abs=0.1)


GERMAN = {
    "headline": "Hafen von Sandmouth schließt",
    "points": [
        {
            "text": "Der Hafen von Sandmouth wird ab Montag für einen Monat geschlossen, beschloss der Rat.",
            "sentences": [1],
        }
    ],
    "quotes": [{"number": 1, "reason": "Urteil"}],
}


async def test_in_another_language_quotes_stay_as_they_were_said_with_a_translation_beside() -> None:
    translated = {"translations": [{"number": 1, "text": "Wir können nicht warten, bis die Mauer ins Meer fällt."}]}
    desk = Copywriter(Inline(), metered(FakeModel([GERMAN, translated])))
    made = await desk.brief(Reading(read_text(STORY).article), Brief(1), "slack:T1", "de")
    assert (made.language, made.translations) == ("de", ("Wir können nicht warten, bis die Mauer ins Meer fällt.",))
    assert made.quotes[0].text == "We can’t wait for the wall to fall into the sea."
    assert made.headline == "Hafen von Sandmouth schließt"


@pytest.mark.parametrize(
    "translation", ["Wir warten 30 Jahre, bis die Mauer ins Meer fällt.", "Siehe https://a.example"]
)
async def test_a_translation_that_its_quote_does_not_bear_out_is_left_out(translation: str) -> None:
    model = FakeModel([GERMAN, {"translations": [{"number": 1, "text": translation}]}])
    made = await Copywriter(Inline(), metered(model)).brief(
        Reading(read_text(STORY).article), Brief(1), "slack:T1", "de"
    )
    assert made.translations == ("",)


async def test_a_quote_is_sent_to_be_translated_without_what_cannot_be_seen() -> None:
    odd = STORY.replace("the wall to fall", "the \ud83d\u202e\u200bwall\x00 to fall")
    model = FakeModel([GERMAN, {"translations": []}])
    made = await Copywriter(Inline(), metered(model)).brief(Reading(read_text(odd).article), Brief(1), "slack:T1", "de")
    assert made.summariser == "fake-1"
    assert "\nQ1 We can’t wait for the wall to fall into the sea.\n" in model.prompts[-1].material


async def test_all_that_a_model_is_asked_for_a_briefing_is_within_one_deadline() -> None:
    model = FakeModel([*({"sentences": [1]} for _ in range(4)), GOOD])
    desk = Copywriter(Inline(), metered(model), ticks=lambda: 5.0 * len(model.prompts))  # of 20
    made = await desk.brief(Reading(read_text(LONG).article), Brief(2), "slack:T1")
    assert (made.summariser, made.instead) == ("embedded", "the language model was too slow")
    assert [prompt.name for prompt in model.prompts] == ["skim"] * 4


async def test_where_little_time_is_left_nothing_is_repaired_or_translated() -> None:
    model = FakeModel([{**GERMAN, "points": [*GERMAN["points"], INVENTED[0]["points"][0]]}])
    desk = Copywriter(Inline(), metered(model), ticks=lambda: 17.0 * len(model.prompts))
    made = await desk.brief(Reading(read_text(STORY).article), Brief(2), "slack:T1", "de")
    assert (made.summariser, made.language, made.translations) == ("fake-1", "de", ())
    assert [prompt.name for prompt in model.prompts] == ["briefing"]


async def test_a_model_that_never_answers_is_given_up_at_the_deadline() -> None:
    model = FakeModel([GOOD], held=asyncio.Event())
    desk = Copywriter(Inline(), metered(model, ModelSettings("fake-1", deadline=0.05)))
    made = await desk.brief(Reading(read_text(STORY).article), Brief(2), "slack:T1")
    assert (made.summariser, made.instead) == ("embedded", "the language model was too slow")
    assert [prompt.name for prompt in model.prompts] == ["briefing"]
