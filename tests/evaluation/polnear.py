"""Quotations and speakers against PolNeAR's annotations: ``python -m tests.evaluation.polnear DIR [--errors]``.

DIR holds ``*.txt`` beside ``*.ann`` (brat standoff). A *segment* is a stretch in quotation marks of four words or
more inside an annotated content; it is *right* when the words given as the speaker's overlap the annotated source.
"""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from summariser.language import detect
from summariser.model import Article, Quote, Span
from summariser.speakers import attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = 4
_SEGMENT = re.compile(r"“[^“”\"\n]+”|\"[^\"“”\n]+\"|“[^“”\n]*“[^“”\n]*”[^“”\n]*”|\"[^\"\n]*“[^\"\n]*”[^\"\n]*\"")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One annotated attribution: the stretches of what is said, and of who says it."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A segment of the gold, and what was made of it."""

    path: Path
    article: Article
    segment: Span
    source: tuple[Span, ...]
    quote: Quote | None

    @property
    def right(self) -> bool:
        """Whether the evidence overlaps the annotated source."""
        return self.quote is not None and any(s.overlaps(e) for s in self.source for e in self.quote.evidence)


def read_annotations(path: Path) -> tuple[Attribution, ...]:
    """The attributions of a standoff file; malformed lines (no tab) are skipped."""
    texts: dict[str, tuple[Span, ...]] = {}
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if "\t" not in line:
            continue
        identity, rest = line.split("\t", 2)[:2]
        if identity.startswith("T"):
            numbers = rest.split(" ", 1)[1] if " " in rest else ""
            spans = [part.split() for part in numbers.split(";")]
            if all(len(s) == 2 and s[0].isdigit() and s[1].isdigit() for s in spans):
                texts[identity] = tuple(Span(int(a), int(b)) for a, b in spans)
        elif identity.startswith("E"):
            roles = [role.split(":", 1) for role in rest.split() if ":" in role]
            content = [s for name, target in roles if name.startswith("Content") for s in texts.get(target, ())]
            source = [s for name, target in roles if name.startswith("Source") for s in texts.get(target, ())]
            if content:
                found.append(Attribution(tuple(content), tuple(source)))
    return tuple(found)


def segments(text: str) -> Iterator[Span]:
    """Stretches of four words or more between marks, found independently of the scanner under test."""
    for match in _SEGMENT.finditer(text):
        if len(match.group().split()) >= _WORDS:
            yield Span(match.start() + 1, match.end() - 1)


def _innermost(segment: Span, attributions: tuple[Attribution, ...]) -> Attribution | None:
    """The attribution whose content covers most of the segment, the shortest such."""
    best, size = None, 1 << 60
    for attribution in attributions:
        shared = sum(max(0, min(s.end, segment.end) - max(s.start, segment.start)) for s in attribution.content)
        length = sum(s.end - s.start for s in attribution.content)
        if shared * 2 > segment.end - segment.start and length < size:
            best, size = attribution, length
    return best


@dataclass(slots=True)
class Tally:
    """What a run over a folder counted."""

    outcomes: list[Outcome]
    missed: list[tuple[Path, str, Span]]
    extra: list[tuple[Path, str, Span]]
    gold: int = 0
    found: int = 0


def measure(folder: Path) -> Tally:
    """Run the scanner and the attribution over every article of ``folder``."""
    tally = Tally([], [], [])
    for path in sorted(folder.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        article = Article(text, language=detect(text))
        attributions = read_annotations(path.with_suffix(".ann"))
        quotes = attribute(article)
        marked = [a for a in attributions if a.source]
        for segment in segments(text):
            gold = _innermost(segment, attributions)
            if gold is None:
                continue
            tally.gold += 1
            quote = next((q for q in quotes if any(_same(s, segment) for s in q.spans)), None)
            if quote is None:
                tally.missed.append((path, text, segment))
            if gold in marked:
                tally.outcomes.append(Outcome(path, article, segment, gold.source, quote))
        for quote in quotes:
            for span in quote.spans:
                if len(span.cut(text).split()) < _WORDS:
                    continue
                tally.found += 1
                if not any(s.overlaps(span) for a in attributions for s in a.content):
                    tally.extra.append((path, text, span))
    return tally


def _same(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared * 10 >= 8 * max(one.end - one.start, other.end - other.start)


def report(tally: Tally) -> str:
    """The table, and the confidence curve."""
    outcomes = tally.outcomes
    right = sum(o.right for o in outcomes)
    credited = [o for o in outcomes if o.quote and o.quote.credited]
    sure = sum(o.right for o in credited)
    total = max(1, len(outcomes))
    lines = [
        f"segments with a source      {len(outcomes)}",
        f"best guess right, of all    {right / total:.1%}",
        f"credited                    {len(credited) / total:.1%}",
        f"right, of the credited      {sure / max(1, len(credited)):.1%}",
        f"scanner recall              {1 - len(tally.missed) / max(1, tally.gold):.1%} of {tally.gold}",
        f"scanner precision           {1 - len(tally.extra) / max(1, tally.found):.1%} of {tally.found}",
        "confidence   answered   right",
    ]
    for level in (0.99, 0.98, 0.97, 0.96, 0.95, 0.93, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5, 0.3, 0.0):
        above = [o for o in outcomes if o.quote and o.quote.confidence >= level]
        if above:
            lines.append(
                f"   >= {level:.2f}   {len(above) / total:8.1%}   {sum(o.right for o in above) / len(above):.1%}"
            )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description="Quotations and speakers against PolNeAR.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="show each wrong, missed and extra segment")
    options = parser.parse_args()
    tally = measure(options.folder)
    if options.errors:
        for outcome in tally.outcomes:
            if not outcome.right:
                _show(outcome)
        for name, places in (("MISSED", tally.missed), ("EXTRA", tally.extra)):
            for path, text, span in places:
                print(f"{name} {path.stem}: {_around(text, span)}")
    print(report(tally))


def _show(outcome: Outcome) -> None:
    text = outcome.article.text
    given = "nobody"
    if outcome.quote and outcome.quote.evidence:
        quote = outcome.quote
        credit = "CREDITED " if quote.credited else ""
        given = f"{credit}{quote.confidence:.2f} {[e.cut(text) for e in quote.evidence]}"
    gold = [s.cut(text) for s in outcome.source]
    print(f"WRONG {outcome.path.stem[:40]}: gold {gold} given {given}\n      {_around(text, outcome.segment)}\n")


def _around(text: str, span: Span) -> str:
    before = text[max(0, span.start - 160) : span.start]
    after = text[span.end : span.end + 130]
    words = span.cut(text)
    shown = words if len(words) < 200 else words[:90] + " [..] " + words[-90:]
    return f"{before}{shown}{after}".replace("\n\n", " ¶ ").replace("\n", " ")


if __name__ == "__main__":
    main()
