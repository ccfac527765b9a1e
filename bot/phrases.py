"""How people word what they want of a thread's articles, in the languages we brief in, as patterns.

Each is matched against one short line with single spaces, straight apostrophes and commas.
"""

from __future__ import annotations

import re

from bot.tongues import NAMES

_PLEASE = (
    r"please|pls|plz|bitte|svp|stp|s'il (?:vous|te) pla[iî]t|por favor|per favore|se faz favor|alsjeblieft|alstublieft"
)
_IT = r"me|us|it|this|that|them|the (?:briefing|article|story|summary|text)"
_POLITE = (
    rf"(?:(?:{_PLEASE}|hey|ok|okay|and|now|so|just)[ ,]+|"
    r"(?:can|could|may) (?:you|i|we) |(?:would|will) you |do you have |have you got |got |(?:are|is) there |"
    rf"(?:give|show|send|tell|get|list|post|have|see|make|share|do|write) (?:(?:{_IT}) )*|"
    r"i(?: want|'d like| would like| need) (?:to (?:have|see) )?|let(?:'s| me| us) (?:have|see) |"
    r"(?:what|where)(?:'s|s| is| are) )*"
)
_END = (
    rf"(?:[ ,.!]*\b(?:{_PLEASE}|thanks|thank you|danke|merci|gracias|grazie|obrigad[oa]|version|one|"
    r"(?:of|in|for|from) (?:it|this|that|(?:the|this|that) (?:article|story|text|piece|briefing))|"
    r"it|this|that))*[ .!?]*\Z"
)


def _asking_for(core: str) -> re.Pattern[str]:
    """``core`` alone, or politely."""
    return re.compile(rf"\A{_POLITE}(?:{core}){_END}", re.IGNORECASE)


_ALL = (
    r"all|every|any|more|other|full|some|those|these|direct|key|of|the|alle|sämtliche|weitere|die|toutes|les|todas|las|"
    r"as|tutte|le|de"
)
_QUOTED = r"quotes?|quotations?|zitate|citations|citas|citazioni|citações|citaten"
_OF = r"by|from|of|von|de|du|di|da|do|van"
_NAMED = r"(?:[^?!.]|(?<=\b\w)\.|(?<=\b(?:dr|mr|ms|st|lt))\.|(?<=\b(?:mrs|rev|gen|sen))\.|(?<=\bprof)\.)"
"""A letter of somebody's name; a full stop only where it shortens a title or a first name."""

QUOTES = (
    _asking_for(rf"(?:(?:{_ALL}) )*(?:{_QUOTED})(?: (?:{_OF}) (?P<who>{_NAMED}{{2,50}}?))?"),
    _asking_for(
        rf"(?:all|every|more) (?:(?:{_ALL}) )*(?P<who>{_NAMED}{{0,50}}?)(?:'s|(?<=s)')? ?\b(?:{_QUOTED}|words)"
    ),
    _asking_for(rf"(?:all|every|more) (?:(?:{_ALL}) )*words (?:{_OF}) (?P<who>{_NAMED}{{2,50}}?)"),
    _asking_for(rf"(?P<who>his|her|their) (?:{_QUOTED})"),
    _asking_for(
        r"(?!(?:i|we|you|they|love|loved|like|liked|nice|great|good|not|no|who|why|how|where|did|does|is|are|was)\b)"
        r"(?!\w+ing\b)(?!(?:that|it|there|here|what|who|let|today)'s )"
        rf"(?P<who>(?:[^\W\d_][\w.-]* ){{0,3}}?[^\W\d_][\w.-]*)(?:'s|(?<=s)') (?:{_QUOTED})"
    ),
)
"""Quotations; ``who`` is whose, where that is said."""

NOBODY = frozenset({
    "", "it", "this", "that", "them", "here", "the article", "this article", "that article", "the articles",
    "these articles", "the story", "this story", "the stories", "the text", "this text", "the piece", "everyone",
    "everybody", "all", "the briefing",
})  # fmt: skip
"""What may stand where somebody's name would, and means no one person."""

_MORE = r"mehr|plus de|más|più|mais|meer"
LONGER = _asking_for(
    r"(?:a )?(?:(?:little )?bit |little )?longer|(?:some )?more (?:details?|points)|more|länger|ausführlicher|"
    rf"plus long(?:ue)?|más larg[oa]|più lung[oa]|mais long[oa]|langer|uitgebreider|"
    rf"(?:{_MORE}) (?:details|détails|detalles|dettagli|detalhes)"
)
SHORTER = _asking_for(
    r"(?:a )?(?:(?:little )?bit |little )?(?:shorter|briefer)|(?:a )?tl;?dr|in one (?:line|sentence)|"
    r"(?:(?:a|the) )?(?:short )?summary|summari[sz]e|sum (?:it|this|that) up|kürzer|(?:eine )?zusammenfassung|"
    r"plus court(?:e)?|(?:un )?résumé|más cort[oa]|(?:un )?resumen|più (?:cort[oa]|breve)|(?:un )?riassunto|"
    r"mais curt[oa]|(?:um )?resumo|korter|(?:een )?samenvatting"
)
LINK = _asking_for(
    r"(?:(?:the|a|any) )?(?:links?|urls?|sources?|address|original(?: article)?)"
    r"(?: (?:to|for|of) (?:the |this )?(?:article|story|it|this))?|"
    r"(?:der|den|le|el|il|o|de|um|un|een) (?:link|lien|enlace)|lien|enlace|(?:die )?quelle|(?:la )?(?:fuente|fonte)|"
    r"(?:de )?bron"
)

_THIS = r"(?:this|that|it|these|(?:this|that|the) (?:story|article|one|news|piece)|story \d+|number \d+)"
_OURS = r"(?: (?:my|our|the|this|today's|this morning's|morning|daily|evening|news))* (?:digest|briefing|feed|list)"
WHY = re.compile(
    rf"\A(?:and |so )?why (?:(?:is|was|are|were) {_THIS}(?: story)?(?: (?:here|included|shown|posted))?"
    rf"(?: (?:here|(?:part of|included in|in|on){_OURS}))?"
    rf"|(?:did|do|am|are) (?:i|we) (?:get|getting|see|seeing|shown|have) {_THIS}(?: (?:here|in{_OURS}))?){_END}",
    re.IGNORECASE,
)

_TIME = (
    r"then|yesterday|today|noon|earlier|(?:this|last) \w+|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:i|we|you) [\w ]+|(?:the|your) (?:briefing|digest)|\d{1,2}(?::\d\d)? ?(?:am|pm|o'clock)?"
)
NEWS = re.compile(
    r"\A(?:and |so )?(?:(?:what(?:'s|s| is| has been)?|anything|(?:is|are) there (?:anything|any)|has anything|any) "
    r"(?:new|changed|news|updates?)|what (?:has )?changed|updates?)"
    rf"(?: (?:here|there|today|now|on (?:this|it)|in (?:it|this)|since (?:{_TIME})))*[ .!?]*\Z",
    re.IGNORECASE,
)

_OUR_WORK = (
    r"(?:this|that|it|these|they|(?:the|these|this|your) (?:briefing|quotes?|quotations?|points?|summary|facts))"
)
CHECKED = re.compile(
    rf"\A(?:and )?(?:(?:how )?(?:was|were|is|are|did you|do you|has|have)(?: {_OUR_WORK})?(?: been)? "
    rf"(?:fact[- ])?(?:checked|check|verif(?:y|ied))(?: {_OUR_WORK})?|who (?:has )?(?:checked|verified) {_OUR_WORK})"
    rf"{_END}",
    re.IGNORECASE,
)


def _in_language(names: str) -> re.Pattern[str]:
    """With a word like *in* before its name; alone, *German* asks for a briefing only with a word like *please*."""
    into = (
        r"(?:translat\w+ |übersetz\w+ |traduis |traduce |traduci )?(?:(?:it|this|that|the \w+) )?"
        r"(?:in(?:to)?|to|auf|ins|en|em|in het)"
    )
    return re.compile(
        rf"\A{_POLITE}(?:{into} (?:the )?(?:{names})\b{_END}"
        rf"|(?:(?:a|the) )?(?:{names})(?: (?:version|translation))?[ ,]+(?:{_PLEASE})[ .!?]*\Z"
        rf"|(?:(?:a|the) )?(?:{names}) (?:version|translation)[ .!?]*\Z)",
        re.IGNORECASE,
    )


IN_LANGUAGE = {code: _in_language(names) for code, names in NAMES.items()}
"""By the code of the language (ISO 639-1)."""

STORY = re.compile(
    r"[ ,.:!?]+(?:(?:of|for|from|about|in) )?(?:(?:the )?(?:story|number|article|no\.?) |#)?"
    r"(?P<number>[1-9]\d?)[ .!?]*\Z",
    re.IGNORECASE,
)
"""The number of a story, behind what is wanted of it."""
