"""The words by which a page speaks to its reader instead of telling the story, in seven languages.

No word here removes anything: each is one signal, and ``cleaning.appeals`` wants several different ones together.
Matching is on lower case with straight apostrophes.
"""

from __future__ import annotations

import re

from summariser.lexicon.model import words

# The paper about itself, and the reader addressed. "US" is a country: only these spellings count, as written.
SELF = words(
    "we We our Our us Us ours WE OUR wir Wir uns unser unsere unserem unseren unserer unseres Unser Unsere",
    "Unserem Unserer nous Nous notre Notre nosotros nuestra nuestro nuestras nuestros Nuestra Nuestro",
    "noi Noi nostra nostro nostre nostri Nostra Nostro nossa nosso nossas nossos Nossa Nosso wij Wij ons onze",
    "Onze",
)
# Not "si", "te", "du", "ton", "nos": these are small words of another of the languages.
YOU = words(
    "you You your Your yours YOU YOUR Sie Ihr Ihre Ihrem Ihren Ihrer Ihnen dein deine deinem deinen",
    "deiner euch vous Vous votre Votre vos Vos toi tu Tu tus tes usted ustedes ti tua tuo tuoi tue",
    "vostro vostra você vocês Você je jij jou jouw jullie Je Jij Jouw uw Uw u",
)
PRESS = words(
    "journalism journalist journalists reporter reporters reporting newsroom newsrooms newspaper newspapers",
    "paper magazine news press presses coverage investigation investigations investigative story stories",
    "article articles writes columnist reader readers publish publishing publication headlines paywall",
    "paywalls misinformation disinformation facts truth archive write podcast documentary correspondents",
    "editors reading editorial piece journalismus journalist journalisten journalistinnen redaktion recherche",
    "recherchen recherchiert zeitung leser leserinnen leserschaft presse berichterstattung artikel text texte",
    "lesen nachrichten bericht berichte reportagen journalisme journaliste journalistes rédaction enquêter",
    "enquête enquêtes lecteur lecteurs lectrices article articles journal reportages lisez presse information",
    "periodismo periodista periodistas redacción investigando investigar investigaciones lector lectores",
    "lectoras diario periódico noticias artículo artículos reportajes información giornalismo giornalista",
    "giornalisti cronisti redazione lettori lettrici giornale inchieste notizie articolo articoli informazione",
    "letto leggere jornalismo jornalista jornalistas redação redacção leitor leitores jornal notícias",
    "reportagens artigo artigos investiga informação ler journalistiek onafhankelijke redactie lezer lezers",
    "krant nieuws verhalen artikelen onderzoek lezen",
)
GIVE = words(
    "donation donations donate donating gift gifts contribution contributions contribute member members",
    "membership supporter supporters subscriber subscribers subscription subscriptions subscribe support",
    "supporting backing funded fund patron patrons pledge backers spende spenden unterstützung unterstützen",
    "abo abonnement abonnieren mitglied beitrag förderer bezahlen zahlen don dons soutien soutenir soutenez",
    "abonnement abonnez abonnés abonné adhérer apoyo donación donaciones socio socia socios suscripción",
    "suscriptores suscríbete suscríbase donazione donazioni sostegno sostieni sostienici abbonamento abbonati",
    "contributo donativo donativos doação doações apoio assinatura assinantes contribua contribuição steun",
    "donatie donaties lid lidmaatschap abonnement abonnees bijdrage",
)
INBOX = words(
    "newsletter newsletters inbox email emails alerts bulletin whatsapp telegram postfach mailbox newslettern",
    "boîte courriel infolettre mail boletín correo boletines casella bollettino nieuwsbrief mailadres",
)
COOKIE = frozenset(["cookie", "cookies", "cookiebeleid", "tracking"])
CONSENT = words(
    "consent privacy partners preferences settings accept reject manage device personalise personalize",
    "technologies browse browsing experience personal agree storing datenschutz datenschutzerklärung",
    "akzeptieren einwilligung einstellungen zustimmen personalisieren accepter refuser paramétrer consentement",
    "confidentialité audience aceptar configurar configurarlas privacidad consentimiento preferências aceitar",
    "privacidade concorda experiência aceptas preferencias accetta accetti accettare navigazione preferenze",
    "consenso esperienza accepteren toestemming instellingen voorkeuren verbeteren",
)

PRICE = re.compile(
    r"[£$€]\s?\d|\b\d+(?:[.,]\d+)?\s?(?:€|p\b|euros?\b|dollars?\b|pounds?\b|%\s(?:off|de réduction)|cents?\b)"
    r"|\ba (?:coffee|month|week|fiver|tenner)\b"
    r"|\b(?:im|pro) monat\b|\bpar mois\b|\bal mese?\b|\bpor mês\b|\bper maand\b|\bal mes\b",
)

_GIVING = r"(?:donat|gift|contribut|support|subscri|member|pledge|give|giving|help|join|chip|back|becom|mak|tak|fund)"

_ORDERS = (
    # English: an order to the reader, with what makes it one
    r"donate\b(?! (?:life|buttons?)\b)|chip in\b|subscribe\b|sign up\b|signup\b|sign-up\b|unsubscribe\b|log"
    r" in\b|sign in\b"
    r"|(?:support|back|fund|sustain|strengthen) (?:us|our|independent|fearless|quality|local|free|public|investigative|"
    r"nonprofit|non-profit|trusted|this work|the work|\w+ (?:journalism|reporting|news|media|press))\b|support"
    r" (?:now|today)"
    r"|help (?:us|our|keep|fund|support|sustain|protect|secure|power|save)\b|keep \w+(?: \w+)? (?:free|alive"
    r"|going|independent)\b"
    r"|join (?:us|them|now|today|here|our|for|thousands|hundreds|millions|the (?:conversation|community|club)|[\d,.]+)"
    r"|(?:become|be) (?:an?|one of our|part)\b|give (?:now|today|monthly|what|once|us|a gift|as little|[£$€])"
    r"|give[.!]?$"
    r"|contribute\b|make an? (?:[\w-]+ ){0,3}(?:gift|donation|contribution|pledge|difference)\b|consider (?:\w+"
    r" ){0,4}\w*"
    rf"{_GIVING}|think about (?:\w+ ){{0,3}}{_GIVING}|click (?:here|below|the)|tap (?:here|below)|enter your\b|buy us\b"
    r"|register\b(?= (?:now|here|for free|free|today|to (?:read|continue|keep)))|get (?:the|our|your|all"
    r"|breaking|daily|instant|news|"
    r"\w+ (?:news|updates))\b|receive\b|never miss\b|don't miss\b|stay (?:up to date|up-to-date|informed|ahead"
    r"|connected|in)\b"
    r"|start your\b|try (?:it|us|\w+) (?:free|for)|unlock\b|enjoy (?:unlimited|full|all)|download (?:our|the|your)\b"
    r"|follow (?:us|our)\b|like us\b|enable\b|create an?\b|manage your\b|update your\b|check your inbox|accept"
    r" all|stand with\b"
    r"|pay (?:us|what)\b|invest in\b|save this\b|don't let\b|renew\b|upgrade\b|add us\b"
    # German
    r"|(?:jetzt|hier)(?: \w+)? (?:\w+en|mitglied)\b|melden sie sich\b|unterstützen sie\b|spenden sie\b"
    r"|abonnieren sie\b|"
    r"machen sie mit\b|werden sie\b|helfen sie\b|folgen sie\b|sichern sie\b|bestellen sie\b|abonniere\b|unterstütze\b|"
    r"spende\b|melde dich\b|werde\b|testen sie\b|registrieren sie\b|lesen sie weiter\b|laden sie\b"
    # French
    r"|inscrivez-vous\b|abonnez-vous\b|soutenez\b|faites un don\b|je (?:fais un don|m'abonne|soutiens|m'inscris)\b|"
    r"recevez\b|rejoignez\b|aidez(?:-nous|-la)?\b|devenez\b|suivez-nous\b|téléchargez\b|donnez\b|participez\b"
    r"|connectez-vous\b|offrez(?:-vous|-nous)?\b"
    # Spanish
    r"|suscríb[ae](?:te|se)\b|hazte (?:socio|socia)\b|apóya(?:nos|lo)\b|apóyenos\b|dona\b|done\b|recib[ae]\b"
    r"|únete\b|únase\b|"
    r"apúnta?te\b|apúntese\b|regístra?te\b|regístrese\b|colabora\b|colabore\b|ayúda?nos\b|síguenos\b|síganos\b"
    r"|descarga\b|accede\b"
    # Italian
    r"|iscriviti\b|iscrivetevi\b|abbonati\b|abbonatevi\b|sostieni(?:ci)?\b|sosteneteci\b|dona\b|donate ora\b|ricevi\b|"
    r"seguici\b|scarica\b|unisciti\b|aiutaci\b|diventa\b|accedi\b|registrati\b|accetta\b"
    # Portuguese
    r"|assine\b|subscreva\b|apoie\b|apoie-nos\b|contribua\b|doe\b|receba\b|siga-nos\b|junte-se\b"
    r"|ajude(?:-nos)?\b|torne-se\b|"
    r"inscreva-se\b|registe-se\b|cadastre-se\b|baixe\b|descarregue\b|faça (?:um|uma|parte)\b"
    # Dutch
    r"|meld je\b|meld u\b|schrijf je\b|abonneer\b|steun (?:ons|onze|de|het|on\w+)\b|word (?:nu )?(?:lid"
    r"|donateur|vriend|abonnee)\b|"
    r"doneer\b|help (?:ons|mee)\b|ontvang\b|volg ons\b|download\b(?= (?:onze|de)\b)|neem een\b|sluit je\b"
)

# An order to the reader: it begins a sentence or a clause, or follows what it depends on ("if you can, …").
_IF = (
    r"\b(?:if you|wenn (?:sie|ihr|du)|falls sie|si (?:vous|tu|te|le|usted)|se (?:vi|ti|você|lei)|als (?:je|u))\b"
    r"[^,.;!?]{1,60}"
)
ORDER = re.compile(
    rf"(?:^\W*|{_IF},\s+|[.!?:;|–—]\s*|\b(?:please|simply|now|today|so|just|then|here|will you|can you|could you|ihnen"
    rf"|also),?\s+)(?:{_ORDERS})|"
    r"\bclick here\b|\bwill you (?:chip|help|join|support|give|donate|become|stand|back)\b|\bneeds? (?:you|your"
    r" (?:help|support|backing))\b"
    r"|\bwe ask (?:only|just|you|our|those|that|readers)\b|\bwe're asking\b|\bhaz clic\b|\bhier klicken\b"
    r"|\bcliquez ici\b|\bklik hier\b"
    r"|\bfaites un don\b|\bhazte (?:socio|socia)\b|\bword (?:nu )?(?:lid|donateur)\b|\bbrauchen (?:wir"
    r"|sie)\b.{0,40}\bunterstützung\b"
    r"|\b(?:direkt|kommt) .{0,60}\bpostfach\b",
)

# The same verbs behind "to" or "and": an order less surely, for stories have them too.
ASK = re.compile(rf"\b(?:to|and|or|und|et|ou|y|e|en)\s+(?:{_ORDERS})")

# What the reader gives, doing something: "your support helps", "with your gift we can".
YOUR_GIFT = re.compile(
    r"\byour (?:\w+ )?(?:support|donations?|gifts?|contributions?|membership|subscriptions?|generosity|backing"
    r"|money|pledge|"
    r"help) (?:\w+ )?(?:\w+ ){0,3}(?:helps?|makes?|made|keeps?|allows?|lets?|means|goes|go|funds?|pays?"
    r"|ensures?|enables?|will|can|"
    r"matters?|powers?|sustains?|protects?|is what)\b"
    r"|\b(?:with|without|thanks to|need|on) your (?:\w+ )?(?:support|donation|gift|contribution|membership"
    r"|subscription|backing|"
    r"generosity|help)\b"
    r"|\b(?:every|each) (?:single )?(?:dollar|pound|euro|penny|cent|gift|donation|contribution|subscription)(?:"
    r" [\w']+){0,3} (?:helps?|goes|counts|keeps|makes|funds|matters)\b"
    r"|\bwhen you (?:subscribe|donate|join|give|contribute|become)\b|\bwhether you (?:give|donate|can|are)\b"
    r"|\b(?:ihre|deine) (?:unterstützung|spende|hilfe)\b|\b(?:votre|ton) (?:soutien|don|aide|abonnement)\b"
    r"|\b(?:tu|su) (?:apoyo|donación|aportación|ayuda)\b|\b(?:tuo|tua|vostro) (?:sostegno|donazione|contributo|aiuto)\b"
    r"|\b(?:seu|teu|sua) (?:apoio|donativo|doação|contributo|contribuição)\b|\b(?:jouw|uw) (?:steun|donatie"
    r"|bijdrage|hulp)\b"
)

# "If you value what we do": the reader addressed, nothing asked yet.
CONDITION = re.compile(
    r"\bif you(?:'ve)? (?:\w+ )?(?:value|like|enjoy|enjoyed|appreciate|believe in|find|are able|can spare|can|want to"
    r" (?:see|help|keep)|'d like)\b"
    r"|\b(?:wenn|si|se|als) (?:sie|vous|tu|crees|valora|valoriza|je|hai) ",
)

# Who pays for it, and how lightly: what an appeal says beside its request.
DEPEND = re.compile(
    r"\b(?:rely|relies|depends?|counts?|counting) (?:up)?on (?:you|our|its|readers|people|members|the"
    r" (?:generosity|support))\b"
    r"|\b(?:possible|funded|paid for|supported|powered|sustained|owned|kept free|kept going) (?:\w+ )?"
    r"by (?:you|our|its|readers?|members|people like|\d)"
    r"|\b(?:readers|people) like you\b|\b(?:non-?profit|independent) (?:newsroom|journalism|news|reporting|media)\b"
    r"|\b(?:independent|fearless|quality|local|investigative|trusted) (?:journalism|reporting|news)\b|\bfree"
    r" press\b|\b(?:mis|dis)information\b"
    r"|\bno (?:paywalls?|shareholders|billionaire|owner|advertis)|\bbehind paywalls?\b|\bhold(?:s|ing)?"
    r" (?:power|the powerful)"
    r"|\bfree to (?:read|all|everyone)\b|\bopen to (?:all|everyone)\b|\bfree for every|\bdon't charge\b|\bafford to\b"
    r"|\bunabhängige[rnsm]? \w*journalis|\bpresse libre\b|\bgrâce à (?:ses|nos|vous)|\bperiodismo independiente\b"
    r"|\binformazione libera\b|\bjornalismo independente\b|\bonafhankelijke journalistiek\b|\bfreiwillig bezahl"
    r"|\bgratuitement\b"
    r"|\bkostenlos\b|\bno (?:tiene|hay) (?:dueños|amos)|\bnon ha padroni\b|\bsem patrões\b",
)
EASE = re.compile(
    r"\b(?:less than|only|just|takes?) a (?:minute|moment|few seconds)\b|\b(?:cancel|stop|unsubscribe|kündbar"
    r"|annul\w*|cancela\w*|disdi\w*)"
    r"(?: at)? (?:any ?time|whenever|à tout moment|en cualquier|quando)\b|\bjederzeit kündbar\b|\bas little as\b"
    r"|\b(?:just|from|only|for) [£$€]\d|\b(?:ab|dès|desde|da|vanaf|schon mit) \d|\bfree trial\b|\bunlimited"
    r" access\b|\bevery (?:dollar|pound|penny|cent|gift|contribution|donation)\b"
    r"|\bany (?:amount|size)\b|\bwhat(?:ever)? you can\b|\bif you can\b|\btax-deductible\b|\bthank you for"
    r" (?:reading|signing|your)\b"
    r"|\bno spam\b|\b(?:in|takes?) (?:two|2) minutes\b|\bin zwei minuten\b|\bsmall team\b|\bword from (?:our"
    r"|the) editor\b|\bnote to (?:our )?readers\b|\bbefore you go\b|\bgive \w+ to\b|\bpays? for it\b"
    r"|\b(?:chaque|cada|ogni|jeder|elke) (?:don|euro|donazione|donación|donatie|doação)\b|\b(?:auch|anche|même"
    r"|incluso) \w+ euros?\b",
)

# Reading held back for an account or a payment, and the words around a login.
ACCESS = re.compile(
    r"\b(?:continue|keep) reading\b|\bread on\b|\b(?:free|more|your) articles?\b.{0,40}\b(?:month|left"
    r"|remaining|limit)\b"
    r"|\blimit of (?:\w+ )?(?:free )?articles\b|\byou(?:'ve| have) (?:read|reached)\b|\balready (?:a (?:member"
    r"|subscriber)|have an account|subscribed|registered)\b"
    r"|\b(?:subscribers?|members) only\b|\bonly (?:for|to) subscribers\b|\bunlimited access\b|\bfull (?:access"
    r"|archive)\b"
    r"|\baccess to (?:all|the full|every|our)\b|\ball of our (?:articles|stories)\b|\bfree account\b|\bpaid"
    r" subscribers?\b"
    r"|\bjoin (?:over |more than |the )?[\d,.]+ \w+|\bby signing up\b|\bunsubscribe\b|\bprivacy (?:policy"
    r"|notice)\b|\bterms (?:and|of)\b|\binvalid email\b"
    r"|\bweiterlesen\b|\bbereits (?:ein )?(?:abo|abonnent|registriert|mitglied)\b|\b(?:réservé|reservado"
    r"|riservat[oa]) (?:aux|à nos|a los|para|agli|ai) "
    r"|\bil vous reste\b|\bdéjà abonnée?\b|\bya eres (?:socio|suscriptor)\b|\bsei già abbonat|\bjá é"
    r" assinante\b|\bal (?:lid|abonnee)\b"
    r"|\bverder lezen\b|\bsigue leyendo\b|\bcontinua a leggere\b|\bcontinue a ler\b|\bcontinue lendo\b|\blire"
    r" la suite\b",
)

# The reader invited to answer: comments, tips, letters.
CONTACT = re.compile(
    r"(?:^|[.?!:;,–—]\s*|\b(?:please|or|to|and|can|also) )(?:(?:e-?mail|contact|message|text|write to|send"
    r"|whatsapp) (?:us|our|your (?:pictures|photos|videos|stories|"
    r"views|tips|comments|thoughts|messages|letters))\b|tell us (?:what|your|about|how|in)\b|let us know\b|call"
    r" (?:us|our \w+) (?:on|at)\b)|\b(?:leave|post|add) (?:us )?a comment\b|\bcomments? (?:section )?below\b"
    r"|\bin the comments\b"
    r"|\bhave your say\b|\bjoin the (?:conversation|discussion|debate)\b|\bshare your (?:views?|thoughts"
    r"|stor(?:y|ies)|experiences?)\b"
    r"|\bget in touch with (?:us|our)\b|\bdo you have a (?:story|tip|news)\b|\bhave you been affected by"
    r" (?:this|the issues)\b"
    r"|\bletters? to the editor\b|\bin confidence\b|\bschreiben sie uns\b|\bécrivez-nous\b|\bréagissez\b|\bescríbenos\b"
    r"|\bscrivi(?:ci|teci)\b|\bescreva-nos\b|\bmail ons\b|\btip (?:ons|de redactie)\b|\bdiskutieren sie mit\b"
    r"|\bkommentieren sie\b",
)
APP = re.compile(
    r"\b(?:our|the|free|\w+) (?:\w+ )?app\b.{0,80}\b(?:headlines|news|stories|alerts|push|app store|google play)\b"
    r"|\bapp (?:herunterladen|gratis|gratuite)\b|\bunsere app\b|\bnotre (?:appli|application)\b|\bnuestra app\b"
    r"|\bnostra app\b|\bnossa app\b|\bonze app\b"
)
SITE = re.compile(
    r"\bif you(?:'ve)? (?:\w+ )?(?:enjoy|lik|valu|appreciat)\w* (?:this|what|our|us|the blog)\b"
    r"|\bnos (?:journalistes|lecteurs|lectrices|abonnés|équipes|enquêtes|newsletters|alertes|partenaires"
    r"|services)\b|\b(?:this|our|the) (?:web ?site|site|page|app|blog)\b|\bby continuing\b|\bdiese (?:web)?seite\b"
    r"|\bce site\b"
    r"|\bnotre site\b|"
    r"\beste (?:site|sitio)\b|\bquesto sito\b|\bdeze (?:web)?site\b|\bthis (?:story|article|piece|journalism"
    r"|page|content|work)\b|"
    r"\b(?:stories|articles|journalism|work) like this\b|\bdiesen? (?:text|artikel)\b|\bcet article\b|\bwhat you see\b|"
    r"^(?:\w+ ){1,3}writes (?:every|each|weekly|for|about|on)\b|\busamos\b|\butilizamos\b|\butilizziamo\b|\busiamo\b",
)

# What a page wants, by stems, so that compounds count ("Digitalabo", "reader-supported") ...
WANTED = re.compile(
    r"newsletter|nieuwsbrief|cookie|abonn|abbon|\babos?\b|abo\b|subscri|suscri|subscrev|assin(?:a|e)\b|assinant"
    r"|donat|donor|donaz|donaci|doaç|\bdons?\b|spende|\bgifts?\b|"
    r"inbox|postfach|mailbox|paywall|\bmembers?\b|membership|mitglied|\bsoci[ao]s?\b|\bleden\b|reader-"
    r"|supporter|unterstütz|soutien|apoyo|sostegno|apoio|steun|contribut|contribu[iç]|"
    r"bijdrage|[£$€]\s?\d|\d+\s?(?:€|euros?\b|p\b)|\bfor free\b|\bit's free\b|\bfree article|kostenlos|gratis"
    r"|gratuit|\bpay\b|\bpaid\b|\bmoney\b|\bcosts? (?:us|money)\b|\bads\b|"
    r"notification|\balerts?\b|\balertes?\b|\bapp\b|\baccount\b|\bkonto\b|cuenta|\be-?mail|privacy|datenschutz"
    r"|personal data|vendors|einverständnis|akkoord|"
    r"browser|javascript|unlimited|what you can|\bspam\b|\bgoal\b|@\w+\.\w|podcast|\bfeed\b|channel|\bcanal"
    r"|telegram|whatsapp|facebook page|advertenties|lights on|settings",
)
# ... and what it is.
SUBJECT = re.compile(
    r"journali|periodis|giornali|jornal|redakt|redacc|redaz|redaç|reporter|reporting|coverage|reader|\bleser"
    r"|lecteur|lector|lettor|leitor|lezer|"
    r"newsroom|\breport on\b|newspaper|zeitung|\bdiario|krant|\bnews\b|\bstor(?:y|ies)\b|investigat|archiv"
    r"|articles?\b|artikel|artículo|articolo|artigo|website|\bseite\b|\bvideo\b|"
    r"reportage|reportaje|nieuws|nachrichten|noticias|notizie|notícias|actualité|comment|facebook|instagram"
    r"|twitter|\blong reads\b|publi",
)

# Somebody says it, so it is news: no appeal reports in the third person what was said.
REPORTED = re.compile(
    r"\b(?:said|says|(?<!gets )(?<!get )(?<!be )(?<!being )told(?! you\b)|(?<!being )(?<!be )asked|added|announced"
    r"|insisted|warned|argued|joked|according to|replied|concluded|sagte|erklärte|teilte|"
    r"a (?:dit|déclaré|expliqué|annoncé|demandé)|dijo|explicó|añadió|ha detto|ha spiegato|ha scritto|disse|afirmou|zei|"
    r"schreef|vertelde|recordó|decía|laut|wrote|joked|pleaded|begged|estimated)\b",
)
SELF_REPORTED = re.compile(r"\b(?:we|we've|we're|have you|you've|wir|nous) (?:\w+ )?(?:said|told|asked|say)\b")

TRIGGERS = (
    (GIVE - {"don"})
    | INBOX
    | COOKIE
    | words(
        "sign subscribe join become help register download follow click tap chip continue reading account login",
        "faites fais log comment comments email contact touch tell send story support reader",
        "readers journalism newsroom free",
        "enter app privacy consent buy unterstützen unterstützung anmelden melden kostenlos weiterlesen folgen",
        "spenden inscrivez abonnez soutenez gratuitement réservé suivez hazte suscríbete síguenos síganos apúntese",
        "periodismo iscriviti sostienici dona abbonati seguici assine subscreva apoie siga jornalismo meld steun",
        "lid volg journalistiek nieuwsbrief alerts video browser enable invalid bookmark advertisement listen",
        "scroll rights copyright reproduction commission blog read skip abstract related recommended foto",
        "photo image picture credit bild mehr lire leggi leia lees lea lee interesar riproduzione rechte droits",
        "derechos diritti direitos rechten share teilen partager compartir condividi partilhar delen getty",
    )
)
"""A line without one of these holds no appeal; most lines of most stories are passed over by this alone."""
