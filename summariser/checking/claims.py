"""What a point adds of its own: the first ever, the largest, because of, shocking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.checking.failure import Failure
from summariser.kindred import kindred
from summariser.lexicon import lexicon
from summariser.lexicon.model import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.checking.case import Case
    from summariser.checking.reading import Reading, Word

_SUPERLATIVES = {
    "en": words(
        "first ever unprecedented record sole unique best worst most least biggest largest greatest",
        "highest lowest youngest oldest only",
    ),
    "de": words(
        "erste ersten erster erstmals einzige einzigen beste besten größte größten höchste höchsten",
        "älteste jüngste rekord nie_zuvor",
    ),
    "fr": words("premier première premiers premières unique record meilleur pire inédit inédite jamais_vu"),
    "es": words("primero primera primer único única récord mejor peor mayor inédito"),
    "it": words("primo prima_volta unico unica record migliore peggiore maggiore inedito"),
    "pt": words("primeiro primeira único única recorde melhor pior maior inédito"),
    "nl": words("eerste enige beste slechtste grootste hoogste oudste jongste record ooit"),
}
_NOT_SUPERLATIVE = words(
    "west east rest test forest interest protest guest request invest suggest contest arrest harvest",
    "honest modest latest priest midwest almost most at_least",
)
_BEING = frozenset(("is", "are", "was", "were", "be"))
_NEXT = 6
"""Words of sense behind a *because* that are its cause."""

_RELATED = {
    "first": ("debut", "maiden", "begin", "last", "1st", "initial"),
    "most": ("best", "more"),
    "only": ("just", "sole", "alone"),
    "best": ("most",),
}
_CAUSES = {
    "en": words(
        "because due_to owing_to thanks_to caused cause causes led_to leads_to leading_to resulted_in",
        "as_a_result therefore triggered prompted sparked forced blamed_on put_down_to hence thereby",
    ),
    "de": words(
        "weil wegen aufgrund infolge dadurch deshalb daher verursacht verursachte führte_zu führt_zu ausgelöst dank"
    ),
    "fr": words("parce en_raison à_cause grâce_à provoqué provoque entraîné entraîne donc causé faute"),
    "es": words("porque debido_a a_causa gracias_a provocó provocado causó causado por_eso"),
    "it": words("perché a_causa grazie_a provocato causato dovuto dovuta pertanto"),
    "pt": words("porque devido_a por_causa graças_a provocou causou provocado causado"),
    "nl": words("omdat wegens doordat vanwege dankzij veroorzaakt veroorzaakte leidde_tot daardoor"),
}
_LINKS = {
    "en": words(
        "because due owing thanks caused cause causes led leads leading result resulted results therefore",
        "triggered prompted sparked forced so blamed blame blames reason reasons why means meant",
        "explained started after over",
    ),
    "de": words(
        "weil wegen aufgrund infolge dadurch deshalb daher verursacht verursachte grund denn durch dank so dass mangels"
    ),
    "fr": words("parce raison cause grâce provoqué provoque entraîné donc faute car puisque manque"),
    "es": words("porque debido causa gracias provocó causó pues tras"),
    "it": words("perché causa grazie provocato causato dovuto poiché spiega siccome"),
    "pt": words("porque devido causa graças provocou causou pois justificou"),
    "nl": words("omdat wegens doordat vanwege dankzij veroorzaakt want door dus"),
}
_MILD = words("after over so means meant explained started dass durch tras door")
"""Those that link without naming a cause: they bear out a *because* only between the same two things."""

_LOADED = {
    "en": words(
        "shocking shock shockingly horrific horrifying horror terrible terrifying tragic tragically",
        "tragedy devastating devastated outrageous outrage outraged disgraceful shameful scandalous",
        "scandal stunning stunningly amazing incredible incredibly astonishing staggering dramatic",
        "dramatically brutal brutally heartbreaking heroic heroically hero embarrassed embarrassing",
        "humiliating humiliated furious furiously chaos chaotic disastrous disaster catastrophic",
        "catastrophe betrayal notorious infamous controversial controversially legendary beloved",
        "brilliant brilliantly sensational spectacular miraculous alarming alarmingly worrying ominous",
        "cynical shameless reckless ruthless desperate desperately sadly fortunately unfortunately",
        "thankfully finally mere merely ridiculous absurd appalling dreadful nightmare triumphant",
        "triumphantly damning bombshell explosive crucial historic landmark massive huge greedy bizarre",
        "gripped rocked slammed blasted importantly notably",
    ),
    "de": words(
        "schockierend schockierende schrecklich schreckliche tragisch tragische dramatisch dramatische",
        "skandalös skandalöse katastrophal katastrophale empörend sensationell leider glücklicherweise",
        "chaos historisch historische umstritten umstrittene peinlich",
    ),
    "fr": words(
        "choquant choquante terrible tragique dramatique scandaleux scandaleuse catastrophique honteux",
        "honteuse incroyable malheureusement heureusement chaos historique controversé controversée",
    ),
    "es": words(
        "impactante terrible trágico trágica dramático dramática escandaloso escandalosa catastrófico",
        "vergonzoso increíble lamentablemente afortunadamente caos histórico histórica polémico polémica",
    ),
    "it": words(
        "scioccante terribile tragico tragica drammatico drammatica scandaloso scandalosa catastrofico",
        "vergognoso incredibile purtroppo fortunatamente caos storico storica controverso",
    ),
    "pt": words(
        "chocante terrível trágico trágica dramático dramática escandaloso escandalosa catastrófico",
        "vergonhoso incrível infelizmente felizmente caos histórico histórica polémico polémica",
    ),
    "nl": words(
        "schokkend schokkende vreselijk vreselijke tragisch tragische dramatisch dramatische schandalig",
        "schandalige catastrofaal helaas gelukkig chaos historisch historische omstreden",
    ),
}


def own_claims(case: Case) -> Iterator[Failure]:
    """Superlatives, causes and loaded words that the evidence does not have."""
    language = case.point.language or "en"
    if case.foreign:
        yield from _causes(case, language)
        return
    known = {word.low for word in case.evidence.words} | {word.stem for word in case.evidence.words}
    for at, word in enumerate(case.point.words):
        if _is_superlative(word, case.point, at) and not _is_had(word, known, case):
            yield Failure("claim", word.text, f"The evidence does not say {word.text}.")
        elif word.low in _LOADED.get(language, frozenset()) and not _is_had(word, known, case):
            yield Failure("claim", word.text, f"{word.text} is no word of the evidence.")
    yield from _causes(case, language)


def _is_superlative(word: Word, reading: Reading, at: int) -> bool:
    language = reading.language or "en"
    if word.sort != "w" or (word.capital and not word.first):
        return False
    if language == "en":
        if word.low in {"most", "least"}:
            return reading.low(at - 1) == "the" and reading.low(at + 1) not in {"of", "people"}
        if word.low == "only":
            return reading.low(at - 1) in {"the", "an"}
        if word.low in {"ever", "first"}:
            return word.low != "first" or reading.low(at - 1) not in {"at", "-"}
        if word.low.endswith("est") and len(word.low) > 5 and word.low not in _NOT_SUPERLATIVE:  # noqa: PLR2004 - letters
            return True
    return word.low in _SUPERLATIVES.get(language, frozenset())


def _is_had(word: Word, known: set[str], case: Case) -> bool:
    """Whether the evidence says it, or as much in another word."""
    language = case.point.language
    if word.low in known or word.stem in known or case.same.get(word.stem, frozenset()):
        return True
    base = word.low.removesuffix("est")
    others = {other.low for other in case.evidence.words}
    if word.low.endswith("est") and any(
        other.endswith("est") and (other in kindred(base, language) or other[:-3] in kindred(base, language))
        for other in others
    ):
        return True
    return any(other in known for other in _RELATED.get(word.low, ()))


def _causes(case: Case, language: str) -> Iterator[Failure]:
    """A *because* where the evidence links nothing, or where it has nothing of the cause."""
    causes = _CAUSES.get(language, _CAUSES["en"])
    places = {} if case.foreign else case.places
    for at, word in enumerate(case.point.words):
        two = f"{word.low} {case.point.low(at + 1)}"
        said = next((each for each in (word.low, two, f"{two} {case.point.low(at + 2)}") if each in causes), None)
        planned = said == "due to"
        if planned and case.point.low(at - 1) in _BEING and case.point.low(at + 2) not in lexicon(language).determiners:
            continue
        if said is not None and not _is_linked(case, at, places):
            yield Failure("claim", said, "The evidence does not give that as a cause.")
            return


def _is_linked(case: Case, at: int, places: dict[int, int]) -> bool:
    """Whether the evidence links the two things as well."""
    links = _LINKS.get(case.evidence.language or "en", _LINKS["en"])
    found = [place for place, word in enumerate(case.evidence.words) if word.low in links]
    if case.foreign:
        return bool(found)
    sentence = case.point.sentence_of(at)
    ahead = [places[place] for place in sentence if place < at and place in places]
    behind = [place for place in sentence if place > at and case.point.words[place].telling][:_NEXT]
    if not ahead:  # "Because a, b"
        comma = next((place for place in sentence if place > at and case.point.words[place].text == ","), sentence.stop)
        ahead = [places[place] for place in sentence if place > comma and place in places]
        behind = [place for place in behind if place < comma]
    there = [places[place] for place in behind if place in places]
    if len(there) * 3 < len(behind):
        return False
    near = {case.evidence.words[place].sentence for place in (*ahead, *there)}
    return any(
        case.evidence.words[place].sentence in near
        and (case.evidence.words[place].low not in _MILD or _is_between(place, ahead, there))
        for place in found
    )


def _is_between(place: int, ahead: list[int], there: list[int]) -> bool:
    return any(one < place < two or two < place < one for one in ahead for two in there)
