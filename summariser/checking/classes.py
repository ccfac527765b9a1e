"""Nouns of one kind that are not each other: a son and a husband, a hospital and a school, a stroke and a crash."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from summariser.checking.failure import Failure
from summariser.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.checking.case import Case
    from summariser.checking.figures import Figure
    from summariser.checking.reading import Reading, Word

_Place = tuple[int, frozenset[int]]

_CLASSES = {  # those who are each other's, a mother and a son, stand together once
    "en": """
mother mum son | mother mum daughter | father dad son | father dad daughter | brother sister | husband wife | uncle
nephew | uncle niece | aunt nephew | aunt niece | cousin | grandfather grandson | grandfather granddaughter |
grandmother grandson | grandmother granddaughter;
hospital clinic infirmary | school classroom | church chapel cathedral | mosque | synagogue | museum | library |
prison jail gaol | court courthouse courtroom | hotel inn | restaurant café | airport airfield | station |
harbour harbor port dock quay pier | factory plant | farm | university college | theatre theater | cinema |
stadium arena | supermarket shop store | warehouse | garage | nursery | embassy | barracks | cemetery graveyard |
castle | palace | monastery | home house flat;
helicopter | plane aircraft jet airliner | boat ship vessel ferry yacht trawler dinghy | lorry truck | car | bus |
van | train | tram | motorcycle motorbike | bicycle bike | ambulance | tractor | taxi cab;
dog | cat | horse | cow cattle | sheep | pig | goat | crow | gull | fox | wolf | bear | deer;
stroke | accident crash collision | cancer | earthquake | storm hurricane gale | shooting | stabbing |
explosion blast | overdose | suicide | flood | drought | blaze fire;
red | blue | green | yellow | black | white | brown | pink | purple | grey gray;
gold | silver | bronze;
nurse | doctor surgeon physician | teacher | lawyer solicitor barrister | pilot | farmer | fisherman | engineer |
librarian | architect | mechanic | baker | butcher | chef cook | plumber | electrician | soldier | firefighter |
paramedic | journalist reporter | actor actress | economist | accountant | priest vicar | midwife |
carpenter | builder;
seconds | minutes | hours | days | weeks | months | years | decades;
leg | arm | shoulder | knee | ankle | wrist | elbow | hip | chest;
kitchen | bedroom | bathroom | cellar basement | attic loft | roof | garden;
    """,
    "de": """
mutter sohn | mutter tochter | vater sohn | vater tochter | bruder schwester | ehemann ehefrau | onkel neffe | onkel
nichte | tante neffe | tante nichte | großvater | großmutter;
krankenhaus klinik | schule | kirche | museum | bibliothek bücherei | gefängnis | gericht | hotel | flughafen |
bahnhof | hafen | fabrik werk | universität | theater | rathaus;
hubschrauber | flugzeug | schiff boot fähre | lastwagen | auto | bus | zug
    """,
    "fr": """
mère fils | mère fille | père fils | père fille | frère sœur | mari épouse | oncle neveu | oncle nièce | tante neveu
| tante nièce;
hôpital clinique | école | église | musée | bibliothèque | prison | tribunal | hôtel | aéroport | gare | port |
usine | université | théâtre | mairie | préfecture;
hélicoptère | avion | bateau navire ferry | camion | voiture | bus | train
    """,
    "es": """
madre hijo | madre hija | padre hijo | padre hija | hermano hermana | marido esposo esposa | tío sobrino | tío
sobrina | tía sobrino | tía sobrina;
hospital clínica | escuela colegio | iglesia | museo | biblioteca | prisión cárcel | juzgado tribunal | hotel |
aeropuerto | estación | puerto | fábrica | universidad | teatro | ayuntamiento;
helicóptero | avión | barco buque ferry | camión | coche | autobús | tren
    """,
    "it": """
madre figlio | madre figlia | padre figlio | padre figlia | fratello sorella | marito moglie | zio nipote | zio
nipote | zia nipote | zia nipote;
ospedale clinica | scuola | chiesa | museo | biblioteca | prigione carcere | tribunale | albergo hotel | aeroporto |
stazione | porto | fabbrica | università | teatro | municipio;
elicottero | aereo | barca nave traghetto | camion | macchina auto | autobus | treno
    """,
    "pt": """
mãe filho | mãe filha | pai filho | pai filha | irmão irmã | marido esposa | tio sobrinho | tio sobrinha | tia
sobrinho | tia sobrinha;
hospital clínica | escola | igreja | museu | biblioteca | prisão cadeia | tribunal | hotel | aeroporto | estação |
porto | fábrica | universidade | teatro;
helicóptero | avião | barco navio ferry | camião | carro | autocarro | comboio
    """,
    "nl": """
moeder zoon | moeder dochter | vader zoon | vader dochter | broer zus | echtgenoot echtgenote | oom neef | oom nicht
| tante neef | tante nicht;
ziekenhuis kliniek | school | kerk | museum | bibliotheek | gevangenis | rechtbank | hotel | luchthaven | station |
haven | fabriek | universiteit | theater | stadhuis;
helikopter | vliegtuig | schip boot veerboot | vrachtwagen | auto | bus | trein
    """,
}


def wrong_kinds(case: Case) -> Iterator[Failure]:
    """A noun that the evidence has not, where it has another of the same class that the point has not."""
    if case.foreign:
        return
    ours, theirs = _known(case.point, case.ours), _known(case.evidence, case.theirs)
    lows = {word.stem for word in case.evidence.words}
    mine = [place for _, place in ours]
    for word, (kind, groups) in ours:
        if word.stem in lows or any(kind == other and groups & others for _, (other, others) in theirs):
            continue
        for other, (their_kind, their_groups) in theirs:
            if their_kind == kind and not any(kind == each and their_groups & several for each, several in mine):
                why = f"The evidence says {other.text} where the point says {word.text}."
                yield Failure("unsupported", word.text, why)
                return


def _known(reading: Reading, measured: Sequence[Figure]) -> list[tuple[Word, _Place]]:
    """The words of a text that belong to a class; names, like *Mill Harbour*, don't, nor do measures of a number."""
    table = _table(reading.language)
    taken = {at for figure in measured for at in range(figure.start, figure.end)}
    free = (word for at, word in enumerate(reading.words) if at not in taken)
    common = (word for word in free if word.first or not word.capital or reading.language == "de")
    return [(word, table[word.stem]) for word in common if word.sort == "w" and word.stem in table]


@cache
def _table(language: str | None) -> dict[str, _Place]:
    """The class of each word by its stem, and which of the class it may be."""
    table: dict[str, _Place] = {}
    for kind, line in enumerate(_CLASSES.get(language or "en", _CLASSES["en"]).split(";")):
        for group, several in enumerate(line.split("|")):
            for word in several.split():
                folded = stem(word, language)
                _, groups = table.get(folded, (kind, frozenset[int]()))
                table[folded] = kind, groups | {group}
    return table
