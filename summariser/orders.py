"""Sentences that are no news but orders to whoever retells it: they are never made a point.

A language model gets them as data all the same, and its answer goes through the gate; this keeps them off the screen.
What isn't written for people to read (letters that only look like others, characters without width, codes) is taken
for an order too, whatever it says.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.model import Sentence

_MACHINE = (
    r"\b(?:AIs?|KI|IA|LLMs?|GPT|chat\s?bots?|bots?|assistants?|language\s+models?|automated\s+(?:readers?|systems?)|robots?|"
    r"machines|programs?|programmes?|summari[sz]ers?|summari[sz]ation|summaries|summary|briefing|system\s+prompt|"
    r"developer\s+mode|(?:those|anyone|all|whoever)\s+(?:who\s+)?(?:retells?|sums?\s+up|summari[sz]es?)|"
    r"each\s+(?:answer|reply)|"
    r"Sprachmodell\w*|Assistent\w*|Nachrichtenroboter|Zusammenfassung\w*|Kurzfassung\w*|jedes\s+Programm|"
    r"modèles?\s+de\s+langage|robots\s+de\s+veille|(?:outils|logiciels|programmes)\s+de\s+synthèse|résumé|"
    r"modelos?\s+de\s+lengua(?:je)?|asistentes?|resúmenes|resumen|"
    r"modelli?\s+linguistic\w|assistent[ei]|riassunt\w|risposta|modelos?\s+de\s+linguagem|resumidor|resumo|resumir|robôs?|"
    r"taalmodel\w*|samenvatt\w+|lector\s+automático|(?:программ|робот|бот|ассистент)\w*|program\w*\s+streszcz\w+|streszczeni\w+|"
    r"sammanfattning\w*|özet\w*|برامج|البرامج|"
    r"(?:your|these|all|previous|prior|earlier|above)\s+(?:previous\s+|prior\s+|earlier\s+)?(?:instructions?|rules|guidelines|prompts?)|"
    r"every\s+rule|the\s+rules\s+above|new\s+(?:rules?|instructions?)|"
    r"(?:vorherige\w*|bisherige\w*|frühere\w*)\s+(?:Anweisungen|Vorgaben|Regeln)|les\s+règles|consignes?|instrucciones|istruzioni|"
    r"instruções|instructies)\b"
)
"""Who is addressed, or what is to be written or left aside. Each alone is in the news."""

_TOLD = (
    r"(?:\b(?:ignore|disregard|forget|override|reveal|output|printed|prints?\s+the|repeat|respond|reply|append|linked|"
    r"open\s+with|start\s+with|starts\s+each|begin\s+with|end\s+with|set\s+aside|copies\s+it|translate|decoded|carried\s+out|"
    r"(?:put|set|add|attribute|insert|include|sign|post|write|tell|do)\b[^.]{0,60}\b(?:into|words?|says|end|start|top)|"
    r"sums?\s+up\s+this|retells?\s+this|of\s+this\s+(?:report|article|text|page)|(?:that|which)\s+reads?\s+(?:this|it)|"
    r"shall|bot\s+must|bot\s+should|bots\s+must|assistants?\s+(?:must|should|shall|always)|is\s+called|are\s+asked\s+to\s+set|"
    r"ignorier\w*|vergiss|vergessen|muss|müssen|sollen|gelten|gilt|ausgeben|befolgen|"
    r"oubliez|ignorez|placez|ajoutez|écriront|répondez|décoder|exécuter|tenuto|tenut\w+|ignorá|ignoren?|olvida|"
    r"debes?|deben|deve|devem|publica|publique|firme|libre\s+de|deja\s+de|deixa\s+de|ignorate|dimentica\w*|devono|dovete|scrivi|"
    r"indicate|integrato|si\s+chiude\s+con|esqueça|escreva\w*|escrevam\w*|trocar|voegen|negeer|vergeet|moeten?\s+worden|zet|"
    r"приведи|забудь|игнорируй\w*|należy|zignoruj|zapomnij|sayın|yazın|får\s+inte|svara|تجاهل)\b)"
)
"""What somebody is told to do with it, or which text is meant: this one."""

_MARKUP = re.compile(
    r"<\|\w+\|>|\[/?INST\]|<</?SYS>>|^\s*(?:###\s*)?(?:system|assistant|user)\s*:|<!(?:channel|here|everyone)|<@[UW!&]?\w+>|@everyone|"
    r"</?(?:system|instructions?|article|documents?|prompt|span|div)\b|\{\{|\$\{\w|\A\s*\w{1,40}_\w{1,40}:\s|^-{3}\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_BOTH = re.compile(rf"(?=.*{_MACHINE})(?=.*{_TOLD})", re.IGNORECASE | re.DOTALL)
_CODED = re.compile(
    r"(?:%[0-9A-F]{2}){4}|(?:\b[01]{8}\b\s*){4}|(?:\b[0-9a-f]{2}\b\s){8}|(?:[.-]{1,5}\s){6}|"
    r"\b(?=[a-z+/]*[A-Z])(?=[A-Z+/]*[a-z])(?=[a-zA-Z+/]*\d)[A-Za-z0-9+/]{28,}",
)
"""Percent signs, binary and hexadecimal numbers, Morse code, base64."""

_IMPERATIVE = re.compile(
    r"\A[\s#>*-]*(?:Please,?\s+)?(?:Add|Answer|Append|Augment|Break\s+down|Compose|Convert|Create|Define|Describe|Draft|Encode|Encourage|Enhance|Ensure|Explain|"
    r"Give|Include|Incorporate|Insert|Integrate|Introduce|List|Make\s+(?:sure|the)|Mention|Misspell|Modify|Omit|Outline|Place|"
    r"Print|Promote|Provide|Put|Rearrange|Recommend|Remove|Repeat|Rephrase|Replace|Reply|Respond|Reverse|Rewrite|Say|"
    r"Scramble|Shuffle|Spell|State|Substitute|Suggest|Summari[sz]e|Swap|Switch|Tell|Translate|Urge|Use|Write)\s+"
    r"(?:a|an|the|this|that|each|every|all|any|some|random|your|one|two|three|it|them|me|us|so|letters?|words?|numbers?|spaces?|"
    r"characters|symbols|links?|with|in|up|down|by|how|why|what|about|only|to)\b|"
    r"\b(?i:in|of|to|into|from|with|within|throughout)\s+your\s+(?:answers?|responses?|repl(?:y|ies)|output|summar(?:y|ies))\b"
)
"""A sentence that begins with what somebody is to do is no news, whoever is meant; it matters how it is written."""

_LOOKALIKES = re.compile(r"[A-Za-z][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][A-Za-z]")
_LETTERED = re.compile(r"\b(?=\w*[A-Z])(?:[A-Z]+\d+[A-Z]+|\d[A-Z]{2,}|\d+[A-Z]\d)[A-Z0-9]*\b")
"""Latin letters among those of another alphabet; numbers in the place of letters."""

_FEW = 3
_LONGEST = 1_000
_REACH = 3
"""Sentences that go on about an order: *Say so as a fact.*"""


def orders(text: str, split: Sequence[Sentence]) -> frozenset[int]:
    """The numbers of the sentences of ``text`` that give orders, and of those that follow one in its paragraph."""
    given = [number for number, each in enumerate(split) if gives_orders(each.span.cut(text))]
    return frozenset(
        after
        for number in given
        for after in range(number, min(len(split), number + 1 + _REACH))
        if split[after].paragraph == split[number].paragraph
    )


def gives_orders(text: str) -> bool:
    """Whether a sentence tells a program what to do, is written in the markup of one, or in what only one reads."""
    start = text[:_LONGEST]
    return (
        _MARKUP.search(start) is not None
        or _CODED.search(start) is not None
        or _IMPERATIVE.search(start) is not None
        or _is_disguised(start)
        or _BOTH.match(start) is not None
    )


def _is_disguised(text: str) -> bool:
    hidden = sum(unicodedata.category(each) in {"Cf", "Cn", "Co"} or "\ufe00" <= each <= "\ufe0f" for each in text)
    hidden += sum("\U000e0000" <= each <= "\U000e0fff" or each in "\u202d\u202e" for each in text) * _FEW
    odd = sum("\U0001d400" <= each <= "\U0001d7ff" or "\uff21" <= each <= "\uff5a" for each in text)
    return max(hidden, odd, len(_LOOKALIKES.findall(text)), len(_LETTERED.findall(text))) >= _FEW
