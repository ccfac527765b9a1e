"""What is typed, and what comes back."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from bot.cli import standfirst

if TYPE_CHECKING:
    from click.testing import Result

ROOT = Path(__file__).parent.parent.parent
COMMAND = [sys.executable, "-m", "bot"]


def typed(*args: str, stdin: bytes | None = None) -> Result:
    """The command run in this process; its exit code is what it returns."""
    return CliRunner().invoke(standfirst, args, input=stdin, standalone_mode=False)


@pytest.fixture
def file(tmp_path: Path, story: str) -> str:
    path = tmp_path / "story.txt"
    path.write_text(story)
    return str(path)


def test_a_briefing_of_a_file(file: str) -> None:
    result = typed("brief", file)
    assert result.return_value == 0
    assert result.stdout.startswith("Harbour will close for a month")
    assert "“We can't wait for the wall to fall into the sea." in result.stdout
    assert "— Anna Berg" in result.stdout
    assert result.stderr == ""


def test_a_briefing_of_standard_input(story: str) -> None:
    result = typed("brief", "-", stdin=story.encode())
    assert result.return_value == 0
    assert "• The harbour at Sandmouth will close" in result.stdout


def test_standard_input_is_called_by_its_name() -> None:
    assert typed("brief", "-", stdin=b"").stderr.startswith("standfirst: standard input: It is empty")


def test_several_briefings_are_headed_by_their_files(file: str) -> None:
    assert typed("brief", file, file).stdout.count(f"── {file}\n") == 2
    assert "──" not in typed("brief", file).stdout


def test_points_are_as_many_as_asked_for(file: str) -> None:
    assert typed("brief", "--points", "1", file).stdout.count("• ") == 1
    assert typed("brief", "--points", "2", file).stdout.count("• ") == 2


def test_every_quotation_of_a_file(file: str) -> None:
    result = typed("quotes", file)
    assert result.return_value == 0
    assert result.stdout.endswith("1 quotation in the article\n")


def test_json_is_one_document_a_line_for_each_file(file: str) -> None:
    result = typed("brief", "--json", file, file)
    first, second = result.stdout.splitlines()
    assert json.loads(first) == json.loads(second)
    assert set(json.loads(first)) == {
        "article", "headline", "points", "quotes", "summariser", "instead", "language", "translations", "checks",
        "dropped",
    }  # fmt: skip


def test_raw_offsets_index_the_file_to_the_character(tmp_path: Path, story: str) -> None:
    path = tmp_path / "crlf.txt"
    path.write_bytes(("Sign up to our newsletter\r\n\r\n" + story.replace("\n", "\r\n")).encode())
    text = path.read_bytes().decode()
    answered = json.loads(typed("quotes", "--json", "--raw", str(path)).stdout)
    assert answered["article"]["text"] == text
    assert [text[start:end] for start, end in answered["quotes"][0]["spans"]] == [answered["quotes"][0]["text"]]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "It is empty"),
        (b" \n ", "It is empty"),
        (b"\x7fELF\x00\x01", "It is binary"),
        (b"%PDF-1.4", "What the site sent is damaged"),
        ("Der Bürgermeister sagte am Montag nichts.".encode("latin-1"), "It is not UTF-8 (byte 5 is 0xFC)"),
        (b"Three little words", "It has only 3 words"),
        (b"12 13 14 15 16 17 18 19 20", "It has no sentences"),
    ],
)
@pytest.mark.parametrize("command", ["brief", "quotes"])
def test_bad_input_is_one_sentence_and_exit_code_2(command: str, content: bytes, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    result = typed(command, str(path))
    assert result.return_value == 2
    assert result.stdout == ""
    assert result.stderr.startswith(f"standfirst: {path}: {sentence}")
    assert result.stderr.count("\n") == 1


def test_the_other_files_of_the_call_are_still_done(file: str, tmp_path: Path) -> None:
    result = typed("brief", "--json", str(tmp_path / "none.txt"), file, str(tmp_path), file)
    assert result.return_value == 2
    assert len(result.stdout.splitlines()) == 2
    assert [line.split(": ")[2].split(";")[0] for line in result.stderr.splitlines()] == [
        "There is no such file",
        "It is a directory",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "He said “this and she said “that and nobody closed « anything at all in the whole long story. " * 3,
        "אמר ראש העיר ביום שני כי הנמל ייסגר לחודש ימים בגלל התיקונים בחומת הים. הדייגים ביקשו לחכות.",
        "Der Hafen schließt am Montag. Das sagte der Bürgermeister dem Rat der Stadt am Abend.",
        "A story without any quotation at all was told by the council of the town on Monday evening.",
    ],
    ids=["unbalanced marks", "right to left", "German", "no quotation"],
)
@pytest.mark.parametrize("command", ["brief", "quotes"])
def test_odd_text_is_answered_all_the_same(command: str, text: str) -> None:
    result = typed(command, "-", stdin=text.encode())
    assert result.return_value == 0
    assert result.stdout


def test_a_text_without_a_quotation_says_so() -> None:
    text = b"The council of the town met on Monday. It decided nothing that anybody would remember."
    assert "no key quotes in it" in typed("brief", "-", stdin=text).stdout
    assert "No quotation in the article" in typed("quotes", "-", stdin=text).stdout


def test_a_megabyte_on_one_line_is_briefed(story: str) -> None:
    line = " ".join(story.split()) + " "
    result = typed("brief", "-", stdin=(line * (1_000_000 // len(line) + 1)).encode())
    assert result.return_value == 0
    assert "3 points" in result.stdout


def test_no_file_and_both_kinds_of_input_are_mistakes(file: str) -> None:
    assert "Give a file or a link to read" in str(typed("brief").exception)
    assert "not both" in str(typed("brief", "--jsonl", "-", file).exception)
    assert typed("brief", "--points", "0", file).exception is not None


def test_without_a_command_it_says_what_exists() -> None:
    result = typed()
    assert result.exit_code == 0
    assert "standfirst brief LINK" in result.stdout


def test_help_has_examples() -> None:
    assert "standfirst brief article.txt" in typed("brief", "--help").stdout


@pytest.mark.enable_socket
def test_the_demo_briefs_every_sample_and_says_what_to_try_next() -> None:
    result = typed("demo")
    assert result.return_value == 0
    assert result.stdout.count("── ") == len(list((ROOT / "seeds" / "articles").glob("*.txt")))
    assert "\x1b" not in result.stdout
    assert "standfirst brief LINK" in result.stdout


def test_very_many_files_are_answered_in_order(tmp_path: Path, story: str) -> None:
    """So many that other processes help; a missing one among them is told and skipped."""
    paths = [tmp_path / f"{number}.txt" for number in range(70)]
    for number, path in enumerate(paths):
        if number != 20:
            path.write_text(story.replace("Sandmouth", f"Sandmouth{number}"))
    result = typed("quotes", "--json", "--jobs", "2", *map(str, paths))
    found = [json.loads(line)["article"]["text"] for line in result.stdout.splitlines()]
    assert [f"Sandmouth{n} " in text for n, text in zip([n for n in range(70) if n != 20], found, strict=True)]
    assert result.stderr.startswith(f"standfirst: {paths[20]}: There is no such file")
    assert result.return_value == 2


def run(*args: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *args], input=stdin, capture_output=True, check=False, cwd=ROOT, timeout=60)


def test_the_program_leaves_with_the_exit_code(file: str) -> None:
    fine, bad, mistake = run("brief", file), run("brief", "/nowhere.txt"), run("brief")
    assert (fine.returncode, bad.returncode, mistake.returncode) == (0, 2, 2)
    assert fine.stdout.decode().startswith("Harbour will close")
    assert b"Give a file or a link to read" in mistake.stderr


def test_a_stream_has_nothing_but_answers_on_standard_output(story: str) -> None:
    asked = [json.dumps({"id": number, "text": story}) for number in range(5)]
    done = run("brief", "--jsonl", "-", stdin="\n".join([*asked, "{broken", '{"id": 9, "text": "short"}']).encode())
    answered = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["id"] for each in answered] == [0, 1, 2, 3, 4, None, 9]
    assert ["error" in each for each in answered] == [False] * 5 + [True] * 2
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_stream_that_is_not_there_is_exit_code_2() -> None:
    done = run("brief", "--jsonl", "/nowhere.jsonl")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"standfirst: /nowhere.jsonl: There is no such file")


def test_a_reader_who_leaves_ends_it_without_a_word(story: str) -> None:
    with subprocess.Popen(
        [*COMMAND, "quotes", "--jsonl", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as program:
        assert program.stdin
        assert program.stdout
        assert program.stderr
        line = json.dumps({"id": 1, "text": story}).encode() + b"\n"
        program.stdin.write(line)
        program.stdin.flush()
        assert program.stdout.readline().startswith(b'{"id": 1')
        program.stdout.close()
        program.stdin.write(line)
        program.stdin.flush()
        assert program.wait(timeout=60) == 128 + signal.SIGPIPE
        assert program.stderr.read() == b""


def _hears_ctrl_c() -> None:
    """A shell lets what it runs in the background ignore Ctrl-C, and children inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_ends_a_waiting_stream_without_a_traceback(story: str) -> None:
    with subprocess.Popen(
        [*COMMAND, "quotes", "--jsonl", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        start_new_session=True,
        preexec_fn=_hears_ctrl_c,  # noqa: PLW1509 - it only resets a signal
    ) as program:
        assert program.stdin
        assert program.stdout
        assert program.stderr
        program.stdin.write(json.dumps({"id": 1, "text": story}).encode() + b"\n")
        program.stdin.flush()
        program.stdout.readline()
        os.killpg(program.pid, signal.SIGINT)
        assert program.wait(timeout=60) == 128 + signal.SIGINT
        assert program.stderr.read().strip() == b""


def on_a_terminal(*args: str, to_a_pipe: bool = False) -> tuple[str, bytes]:
    """What the program shows on a terminal, and what it writes into a pipe instead of to it."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "60"}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(
        [*COMMAND, *args],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if to_a_pipe else theirs,
        stderr=theirs,
        cwd=ROOT,
        env=environment,
    ) as program:
        os.close(theirs)
        piped = program.stdout.read() if program.stdout else b""
        shown = b""
        while chunk := _chunk(ours):
            shown += chunk
    os.close(ours)
    return shown.decode(), piped


def _chunk(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that nobody has the other end any more
        return b""


def test_a_terminal_gets_colours_and_its_own_width(file: str) -> None:
    shown, _ = on_a_terminal("brief", file)
    assert "\x1b[1mHarbour will close" in shown
    assert max(map(len, shown.splitlines())) <= 60 + len("\x1b[1m\x1b[0m")


def test_progress_is_shown_on_a_terminal_while_results_go_elsewhere(file: str) -> None:
    shown, piped = on_a_terminal("brief", "--json", file, to_a_pipe=True)
    assert "Reading" in shown
    assert json.loads(piped)["headline"]
