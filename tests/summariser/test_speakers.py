"""Speakers: who says each quotation, the words that say so, and how sure that is."""

from __future__ import annotations

import pytest

from summariser.model import Article, Quote, Speaker
from summariser.reading import read_text
from summariser.speakers import CREDITED, attribute


def quotes(text: str) -> tuple[Quote, ...]:
    """The quotes of an English text."""
    return attribute(Article(text, language="en"))


def named(quote: Quote) -> str | None:
    """The name of its best guess, credited or not."""
    return quote.speaker.name if quote.speaker else None


def names(text: str) -> list[str | None]:
    """Who says each quotation of an English text."""
    return [named(quote) for quote in quotes(text)]


def pointers(quote: Quote) -> list[str]:
    """The words that are its evidence."""
    return [span.cut(quote.article.text) for span in quote.evidence]


# ---------------------------------------------------------------------------------------------- the attribution

ATTRIBUTIONS = {
    "said X": "“The boats are old,” said Ivo Tarn.",
    "X said": "“The boats are old,” Ivo Tarn said.",
    "X said before, with a comma": "Ivo Tarn said, “The boats are old.”",
    "X said before, with a colon": "Ivo Tarn said: “The boats are old.”",
    "X said that": "Ivo Tarn said that “the boats are far too old” to sail.",
    "X told Y": "“The boats are old,” Ivo Tarn told Mara Quill.",
    "X told Y before": "Ivo Tarn told Mara Quill: “The boats are old.”",
    "X told reporters": "Ivo Tarn told reporters on Monday: “The boats are old.”",
    "according to X": "The boats are “far too old to sail”, according to Ivo Tarn.",
    "according to X before": "According to Ivo Tarn, “the boats are far too old”.",
    "X, the role, said": "“The boats are old,” Ivo Tarn, the harbour master, said.",
    "said X, the role": "“The boats are old,” said Ivo Tarn, the harbour master.",
    "X, who did something, said": "“The boats are old,” said Ivo Tarn, who owns two of them.",
    "X, who did something, said before": "Ivo Tarn, who owns two of them, said: “The boats are old.”",
    "another verb": "“The boats are old,” Ivo Tarn warned.",
    "a verb of two words": "“The boats are old,” Ivo Tarn pointed out.",
    "an adverb": "“The boats are old,” Ivo Tarn said angrily.",
    "an adverb before": "“The boats are old,” Ivo Tarn repeatedly said.",
    "an auxiliary": "“The boats are old,” Ivo Tarn had said.",
    "the day between": "“The boats are old,” Ivo Tarn on Monday told the harbour board.",
    "said in a letter": "“The boats are old,” Ivo Tarn said in a letter to the harbour board.",
    "a participle": "Ivo Tarn left the hall, saying: “The boats are old.”",
    "a participle, some words": "Ivo Tarn resigned on Monday, saying the boats were “far too old to sail”.",
    "a question": "“Are the boats old?” asked Ivo Tarn.",
    "a cry": "“The boats are old!” Ivo Tarn shouted.",
    "a dash": "“The boats are old” – Ivo Tarn",
    "a signature with a comma": "“The boats are old.” — Ivo Tarn, harbour master",
    "a label": "Ivo Tarn: “The boats are old.”",
    "as X put it": "The boats are “far too old to sail”, as Ivo Tarn put it.",
    "in X's words": "In Ivo Tarn’s words, “the boats are far too old”.",
    "the passive": "The fleet was described by Ivo Tarn as “far too old to sail”.",
    "call": "Ivo Tarn called the fleet “far too old to sail”.",
    "a middle initial": "“The boats are old,” said Ivo B. Tarn.",
    "a hyphened name": "“The boats are old,” said Ivo Tarn-Hale.",
    "a dateline": "PORTH MAWR, Wales — “The boats are old,” Ivo Tarn said.",
    "straight marks": '"The boats are old," said Ivo Tarn.',
    "single marks": "‘The boats are old,’ said Ivo Tarn.",
    "tokenised": '" The boats are old , " said Ivo Tarn .',
}


@pytest.mark.parametrize("text", ATTRIBUTIONS.values(), ids=ATTRIBUTIONS)
def test_the_attribution_names_the_speaker(text: str) -> None:
    """Whoever the verb of saying, the source, the label or the signature belongs to."""
    (quote,) = quotes(text)
    assert named(quote) in ("Ivo Tarn", "Ivo B. Tarn", "Ivo Tarn-Hale")
    assert any("Tarn" in words for words in pointers(quote))


def test_a_paragraph_that_ends_in_a_colon_names_the_speaker_of_the_next() -> None:
    """The quotation stands alone in the next paragraph."""
    text = "Mara Quill left early.\n\nIvo Tarn went on:\n\n“The boats are old and the nets are torn.”"
    assert names(text) == ["Ivo Tarn"]


def test_the_speaker_goes_on_within_the_paragraph() -> None:
    """A second quotation without a verb of saying is the first one's speaker's."""
    text = "“The boats are old,” Ivo Tarn said. “The nets are torn, and nobody mends them.”"
    assert names(text) == ["Ivo Tarn", "Ivo Tarn"]
    assert all(quote.credited for quote in quotes(text))


def test_the_next_attribution_of_the_paragraph_speaks_for_what_stands_before_it() -> None:
    """Where nothing before it does."""
    text = "“The boats are old.” It rained. “They must go,” Mara Quill said."
    assert names(text) == ["Mara Quill", "Mara Quill"]
    assert all(quote.credited for quote in quotes(text))


def test_who_is_heard_without_a_quotation_has_the_next_one() -> None:
    """A sentence of their own lies between the speaker before and the quotation."""
    text = "“The boats are old,” Ivo Tarn said. Mara Quill added that the nets were torn. “Nobody mends them.”"
    assert names(text) == ["Ivo Tarn", "Mara Quill"]


def test_who_was_heard_earlier_in_the_paragraph_is_a_guess() -> None:
    """Not sure enough to be printed."""
    (quote,) = quotes("Ivo Tarn said that the fleet was finished. The mood was grim. “The boats are old and slow.”")
    assert named(quote) == "Ivo Tarn"
    assert not quote.credited


def test_what_the_next_sentence_says_is_its_own() -> None:
    """Ivo Tarn is heard behind the quotation, but says something else."""
    assert names("Mara Quill said: “The boats are old.” Ivo Tarn said he would sell them.") == ["Mara Quill"]


def test_a_quotation_split_by_its_attribution_has_one_speaker() -> None:
    """Both halves are direct, and both have the attribution as their evidence."""
    first, second = quotes("“The boats,” Ivo Tarn told Mara Quill, “are old and the nets are torn.”")
    assert (named(first), named(second)) == ("Ivo Tarn", "Ivo Tarn")
    assert (first.kind, second.kind) == ("direct", "direct")
    assert first.evidence == second.evidence


def test_a_new_speaker_within_the_paragraph_is_credited() -> None:
    """An attribution of its own comes before the paragraph's earlier speaker."""
    text = "“The boats are old,” Ivo Tarn said. “They are new,” Mara Quill answered."
    assert names(text) == ["Ivo Tarn", "Mara Quill"]


def test_a_quotation_over_paragraphs_has_one_speaker() -> None:
    """The attribution behind its last paragraph speaks for all of it."""
    text = "Mara Quill left.\n\n“The boats are old and slow.\n\n“The nets are torn,” Ivo Tarn said."
    assert names(text) == ["Ivo Tarn"]


TRANSCRIPTS = {
    "in capitals": "PENNY ALDER: “Where were you on that night?”\n\nIVO TARN: “We were at sea, all of us.”",
    "in lower case": "Penny Alder: “Where were you on that night?”\n\nIvo Tarn: “We were at sea, all of us.”",
}


@pytest.mark.parametrize("text", TRANSCRIPTS.values(), ids=TRANSCRIPTS)
def test_labels_name_the_speakers_of_a_transcript(text: str) -> None:
    """Each turn has its own."""
    assert [(named(quote) or "").lower() for quote in quotes(text)] == ["penny alder", "ivo tarn"]
    assert all(quote.credited for quote in quotes(text))


def test_further_on_in_a_turn_the_label_is_the_guess() -> None:
    """Whoever has the floor; not sure enough to be printed."""
    (quote,) = quotes("IVO TARN: We waited for an hour. Then came the order: “We go at dawn, all of us.”")
    assert named(quote) == "IVO TARN"
    assert not quote.credited


# ------------------------------------------------------------------------------------------- who is not speaking


SENTENCES = [
    "The stone bears a line by the poet Elspin Marr",
    "A note hangs on the gate",
    "The gate bears a line from Mara Quill",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_before_a_colon_is_no_label(sentence: str) -> None:
    """It is no name, and not printed as one."""
    (quote,) = quotes(f"{sentence}: “The harbour is closed for good.”")
    assert named(quote) != sentence
    assert not quote.credited or named(quote) in ("the poet Elspin Marr", "Elspin Marr", "Mara Quill")


def test_a_description_ends_before_its_verb() -> None:
    """A woman stood: a woman."""
    text = "Helen Quill left.\n\nA woman stood on the quay. “The boats are old,” she said."
    assert names(text) == ["A woman"]


def test_what_the_speaker_did_is_no_part_of_the_name() -> None:
    """Of *X shook his head, saying*, X is the speaker."""
    assert names("Ivo Tarn shook his head, saying: “The boats are old.”") == ["Ivo Tarn"]


OTHERS = {
    "talked about inside the quotation": "“Mara Quill has failed us all,” Ivo Tarn said.",
    "talked about inside, attribution before": "Ivo Tarn said: “Mara Quill has failed us all.”",
    "an object": "Ivo Tarn accused Mara Quill of “failing all of us”.",
    "an object of a participle": "Ivo Tarn wrote to Mara Quill, telling her: “You have failed us all.”",
    "asked, before asking": "Ivo Tarn led Mara Quill inside before asking her, “Have you failed us all?”",
    "called": "Ivo Tarn called Mara Quill “a failure in every way”.",
    "about": "“She has failed us all,” Ivo Tarn said of Mara Quill.",
    "a listener": "“You have failed us all,” Ivo Tarn said to Mara Quill.",
    "a possessive": "“You have failed us all,” Ivo Tarn told Mara Quill’s sister.",
    "the next sentence": "“She has failed us all,” Ivo Tarn said. Mara Quill left the hall.",
    "the sentence before": "Mara Quill left the hall. “She has failed us all,” Ivo Tarn said.",
    "with": "After a meeting with Mara Quill, Ivo Tarn said: “She has failed us all.”",
    "in a clause": "“She has failed us all,” said Ivo Tarn, whose wife is Mara Quill.",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_the_person_talked_about_is_never_the_speaker(text: str) -> None:
    """Nor is whoever is talked to, nor who is near."""
    assert names(text) == ["Ivo Tarn"]


def test_nobody_is_made_up() -> None:
    """Where nothing says who speaks, nobody is credited."""
    (quote,) = quotes("“The boats are old, and we all know it.”")
    assert (quote.speaker, quote.evidence, quote.confidence, quote.credited) == (None, (), 0.0, False)


def test_a_pronoun_that_nobody_answers_to_stays_unknown() -> None:
    """It is the evidence, and there is no name for it."""
    (quote,) = quotes("“The boats are old,” she said.")
    assert quote.speaker is None
    assert not quote.credited


# --------------------------------------------------------------------------------------------------- pronouns


def test_a_pronoun_means_the_one_person_there_is() -> None:
    """The name is the one that the article gives, and both words are evidence."""
    text = "Mara Quill, the mayor, owns two boats.\n\n“They are old,” she said."
    (quote,) = quotes(text)
    assert named(quote) == "Mara Quill"
    assert pointers(quote) == ["she", "Mara Quill"]


@pytest.mark.parametrize("verb", ["owns two boats", "said so", "said it was late"])
def test_a_pronoun_means_the_one_person_there_is_also_of_a_rare_name(verb: str) -> None:
    """Nobody else is named, and boats are owned and things are said by people."""
    assert names(f"Mara Quill {verb}.\n\n“They are old,” she said.") == ["Mara Quill"]


@pytest.mark.parametrize(("pronoun", "expected"), [("she", "Helen Quill"), ("he", "Robert Tarn")])
def test_a_pronoun_tells_two_people_apart(pronoun: str, expected: str) -> None:
    """A woman and a man are named: the gender of their given names decides."""
    text = f"Helen Quill and Robert Tarn own two boats.\n\n“They are old,” {pronoun} said."
    assert names(text) == [expected]


@pytest.mark.parametrize(("pronoun", "expected"), [("she", "Quill"), ("he", "Tarn")])
def test_a_pronoun_follows_what_the_article_has_shown(pronoun: str, expected: str) -> None:
    """Mr and Ms tell the gender where the given name doesn't."""
    text = f"Ms Quill owns a boat, Mr Tarn another.\n\nMr Tarn met Ms Quill. “They are old,” {pronoun} said."
    assert names(text) == [expected]


def test_a_pronoun_follows_its_sentence_before() -> None:
    """He added, after a quotation of his: the same man, not whom he talked about."""
    text = "“Robert Hale is wrong,” said Ivo Tarn.\n\n“The boats are old,” he added."
    assert names(text)[1] == "Ivo Tarn"


def test_a_pronoun_that_could_mean_two_is_not_credited() -> None:
    """Two women are named alike near, so the guess is not printed."""
    text = "Helen Quill and Susan Alder own two boats between them.\n\n“They are old,” she said."
    (quote,) = quotes(text)
    assert not quote.credited


def test_two_who_speak_together_are_both_named() -> None:
    """The article's own words for the two."""
    assert names("“The boats are old,” said Ivo Tarn and Mara Quill.") == ["Ivo Tarn and Mara Quill"]


@pytest.mark.parametrize("two", ["Ivo Tarn and Mara Quill", "both Ivo Tarn and Mara Quill"])
def test_two_who_speak_together_before_the_verb_are_both_named(two: str) -> None:
    """As behind it."""
    (quote,) = quotes(f"“The boats are old,” {two} said.")
    assert quote.speaker
    assert quote.speaker.name.removeprefix("both ") == "Ivo Tarn and Mara Quill"


def test_a_pronoun_prefers_the_one_who_was_speaking() -> None:
    """To one who is only named since."""
    text = (
        "“The boats are old,” Susan Hale said.\n\nHer own lies by that of Helen Quill.\n\n"
        "“The nets are torn,” she said."
    )
    assert names(text) == ["Susan Hale", "Susan Hale"]


def test_a_pronoun_means_the_description_that_its_paragraph_begins_with() -> None:
    """Not somebody named in the paragraph before."""
    text = "Helen Quill left.\n\nA teacher was waiting on the quay. “The boats are old,” she said."
    assert names(text) == ["A teacher"]


def test_a_pronoun_means_somebodys_wife_whom_its_paragraph_begins_with() -> None:
    """The wife is on the quay and is speaking, and Helen Quill has left."""
    text = "Helen Quill left.\n\nThe fisherman’s wife stood on the quay. “The boats are old,” she said."
    (quote,) = quotes(text)
    assert named(quote) != "Helen Quill" or not quote.credited


@pytest.mark.parametrize(
    "somebody", ["A machine operator", "One knacker, who asked not to be named,", "A knacker who left"]
)
def test_a_pronoun_means_somebody_without_a_name_who_was_heard_since(somebody: str) -> None:
    text = f"“No comment,” said Mara Quill.\n\n{somebody} said they had read it out. “Nobody looked at us,” she said."
    _, quote = quotes(text)
    assert named(quote) == somebody.partition(",")[0].removesuffix(" who left")
    assert quote.credited


def test_a_pronoun_after_words_that_may_mean_somebody_new_is_not_credited() -> None:
    text = "“No comment,” said Mara Quill.\n\nA knacker said they had read it out. “Nobody looked at us,” she said."
    assert [quote.credited for quote in quotes(text)] == [True, False]


def test_they_is_the_company_that_spoke() -> None:
    """It or they: the organisation before, never a person."""
    text = "Robert Hale left.\n\n“The boats are old,” the Harbour Board said. “They will be sold,” it added."
    assert names(text)[0] is not None
    assert "Harbour Board" in (names(text)[0] or "")
    assert names(text)[1] != "Robert Hale"


# --------------------------------------------------------------------------------------- names, roles, titles


def test_the_first_mention_gives_the_full_name_and_role() -> None:
    """However short the name at the quotation is."""
    text = "The head teacher, Ivo Tarn, spoke on Monday.\n\n“The boats are old,” Tarn said."
    (quote,) = quotes(text)
    assert named(quote) == "Ivo Tarn"
    assert quote.speaker
    assert quote.speaker.role is not None
    assert "head teacher" in quote.speaker.role


ROLES = {
    "behind the name": ("“The boats are old,” said Ivo Tarn, the chief engineer of Porth.", "chief engineer"),
    "before the name": ("“The boats are old,” said chief engineer Ivo Tarn.", "chief engineer"),
    "a title": ("“The boats are old,” said Senator Ivo Tarn.", "senator"),
    "an office": ("“The boats are old,” said Prime Minister Ivo Tarn.", "prime minister"),
    "an office behind the name": ("“The boats are old,” said Ivo Tarn, the Prime Minister.", "prime minister"),
    "of an organisation": (
        "“The boats are old,” said Ivo Tarn, chief executive of Calder Boats.",
        "chief executive of Calder Boats",
    ),
}


@pytest.mark.parametrize(("text", "role"), ROLES.values(), ids=ROLES)
def test_the_role_is_in_the_articles_own_words(text: str, role: str) -> None:
    """It is cut from the text, and the name is without it."""
    (quote,) = quotes(text)
    assert quote.speaker
    assert quote.speaker.name == "Ivo Tarn"
    assert quote.speaker.role is not None
    assert role.lower() in quote.speaker.role.lower()
    assert quote.speaker.role in text


@pytest.mark.parametrize("said", ["said Ivo Tarn, the harbour master", "said harbour master Ivo Tarn"])
def test_a_harbour_master_has_a_role(said: str) -> None:
    """As any other office."""
    (quote,) = quotes(f"“The boats are old,” {said}.")
    assert quote.speaker == Speaker("Ivo Tarn", "harbour master")


def test_an_age_may_stand_between_name_and_role() -> None:
    """As newspapers set it."""
    (quote,) = quotes("“The boats are old,” said Ivo Tarn, 54, a fisherman from Porth.")
    assert quote.speaker == Speaker("Ivo Tarn", "fisherman from Porth")


OFFICES = {
    "the Prime Minister": (
        "Prime Minister Ivo Tarn came to Porth on Monday.\n\n“The boats are old,” the Prime Minister said.",
        "Ivo Tarn",
    ),
    "the prime minister, in small letters": (
        "The prime minister, Ivo Tarn, came to Porth.\n\n“The boats are old,” the prime minister said.",
        "Ivo Tarn",
    ),
    "the senator": (
        "Sen. Ivo Tarn came to Porth on Monday.\n\n“The boats are old,” the senator said.",
        "Sen. Ivo Tarn",
    ),
    "the engineer": (
        "Ivo Tarn, the engineer, came with Mara Quill, the mayor.\n\n“They are old,” the engineer said.",
        "Ivo Tarn",
    ),
    "the mayor": (
        "Ivo Tarn, the engineer, came with Mara Quill, the mayor.\n\n“They are old,” the mayor said.",
        "Mara Quill",
    ),
}


@pytest.mark.parametrize(("text", "expected"), OFFICES.values(), ids=OFFICES)
def test_an_office_means_whoever_the_article_gives_it_to(text: str, expected: str) -> None:
    """The description at the quotation is read as the person who was introduced with it."""
    assert names(text) == [expected]


DESCRIPTIONS = {
    "a spokesman": ("“The boats are old,” a spokesman for Calder Boats said.", "a spokesman for Calder Boats"),
    "a company spokeswoman": ("“The boats are old,” a company spokeswoman said.", "a company spokeswoman"),
    "a fisherman": ("“The boats are old,” said a fisherman.", "a fisherman"),
    "the board": ("“The boats are old,” the harbour board said.", "the harbour board"),
    "officials": ("“The boats are old,” two officials said.", "two officials"),
}


@pytest.mark.parametrize(("text", "description"), DESCRIPTIONS.values(), ids=DESCRIPTIONS)
def test_somebody_without_a_name_stays_a_description(text: str, description: str) -> None:
    """In the article's own words; nobody named near is put in their place."""
    text = f"Ivo Tarn and Mara Quill own the fleet.\n\n{text}"
    (quote,) = quotes(text)
    assert quote.speaker
    assert quote.speaker == Speaker(description)


@pytest.mark.parametrize("said", ["said one fisherman", "one fisherman said"])
def test_one_of_many_stays_a_description(said: str) -> None:
    """The word *one* belongs to it."""
    (quote,) = quotes(f"“The boats are old,” {said}.")
    assert quote.speaker == Speaker("one fisherman")


HONORIFICS = {
    "Mr": ("“The boats are old,” Mr Tarn said.", "Tarn"),
    "Mr.": ("“The boats are old,” Mr. Tarn said.", "Tarn"),
    "Ms": ("“The boats are old,” Ms Tarn said.", "Tarn"),
    "Mrs, a full name": ("“The boats are old,” said Mrs Iva Tarn.", "Iva Tarn"),
    "Sir": ("“The boats are old,” said Sir Ivo Tarn.", "Sir Ivo Tarn"),
    "Sir, then Mr": ("Sir Ivo Tarn came.\n\n“The boats are old,” said Sir Ivo.", "Sir Ivo Tarn"),
    "Dame": ("“The boats are old,” said Dame Iva Tarn.", "Dame Iva Tarn"),
    "Lord": ("“The boats are old,” said Lord Tarn.", "Lord Tarn"),
}


@pytest.mark.parametrize(("text", "expected"), HONORIFICS.values(), ids=HONORIFICS)
def test_mr_and_ms_are_dropped_and_sir_is_kept(text: str, expected: str) -> None:
    """A form of address is no name; a knight's title is."""
    assert names(text) == [expected]


def test_two_people_with_one_surname_are_told_apart_by_mr_and_mrs() -> None:
    """The gender of the form of address decides between them."""
    text = (
        "Robert Tarn and Helen Tarn own the fleet.\n\n“The boats are old,” Mr Tarn said.\n\n"
        "“They are new,” Mrs Tarn said."
    )
    assert names(text) == ["Robert Tarn", "Helen Tarn"]


def test_two_people_with_one_surname_are_left_uncredited_without_one() -> None:
    """A bare surname that fits both is not printed as either."""
    text = "Robert Tarn and Helen Tarn own the fleet.\n\n“The boats are old,” Tarn said."
    (quote,) = quotes(text)
    assert not quote.credited


def test_a_full_name_tells_them_apart() -> None:
    """With the given name there is no doubt."""
    text = "Robert Tarn and Helen Tarn own the fleet.\n\n“The boats are old,” Helen Tarn said."
    (quote,) = quotes(text)
    assert named(quote) == "Helen Tarn"
    assert quote.credited


def test_a_short_name_that_nobody_has_in_full_stays_short() -> None:
    """No given name is invented."""
    assert names("“The boats are old,” Tarn said.") == ["Tarn"]


def test_the_full_name_may_come_later() -> None:
    """What the article tells of somebody holds for what they said before."""
    text = "“The boats are old,” Tarn said.\n\nIvo Tarn, the mayor, left on Monday."
    assert [quote.speaker for quote in quotes(text)] == [Speaker("Ivo Tarn", "mayor")]


def test_a_company_is_named_in_full() -> None:
    """The name it has at its first mention."""
    assert names("Calder Boats is closing.\n\n“The boats are old,” Calder said in a statement.") == ["Calder Boats"]


# ------------------------------------------------------------------------------------------ kinds

KINDS = {
    "a sentence": ("“The boats are old,” Ivo Tarn said.", ["direct"]),
    "a question": ("“Are the boats old?” Ivo Tarn asked.", ["direct"]),
    "a sentence after a colon": ("Ivo Tarn said: “The boats are old.”", ["direct"]),
    "a short answer": ("“No,” Ivo Tarn said.", ["direct"]),
    "the second half of a split sentence": ("“The boats,” said Ivo Tarn, “are old.”", ["direct", "direct"]),
    "words in a sentence": ("Ivo Tarn said the boats were “far too old to sail”.", ["part"]),
    "words after call": ("Ivo Tarn called the plan “a disgrace to us all”.", ["part"]),
    "a word": ("Ivo Tarn said the plan was “botched”.", ["part"]),
    "both": ("Ivo Tarn said the boats were “far too old”. “They must go,” he said.", ["part", "direct"]),
}


@pytest.mark.parametrize(("text", "kinds"), KINDS.values(), ids=KINDS)
def test_a_quotation_is_direct_or_a_part(text: str, kinds: list[str]) -> None:
    """The speaker's own sentence or more, or some of their words inside the reporter's sentence."""
    assert [quote.kind for quote in quotes(text)] == kinds


NOBODYS = {
    "a title": "Ivo Tarn's novel “The Boats of Porth” sold well.",
    "a title with its writer": "Ivo Tarn, the author of “The Boats of Porth”, lives in Porth.",
    "a song": "The band played “Boats Are Leaving Tonight” at noon.",
    "a nickname": "Ivo “Salty” Tarn lives in Porth.",
    "a nickname told": "The boat, nicknamed “Old Salty”, lies in Porth.",
    "a scare quote": "The “free” harbour costs money to use.",
    "a term": "The so-called “grey fleet” lies in Porth.",
    "a word as a word": "The word “porth” means harbour.",
    "single marks": "The ‘free’ harbour costs money to use.",
    "a dash": "“—” Ivo Tarn said.",
    "nothing in the marks": "There was “ ” on the sign.",
}


@pytest.mark.parametrize("text", NOBODYS.values(), ids=NOBODYS)
def test_a_title_a_nickname_and_a_scare_quote_are_nobodys_words(text: str) -> None:
    """They are not given as quotes."""
    assert quotes(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Tarn wrote “The Boats of Porth” in 1990.",
        "Ivo Tarn, who wrote “The Boats of Porth”, lives in Porth.",
        "The band sang “Boats Are Leaving Tonight” at noon.",
    ],
)
def test_what_somebody_wrote_or_sang_may_be_a_title(text: str) -> None:
    """It is set like one: every longer word with a capital."""
    assert quotes(text) == ()


def test_what_is_never_closed_is_not_given() -> None:
    """Where it ends is not known."""
    assert quotes("Ivo Tarn said: “The boats are old.\n\nNobody came.") == ()


# ------------------------------------------------------------------------------------- evidence, confidence


def test_evidence_is_the_words_that_name() -> None:
    """Cut to the name, without the verb of saying, and never from inside a quotation."""
    (quote,) = quotes("Mara Quill left. “The boats are old,” said Ivo Tarn in a letter.")
    assert pointers(quote) == ["Ivo Tarn"]


def test_evidence_is_the_words_that_point_and_the_words_that_name() -> None:
    """A description that stands for a person, and the name it stands for."""
    text = "Sen. Ivo Tarn came to Porth.\n\n“The boats are old,” the senator said."
    (quote,) = quotes(text)
    assert pointers(quote)[0] == "the senator"
    assert "Ivo Tarn" in pointers(quote)[1]


LIKELY = {
    "tail": ("“The boats are old,” Ivo Tarn said.", True),
    "label": ("Ivo Tarn: “The boats are old.”", True),
    "lead": ("Ivo Tarn said: “The boats are old.”", True),
    "carried": ("“The boats are old,” Ivo Tarn said.\n\nIt rained on the quay.\n\n“The nets are torn as well.”", False),
    "subject": ("Ivo Tarn left the hall in anger: “The boats are far too old for us.”", False),
}


@pytest.mark.parametrize(("text", "credited"), LIKELY.values(), ids=LIKELY)
def test_a_name_is_credited_when_the_evidence_is_strong(text: str, credited: bool) -> None:
    """The last quotation's evidence: an attribution is, being near is not."""
    quote = quotes(text)[-1]
    assert named(quote) == "Ivo Tarn"
    assert quote.credited is credited
    assert quote.credited == (quote.confidence >= CREDITED)


ARTICLE = """The harbour of Porth will close for the winter, the county said on Monday, after cracks were found in it.

“We have no choice,” said Helen Quill, leader of the county council. “The quay is not safe, and I will not wait for \
somebody to be hurt.”

Robert Tarn, who has fished from Porth for 30 years, called the decision “a slap in the face”.

“They knew about the cracks in March,” he said. “They told nobody.

“Now they tell us a week before the season. Where are we to go?”

Ms Quill denied that. “The report reached us on Friday,” she told the Porth Echo, “and we acted on Monday.”

A spokesman for Calder Boats said the firm was “looking at every option”.

Mr Tarn's sister, Susan Tarn, runs the café on the quay, The “Salty” Dog. “Mr Quill's wife should come and see,” she \
said."""

SPOKEN = [
    ("We have no choice,", "Helen Quill", "direct"),
    ("The quay is not safe, and I will not wait for somebody to be hurt.", "Helen Quill", "direct"),
    ("a slap in the face", "Robert Tarn", "part"),
    ("They knew about the cracks in March,", "Robert Tarn", "direct"),
    ("They told nobody.\n\nNow they tell us a week before the season. Where are we to go?", "Robert Tarn", "direct"),
    ("The report reached us on Friday,", "Helen Quill", "direct"),
    ("and we acted on Monday.", "Helen Quill", "direct"),
    ("looking at every option", "A spokesman for Calder Boats", "part"),
    ("Mr Quill's wife should come and see,", "Susan Tarn", "direct"),
]


@pytest.mark.parametrize("raw", [True, False])
def test_an_article_is_attributed_from_end_to_end(raw: bool) -> None:
    """Every quotation in order, with its speaker and kind, as a reader would tell them."""
    article, dropped = read_text(ARTICLE, raw=raw)
    assert dropped == ()
    assert [(quote.text, named(quote), quote.kind) for quote in attribute(article)] == SPOKEN


def test_an_articles_first_speaker_has_their_role_everywhere() -> None:
    """Also where a pronoun points to them."""
    article, _ = read_text(ARTICLE)
    hers = [quote.speaker for quote in attribute(article) if named(quote) == "Helen Quill"]
    assert hers == [Speaker("Helen Quill", "leader of the county council")] * 4


def test_an_office_behind_a_place_is_not_the_places() -> None:
    """*In Kenya, the Prime Minister*: whoever is being spoken of, not Kenya."""
    text = (
        "Dame Ruth Hale has gone to Kenya with her ministers for a week.\n\n"
        "At a dinner in Kenya, the Prime Minister said: “We will be back by the spring.”"
    )
    (quote,) = quotes(text)
    assert quote.speaker == Speaker("Dame Ruth Hale", "Prime Minister")
