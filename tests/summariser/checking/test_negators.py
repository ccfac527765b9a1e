"""What denies, and what it denies."""

from __future__ import annotations

import pytest

from summariser.checking.direction import denials
from summariser.checking.negators import negative_of
from summariser.checking.reading import read


@pytest.mark.parametrize(
    ("text", "language", "denied", "free"),
    [
        ("The siren did not sound.", "en", "sound", "siren"),
        ("Nobody was hurt when the roof fell.", "en", "hurt", ""),
        ("She left without a word.", "en", "word", "left"),
        ("He denied the theft.", "en", "theft", ""),
        ("They failed to sign.", "en", "sign", ""),
        ("Asked whether the bridge was safe, she answered: “No.”", "en", "safe", ""),
        ("Not only the roof fell.", "en", "", "roof"),
        ("No more than ten came.", "en", "", "came"),
        ("Das Schiff fährt heute nicht.", "de", "fährt", ""),
        ("Il ne viendra pas demain.", "fr", "viendra", ""),
        ("No cerrará la piscina.", "es", "cerrará", ""),
        ("Non vendono la casa.", "it", "vendono", ""),
        ("Não fecham a ponte.", "pt", "fecham", ""),
        ("Hij treedt niet af.", "nl", "treedt", ""),
    ],
)
def test_a_negator_denies_what_stands_in_its_reach(text: str, language: str, denied: str, free: str) -> None:
    reading = read((text,), language)
    found = {reading.words[at].low for at in denials(reading)}
    assert not denied or denied in found
    assert not free or free not in found


def test_two_negators_deny_nothing() -> None:
    reading = read(("It is not unpaid work.",), "en")
    assert "unpaid" not in {reading.words[at].low for at in denials(reading)}


@pytest.mark.parametrize(
    ("word", "language", "base"),
    [
        ("unpaid", "en", "pay"),
        ("childless", "en", "child"),
        ("under", "en", None),
        ("united", "en", None),
        ("unsicher", "de", "sich"),
    ],
)
def test_a_prefix_denies_unless_it_is_none(word: str, language: str, base: str | None) -> None:
    assert negative_of(word, language) == base
