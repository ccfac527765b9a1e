"""Questions typed at the terminal: to files, and as a stream."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from bot.cli import standfirst

if TYPE_CHECKING:
    from click.testing import Result

ROOT = Path(__file__).parent.parent.parent

QUAY = """Quay at Pendrow to stay shut until May

The harbour board of Pendrow has shut the north quay after divers found cracks in its wall.

“The repair of the wall will cost 4.2 million pounds. We will open it again in May,” Ruth Ellacott, the chair, said.

Traders on the quay had asked the board to wait until the end of the season, when most of them are away from the town.
"""
BRIDGE = """Bridge at Northwick opens in June

The bridge at Northwick will open in June, the county said. It was built by hand in three years.

Farmers had asked for the bridge since the ferry sank in the storm of 1987, in which nobody drowned.
"""
APPEAL = """Sign up to our newsletter

Support our journalism: subscribe today for 5 pounds a month.

"""
COST = "How much will the repair of the wall cost?"
OPENS = "When will the bridge at Northwick open?"


def typed(*args: str, stdin: str | None = None) -> Result:
    """The command run in this process; its exit code is what it returns."""
    return CliRunner().invoke(standfirst, ["ask", *args], input=stdin, standalone_mode=False)


def streamed(*lines: object, args: tuple[str, ...] = ("--jsonl", "-", "--jobs", "1")) -> tuple[int, list[Any], str]:
    """The exit code, what is answered to each line, and what is said beside; a line that is text stands as it is."""
    given = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    command = [sys.executable, "-m", "bot", "ask", *args]
    done = subprocess.run(command, input=given, capture_output=True, text=True, cwd=ROOT, check=False)
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr


@pytest.fixture
def quay(tmp_path: Path) -> str:
    path = tmp_path / "quay.txt"
    path.write_text(QUAY)
    return str(path)


@pytest.fixture
def bridge(tmp_path: Path) -> str:
    path = tmp_path / "bridge.txt"
    path.write_text(BRIDGE)
    return str(path)


@pytest.mark.enable_socket
def test_a_file_is_asked_and_its_words_are_shown_with_who_says_them(quay: str) -> None:
    result = typed(quay, COST)
    assert (result.return_value, result.stderr) == (0, "")
    assert result.stdout == (
        "4.2 million pounds.\n> “The repair of the wall will cost 4.2 million pounds.”\n— Ruth Ellacott, chair\n"
    )


@pytest.mark.enable_socket
def test_words_of_nobody_in_particular_have_nothing_below_them(quay: str) -> None:
    result = typed(quay, "Why was the north quay shut?")
    assert "> The harbour board of Pendrow" in result.stdout
    assert "—" not in result.stdout


@pytest.mark.enable_socket
def test_what_the_article_does_not_say_is_said_and_is_no_failure(quay: str) -> None:
    result = typed(quay, "Who is the pope?")
    assert (result.return_value, result.stdout) == (0, "The article doesn’t say.\n")


@pytest.mark.enable_socket
def test_several_files_are_asked_together(quay: str, bridge: str) -> None:
    answered = json.loads(typed("--json", quay, bridge, OPENS).stdout)
    assert (answered["answered"], answered["answer"]) == (True, "in June")
    assert [each["title"] for each in answered["articles"]] == ["Bridge at Northwick opens in June"]


@pytest.mark.enable_socket
def test_standard_input_is_asked(quay: str) -> None:
    assert json.loads(typed("--json", "-", COST, stdin=QUAY).stdout) == json.loads(typed("--json", quay, COST).stdout)


@pytest.mark.enable_socket
def test_json_is_one_document_with_offsets_in_the_articles_text(quay: str, bridge: str) -> None:
    result = typed("--json", quay, bridge, COST)
    assert result.stdout.count("\n") == 1
    answered = json.loads(result.stdout)
    assert set(answered) == {"question", "answered", "answer", "passages", "confidence", "articles"}
    (passage,), (article,) = answered["passages"], answered["articles"]
    assert set(passage) == {"text", "start", "end", "speaker"}
    assert article["text"][passage["start"] : passage["end"]] == passage["text"]
    assert passage["speaker"] == {"name": "Ruth Ellacott", "role": "chair"}


@pytest.mark.enable_socket
def test_the_other_files_are_asked_where_one_cannot_be_read(quay: str, tmp_path: Path) -> None:
    result = typed(str(tmp_path / "none.txt"), quay, COST)
    assert result.return_value == 2
    assert "4.2 million pounds." in result.stdout
    assert "There is no such file" in result.stderr


@pytest.mark.enable_socket
def test_where_no_file_can_be_read_nothing_is_answered(tmp_path: Path) -> None:
    result = typed(str(tmp_path / "none.txt"), COST)
    assert (result.return_value, result.stdout) == (2, "")
    assert "There is no such file" in result.stderr


@pytest.mark.parametrize("question", ["", "  ", "?", "… — !"])
def test_a_question_without_a_word_is_a_mistake(quay: str, question: str) -> None:
    result = typed(quay, question)
    assert str(result.exception).startswith("Ask something about the article")
    assert getattr(result.exception, "exit_code", None) == 2


@pytest.mark.parametrize("args", [(), ("quay.txt",), ("--json", "quay.txt")])
def test_an_article_without_a_question_is_a_mistake_that_shows_how(args: tuple[str, ...]) -> None:
    assert 'standfirst ask article.txt "Who said that?"' in str(typed(*args).exception)


def test_files_and_a_stream_together_are_a_mistake(quay: str) -> None:
    assert "not both" in str(typed("--jsonl", "-", quay, COST).exception)


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("quay.txt", "?"), "standfirst: Ask something about the article"),
        (("quay.txt",), "Give an article and a question"),
        (("--jsonl", "/nowhere.jsonl"), "standfirst: /nowhere.jsonl: There is no such file"),
    ],
)
def test_a_mistake_is_exit_code_2_and_a_sentence_beside(args: tuple[str, ...], sentence: str) -> None:
    code, answered, told = streamed(args=args)
    assert (code, answered) == (2, [])
    assert sentence in told


def test_a_stream_answers_each_line_with_its_id_in_order() -> None:
    code, answered, told = streamed(
        {"id": "a", "text": QUAY, "question": COST},
        "",
        {"id": 2, "text": BRIDGE, "question": OPENS},
        {"id": 3.5, "text": BRIDGE, "question": "Who is the pope?"},
    )
    assert (code, told) == (0, "")
    assert [(each["id"], each["answered"], each["answer"]) for each in answered] == [
        ("a", True, "4.2 million pounds"),
        (2, True, "in June"),
        (3.5, False, "The article doesn’t say."),
    ]
    assert set(answered[0]) == {"id", "answered", "answer", "passages", "confidence"}


def test_a_file_of_questions_is_a_stream_too(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text(json.dumps({"id": 1, "text": QUAY, "question": COST}) + "\n")
    code, answered, _ = streamed(args=("--jsonl", str(path), "--jobs", "1"))
    assert (code, [each["answer"] for each in answered]) == (0, ["4.2 million pounds"])


def test_offsets_index_the_text_that_was_given_in_whatever_stands_around_the_story() -> None:
    """An appeal before it, a byte order mark, line ends of another system, a hyphen in it that isn’t seen."""
    texts = [
        QUAY,
        APPEAL + QUAY,
        QUAY + APPEAL,
        "\ufeff" + QUAY,
        QUAY.replace("\n", "\r\n"),
        "𝕊 " + QUAY,
        QUAY.replace("4.2 million", "4.2 mil\u00adlion"),
    ]
    code, answered, _ = streamed(*({"id": at, "text": text, "question": COST} for at, text in enumerate(texts)))
    assert code == 0
    for text, each in zip(texts, answered, strict=True):
        assert each["answered"]
        for passage in each["passages"]:
            assert text[passage["start"] : passage["end"]] == passage["text"]
            assert passage["number"] == 0


def test_of_several_texts_each_passage_tells_which_it_is_in() -> None:
    texts = [QUAY, APPEAL + BRIDGE]
    _, answered, _ = streamed({"id": 1, "texts": texts, "question": OPENS}, {"id": 2, "texts": texts, "question": COST})
    assert [each["passages"][0]["number"] for each in answered] == [1, 0]
    for each in answered:
        for passage in each["passages"]:
            assert texts[passage["number"]][passage["start"] : passage["end"]] == passage["text"]


def test_a_text_that_is_no_article_is_asked_as_it_stands() -> None:
    """Too short to be read as one, or empty."""
    code, answered, _ = streamed(
        {"id": 1, "text": "The quay is shut.", "question": "What is shut?"},
        {"id": 2, "text": "", "question": "What is shut?"},
        {"id": 3, "text": QUAY, "question": ""},
    )
    assert code == 0
    assert [(each["answered"], len(each["passages"])) for each in answered[1:]] == [(False, 0), (False, 0)]
    assert answered[0]["passages"][0]["text"] == "The quay is shut."


@pytest.mark.parametrize(
    ("line", "ident", "error"),
    [
        ("{broken", None, "Line 2 is not JSON"),
        ([1], None, "Line 2 is not an object"),
        ({"text": QUAY, "question": COST}, None, 'Line 2 has no "id" that is a string or a number'),
        ({"id": 7, "text": QUAY}, 7, 'Line 2 has no "question" that is a string'),
        ({"id": 7, "text": QUAY, "question": 1}, 7, 'Line 2 has no "question" that is a string'),
        ({"id": 7, "question": COST}, 7, 'Line 2 has no "text" that is a string'),
        ({"id": 7, "texts": [], "question": COST}, 7, 'Line 2 has no "texts" that is a list of strings'),
        ({"id": 7, "texts": QUAY, "question": COST}, 7, 'Line 2 has no "texts" that is a list of strings'),
        ({"id": 7, "texts": [QUAY, 1], "question": COST}, 7, 'Line 2 has no "texts" that is a list of strings'),
    ],
    ids=[
        "not JSON",
        "no object",
        "no id",
        "no question",
        "a number",
        "no text",
        "no texts",
        "one text",
        "not all texts",
    ],
)
def test_a_bad_line_is_answered_by_what_is_wrong_and_stops_nothing(line: object, ident: int | None, error: str) -> None:
    good = {"id": 1, "text": "The quay is shut.", "question": "What is shut?"}
    code, answered, told = streamed(good, line, good)
    assert (code, told) == (0, "")
    assert ["error" in each for each in answered] == [False, True, False]
    assert answered[1]["id"] == ident
    assert answered[1]["error"].startswith(error)
