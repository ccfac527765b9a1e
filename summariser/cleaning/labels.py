"""Lines and buttons of a page that no story contains: they are known by their whole shape, not by a word in them."""

from __future__ import annotations

import re

_NETWORK = (
    r"(?:facebook|twitter|x(?: \(twitter\))?|instagram|whats ?app|linkedin|tiktok|you ?tube|bluesky|threads"
    r"|telegram|reddit|"
    r"pinterest|mastodon|snapchat|xing|google(?: news)?|flipboard|e-?mail|mail|messenger|print|drucken|imprimir"
    r"|copy link|"
    r"copiar (?:enlace|ligação|link)|copier le lien|link kopieren|copia link|kopieer link|sms|pocket)"
)
_VERB = (
    r"(?:support|donate|subscribe|give|join|sign up|register|contribute|log in|sign in|follow|share|renew|upgrade"
    r"|chip in)"
)

# Safe to cut off wherever they stand with a capital before another capital: no sentence is written like this.
BUTTON = re.compile(
    r"(?:Read (?:[Mm]ore|MORE|[Ff]ull [Ss]tory)|READ MORE"
    rf"|(?i:{_VERB})(?-i:(?: [Nn]ow| NOW| [Tt]oday| TODAY| [Hh]ere| [Uu]s))(?! [a-z])"
    r"|(?:Become|Be) [Aa] (?:[Mm]ember|[Ss]upporter|[Ss]ubscriber|[Ff]riend)|Log [Ii]n|Sign [Ii]n|Sign [Uu]p"
    r"|Learn [Mm]ore|Find [Oo]ut [Mm]ore"
    r"|Click [Hh]ere|Advertisement|ADVERTISEMENT|Advertisment|Story continues below(?: advertisement)?|Article"
    r" continues(?: below| after)?"
    r"(?: (?:this )?advert(?:isement)?)?|S(?:croll|CROLL) (?:down|DOWN) (?:for|FOR) (?:video|VIDEO)S?s?"
    r"|(?i:listen to this (?:article|story))"
    r"(?:\s*[·•|,:–-]?\s*\(?\d+(?::\d\d)?\s?(?i:min(?:ute)?s?)?\b\)?)?|\d+ [Mm]in(?:ute)? read|Accept [Aa]ll(?:"
    r" [Cc]ookies)?|Reject [Aa]ll|Manage (?:[Ss]ettings|[Pp]references|[Cc]ookies)"
    r"|Skip to (?:main )?content|Jetzt (?:spenden|unterstützen|abonnieren|anmelden|bestellen|testen"
    r"|registrieren|Mitglied werden)"
    r"|(?:Hier|Jetzt kostenlos) anmelden|Mehr erfahren|Weiterlesen|Alle akzeptieren|Anzeige|WERBUNG|Je (?:fais"
    r" un don|m’abonne|m'abonne|soutiens|m’inscris|m'inscris)"
    r"|Faire un don|S[’']abonner|Lire la suite|Tout accepter|Publicité|Paramétrer mes choix|Dona ora"
    r"|Abbonati(?: ora)?|Accetta tutti|Pubblicità|Leggi tutto"
    r"|Leer más|Suscríbete(?: ahora)?|Aceptar tod[oa]s?|Publicidad|Apúntese gratis|Hazte socio|Apoie-nos"
    r"|Assine(?: já| agora)|Aceitar todos|Publicidade|Ler mais"
    r"|Steun ons(?: nu)?|Word lid|Doneer nu|Alles accepteren|Advertentie|Lees verder|Meer lezen)"
    r"(?=[.!]?(?:\s*\Z|\s*[|·•]|\s+[\"“„«‘'(]?[A-ZÀ-ÖØ-Þ0-9]))",
)

# One word each: a button only when it ends a line that asks for something, or is the whole line.
_SMALL_BUTTONS = (
    r"(?:donate|subscribe|share|print|e-?mail|comments?|menu|search|home|more|close|accept|reject|got it|spenden"
    r"|teilen|kommentare|partager|commenter|compartir|condividi|partilhar|compartilhar|delen|anzeige)"
)

_TOKEN = (
    r"(?:share|tweet|pin|post|save|print|copy|link|comments?|bookmark|gift|like|this|the|on|via|by|with|article"
    r"|story|page|match|report|"
    r"subscribe|sign|up|log|in|log in|register|account|my|newsletters?|e-?mail|follow|us|donate|now|today|menu"
    r"|search|home|close|accept|reject|manage|all|cookies?|"
    r"settings|preferences|ok|got|it|more|options|skip|to|main|content|navigation|top|back|next|previous|teilen"
    r"|drucken|artikel|merken|partager|"
    r"sur|envoyer|par|imprimer|compartir|en|por|condividi|su|invia|stampa|partilhar|compartilhar|no|delen|op"
    r"|via|auf|per|" + _NETWORK + r")"
)
_SHARING = re.compile(
    rf"(?i)\W*(?:share|teilen|partager|compartir|comparte|condividi|partilhar|compartilhar|delen"
    rf"|deel)\b[^.!?]{{0,60}}?:?\s*{_NETWORK}(?:\W+(?:{_NETWORK}|(?:share|partager|envoyer|teilen|compartir"
    rf"|condividi|delen)?\s?(?:sur|on|via|auf|en|su|no|op|par|per)\s{_NETWORK}))*\W*"
)
_TOOLBAR = re.compile(rf"(?i)\W*{_TOKEN}(?:\W+{_TOKEN}){{0,15}}\W*")
_TOOLBAR_ANCHOR = re.compile(
    rf"(?i)\b(?:share|tweet|{_NETWORK}|subscribe|donate|log in|sign in|sign up|cookies?|accept|menu"
    rf"|newsletters?|skip|comments?|print|bookmark)\b"
)

# Headings over letters to an editor read "FACEBOOK." and "TWITTER.": one network alone is no toolbar.
_NETWORK_ALONE = re.compile(rf"(?i)\W*{_NETWORK}\W*")
_CALL = re.compile(
    r"(?i)\W*(?:support|fund|back|help|join|protect|keep)\b[^.!?]{0,60}\b(?:donate|subscribe|join|sign up"
    r"|contribute|give)(?: now| today| here)?\W*"
)

_MORE_LABEL = (
    r"(?:read (?:more|also|next|this)|more (?:on|about|from) (?:this|the story)|more on this(?: story)?|see"
    r" also|also read|related(?: (?:stories|articles|content|links|reading|coverage|topics?))?|"
    r"recommended(?: (?:reading|stories|for you))?|you (?:may|might) (?:also )?(?:like|be interested in)"
    r"|don[’']t miss|further reading|editor[’']s picks?|most (?:read|popular|viewed)(?: in \w+)?|trending(?:"
    r" now)?|"
    r"watch|watch now|listen|more stories|top stories|up next|in case you missed it|"
    r"lesen sie (?:auch|mehr|hier)|mehr zum thema|mehr dazu|auch interessant|das könnte sie (?:auch"
    r" )?interessieren|lesetipp|siehe auch|meistgelesen|"
    r"(?:à )?lire aussi|voir aussi|sur le même sujet|à lire|les plus lus|pour aller plus loin|"
    r"lea también|lee también|leer más|te puede interesar|le puede interesar|también te puede interesar|ver"
    r" también|más información|noticias relacionadas|lo más leído|"
    r"leggi anche|leggi di più|potrebbe interessarti(?: anche)?|vedi anche|per approfondire|i più letti|"
    r"leia (?:também|mais)|ler (?:também|mais)|veja também|saiba mais|mais lidas|"
    r"lees (?:ook|meer|verder)|bekijk ook|zie ook|meer over dit onderwerp|meest gelezen)"
)
MORE_BARE = re.compile(rf"(?i)\W*{_MORE_LABEL}\s*[:|·–-]?\s*")
_MORE_LINKED = re.compile(
    rf"(?i)\W*(?:{_MORE_LABEL}|more|(?:also|more|next|elsewhere) (?:in|on|from) [\w’' ]{{2,30}})\s*(?::|\||»|>"
    rf"|→)\s*[^\s.!?][^.!?]{{0,160}}[.!?]?"
)
_PIECES = re.compile(r"[^\w·•|/]*(?:\w+(?: [\w'’.-]+){0,3}\s*[·•|]\s*){1,8}\w+(?: [\w'’.-]+){0,3}\W*")
_PIECE_ANCHOR = re.compile(
    r"(?i)\b(?:share|report an error|reprint|print|comments?|save|subscribe|newsletter|log in|sign in|sign up"
    r"|cookies?|copy link|permissions|feedback|teilen|drucken|partager|imprimer|compartir|condividi|stampa"
    r"|partilhar|delen|" + _NETWORK + r")\b"
)

_CAPITALS = r"(?-i:[A-ZÀ-Þ][\w.’'-]*(?:[ /,&|]+(?:(?:for|via|and|und|et) )?[A-ZÀ-Þ][\w.’'-]*){0,6})"
_CREDIT = re.compile(
    r"(?i)\W*(?:(?:file )?(?:photo(?:graph|graphy|s)?|images?|pictures?|credit|foto|bild(?:quelle)?|crédits?(?:"
    r" photo)?|crédito|fotografía|fotografia|imagem|imagen|immagine|beeld|illustration)"
    r"(?:\s?/[\w ]+)?\s?(?::|©|credit:?)\s*[^.!?]{1,80}"
    rf"|(?:photo(?:graph|graphy|s)?|images?|pictures?|foto|illustration)s? (?:by|von|de|di|door):? {_CAPITALS}"
    r"|[^.!?\s][^.!?]{0,60}/\s?(?:getty(?: images)?|afp|reuters|ap(?: photo)?|epa|dpa|pa(?: wire| media)?"
    r"|shutterstock|alamy|efe|ansa|lusa|anp)(?: via getty images| images)?|(?:getty images|shutterstock"
    r"|alamy))\W*",
)
_RIGHTS = (
    r"(?:all rights reserved|alle rechte (?:vorbehalten|voorbehouden)|tous droits réservés|(?:todos los"
    r"|reservados todos los) derechos(?: reservados)?|tutti i diritti (?:sono )?riservati|"
    r"riproduzione riservata|todos os direitos reservados)"
)
_COPYRIGHT = re.compile(
    rf"(?i)\W*(?:©|\(c\)\s*\d|copyright\s*(?=©|\(c\)|\d{{4}}|\W{{0,3}}{_RIGHTS}))(?:[^.!?]|\b(?:ltd|inc|co|corp"
    rf"|llc|s\.a|s\.p\.a)\.){{0,120}}"
    rf"(?:[.,]\s*{_RIGHTS})?\W*"
)
_RIGHTS_ALONE = re.compile(rf"(?i)\W*{_RIGHTS}\W*")

# Sentences that a page says of itself.
_PAGE_SAYS = re.compile(
    r"(?i)\W*(?:(?:sorry,? )?(?:we are |comments are )(?:no longer |not )?(?:currently )?(?:accepting"
    r" comments(?: on this article)?|closed)"
    r"|(?:view|show|read|see|load) (?:all |more )*\(?\d*\)?\s?comments?(?: ?\(\d+\))?|\d+ comments?|(?:leave"
    r"|post|add) a comment"
    r"|this (?:live ?blog|live page|article|blog) (?:has (?:now )?closed|is now closed|contains affiliate links"
    r"|was (?:amended|first published) [^.!?]{0,80})"
    r"|[^.!?]{0,60}\bwe may earn (?:a |an )?(?:small |affiliate )?commission[^.!?]{0,40}"
    r"|follow (?:us|@?\w+(?: \w+){0,2}) on "
    + _NETWORK
    + r"\b(?:[\s,:/&]+(?:and|or|on|@\w+|#\w+|"
    + _NETWORK
    + r")\b)*(?:\s+(?:for|to|and|at)\b[^.!?]{0,80})?|follow us(?: (?:for|here)\b[^.!?]{0,60})?"
    r"|(?:like|find|join|watch) us on " + _NETWORK + r"\b[^.!?]{0,80}"
    r"|(?:folgen sie uns|suivez-nous|síguenos|síganos|seguici|siga-nos|volg ons)\b[^.!?]{0,90}"
    r"|read (?:the )?(?:rest|full (?:story|article|report)|more)(?: [^.!?]{0,60})? (?:here|at \w+)"
    r"|click here (?:to|for) [^.!?]{0,80}|scroll (?:down|up) (?:for|to) [^.!?]{0,40}|story continues"
    r" below[^.!?]{0,30}|article continues[^.!?]{0,30}"
    r"|(?:this|reproduction)\b[^.!?]{0,60}\b(?:may not be (?:published|reproduced|copied)|without (?:written"
    r" )?permission is prohibited)\b[^.!?]{0,80}"
    r"|your browser does not support[^.!?]{0,60}|(?:sorry, )?your browser[^.!?]{0,60}|enable"
    r" javascript[^.!?]{0,60}|add us as a preferred source[^.!?]{0,30}"
    r"|(?:get|try|receive) (?:the|our|your) [^.!?:]{0,60}\bnewsletters?\b[^!?]{0,120}"
    r"|(?:do|did|are|were|have) you\b[^?]{1,100}\?(?: [^?]{1,100}\?)? (?:please )?"
    r"(?:e-?mail|contact|get in touch|write to)\b[^!?]{0,60}(?:@|\bus\b)[^!? ]{0,60}"
    r"|to view this content,? [^.!?]{0,80}|please click (?:below|here) [^.!?]{0,40}|(?:estimated )?(?:reading"
    r"|read|listening) time:? \d+ min\w*|\d+[ -]min(?:ute)?s? read|adverti[sz]e?ment(?: ?[-–—|:] ?[\w ]{1,40})"
    r"|abstract|full text|adverti[sz]e?ments?|sponsored(?: content)?|promoted|recommended|" + _SMALL_BUTTONS + r")\W*",
)

_HOLDER = re.compile(
    r"(?:©|\([cC]\)|Copyright)(?: ?©)?,? (?:\d{4}(?:[-–]\d{2,4})?,? )?(?P<who>The [A-Z][\w’'-]*(?: (?:of|and|&"
    r"|[A-Z][\w’'-]*)){0,5})"
)
_COMPANY = re.compile(
    r"\b(?:Ltd|Limited|Inc|LLC|GmbH|Group|Media|Corp|Company|Holdings|Publishing|Newspapers|Associated Press|Trust)\b",
)

LONGEST_LABEL = 200
"""Characters: what is longer is no label."""


def is_label(line: str) -> bool:
    """Whether a whole line is a label, a link, a credit, a copyright or sharing line."""
    if len(line) > LONGEST_LABEL:
        return False
    if BUTTON.fullmatch(line.strip(" .:|·•")):
        return True
    if _SHARING.fullmatch(line) or (
        _TOOLBAR.fullmatch(line) and _TOOLBAR_ANCHOR.search(line) and not _NETWORK_ALONE.fullmatch(line)
    ):
        return True
    if _PIECES.fullmatch(line) and _PIECE_ANCHOR.search(line):
        return True
    return bool(
        MORE_BARE.fullmatch(line)
        or _MORE_LINKED.fullmatch(line)
        or _CREDIT.fullmatch(line)
        or _RIGHTS_ALONE.fullmatch(line)
        or _CALL.fullmatch(line)
        or is_page_sentence(line),
    )


def is_page_sentence(sentence: str) -> bool:
    """Whether a sentence is one that a page says of itself, wherever it stands."""
    if len(sentence) > LONGEST_LABEL:
        return False
    return bool(
        _PAGE_SAYS.fullmatch(sentence) or _COPYRIGHT.fullmatch(sentence) or _RIGHTS_ALONE.fullmatch(sentence),
    )


def copyright_holder(text: str) -> str | None:
    """The paper that a copyright line names ("© 2026 The Northgate Courier"), unless that is a company or an agency."""
    found = _HOLDER.search(text)
    if not found or _COMPANY.search(found["who"]):
        return None
    return found["who"].strip()
