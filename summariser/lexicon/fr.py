"""French."""

from __future__ import annotations

from summariser.lexicon.model import Lexicon, words

_SAYS = r"dit|répond|a (?:dit|répondu)|(?:a )?(?:affirm|ajout|assur|confi|déclar|estim|expliqu|lanc|précis|soulign)[eé]"
_INVERTED = r"(?:[^\W\d_]+[\s’'])?[^\W\d_]+(?:-t)?-(?:ils?|elles?|on)\b"
_INCISE = rf"[,?!]\s(?P<said>(?:{_INVERTED}|(?:{_SAYS}) [A-ZÀ-Ý])[^,.«»“”\n]{{0,60}})(?=[,.])"
"""*…, a-t-elle répondu. …*, *…, explique Ivo Tarn, …* inside the marks."""

WORDS = Lexicon(
    cues=words(
        "dit disait dire déclaré déclare déclarait affirmé affirme affirmait expliqué explique expliquait ajouté",
        "ajoute ajoutait répondu répond répondait assuré assure assurait estimé estime estimait souligné souligne",
        "soulignait précisé précise précisait indiqué indique indiquait annoncé annonce raconté raconte racontait",
        "confié confie confiait lance lançait martelé martèle rappelé rappelle rappelait reconnu reconnaît",
        "reconnaissait regretté regrette regrettait dénoncé dénonce dénonçait critiqué critique insisté insiste",
        "insistait poursuivi poursuit poursuivait conclu conclut demandé demande demandait interrogé interroge",
        "s'interroge écrit écrivait tweeté commenté commente plaidé plaide prévenu prévient averti avertit promis",
        "promet soutenu soutient soutenait rétorqué rétorque répliqué réplique jugé juge jugeait souffle soufflé lâche",
        "lâché murmure murmuré soupire soupiré s'emporte emporté crie crié proteste protesté fustigé fustige tranché",
        "tranche ironise ironisé témoigne témoigné avoue avoué admet admis confirme confirmé constate constaté note",
        "noté observe observé résume résumé glisse glissé plaisante plaisanté s'exclame exclamé étonné étonne",
        "se_félicite félicité",
        "salué salue s'inquiète inquiété s'indigne indigné ajoutent disent expliquent affirment déplore déploré",
        "renchérit renchéri sourit tempère tempéré balaie balayé appelle appelé qualifié qualifie",
    ),
    weak_cues=words(
        "lancé évoque évoqué parle parlé réclame réclamé accuse accusé décrit défend défendu veut ira",
    ),
    participles=words(
        "disant déclarant affirmant expliquant ajoutant précisant soulignant assurant estimant rappelant évoquant",
    ),
    sources=words("selon d'_après d’_après pour aux_yeux_de"),
    pronouns={
        "il": "m",
        "elle": "f",
        "ils": "pl",
        "elles": "pl",
        "on": "n",
        "je": "n",
        "nous": "pl",
        "celui-ci": "m",
        "celle-ci": "f",
        "qui": "n",
        "-il": "m",
        "-elle": "f",
        "-t-il": "m",
        "-t-elle": "f",
        "-ils": "pl",
        "-elles": "pl",
        "-t-on": "n",
        "-on": "n",
        "lui": "m",
    },
    possessives={"son": "n", "sa": "n", "ses": "n", "leur": "pl", "leurs": "pl", "notre": "pl", "mon": "n", "ma": "n"},
    relatives=words("qui que dont lequel laquelle"),
    determiners=words(
        "le la les l' l’ un une des ce cet cette ces du plusieurs quelques deux trois quatre chaque tous toutes au aux",
    ),
    prepositions=words(
        "de d' d’ du des à au aux en dans pour par avec sur sous chez entre vers contre depuis pendant avant après",
        "sans selon devant derrière malgré dès jusqu'à",
    ),
    conjunctions=words("et mais ou donc or ni car"),
    subordinators=words(
        "que qu' qu’ si quand lorsque lorsqu' lorsqu’ parce puisque comme alors où afin tandis",
    ),
    auxiliaries=words(
        "a ont avait avaient est était a-t-il s' s’ se m' m’ n' n’ ne pas plus y en sera aura sont été lui leur nous",
    ),
    passives=words("été"),
    agents=words("par"),
    adverbs=words(
        "aussi ensuite puis encore toujours déjà ainsi également enfin hier aujourd'hui aujourd’hui notamment même",
        "alors cependant pourtant",
    ),
    times=words(
        "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août",
        "septembre octobre novembre décembre matin soir après-midi nuit semaine mois année hier aujourd'hui heures",
    ),
    roles=words(
        "homme femme mère père fils fille frère sœur enfant mari épouse veuve veuf maire ministre président présidente",
        "directeur directrice porte-parole avocat avocate juge procureur procureure policier policière médecin",
        "chercheur chercheuse professeur professeure député députée sénateur sénatrice élu élue élus responsable chef",
        "cheffe patron patronne entraîneur entraîneuse joueur joueuse auteur autrice écrivain écrivaine acteur actrice",
        "chanteur chanteuse artiste habitant habitante habitants riverain riveraine voisin voisine témoin victime",
        "expert experte spécialiste analyste économiste syndicaliste délégué déléguée secrétaire conseiller",
        "conseillère préfet préfète agriculteur agricultrice commerçant commerçante infirmier infirmière aide-soignant",
        "aide-soignante sage-femme pompier pompiers pêcheur étudiant étudiante élève parent parents salarié salariée",
        "ouvrier ouvrière employé employée ingénieur ingénieure historien historienne biologiste philosophe évêque",
        "pape roi reine premier_ministre fondateur fondatrice coordinatrice coordinateur garde-côte navigateur marin",
        "capitaine colonel général commissaire inspecteur journaliste rédacteur mère retraité retraitée",
    ),
    women=words(
        "femme mère fille sœur épouse veuve reine directrice présidente avocate sage-femme aide-soignante infirmière",
    ),
    men=words("homme père fils frère mari veuf roi pape évêque directeur président"),
    bodies=words(
        "entreprise société groupe ministère gouvernement parti syndicat tribunal cour police association agence",
        "préfecture mairie direction université institut commission banque fondation église rapport étude communiqué",
        "lettre journal club équipe",
    ),
    titles=words("président ministre maire docteur professeur maître"),
    honorifics={"m.": "m", "mme": "f", "mlle": "f", "monsieur": "m", "madame": "f", "dr": None, "me": None},
    particles=words("de du des la le d' d’ van von"),
    views=words("yeux avis mots dires"),
    naming=words("baptisé baptisée intitulé intitulée surnommé surnommée dit dite"),
    objects=words("journalistes presse"),
    incise=_INCISE,
    elides=True,
)
