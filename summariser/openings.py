"""How a sentence begins: which first words can go, and which make it lean on what came before.

A word list a language, and no grammar: a sentence wrongly passed over costs another of the same article; one
wrongly taken makes a point that can't be understood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from summariser.lexicon import lexicon

_DATELINE_WORDS = 7
_DATELINE = re.compile(
    r"(?:[A-ZÀ-Þ][\w.,’'/() -]{0,50})?(?:\((?:CNN|Reuters|AP|AFP|dpa)[^)]{0,20}\)\s*)?"
    r"\s?(?:--|—|–|(?<=\s)-)\s+(?=[A-ZÀ-Þ“\"«„])"
)


_CAPITAL = re.compile(
    r"\s[“\"‘(]?(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|I)\b)[^\W\d_a-z]"
)
_HE_OR_SHE = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im)\b")
_ANYBODY = re.compile(
    r"\b(?:an?|every|each|one|some|no) [^\W\d_]|\b(?:woman|man|boy|girl|mother|father|son|daughter)\b", re.IGNORECASE
)
_NAME_FIRST = re.compile(
    r"(?!(?:The|A|An|In|On|At|When|While|After|Before|As|If|Not|Last|This|That|There|What|Her|His)\b)\w+ "
)


@dataclass(frozen=True, slots=True)
class _Words:
    """First words of a language, set apart by spaces; phrases follow, each behind a bar.

    ``drops`` go without a trace, ``comma_drops`` only with the comma after them; ``leans`` point backwards, and
    ``subjects`` do so behind an opening phrase too; ``articles`` are definite.
    """

    drops: str
    comma_drops: str
    leans: str
    subjects: str
    articles: str
    first_person: str


_WORDS = {
    "en": _Words(
        "but and yet",
        "however meanwhile elsewhere also still separately additionally furthermore moreover nevertheless "
        "nonetheless besides|in addition|on the other hand|by contrast|in contrast|in a statement",
        "he she they it we you him her his its their our this that these those such another others both neither "
        "each so then thus therefore hence instead otherwise later afterwards afterward earlier next finally there"
        " here nor or because either yes no meanwhile|as a result|for example|for instance|in turn|in response|in "
        "return|at that|at the same|after that|before that|since then|until then|by then|the same|the latter|the "
        "former|the other|the two|the pair|the couple|the trio|the move|the news|the claim|the claims|the "
        "comments|asked|among them|one of them|some of them|all of them|none of them|most of them|one such|that "
        "said|still|too|in that|in this|for his|for her|for their|on that|like that|despite this|despite that",
        "he she they it his her their its",
        "the",
        "i we my our me us i’m i'm i’ve i've we’re we're we’ve we've",
    ),
    "de": _Words(
        "doch aber und denn",
        "",
        "er sie es ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner dies diese dieser dieses diesen "
        "diesem das dabei dafür damit daher dann dort da hier deshalb deswegen trotzdem dennoch allerdings zudem "
        "außerdem jedoch danach davor zuvor später darauf darüber dagegen daraufhin dazu davon so solche beide man"
        " wir ich oder hingegen indes derweil ferner auch ebenso ja nein",
        "er sie es ihr ihre sein seine",
        "der die das den dem",
        "ich wir mein meine unser unsere",
    ),
    "fr": _Words(
        "mais et or",
        "cependant toutefois néanmoins|par ailleurs|en revanche|en outre|de plus|pour autant",
        "il elle ils elles ce cette ces cela ça c’est c'est ceci celui celle ceux celles son sa ses leur leurs lui"
        " eux ainsi alors puis ensuite enfin donc aussi pourtant là ici on nous vous je y en|d'où|d’où|à ses|à "
        "son|l’élu|en effet|dès lors|de même|les deux|le même|la même",
        "il elle ils elles son sa ses leur leurs t-il t-elle",
        "le la les l’",
        "je nous mon ma mes notre nos",
    ),
    "es": _Words(
        "pero y e",
        "además asimismo|sin embargo|no obstante|por otra parte|por otro lado|en cambio|mientras tanto",
        "él ella ellos ellas esto esta este estos estas eso esa ese esos esas aquel su sus así entonces luego "
        "después también tampoco allí ahí aquí ambos lo le les nosotros yo se ha han es son era eran fue fueron "
        "había tiene|por eso|por ello|por tanto|por lo tanto|el mismo|la misma|a su|los dos|las dos|al final",
        "él ella ellos ellas su sus",
        "el la los las",
        "yo nosotros mi mis nuestro nuestra",
    ),
    "it": _Words(
        "ma e ed",
        "inoltre tuttavia intanto però|d'altra parte|nel frattempo|al contrario",
        "lui lei loro egli ella essi questo questa questi queste quello quella quelli quelle ciò suo sua suoi sue "
        "così allora poi quindi dunque infine anche lì là qui entrambi perciò infatti noi io ne ci si ha hanno è "
        "sono era erano aveva avevano|per questo|lo stesso|la stessa|i due|le due",
        "lui lei loro egli suo sua suoi sue",
        "il lo la i gli le l’",
        "io noi mio mia nostro nostra",
    ),
    "pt": _Words(
        "mas e",
        "contudo porém entretanto todavia|no entanto|além disso|por outro lado|enquanto isso",
        "ele ela eles elas isto isso este esta estes estas esse essa esses essas aquele aquela seu sua seus suas "
        "assim então depois também lá ali aqui ambos nós eu portanto foi foram é são era eram tem têm tinha "
        "havia|por isso|o mesmo|a mesma|os dois|as duas",
        "ele ela eles elas seu sua seus suas",
        "o a os as",
        "eu nós meu minha nosso nossa",
    ),
    "nl": _Words(
        "maar en want",
        "",
        "hij zij ze het hem haar hun zijn dit dat deze die zo dan toen daar hier daarom daarna daarbij daarmee "
        "daardoor ook echter bovendien toch intussen ondertussen vervolgens later eerder beide wij we ik dus of",
        "hij zij ze haar hun zijn",
        "de het",
        "ik wij we mijn ons onze",
    ),
}


@dataclass(frozen=True, slots=True)
class _Patterns:
    drop: re.Pattern[str]
    lean: re.Pattern[str]
    late: re.Pattern[str]
    definite: re.Pattern[str]
    first_person: re.Pattern[str]


def dateline(text: str) -> int:
    """How many characters at the head of a sentence say only where and by whom: ``LONDON (Reuters) -``."""
    found = _DATELINE.match(text)
    head = found[0].split() if found else []
    # A sentence may have a dash as well: a dateline is short, and in capitals or with its agency.
    return found.end() if found and len(head) <= _DATELINE_WORDS and (head[0].isupper() or ")" in found[0]) else 0


def connective(text: str, language: str | None) -> int:
    """How many characters at the head of a sentence only join it to the one before (``But``, ``Meanwhile,``)."""
    found = _patterns(language).drop.match(text)
    return found.end() if found else 0


def leans(text: str, language: str | None) -> bool:
    """Whether a sentence begins with a word that points at an earlier one: ``He``, ``This``, ``At the time, she``."""
    patterns = _patterns(language)
    if patterns.lean.match(text):
        return True
    late = patterns.late.match(text)
    # A name before the pronoun may be what it stands for: "When Smith arrived, he".
    if late is not None and not _CAPITAL.search(text, 0, late.start("pronoun")):
        return True
    return language in {None, "en"} and _without_person(text)


def _without_person(text: str) -> bool:
    """Whether an English sentence has a *he* or *she* and nobody before that whom it may stand for."""
    pronoun = _HE_OR_SHE.search(text)
    if pronoun is None:
        return False
    before = text[: pronoun.start()]
    if _CAPITAL.search(before) or _ANYBODY.search(before) or (before[:1].isupper() and _NAME_FIRST.match(before)):
        return False
    return not any(word in lexicon("en").roles for word in before.lower().split())


def definite(text: str, language: str | None) -> str | None:
    """The noun that a sentence opens with after ``the``, where it has no name and nothing that tells which one."""
    found = _patterns(language).definite.match(text)
    return found["noun"] if found else None


def speaks_of_itself(text: str, language: str | None) -> bool:
    """Whether the writer speaks in the first person."""
    return _patterns(language).first_person.search(text) is not None


@cache
def _patterns(language: str | None) -> _Patterns:
    words = _WORDS.get(language or "en", _WORDS["en"])
    end = r"(?![\w’'-])"
    drops, commas = _choice(words.drops), _choice(words.comma_drops)
    german = language in {"de", "nl"}
    noun = r"[A-ZÄÖÜ]?[^\W\d_A-Z]+" if german else r"[^\W\d_A-Z]+"
    return _Patterns(
        drop=re.compile(
            rf"(?:(?:{drops}){end}(?:, |\s+)(?!if\b|when\b|while\b|though\b|as\b))"
            + (rf"|(?:{commas}),\s+" if words.comma_drops else ""),
            re.IGNORECASE,
        ),
        lean=re.compile(rf"[\"“„«‘'(\s]*(?:{_choice(words.leans)})(?![\w-])", re.IGNORECASE),
        late=re.compile(
            rf"(?:[^\W_][\w’'-]*\s){{1,9}}[\w’'-]+,\s(?P<pronoun>(?:{_choice(words.subjects)}){end})", re.IGNORECASE
        ),
        definite=re.compile(
            rf"(?:{_choice(words.articles)})\s*(?:[^\W\d_A-Z]+\s)?(?P<noun>{noun})\s(?!of\b|for\b|de\b|des\b|du\b|d[’']|"
            r"del\b|di\b|dell|da\b|do\b|van\b|von\b|who\b|that\b|which\b|from\b|in\b|to\b|at\b|on\b)[^\W\d_A-Z]",
        ),
        first_person=re.compile(rf"\b(?:{_choice(words.first_person)}){end}", re.IGNORECASE),
    )


def _choice(words: str) -> str:
    """A pattern of any of the words; phrases come after the first bar."""
    single, *phrases = words.split("|")
    return "|".join(re.escape(word) for word in (*phrases, *single.split()) if word)
