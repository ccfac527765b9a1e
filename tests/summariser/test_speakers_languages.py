"""Speakers in German, French, Spanish, Italian, Portuguese and Dutch: the same behaviour in each language's own way."""

from __future__ import annotations

import pytest

from summariser.model import Article, Quote, Speaker
from summariser.speakers import attribute


def quotes(language: str, text: str) -> tuple[Quote, ...]:
    """The quotes of a text in ``language``."""
    return attribute(Article(text, language=language))


def names(language: str, text: str) -> list[str | None]:
    """Who says each of its quotations."""
    return [quote.speaker.name if quote.speaker else None for quote in quotes(language, text)]


ATTRIBUTIONS = {
    "de: sagte X": ("de", "„Die Boote sind alt“, sagte Ivo Tarn."),
    "de: X sagte": ("de", "Ivo Tarn sagte: „Die Boote sind alt.“"),
    "de: so X": ("de", "„Die Boote sind alt“, so Ivo Tarn."),
    "de: laut X": ("de", "Laut Ivo Tarn sind die Boote „viel zu alt zum Fahren“."),
    "de: inward guillemets": ("de", "»Die Boote sind alt«, sagte Ivo Tarn."),
    "de: other verb, other half": ("de", "„Die Boote sind alt“, fügte Ivo Tarn hinzu."),
    "de: talked about": ("de", "„Karin Holt hat versagt“, sagte Ivo Tarn."),
    "de: told somebody": ("de", "„Die Boote sind alt“, sagte Ivo Tarn dem Sender."),
    "fr: a déclaré X": ("fr", "« Les bateaux sont vieux », a déclaré Ivo Tarn."),
    "fr: X a répondu": ("fr", "Ivo Tarn a répondu : « Les bateaux sont vieux. »"),
    "fr: présent": ("fr", "« Les bateaux sont vieux », affirme Ivo Tarn."),
    "fr: selon X": ("fr", "Selon Ivo Tarn, les bateaux sont « bien trop vieux pour partir »."),
    "fr: talked about": ("fr", "« Hélène Maret a échoué », a dit Ivo Tarn."),
    "es: dijo X": ("es", "«Los barcos son viejos», dijo Ivo Tarn."),
    "es: X respondió": ("es", "Ivo Tarn respondió: “Los barcos son viejos”."),
    "es: ha dicho X": ("es", "“Los barcos son viejos”, ha dicho Ivo Tarn."),
    "es: según X": ("es", "Según Ivo Tarn, los barcos son “demasiado viejos para salir”."),
    "es: talked about": ("es", "“Elena Robles ha fracasado”, afirmó Ivo Tarn."),
    "it: ha detto X": ("it", "«Le barche sono vecchie», ha detto Ivo Tarn."),
    "it: X ha risposto": ("it", "Ivo Tarn ha risposto: «Le barche sono vecchie»."),
    "it: spiega X": ("it", "“Le barche sono vecchie”, spiega Ivo Tarn."),
    "it: secondo X": ("it", "Secondo Ivo Tarn, le barche sono «troppo vecchie per partire»."),
    "it: talked about": ("it", "«Elena Conti ha fallito», ha detto Ivo Tarn."),
    "pt: disse X": ("pt", "“Os barcos são velhos”, disse Ivo Tarn."),
    "pt: X respondeu": ("pt", "Ivo Tarn respondeu: “Os barcos são velhos.”"),
    "pt: guillemets": ("pt", "«Os barcos são velhos», afirma Ivo Tarn."),
    "pt: segundo X": ("pt", "Segundo Ivo Tarn, os barcos são “demasiado velhos para sair”."),
    "pt: talked about": ("pt", "“Helena Prado falhou”, afirmou Ivo Tarn."),
    "nl: zei X": ("nl", "“De boten zijn oud”, zei Ivo Tarn."),
    "nl: X zei": ("nl", "Ivo Tarn zei: “De boten zijn oud.”"),
    "nl: aldus X": ("nl", "‘De boten zijn oud’, aldus Ivo Tarn."),
    "nl: volgens X": ("nl", "Volgens Ivo Tarn zijn de boten ‘veel te oud om te varen’."),
    "nl: talked about": ("nl", "“Anna de Wit heeft gefaald”, zei Ivo Tarn."),
}


@pytest.mark.parametrize(("language", "text"), ATTRIBUTIONS.values(), ids=ATTRIBUTIONS)
def test_the_attribution_names_the_speaker(language: str, text: str) -> None:
    """Inverted or straight, before or behind; the person talked about is not the speaker, and the name is sure."""
    (quote,) = quotes(language, text)
    assert quote.speaker == Speaker("Ivo Tarn")
    assert [span.cut(text) for span in quote.evidence] == ["Ivo Tarn"]
    assert quote.credited


SPLIT = {
    "de": "„Die Boote“, sagte Ivo Tarn, „sind alt.“",
    "fr": "« Les bateaux », a dit Ivo Tarn, « sont vieux et lents. »",
    "es": "“Los barcos”, dijo Ivo Tarn, “son viejos y lentos”.",
    "it": "«Le barche», ha detto Ivo Tarn, «sono vecchie e lente».",
    "pt": "“Os barcos”, disse Ivo Tarn, “são velhos e lentos.”",
    "nl": "“De boten”, zei Ivo Tarn, “zijn oud en traag.”",
}


@pytest.mark.parametrize(("language", "text"), SPLIT.items(), ids=SPLIT)
def test_a_quotation_split_by_its_attribution_has_one_speaker(language: str, text: str) -> None:
    """Both halves are the speaker's own sentence."""
    assert names(language, text) == ["Ivo Tarn", "Ivo Tarn"]
    assert [quote.kind for quote in quotes(language, text)] == ["direct", "direct"]


PRONOUNS = {
    "de: sagte sie": ("de", "Die Bürgermeisterin Karin Holt kam.\n\n„Die Boote sind alt“, sagte sie.", "Karin Holt"),
    "de: sagte er": ("de", "Thomas Brandt kam.\n\n„Die Boote sind alt“, sagte er.", "Thomas Brandt"),
    "de: er sagte": ("de", "Thomas Brandt kam mit Karin Holt.\n\nEr sagte: „Die Boote sind alt.“", "Thomas Brandt"),
    "fr: a-t-elle": ("fr", "Hélène Maret est venue.\n\n« Les bateaux sont vieux », a-t-elle dit.", "Hélène Maret"),
    "fr: dit-il": ("fr", "Robert Maret est venu.\n\n« Les bateaux sont vieux », dit-il.", "Robert Maret"),
    "fr: elle a dit": ("fr", "Hélène Maret est venue.\n\nElle a dit : « C’est assez. »", "Hélène Maret"),
    "es: dijo ella": ("es", "La ministra Elena Robles llegó.\n\n“Los barcos son viejos”, dijo ella.", "Elena Robles"),
    "es: él dijo": ("es", "Pedro Robles llegó.\n\nÉl dijo: “Los barcos son viejos”.", "Pedro Robles"),
    "it: ha detto lei": (
        "it",
        "La ministra Elena Conti è qui.\n\n«Le barche sono vecchie», ha detto lei.",
        "Elena Conti",
    ),
    "pt: disse ela": ("pt", "A ministra Helena Prado chegou.\n\n“Os barcos são velhos”, disse ela.", "Helena Prado"),
    "nl: zei ze": ("nl", "Burgemeester Anna de Wit kwam.\n\n“De boten zijn oud”, zei ze.", "Anna de Wit"),
    "nl: zei hij": ("nl", "Jan de Wit kwam met Anna Visser.\n\n“De boten zijn oud”, zei hij.", "Jan de Wit"),
}


@pytest.mark.parametrize(("language", "text", "expected"), PRONOUNS.values(), ids=PRONOUNS)
def test_a_pronoun_means_the_person_before(language: str, text: str, expected: str) -> None:
    """Of the right gender, with the pronoun and the name as evidence."""
    (quote,) = quotes(language, text)
    assert quote.speaker
    assert quote.speaker.name == expected
    assert len(quote.evidence) == 2


ROLES = {
    "de: die Ministerin X": (
        "de",
        "„Die Boote in Porth sind alt“, sagte die Ministerin Karin Holt.",
        Speaker("Karin Holt", "Ministerin"),
    ),
    "de: X, die Bürgermeisterin": (
        "de",
        "„Wir gehen jetzt“, sagte Karin Holt, die Bürgermeisterin von Porth.",
        Speaker("Karin Holt", "Bürgermeisterin von Porth"),
    ),
    "fr: le maire, X": (
        "fr",
        "« Les bateaux sont vieux », déclare le maire, Ivo Tarn.",
        Speaker("Ivo Tarn", "maire"),
    ),
    "fr: X, présidente": (
        "fr",
        "« Nous partons », assure Hélène Maret, présidente du port.",
        Speaker("Hélène Maret", "présidente du port"),
    ),
    "fr: M. X": ("fr", "« Nous partons », a dit M. Maret.", Speaker("Maret")),
    "es: el alcalde, X": (
        "es",
        "“Los barcos son viejos”, explicó el alcalde, Ivo Tarn.",
        Speaker("Ivo Tarn", "alcalde"),
    ),
    "it: il sindaco X": ("it", "«Le barche sono vecchie», spiega il sindaco Ivo Tarn.", Speaker("Ivo Tarn", "sindaco")),
    "pt: o presidente da câmara, X": (
        "pt",
        "“Os barcos são velhos”, afirmou o presidente da câmara, Ivo Tarn.",
        Speaker("Ivo Tarn", "presidente da câmara"),
    ),
    "nl: burgemeester X": (
        "nl",
        "“De boten zijn oud”, zei burgemeester Anna de Wit.",
        Speaker("Anna de Wit", "burgemeester"),
    ),
}


@pytest.mark.parametrize(("language", "text", "speaker"), ROLES.values(), ids=ROLES)
def test_a_role_is_given_with_the_name(language: str, text: str, speaker: Speaker) -> None:
    """In the article's words, without the article and without forms of address."""
    (quote,) = quotes(language, text)
    assert quote.speaker == speaker


DESCRIPTIONS = {
    "de: die Bürgermeisterin": ("de", "„Wir gehen jetzt“, so die Bürgermeisterin.", "die Bürgermeisterin"),
    "es: un portavoz": ("es", "“Los barcos son viejos”, aseguró un portavoz del puerto.", "un portavoz del puerto"),
    "it: un portavoce": ("it", "«Le barche sono vecchie», dice un portavoce del porto.", "un portavoce del porto"),
    "pt: uma porta-voz": ("pt", "“Os barcos são velhos”, diz uma porta-voz do porto.", "uma porta-voz do porto"),
    "nl: de havenmeester": ("nl", "‘De boten zijn oud’, aldus de havenmeester.", "de havenmeester"),
}


@pytest.mark.parametrize(("language", "text", "expected"), DESCRIPTIONS.values(), ids=DESCRIPTIONS)
def test_somebody_without_a_name_stays_a_description(language: str, text: str, expected: str) -> None:
    """In the article's words."""
    assert names(language, text) == [expected]


LEFT_OUT = {
    "es": "“Nos vamos”, dijo Ivo Tarn.\n\n“Los barcos son viejos”, añadió.",
    "it": "«Andiamo», ha detto Ivo Tarn.\n\n«Le barche sono vecchie», ha aggiunto.",
    "pt": "“Vamos”, disse Ivo Tarn.\n\n“Os barcos são velhos”, acrescentou.",
}


@pytest.mark.parametrize(("language", "text"), LEFT_OUT.items(), ids=LEFT_OUT)
def test_where_the_subject_is_left_out_the_last_speaker_is_the_guess(language: str, text: str) -> None:
    """Added, says who?"""
    assert names(language, text) == ["Ivo Tarn", "Ivo Tarn"]


@pytest.mark.parametrize(
    "text",
    [
        "Robert Maret est venu. « Oui, a-t-il dit, nous partons demain. »",
        "Robert Maret est venu. « Nous partons, dit-il. Les bateaux sont vieux. »",
        "Robert Maret est venu. « Partir ? s’est-il emporté, jamais de la vie. »",
    ],
)
def test_french_reporters_speak_inside_the_marks(text: str) -> None:
    """The quotation is given whole, as the article has it, and is the speaker's that its incise points to."""
    (quote,) = quotes("fr", text)
    assert quote.speaker
    assert quote.speaker.name == "Robert Maret"
    assert quote.text in text
    assert quote.credited


def test_spanish_reporters_speak_between_dashes_inside_the_marks() -> None:
    """The dashes set their words apart."""
    text = "Habló la alcaldesa. «Nos vamos —dijo Ivo Tarn—, los barcos son viejos»."
    assert names("es", text) == ["Ivo Tarn"]


GERMAN_GENDERS = [
    "„Die Boote in Porth sind viel zu alt“, sagte der Minister.",
    "„Die Boote in Porth sind viel zu alt“, so der Minister.",
]


@pytest.mark.parametrize("text", GERMAN_GENDERS)
def test_a_german_man_with_an_article_may_speak(text: str) -> None:
    """As die Ministerin may."""
    assert names("de", text) == ["der Minister"]


@pytest.mark.parametrize("role", ["Minister", "Bürgermeister", "Kapitän"])
def test_a_german_man_with_an_article_may_have_a_role_and_a_name(role: str) -> None:
    """As die Ministerin Karin Holt does."""
    text = f"„Die Boote in Porth sind viel zu alt“, sagte der {role} Ivo Tarn."
    assert [quote.speaker for quote in quotes("de", text)] == [Speaker("Ivo Tarn", role)]


def test_a_german_woman_without_a_name_who_was_heard_since_is_the_one_that_is_meant() -> None:
    text = "„Ich bin müde“, sagt Anna Berg.\n\nEine Vermieterin hat elf Absagen bekommen. „Alle fragen“, erzählt sie."
    _, quote = attribute(Article(text, language="de"))
    assert quote.speaker == Speaker("Eine Vermieterin")


def test_a_short_german_sentence_is_no_title() -> None:
    """Its nouns have capitals, and its verb has none."""
    assert [quote.text for quote in quotes("de", "„Die Boote sind alt“: Das stand am Tor.")] == ["Die Boote sind alt"]


def test_two_german_names_joined_by_and_have_a_role_each() -> None:
    """Nobody is a minister and somebody else."""
    text = "Ministerin Karin Holt und Kapitän Thomas Brandt kamen.\n\n„Die Boote sind alt“, sagte er."
    assert [quote.speaker for quote in quotes("de", text)] == [Speaker("Thomas Brandt", "Kapitän")]


def test_the_german_so_is_no_part_of_the_role() -> None:
    """So Ministerin Karin Holt."""
    text = "„Die Boote in Porth sind viel zu alt“, so Ministerin Karin Holt."
    assert [quote.speaker for quote in quotes("de", text)] == [Speaker("Karin Holt", "Ministerin")]


def test_the_german_form_of_address_is_no_role() -> None:
    """Frau Holt is Holt."""
    assert [quote.speaker for quote in quotes("de", "„Wir gehen jetzt“, sagte Frau Holt.")] == [Speaker("Holt")]


def test_a_german_role_behind_the_name_needs_no_article() -> None:
    """Ivo Tarn, Sprecher der Reederei."""
    text = "„Die Boote in Porth sind viel zu alt“, erklärte Ivo Tarn, Sprecher der Reederei."
    assert [quote.speaker for quote in quotes("de", text)] == [Speaker("Ivo Tarn", "Sprecher der Reederei")]


def test_nach_angaben_von_names_the_source() -> None:
    """According to."""
    assert names("de", "Nach Angaben von Ivo Tarn sind die Boote „viel zu alt zum Fahren“.") == ["Ivo Tarn"]


def test_the_german_listener_is_no_part_of_the_name() -> None:
    """Whom somebody told it, in the dative."""
    assert names("de", "„Die Boote sind alt“, sagte Karin Holt der Zeitung.") == ["Karin Holt"]


@pytest.mark.parametrize("source", ["D’après", "D'après"])
def test_the_french_d_apres_names_the_source(source: str) -> None:
    """As selon does."""
    assert names("fr", f"{source} Ivo Tarn, les bateaux sont « bien trop vieux pour partir ».") == ["Ivo Tarn"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„Die Boote sind alt“, teilte ein Sprecher der Reederei mit.", "ein Sprecher der Reederei"),
        ("„Die Boote sind alt“, sagte der Sprecher des Hafens.", "der Sprecher des Hafens"),
        pytest.param(
            "„Die Boote sind alt“, sagte ein Fischer.",
            "ein Fischer",
        ),
    ],
)
def test_a_german_description_is_given_whole(text: str, expected: str) -> None:
    """With its article and with whom it speaks for, as in the other languages."""
    assert names("de", text) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "« Les bateaux sont vieux », affirme une porte-parole de la région.", "une porte-parole de la région"),
        ("nl", "“De boten zijn oud”, zegt een woordvoerder van de haven.", "een woordvoerder van de haven"),
    ],
)
def test_a_description_keeps_whom_it_speaks_for(language: str, text: str, expected: str) -> None:
    """As un portavoz del puerto does."""
    assert names(language, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "« Les bateaux, dit Ivo Tarn, sont vieux et lents. »",
        "« Les bateaux sont vieux, a expliqué Ivo Tarn. Nous en voulons d’autres. »",
    ],
)
def test_french_reporters_name_the_speaker_inside_the_marks(text: str) -> None:
    """With a name as with a pronoun."""
    assert names("fr", text) == ["Ivo Tarn"]


def test_where_the_subject_is_left_out_the_verb_is_no_speaker() -> None:
    """Dijo que: who spoke last is the guess."""
    text = "“Nos vamos”, dijo Ivo Tarn.\n\nDijo que los barcos son “demasiado viejos para salir”."
    assert names("es", text) == ["Ivo Tarn", "Ivo Tarn"]
