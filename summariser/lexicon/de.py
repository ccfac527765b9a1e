"""German."""

from __future__ import annotations

from summariser.lexicon.model import Lexicon, words

_COMPOUNDS = tuple(
    sorted(
        words(
            "minister ministerin meister meisterin führer führerin sprecher sprecherin leiter leiterin forscher",
            "forscherin trainer trainerin arzt ärztin anwalt anwältin chef chefin direktor direktorin lehrer",
            "lehrerin schafter schafterin berater beraterin spieler spielerin händler händlerin arbeiter",
            "arbeiterin wissenschaftler wissenschaftlerin präsident präsidentin vorstand vorsitzende vorsitzender",
            "beauftragte beauftragter biologin biologe ökonom ökonomin loge login inhaber inhaberin rätin",
            "sekretär sekretärin fahrer fahrerin bauer richter richterin vermieterin",
        )
    )
)
"""Nouns for people that make up longer ones: *Verkehrsminister*."""

WORDS = Lexicon(
    cues=words(
        "sagte sagt sagten sagen gesagt erklärte erklärt erklärten erklären betonte betont betonten meinte meint",
        "meinten teilte mitteilte mitgeteilt berichtete berichtet berichten schrieb schreibt schrieben geschrieben",
        "fragte fragt fragten antwortete antwortet erwiderte erwidert entgegnete entgegnet ergänzte ergänzt fügte",
        "warnte warnt warnten forderte fordert forderten kritisierte kritisiert kritisierten versicherte versichert",
        "behauptete behauptet erzählte erzählt erinnerte erinnert erinnerte_sich rief ruft klagte klagt beklagte",
        "beklagt räumte gab lobte lobt kündigte versprach verspricht bestätigte bestätigt bezeichnete bezeichnet",
        "nannte nennt urteilte urteilt mahnte mahnt äußerte äußert sprach spricht zitierte zitiert twitterte postete",
        "kommentierte kommentiert konterte kontert bekräftigte bekräftigt verkündete verkündet stellte schimpfte",
        "schimpft scherzte scherzt murmelte flüsterte seufzte seufzt befand befindet unterstrich unterstreicht",
        "appellierte appelliert resümierte resümiert bilanzierte bilanziert stöhnte lautete heißt hieß bedauerte",
        "bedauert begründete begründet verteidigte verteidigt wiederholte wiederholt vermutet vermutete glaubt glaubte",
        "findet fand hofft hoffte raunte zürnte wetterte wettert bemängelte bemängelt bat bittet lachte lacht",
    ),
    weak_cues=words("wies warf wirft reagierte reagiert zeigte lehnte spottete"),
    participles=frozenset(),
    sources=words(
        "laut so zufolge nach_angaben nach_ansicht nach_worten nach_angaben_von nach_ansicht_von nach_worten_von"
    ),
    pronouns={
        "er": "m",
        "sie": "f",
        "es": "n",
        "ich": "n",
        "wir": "pl",
        "man": "n",
        "dieser": "m",
        "diese": "f",
    },
    possessives={
        "sein": "m",
        "seine": "m",
        "seiner": "m",
        "seinem": "m",
        "seinen": "m",
        "ihr": "f",
        "ihre": "f",
        "ihrer": "f",
        "ihrem": "f",
        "ihren": "f",
        "unser": "pl",
        "unsere": "pl",
    },
    relatives=words("welcher welche dessen deren"),
    determiners=words(
        "der die das den dem des ein eine einer einem einen eines dieser diese dieses mehrere einige viele zwei drei",
        "vier beide alle kein keine jeder jede",
    ),
    prepositions=words(
        "von vom für bei beim in im an am auf mit nach zu zum zur aus über unter vor gegen um durch ohne bis seit",
        "während wegen trotz zwischen hinter neben gegenüber laut ab als",
    ),
    conjunctions=words("und aber oder doch sondern denn"),
    subordinators=words(
        "dass weil wenn ob als während obwohl nachdem bevor damit wie wo warum was falls sobald",
    ),
    auxiliaries=words(
        "hat haben hatte hatten ist sind war waren wird werden wurde wurden worden sei seien habe würde könne müsse",
        "solle will wolle kann muss soll nicht sich",
    ),
    passives=words("wurde wurden worden"),
    agents=words("von vom durch"),
    adverbs=words(
        "auch dann später noch jetzt nun schon nur bereits zudem außerdem weiter zuvor gestern heute morgen jedoch",
        "dabei daraufhin hingegen dagegen allerdings wiederum zunächst schließlich hier dort damals anschließend",
        "am_ende",
    ),
    times=words(
        "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august",
        "september oktober november dezember morgen abend nachmittag vormittag nacht woche monat jahr gestern heute",
        "montagabend freitagabend uhr wochenende",
    ),
    roles=words(
        "mann frau mutter vater sohn tochter bruder schwester junge mädchen kind eltern ehemann ehefrau witwe witwer",
        "anwohner anwohnerin vermieter vermieterin augenzeuge zeuge zeugin experte expertin kritiker beamte beamter",
        "arzt ärztin professor professorin präsident präsidentin kanzler kanzlerin chef chefin anwalt anwältin richter",
        "richterin autor autorin künstler sänger sängerin schauspieler regisseur landwirt landwirtin bauer bäuerin",
        "pfarrer bischof papst könig königin abgeordnete abgeordneter angeklagte angeklagter vorsitzende vorsitzender",
        "geschädigte kollege kollegin freund freundin kunde kundin polizei polizist polizistin feuerwehr unternehmer",
        "unternehmerin dame herr juristin jurist politiker politikerin oberst general kapitän wirt wirtin nachbar",
        "nachbarin passantin passant rentner",
    )
    | frozenset(_COMPOUNDS),
    role_suffixes=_COMPOUNDS,
    women=words("frau mutter tochter schwester witwe ehefrau dame mädchen kanzlerin königin"),
    men=words("mann vater sohn bruder witwer ehemann herr könig papst bischof pfarrer"),
    bodies=words(
        "unternehmen firma konzern reederei ministerium behörde gericht partei regierung verband verein polizei",
        "feuerwehr gewerkschaft universität institut agentur zeitung sender kommission bank stiftung kirche stadt",
        "gemeinde land bericht studie gutachten mitteilung erklärung brief schreiben kammer amt staatsanwaltschaft",
        "gemeinderat stadtrat",
    ),
    titles=words("dr. prof. professor kanzler kanzlerin präsident präsidentin minister ministerin"),
    honorifics={"herr": "m", "herrn": "m", "frau": "f", "dr.": None, "prof.": None},
    particles=words("von van de zu zur"),
    views=words("ansicht worten augen meinung angaben"),
    naming=words("namens genannt titel sogenannte sogenannten"),
    objects=words("ihm ihr ihnen uns mir reportern journalisten"),
    nouns_capital=True,
)
