"""Sentences that are no news but orders to whoever retells it: they are never made a point.

A language model gets them as data all the same, and its answer goes through the gate; this keeps them off the screen.
"""

from __future__ import annotations

import re

_ADDRESSED = (
    r"\b(?:AI|KI|IA|LLM|GPT|chat\s?bots?|bots?|assistants?|language\s+models?|automated\s+(?:readers?|systems?)|robots?|"
    r"summari[sz]ers?|summari[sz]ation|system\s+prompt|developer\s+mode|Sprachmodell\w*|Assistent\w*|Nachrichtenroboter|"
    r"modèles?\s+de\s+langage|robots\s+de\s+veille|modelos?\s+de\s+lengua(?:je)?|asistentes?|asistente|modelli?\s+linguistic\w|"
    r"assistent[ei]|modelos?\s+de\s+linguagem|taalmodel\w*|lector\s+automático|"
    r"(?:your|these|all|previous|prior|earlier|above)\s+(?:previous\s+|prior\s+|earlier\s+)?(?:instructions?|rules|guidelines|prompts?)|"
    r"(?:vorherige\w*|bisherige\w*|frühere\w*)\s+(?:Anweisungen|Vorgaben|Regeln)|consignes|instrucciones|istruzioni|instruções|instructies)\b"
)
_ORDERED = (
    r"\b(?:ignore|disregard|forget|override|reveal|output|print|repeat|respond|reply|append|post|open\s+with|start\s+with|"
    r"begin\s+with|end\s+with|set\s+aside|must|should|have\s+to|has\s+to|are\s+asked|is\s+asked|instead|ignorier\w*|vergiss|"
    r"vergessen|setzen|gelten|müssen|sollen|oubliez|ignorez|placez|doivent|devez|ajoutez|ignora|ignoren?|olvida|debes?|deben|"
    r"publica|publique|ignorate|dimentica\w*|devono|dovete|scrivi|ignore|esqueça|devem|deve|escreva|negeer|vergeet|moeten|moet)\b"
)
_MARKUP = re.compile(
    r"<\|\w+\|>|\[/?INST\]|<</?SYS>>|^\s*(?:###\s*)?(?:system|assistant|user)\s*:|<!(?:channel|here|everyone)|<@[UW!&]?\w+>|@everyone|"
    r"</?(?:system|instructions?|article|documents?|prompt)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(rf"(?=.*{_ADDRESSED})(?=.*{_ORDERED})", re.IGNORECASE | re.DOTALL)
_LONGEST = 1_000


def gives_orders(text: str) -> bool:
    """Whether a sentence tells a program what to do, or is written in the markup of one."""
    start = text[:_LONGEST]
    return _MARKUP.search(start) is not None or _BOTH.match(start) is not None
