"""Dutch."""

from __future__ import annotations

from summariser.lexicon.model import Lexicon, words

_COMPOUNDS = tuple(
    sorted(
        words(
            "onderzoeker minister woordvoerder woordvoerster leider directeur voorzitter deskundige lid meester",
            "arts hoogleraar eigenaar wetenschapper",
        )
    )
)
"""Nouns for people that make up longer ones: *beveiligingsonderzoeker*."""

WORDS = Lexicon(
    cues=words(
        "zei zegt zeggen zeiden gezegd verklaarde verklaart vertelde vertelt vertellen verteld stelde stelt vond vindt",
        "vinden meldde meldt schreef schrijft geschreven vroeg vraagt antwoordde antwoordt reageerde reageert",
        "benadrukte benadrukt waarschuwde waarschuwt erkende erkent beaamde beaamt herinnerde herinnert riep roept",
        "klaagde klaagt beloofde belooft bevestigde bevestigt voegde voegt besloot besluit legde legt lachte lacht",
        "zuchtte zucht fluisterde fluistert noemde noemt genoemd betoogde betoogt liet laat twitterde bekende bekent",
        "oordeelde oordeelt pleitte pleit eiste eist hoopte denkt dacht verzuchtte verzucht grapte grapt schertste",
        "mopperde moppert luidde luidt verduidelijkte sneerde sneert concludeerde concludeert constateerde constateert",
        "merkte merkt meende meent las sprak",
    ),
    weak_cues=words(
        "verwijt verweet wees beschuldigde beschuldigt omschreef omschrijft bekritiseerde",
    ),
    participles=frozenset(),
    sources=words("volgens aldus"),
    pronouns={
        "hij": "m",
        "zij": "f",
        "ze": "f",
        "het": "n",
        "ik": "n",
        "wij": "pl",
        "we": "pl",
        "men": "n",
        "die": "n",
    },
    possessives={"zijn": "m", "haar": "f", "hun": "pl", "mijn": "n", "ons": "pl", "onze": "pl"},
    relatives=words("die dat wie welke waaruit waarin waarmee waarvan waarop waarbij waarna waaraan waarover"),
    determiners=words(
        "de het een deze dit die dat enkele meerdere veel twee drie vier beide alle geen elke",
    ),
    prepositions=words(
        "van voor bij in op aan met naar uit over onder tegen om door zonder tot sinds tijdens wegens tussen achter",
        "naast volgens vanaf te als",
    ),
    conjunctions=words("en maar of want"),
    subordinators=words(
        "dat omdat als wanneer terwijl hoewel nadat voordat zodat toen hoe waar waarom wat indien",
    ),
    auxiliaries=words(
        "heeft hebben had hadden is zijn was waren wordt worden werd werden zal zou kan kon moet moest niet zich",
    ),
    passives=words("werd werden wordt worden"),
    agents=words("door"),
    adverbs=words(
        "ook dan later nog nu al alleen bovendien verder eerder gisteren vandaag morgen echter daarna daarop toen wel",
        "vervolgens ineens",
    ),
    times=words(
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli",
        "augustus september oktober november december ochtend middag avond nacht week maand jaar gisteren vandaag uur",
    ),
    roles=words(
        "man vrouw moeder vader zoon dochter broer zus jongen meisje kind echtgenoot echtgenote weduwe buurman",
        "buurvrouw burgemeester wethouder minister premier president voorzitter directeur directrice woordvoerder",
        "woordvoerster advocaat advocate rechter officier agent politie arts dokter onderzoeker hoogleraar professor",
        "kamerlid raadslid senator baas chef trainer coach speler speelster auteur schrijver schrijfster acteur",
        "actrice zanger zangeres kunstenaar bewoner bewoonster bewoners getuige slachtoffer deskundige expert",
        "specialist analist econoom vakbondsman secretaris boer boerin visser winkelier verpleegkundige brandweerman",
        "student leerling werknemer ondernemer ingenieur historicus bioloog filosoof bisschop paus koning koningin",
        "oprichter kapitein kolonel generaal inspecteur journalist gepensioneerde eigenaar mevrouw meneer heer",
    )
    | frozenset(_COMPOUNDS),
    role_suffixes=_COMPOUNDS,
    women=words(
        "vrouw moeder dochter zus meisje echtgenote weduwe koningin mevrouw buurvrouw woordvoerster directrice",
    ),
    men=words("man vader zoon broer jongen echtgenoot koning paus bisschop meneer heer buurman"),
    bodies=words(
        "bedrijf groep ministerie regering partij vakbond rechtbank politie vereniging bureau gemeente college raad",
        "universiteit instituut commissie bank stichting kerk rapport onderzoek verklaring brief krant club ploeg",
    ),
    titles=words("president premier minister burgemeester dokter professor"),
    honorifics={"meneer": "m", "mevrouw": "f", "dhr.": "m", "mevr.": "f", "dr.": None, "prof.": None},
    particles=words("van de der den ten ter 't het in"),
    within=words("waarin worin"),
    views=words("woorden ogen mening"),
    naming=words("genaamd getiteld bijnaam zogeheten"),
    objects=words("verslaggevers journalisten"),
)
