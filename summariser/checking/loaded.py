"""Words that a point may not add: superlatives, causes, and what tells the reader how to feel."""

from __future__ import annotations

from summariser.lexicon.model import words

SUPERLATIVES = {
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


NOT_SUPERLATIVE = words(
    "west east rest test forest interest protest guest request invest suggest contest arrest harvest",
    "honest modest latest priest midwest almost most at_least",
)


ALL = frozenset(("all",))
"""Those of the next that say it only before *of* and *the*: *all but three*, *after all*."""

WHOLES = {
    "en": words("all every everyone everybody everything whole entire entirely completely totally always"),
    "de": words("alle allen aller sämtliche jeder jede jedes ganze ganzen immer"),
    "fr": words("totalité tous toutes tout toute chaque toujours"),
    "es": words("totalidad todos todas todo toda cada siempre"),
    "it": words("totalità tutti tutte tutto tutta ogni sempre"),
    "pt": words("totalidade todos todas todo toda cada sempre"),
    "nl": words("alle iedereen elke elk hele altijd"),
}
"""Words that say something of all there are."""

RELATED = {
    "first": ("debut", "maiden", "begin", "last", "1st", "initial"),
    "most": ("best", "more"),
    "only": ("just", "sole", "alone", "last", "one"),
    "sole": ("only", "alone"),
    "best": ("most",),
}


CAUSES = {
    "en": words(
        "because due_to owing_to thanks_to caused cause causes led_to leads_to leading_to resulted_in",
        "as_a_result therefore triggered prompted sparked forced blamed_on put_down_to hence thereby brought_about",
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


LINKS = {
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


MILD = words("after over so means meant explained started dass durch tras door")
"""Those that link without naming a cause: they bear out a *because* only between the same two things."""


LOADED = {
    "en": words(
        "shocking shock shockingly horrific horrifying horror terrible terrifying tragic tragically",
        "tragedy devastating devastated outrageous outrage outraged disgraceful shameful scandalous",
        "scandal stunning stunningly amazing incredible incredibly astonishing staggering dramatic",
        "dramatically brutal brutally heartbreaking heroic heroically hero embarrassed embarrassing",
        "humiliating humiliated furious furiously chaos chaotic disastrous disaster catastrophic",
        "catastrophe betrayal notorious infamous controversial controversially legendary beloved",
        "brilliant brilliantly sensational spectacular miraculous alarming alarmingly worrying ominous",
        "cynical shameless reckless ruthless desperate desperately sadly fortunately unfortunately",
        "thankfully finally ridiculous absurd appalling dreadful nightmare triumphant",
        "triumphantly damning bombshell explosive crucial historic landmark massive huge greedy bizarre",
        "gripped rocked slammed blasted importantly notably laughable laughably ludicrous farcical pathetic",
        "wise unwise overdue shamefully disgracefully scandalously unconvincing unconvincingly inexplicably",
        "predictably shambolic",
        "shabby unforgivable inexcusable pitiful feeble clumsy cowardly courageous bravely foolish foolishly",
        "shrewd shrewdly spineless arrogant arrogantly callous heartless noble nobly wonderful wonderfully superb",
        "superbly awful awfully blatant blatantly deplorable despicable idiotic inept ineptly stubborn stubbornly",
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
