"""Whether a point speaks as somebody: a briefing tells of others, and has no *I*, *we* or *you* outside a quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.checking.failure import Failure
from summariser.lexicon.model import words
from summariser.quotes import scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.checking.case import Case
    from summariser.checking.reading import Word

_SPEAKING = {
    "en": words("i i'm i've i'd i'll me my myself we we're we've we'd we'll our ourselves you your"),
    "de": words("ich mich mir wir uns unser unsere unserem unseren unserer unseres"),
    "fr": words("je moi nous notre nos vous votre vos"),
    "es": words("yo mi mis nosotros nosotras nuestro nuestra nuestros nuestras"),
    "it": words("io noi nostro nostra nostri nostre"),
    "pt": words("eu meu minha meus minhas nós nosso nossa nossos nossas"),
    "nl": words("ik mij mijn wij ons onze"),
}
"""Those that mean nothing else: *us* is a country in texts without capitals, *mein* a verb's beginning in German,
*nos* a preposition in Portuguese."""


def speaks(case: Case) -> Iterator[Failure]:
    """What a point says of itself or to its reader."""
    language = case.point.language or "en"
    known = _SPEAKING.get(language, frozenset())
    quoted = [quotation.outer for quotation in scan(case.point.text, language)]
    for at, word in enumerate(case.point.words):
        if word.low.replace("’", "'") not in known or any(span.start <= word.start < span.end for span in quoted):
            continue
        before = case.point.words[at - 1] if at else None
        if _is_name(before, word) or (before is not None and before.low == "thank"):
            continue
        yield Failure("form", word.text, "A point tells of others: no I, we or you outside a quotation.")
        return


def _is_name(before: Word | None, word: Word) -> bool:
    """*World War I*, *My Fair Lady*: a capital where there need be none, or a number behind a name."""
    if word.low == "i":
        return before is not None and before.capital and not before.first
    return word.capital and not word.first
