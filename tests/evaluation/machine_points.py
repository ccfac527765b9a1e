"""The gate on sentences that summarisers wrote and people judged: ``python -m tests.evaluation.machine_points FILE``.

``FILE`` is QAGS's in JSON Lines: ``{"article", "summary_sentences": [{"sentence", "responses": [{"response"}]}]}``. A
sentence is borne out where most of those asked said so. Nobody says which sentences of the article it is from, so those
that have most of its words are given as evidence, three at most. The texts were cut into tokens and put together again
badly; what that did to numbers and marks is undone first.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from summariser.checking.reading import read
from summariser.model import Article, Span
from summariser.sentences import sentences
from summariser.support import failures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.support import Failure

_MOST = 3
"""Sentences that are given as evidence."""

_MENDED = (
    (re.compile(r"(?<=\d)([.,]) (?=\d)"), r"\1"),  # 3, 800
    (re.compile(r"` ?`|' ?'|``|''"), '"'),
    (re.compile(r"`"), "'"),
    (re.compile(r"(?<=\w) - (?=\w)"), "-"),
    (re.compile(r"\bu\. ?[sS]\."), "US"),
    (re.compile(r"([$£€]) (?=\d)"), r"\1"),
)


def judged(path: Path) -> Iterator[tuple[bool, str, tuple[Failure, ...]]]:
    """Each sentence: whether people found it borne out, itself, and what the gate finds in it."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        article = Article(_mended(row["article"]), language="en")
        for written in row["summary_sentences"]:
            votes = [each["response"] == "yes" for each in written["responses"]]
            text = _mended(written["sentence"])
            yield 2 * sum(votes) > len(votes), text, failures(text, _evidence(text, article), article)


def _evidence(text: str, article: Article) -> Sequence[Span]:
    """The sentences that have most of the words, each chosen for those that none before it has."""
    spans = [sentence.span for sentence in sentences(article.text, "en")]
    stems = [_stems(span.cut(article.text)) for span in spans]
    left, chosen = _stems(text), list[Span]()
    while left and len(chosen) < _MOST:
        best = max(range(len(spans)), key=lambda at: (len(stems[at] & left), -len(stems[at])))
        if stems[best].isdisjoint(left):
            break
        chosen.append(spans[best])
        left = left - stems[best]
    return chosen


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in read((text,), "en").words if word.telling or word.sort == "n")


def _mended(text: str) -> str:
    for broken, whole in _MENDED:
        text = broken.sub(whole, text)
    return text


def main(path: Path, *, errors: bool) -> None:
    """Print both tables, and with ``errors`` each sentence that the gate judges otherwise than people."""
    counts = Counter[tuple[bool, bool]]()
    kinds = Counter[str]()
    for is_so, text, found in judged(path):
        counts[is_so, bool(found)] += 1
        if is_so:
            kinds.update({failure.kind for failure in found})
        if errors and is_so == bool(found):
            print(f"  {'rejected' if found else 'let through'}: {text}")
            for failure in found:
                print(f"      {failure.kind}: {failure.said}: {failure.why}")
    print(f"gate: {path.name}")
    for title, is_so, wrong in (
        ("borne out, and rejected", True, True),
        ("not borne out, and let through", False, False),
    ):
        every = counts[is_so, True] + counts[is_so, False]
        print(f"  {title}: {counts[is_so, wrong]} of {every}, {counts[is_so, wrong] / max(1, every):.1%}")
    print(f"  rejected for: {', '.join(f'{kind} {count}' for kind, count in kinds.most_common())}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), errors="--errors" in sys.argv)
