"""Italian."""

from __future__ import annotations

from summariser.lexicon.model import Lexicon, words

WORDS = Lexicon(
    cues=words(
        "detto dice dicono disse diceva dichiarato dichiara dichiarò affermato afferma affermò spiegato spiega spiegò",
        "spiegano aggiunto aggiunge aggiunse sottolineato sottolinea sottolineò ricordato ricorda ricordò risposto",
        "risponde rispose replicato replica replicò chiesto chiede chiese domanda domandato scritto scrive scrisse",
        "raccontato racconta raccontò ammesso ammette ammise avvertito avverte avvertì assicurato assicura assicurò",
        "annunciato annuncia annunciò precisato precisa precisò osservato osserva osservò commentato commenta commentò",
        "concluso conclude concluse insistito insiste sostenuto sostiene sostenne denunciato denuncia criticato",
        "critica attaccato attacca attaccò lamentato lamenta promesso promette confermato conferma riferito riferisce",
        "ribadito ribadisce confessato confessa confidato confida esclamato esclama gridato grida sussurrato sussurra",
        "scherzato scherza ironizzato ironizza incalzato incalza ribattuto ribatte sbottato sbotta sospira sospirato",
        "riconosce riconosciuto avvisa avvisato protesta protestato definito definisce twittato postato garantisce",
        "garantito rivela rivelato ricordano",
    ),
    weak_cues=words(
        "accusa accusato respinge respinto parla parlato descrive descritto chiama chiamato",
    ),
    participles=words("dicendo affermando spiegando aggiungendo sottolineando ricordando"),
    sources=words("secondo per a_detta_di stando_a"),
    pronouns={
        "lui": "m",
        "lei": "f",
        "egli": "m",
        "ella": "f",
        "loro": "pl",
        "io": "n",
        "noi": "pl",
        "essa": "f",
        "quest'ultimo": "m",
    },
    possessives={
        "suo": "n",
        "sua": "n",
        "suoi": "n",
        "sue": "n",
        "mio": "n",
        "mia": "n",
        "nostro": "pl",
        "nostra": "pl",
    },
    relatives=words("che cui quale"),
    determiners=words(
        "il lo la i gli le l' l’ un uno una un' un’ questo questa questi queste quel quella alcuni alcune due tre",
        "quattro molti molte tutti del della dei degli delle dello dell' dell’ ogni",
    ),
    prepositions=words(
        "di d' d’ a da in con su per tra fra del dello della dei degli delle dell' dell’ al allo alla ai agli alle",
        "all' all’ dal dalla dai dalle dall' dall’ nel nella nei nelle nell' nell’ sul sulla sui sulle sull' sull’",
        "durante contro senza verso secondo",
    ),
    conjunctions=words("e ed ma o oppure né però"),
    subordinators=words("che se quando mentre perché come dove poiché anche_se"),
    auxiliaries=words(
        "ha hanno aveva avevano è era erano si ci vi mi non sono stato stata stati gli le lo l' l’ ne viene",
    ),
    passives=words("stato stata stati state viene venne"),
    agents=words("da dal dalla dai dall' dall’"),
    adverbs=words(
        "anche poi ancora già sempre inoltre così ieri oggi domani allora adesso ora subito invece infine sei_anni_fa",
    ),
    times=words(
        "lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio",
        "agosto settembre ottobre novembre dicembre mattina sera notte pomeriggio settimana mese anno anni ieri oggi",
        "ore",
    ),
    roles=words(
        "uomo donna madre padre figlio figlia fratello sorella bambino bambina marito moglie vedova vedovo sindaco",
        "sindaca ministro ministra presidente presidentessa direttore direttrice portavoce avvocato avvocata giudice",
        "procuratore pm poliziotto agente medico dottoressa dottore ricercatore ricercatrice professore professoressa",
        "deputato deputata senatore senatrice assessore assessora responsabile capo capogruppo allenatore allenatrice",
        "giocatore giocatrice autore autrice scrittore scrittrice attore attrice cantante artista abitante abitanti",
        "residente vicino vicina testimone vittima esperto esperta specialista analista economista sindacalista",
        "segretario segretaria consigliere consigliera governatore agricoltore pescatore commerciante infermiere",
        "infermiera pompiere studente studentessa operaio operaia imprenditore imprenditrice ingegnere storico storica",
        "biologo biologa filosofo vescovo papa re regina fondatore fondatrice architetto architetta cittadina",
        "cittadino pensionato pensionata coordinatore coordinatrice capitano colonnello generale commissario ispettore",
        "giornalista proprietario proprietaria signora signore premier geometra notaio canadese americano americana",
        "inglese francese tedesco tedesca",
    ),
    women=words(
        "donna madre figlia sorella bambina moglie vedova regina signora sindaca cittadina pensionata infermiera",
        "ministra direttrice",
    ),
    men=words(
        "uomo padre figlio fratello bambino marito vedovo re papa vescovo signore sindaco ministro direttore",
        "pensionato",
    ),
    bodies=words(
        "azienda società gruppo ministero governo partito sindacato tribunale procura polizia associazione agenzia",
        "comune giunta regione università istituto commissione banca fondazione chiesa rapporto studio comunicato",
        "lettera giornale club squadra uffici opposizione",
    ),
    titles=words(
        "presidente ministro ministra sindaco sindaca dottor dottoressa professor professoressa onorevole",
    ),
    honorifics={"signor": "m", "signora": "f", "sig.": "m", "dott.": None, "avv.": None, "ing.": None, "don": "m"},
    particles=words("di de del della dei da d' d’ lo la li"),
    views=words("parole avviso dire"),
    naming=words("chiamato chiamata intitolato intitolata soprannominato detto progetto"),
    objects=words("giornalisti cronisti"),
    elides=True,
    drops_subjects=True,
)
