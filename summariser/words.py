"""The words of a text that carry its subject: no small words, inflections folded together."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:[.,’'][^\W_]+)*")
# Words are compared by their first six letters, a stemmer for every language at once. On the evaluation articles
# (tests/evaluation/summaries.py) five, six, seven and all letters gave ROUGE-2 of 16.1, 16.8, 16.7 and 16.8.
_STEM = 6

_LIGHT = (
    "go goes going gone went get gets got getting do doing done make makes made making take takes took taken taking "
    "come comes came coming have having let lets put puts keep kept become happen work give given use used want "
    "wanted need needed new first last next now still far yet ever begin begins start starts actually really"
)
LIGHT = frozenset(_LIGHT.split())
"""English words, verbs above all, that say little of what a question is about."""

_SMALL = {
    "en": (
        "a an the this that these those and or but nor so yet if than then as of at by for with about against between "
        "into through during before after above below to from up down in out on off over under again further once "
        "here there when where why how all any both each few more most other some such no not only own same too very "
        "i me my we our us you your he him his she her it its they them their what which who whom whose is am are was "
        "were be been being have has had having do does did doing will would shall should can could may might must "
        "said says say told also just now because while until since although though mr mrs ms dr one two it’s it's "
        "i'm i’m don't don’t"
    ),
    "de": (
        "der die das den dem des ein eine einer einem einen eines und oder aber doch denn sondern wenn dass daß als "
        "wie zu zum zur in im ins an am auf aus bei beim mit nach von vom vor für über unter durch gegen ohne um bis "
        "seit während wegen ich du er sie es wir ihr mich mir dich dir sich uns euch ihn ihm ihnen sein seine seiner "
        "seinem seinen ihre ihrer ihrem ihren mein dein unser ist sind war waren wird werden wurde wurden worden hat "
        "haben hatte hatten habe kann können konnte soll sollen sollte muss müssen will wollen nicht kein keine auch "
        "noch nur schon so sehr mehr hier da dort dann nun was wer wo wann warum welche welcher welches dieser diese "
        "dieses diesem diesen alle man sagte sagt herr frau"
    ),
    "fr": (
        "le la les l un une des du de d et ou mais donc ni car si que qui quoi dont où à au aux en dans par pour sur "
        "sous avec sans entre vers chez contre je tu il elle on nous vous ils elles me te se lui leur leurs y ce cet "
        "cette ces c s n qu j mon ma mes ton ta tes son sa ses notre nos votre vos est sont était étaient été être a "
        "ont avait avaient avoir sera seront fait faire peut ne pas plus moins très aussi bien tout tous toute toutes "
        "même comme quand alors après avant depuis pendant encore dit selon m mme"
    ),
    "es": (
        "el la los las un una unos unas y e o u pero ni que qué de del al a en por para con sin sobre entre hasta "
        "desde hacia contra si como cuando donde yo tú él ella nosotros ellos ellas me te se le les lo nos mi mis tu "
        "tus su sus este esta estos estas ese esa eso esto aquel es son era eran fue fueron ser sido está están "
        "estaba ha han había habían haber hay tiene tienen puede no más menos muy también ya todo todos toda todas "
        "otro otra dijo según durante tras porque sr sra"
    ),
    "it": (
        "il lo la i gli le l un uno una e ed o ma né che chi cui di del dello della dei degli delle d a al allo alla "
        "ai agli alle da dal dalla dai dalle in nel nello nella nei negli nelle con su sul sulla sui sulle per tra "
        "fra se come quando dove io tu lui lei noi voi loro mi ti si ci vi ne suo sua suoi sue mio nostro questo "
        "questa questi queste quello quella è sono era erano stato stata stati essere ha hanno aveva avevano avere "
        "può non più meno molto anche già tutto tutti tutta ancora dopo prima detto ha secondo"
    ),
    "pt": (
        "o a os as um uma uns umas e ou mas nem que quem de do da dos das em no na nos nas ao à aos às por pelo pela "
        "pelos pelas para com sem sobre entre até desde contra se como quando onde eu tu ele ela nós eles elas me te "
        "lhe lhes seu sua seus suas meu minha este esta estes estas esse essa isso isto aquele é são era eram foi "
        "foram ser sido está estão estava tem têm tinha havia há pode não mais menos muito também já todo todos toda "
        "outra outro disse segundo durante após porque"
    ),
    "nl": (
        "de het een en of maar want dus dat die dit deze als dan toen te in op aan uit bij met naar van voor door "
        "over onder tegen zonder om tot sinds na ik je jij u hij zij ze het we wij jullie mij me hem haar hun zich "
        "ons mijn jouw zijn onze is was waren wordt worden werd werden geworden heeft hebben had hadden kan kunnen "
        "kon zal zullen zou zouden moet moeten wil niet geen ook nog al wel er hier daar wat wie waar wanneer waarom "
        "hoe welke meer veel zeer zei zegt volgens"
    ),
}
_STOPS = {language: frozenset(words.split()) for language, words in _SMALL.items()}
SMALL: frozenset[str] = frozenset[str]().union(*_STOPS.values())
"""The small words of all languages together."""


KNOWN = tuple(_SMALL)
"""The languages that small words are known of (ISO 639-1)."""


def small_words(language: str | None) -> frozenset[str]:
    """The small words of a language; of English where it has none here."""
    return _STOPS.get(language or "en", _STOPS["en"])


def content(text: str, language: str | None = None) -> list[str]:
    """The content words of ``text`` in order, in lower case, cut to their stems; numbers are kept whole."""
    small = small_words(language)
    return [word if word[0].isdecimal() else word[:_STEM] for word in _WORD.findall(text.lower()) if word not in small]
