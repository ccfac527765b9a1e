"""The words that deny, in seven languages."""

from __future__ import annotations

from summariser.lexicon.model import words

PLAIN = {
    "en": words(
        "not no never none nobody nothing neither nor without cannot nowhere hardly scarcely barely lacks",
        "lacking rarely seldom",
    ),
    "de": words(
        "nicht kein keine keinen keinem keiner keines nie niemals niemand niemanden niemandem nichts",
        "weder ohne kaum nirgends",
    ),
    "fr": words("pas jamais rien aucun aucune personne ni sans nul nulle guère"),
    "es": words("apenas no nunca nada nadie ningún ninguna ninguno ni sin jamás tampoco"),
    "it": words("non mai niente nulla nessuno nessuna nessun né senza neppure nemmeno"),
    "pt": words("não nunca nada ninguém nenhum nenhuma nem sem jamais"),
    "nl": words("niet geen nooit niemand niets noch zonder nergens nauwelijks"),
}


VERBS = {
    "en": words(
        "given_up gave_up gives_up keep_off kept_off stay_away few against lost loses lose losing deny denies",
        "denied denying refuse refuses",
        "refused refusing decline declines declined declining",
        "reject rejects rejected rejecting fail_to fails_to failed_to failing_to avoid avoids avoided",
        "escape escapes escaped prevent prevents prevented dispute disputes disputed oppose opposes",
        "opposed object objects objected exclude excluded doubt doubts doubted unable dismiss dismissed",
        "dismisses keep_off keeps_off kept_off keep_away kept_away stay_away stayed_away given_up gave_up",
        "give_up gives_up must_wait yet_to refrain free_of free_from short_of out_of still_to absent_from left_out",
        "leave_out leaves_out incapable ruled_out rule_out",
        "rules_out",
        "turned_down turn_down turning_down ruling_out turns_down rather_than instead_of",
        "kept_from lack_of absence_of stop stopped stops halt halted lack lacked ban banned bans forbid forbidden",
        "forbids",
        "shun shuns shunned spurn spurns spurned snub snubs snubbed boycott boycotts boycotted",
        "bar barred cancel cancelled cancels scrap scrapped ignore ignored ignores ignoring neglect",
        "neglected",
    ),
    "de": words(
        "bestreitet bestritt bestritten dementiert dementierte weigert weigerte verweigert verweigerte",
        "verweigern ablehnt lehnt lehnte abgelehnt zurückgewiesen wies weist verhindert verboten",
        "ausgeschlossen verzichten verzichtet verzichtete statt anstatt mangel_an fehlt fehlen fehlte fehlten",
        "unfähig wenig wenige",
    ),
    "fr": words(
        "nie nié nient dément démenti refuse refusé refusent rejette rejeté écarté exclut exclu empêche",
        "interdit conteste contesté manque manquent plutôt absence_de incapable incapables peu",
    ),
    "es": words(
        "niega negó niegan negado rechaza rechazó rechazado rehúsa rehusó descarta descartó desmiente",
        "desmintió evita impide prohíbe negaron falta_de ausencia_de falta faltan incapaz incapaces poco poca pocos",
        "pocas",
    ),
    "it": words(
        "nega negato negano rifiuta rifiutato respinge respinto esclude escluso smentisce smentito vieta",
        "vietato impedisce anziché invece mancanza_di assenza_di manca mancano incapace incapaci poco poca pochi poche",
    ),
    "pt": words(
        "nega negou negam recusa recusou rejeita rejeitou descarta descartou desmente desmentiu evita",
        "impede proíbe exclui excluiu falta_de ausência_de falta faltam incapaz incapazes pouco pouca poucos poucas",
    ),
    "nl": words(
        "ontkent ontkende ontkend weigert weigerde geweigerd verwerpt verwierp verworpen tegengesproken",
        "tegen weerlegt verbiedt verboden laat_na laten_na liet_na lieten_na gebrek_aan ontbreekt ontbreken ontbrak",
        "weinig",
    ),
}


DENYING = words(
    "given_up gave_up gives_up keep_off kept_off stay_away deny denies denied denying refuse refuses",
    "refused refusing decline declines declined declining",
    "ruled_out rule_out rules_out ruling_out fail_to fails_to failed_to bestreitet bestritt",
    "dementiert weigert weigerte nie nié dément refuse refusé niega negó nega negato rifiuta nega",
    "negou recusa recusou ontkent ontkende weigert weigerde ausgeschlossen descartó excluiu escluso",
    "exclut",
)
"""Those of them that say plainly that something is not so; the others say so of some things only."""


CONCORD = frozenset(("es", "fr", "it", "pt"))
"""Languages in which two words that deny are one denial: *no ha venido nadie*."""

AROUND_VERB = words("pas jamais rien guère")


WITHOUT = words("without ohne sans sin senza sem zonder")


PREFIXES = {
    "en": ("un", "non", "dis", "in", "im"),
    "de": ("un",),
    "fr": ("in", "im"),
    "es": ("in", "im", "des"),
    "it": ("in", "im", "s"),
    "pt": ("in", "im", "des"),
    "nl": ("on",),
}


UNLIKE = words(
    "under until unless union united unit unite understand understood university unique universal",
    "uncle unlike onder ons onze once only one unter uns unser und unsere unternehmen unfall",
    "unterricht online ontvangen ontslag onderzoek ontdekt ongeval ontkent interest international",
    "into inside industry include included including income increase increased information important",
    "import imports improve improved indeed instead insist insisted inspector inspectors insurance",
    "invest investment investigation inquiry interview introduce discover discuss distance district",
    "display",
)


SUFFIX = ("less", "los", "loos")


NOT_LESS = words("less unless nonetheless bless regardless nevertheless charles malos suelos los elos")


ONLY = words("only just merely nur bloß seulement solo sólo solamente soltanto solo só apenas somente alleen slechts")
