"""A box in a story that asks its reader for something goes; one that tells something stays."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from adapters.web.reading.pleas import pleas

STORY = [
    "The lock at Sandmouth was shut for eleven days after a barge had struck its lower gate in the fog.",
    "Boats queued as far as the brewery, and the café beside the towpath ran out of bacon on the third morning.",
    "“We have mended it with oak, as it was made,” said the lock-keeper, Ada Roe, and opened the sluices.",
    "The company that owns the barge has agreed to pay for the gate, the timber and the overtime of four men.",
    "Nobody could say on Friday when the second gate, which is as old as the first, will be looked at.",
    "A crane hired from the port stood idle for two of the days, because the wind was too strong for it.",
    "The council will hear on Monday what the eleven days have cost the shops along the river.",
]


def _asked(box: str) -> list[str]:
    told = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    tree = document_fromstring(f'<main><div class="x9">{told[: len(told) // 2]}</p>{box}{told[len(told) // 2 :]}</div>')
    return [each.text_content() for each in pleas(tree)]


@pytest.mark.parametrize(
    "plea",
    [
        "Reading this is free because some of you pay for it. Put a fiver in the tin: it buys us ink, and you a badge.",
        "If you've enjoyed the blog, the ink fund is at £310 of £900. There's a button on the left.",
        "Live pages cost more than anything we print. If this one told you which road was open, think of giving £1.",
        "Dołącz do czytelników, którzy płacą. Prenumerata kosztuje 9,90 zł miesięcznie.",
        "صحافتنا مستقلة لأن قراءها يمولونها. اشترك اليوم بمبلغ صغير كل شهر.",
        "欢迎关注沙口晚报微信公众号，每天早晨为您送上本地新闻，扫码即可。",
        "Поддержите нашу редакцию: подпишитесь на рассылку.",
        "Si vous y tenez, offrez-vous La Vigie à 1 € le premier mois et aidez-nous à continuer.",
    ],
)
def test_a_box_in_which_the_page_asks_for_itself_is_found(plea: str) -> None:
    assert _asked(f'<div class="q7"><p>{plea}</p></div>') == [plea]


@pytest.mark.parametrize(
    "told",
    [
        "If you pay £12 a month for a mooring now, you will pay £14 from April.",
        "The lifeboat fund stands at £41,000 of £90,000, and its treasurer hopes for the rest by June.",
        "This article was changed on 3 May: the lock has two gates, not three.",
        "“Give what you can, every pound helps us,” said the coxswain, who told visitors where the tin stands.",
    ],
)
def test_a_box_that_tells_something_stays(told: str) -> None:
    assert _asked(f'<div class="q7"><p>{told}</p></div>') == []


def test_a_paragraph_made_as_the_others_are_is_left_to_the_cleaning_of_texts() -> None:
    assert _asked("<p>Become a member today: we rely on readers like you, from £2 a month.</p>") == []


def test_a_story_without_paragraphs_is_not_taken_for_its_box() -> None:
    told = "<br><br>".join(STORY)
    plea = "If you like what we do, the ink fund is at £310 of £900, and every pound of it is yours."
    tree = document_fromstring(f"<body><div>{told}<p></p></div><td></td><div class='q7'>{plea}</div></body>")
    assert [each.text_content() for each in pleas(tree)] == [plea]
