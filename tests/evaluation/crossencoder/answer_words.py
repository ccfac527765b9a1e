"""Where a sentence has the answer that somebody wrote down beside the question: *the Grand* is *Grand Hotel* there.

Whoever writes an answer seldom copies it. So of all stretches of the sentence the one is looked for that shares most
with it: the F1 of their tokens, as answers are scored since SQuAD (Rajpurkar et al. 2016, arXiv:1606.05250).
"""

from __future__ import annotations

from collections import Counter

from summariser.crossencoder.tokens import encoded

ALIKE = 0.6
"""F1 from which a stretch is the answer. An estimate: of what is found so, samples were read."""

_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve"
_SAME = {word: str(number) for number, word in enumerate(_NUMBERS.split())}
_SMALL = "the a an of in at on to for by from it is was were are some about around . , ; : ' \" ’ “ ” - –"
_NOTHING = frozenset(_SMALL.split())


def answer_words(answer: str, sentence: str) -> tuple[int, int] | None:
    """The first and the last token of the sentence's that give the answer; nothing where too little of it is there."""
    wanted = Counter(word for word in _tokens(answer) if word not in _NOTHING)
    tokens = _tokens(sentence)
    many = sum(wanted.values())
    best, found = ALIKE, None
    for first, token in enumerate(tokens):
        if token not in wanted:
            continue
        left, shared, long = wanted.copy(), 0, 0
        for last in range(first, min(len(tokens), first + 3 * many + 6)):
            word = tokens[last]
            long += word not in _NOTHING
            if left[word] > 0:
                left[word] -= 1
                shared += 1
                if (alike := 2 * shared / (long + many)) > best:
                    best, found = alike, (first, last)
    return found


def _tokens(text: str) -> list[str]:
    return [_SAME.get(token, token) for token in encoded(text.lower()).tokens]
