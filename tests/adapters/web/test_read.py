"""A document becomes an article, or the sentence that says why not."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from adapters.web.model import Elsewhere
from adapters.web.read import read
from adapters.web.reading.markup import DEEPEST, LARGEST, MOST_ATTRIBUTES, MOST_ELEMENTS, MOST_HEADINGS
from bot import errors
from summariser.reading import Reading
from tests.adapters.web.pages import HEADLINE, STORY, URL, document, page, reading


def _data(**more: object) -> str:
    node = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": HEADLINE} | more
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def test_the_story_is_read_paragraph_by_paragraph() -> None:
    article = reading(page()).article
    assert article.text == "\n\n".join(STORY)
    assert (article.title, article.site, article.language) == (HEADLINE, "The Sandmouth Courier", "en")
    assert (article.url, article.byline, article.published, article.paywall) == (URL, None, None, None)


def test_what_the_page_says_in_its_data_is_told() -> None:
    head = _data(
        author=[{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Ek"}],
        publisher={"@type": "Organization", "name": "Sandmouth Courier"},
        datePublished="2026-02-03T06:14:22Z",
        dateModified="2026-02-04T07:00:00Z",
        isAccessibleForFree="False",
    )
    article = reading(page(head=head)).article
    assert (article.byline, article.site, article.paywall) == ("Ann Lee and Bo Ek", "Sandmouth Courier", True)
    assert article.published == datetime(2026, 2, 3, 6, 14, 22, tzinfo=UTC)
    assert article.updated == datetime(2026, 2, 4, 7, tzinfo=UTC)


def test_without_data_the_page_s_fields_are_asked() -> None:
    head = (
        '<meta property="og:site_name" content="Courier"><meta name="author" content="Ann Lee">'
        '<meta property="article:published_time" content="2026-02-03">'
    )
    article = reading(page(head=head)).article
    assert (article.site, article.byline, article.published) == ("Courier", "Ann Lee", date(2026, 2, 3))


def test_without_those_what_is_printed() -> None:
    html = page().replace(
        "</h1>", '</h1><p class="byline">By <a rel="author" href="/a">Ann Lee</a></p><p>3 February 2026</p>'
    )
    article = reading(html).article
    assert (article.byline, article.published) == ("Ann Lee", date(2026, 2, 3))
    assert article.text == "\n\n".join(STORY)


def test_an_organisation_gives_way_to_a_person_who_is_printed() -> None:
    head = _data(author={"@type": "Organization", "name": "The Sandmouth Courier"})
    html = page(head=head).replace("</h1>", '</h1><div class="byline">By Ann Lee</div>')
    assert reading(html).article.byline == "Ann Lee"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("https://sandmouth-courier.example/ferry", "https://sandmouth-courier.example/ferry"),
        ("/ferry", "https://www.sandmouth-courier.example/ferry"),
        ("https://elsewhere.example/ferry", URL),
        ("https://www.sandmouth-courier.example/", URL),
        ("javascript:alert(1)", URL),
        ("ftp://sandmouth-courier.example/ferry", URL),
        ("http://[", URL),
    ],
)
def test_the_canonical_address_is_taken_only_from_the_same_publisher(said: str, expected: str) -> None:
    assert reading(page(head=f'<link rel="canonical" href="{said}">')).article.url == expected


def test_what_stands_around_the_story_is_left_out() -> None:
    around = (
        '<p><a href="/x"><u><strong>GOAT FOUND ON THE MAIL BOAT</strong></u></a></p><p>The board will meet in May.</p>'
        '<p><strong>Read more:</strong> <a href="/y">The goat explains itself to the board</a></p>'
        "<blockquote><p>“We have listened to it for a week, and it does not knock any more”</p></blockquote>"
        "<figure><img src=x><figcaption>The ferry in November, before it knocked</figcaption></figure>"
        "<div class='newsletter-signup'><p>Our harbour letter comes on Fridays and is worth the wait.</p></div>"
        "<div class='q1'><p>Get the tide tables by post.</p><button>Sign me up</button></div>"
        "<div class='comments'><p>First! I have always said that the ferry knocks.</p></div>"
    )
    assert reading(page(around)).article.text == "\n\n".join((*STORY, "The board will meet in May."))


def test_a_box_that_asks_for_something_is_left_out_and_a_paragraph_that_tells_of_asking_stays() -> None:
    plea = (
        "<div class='k7'><p>Hazte socio del Courier: por un euro leerás cada mañana lo que pasa en el puerto.</p></div>"
    )
    told = "<p>The board asked islanders to subscribe to a fund, and by noon nine of them had done so.</p>"
    text = reading(page(plea + told), "text/html").article.text
    assert "Hazte" not in text
    assert "by noon nine of them" in text


def test_a_paragraph_that_is_nothing_but_a_link_points_elsewhere() -> None:
    link = '<p><a href="/x"><u><strong>GOAT FOUND ON THE MAIL BOAT AFTER A NIGHT, SAYS ITS KEEPER</strong></u></a></p>'
    html = page().replace(f"<p>{STORY[2]}", f"{link}<p>{STORY[2]}")
    assert reading(html).article.text == "\n\n".join(STORY)


def test_subheadings_and_lists_stay() -> None:
    text = reading(
        page(f"<h2>Who pays</h2><ul><li>The island</li><li>The bank, the rest</li></ul><p>{STORY[0]} So it is.</p>")
    ).article.text
    assert "Who pays" in text
    assert "The bank, the rest" in text


def test_inline_marks_neither_break_words_nor_glue_sentences() -> None:
    text = reading(
        page("<p>The <b>har</b>bour <i>said</i><br><br>Nobody else did, and nobody else was asked to.</p>")
    ).article.text
    assert "The harbour said\n\nNobody else did" in text


def test_a_line_break_inside_a_sentence_is_a_space() -> None:
    text = reading(
        page("<p>The harbour board met again on Monday and<br>\nsaid that the ferry was well.</p>")
    ).article.text
    assert "on Monday and said that" in text


def test_a_shell_is_read_from_its_own_data() -> None:
    body = "\n\n".join(STORY)
    head = f"<title>{HEADLINE}</title>{_data(articleBody=body)}"
    assert reading(f"<html><head>{head}</head><body><div id=root></div></body></html>").article.text == body


def test_a_shell_is_read_from_what_its_program_would_show() -> None:
    blocks = [{"kind": "p", "html": text.replace("ferry", "<b>ferry</b>")} for text in STORY]
    story = {"story": {"byline": "By Anna Berg", "firstPublished": "2026-02-02T08:00:00Z", "blocks": blocks}}
    data = f'<script id=x type="application/json">{json.dumps({"nav": [{"title": "Home"}], **story})}</script>'
    html = f"<html><head><title>{HEADLINE}</title></head><body><div id=root></div>{data}</body></html>"
    article = reading(html).article
    assert article.text.split("\n\n") == list(STORY)
    assert article.byline == "Anna Berg"
    assert str(article.published) == "2026-02-02 08:00:00+00:00"


def test_a_blog_keeps_the_first_heading_for_its_own_name() -> None:
    html = page().replace(f"<h1>{HEADLINE}</h1>", f"<h3 class='post-title entry-title'>{HEADLINE}</h3>")
    html = html.replace("<main>", "<h1>The Sandmouth Courier</h1><main>")
    assert reading(html).article.title == HEADLINE


def test_what_lies_outside_of_what_the_data_tells_is_left_out() -> None:
    more = "<p>The harbour museum opens daily at ten, and closes when the keeper has had enough of it.</p>"
    assert reading(page(more, head=_data(articleBody=" ".join(STORY)))).article.text == "\n\n".join(STORY)


def test_raw_keeps_what_the_cleaning_takes_off() -> None:
    appeal = "<p>Support our journalism: subscribe to the Courier today.</p>"
    assert "Support our" in (read(document(page(appeal)), raw=True).article.text)  # type: ignore[union-attr]  # an article
    assert "Support our" not in reading(page(appeal)).article.text


def test_the_language_is_that_of_the_text_and_not_that_of_the_template() -> None:
    assert reading(page(lang="de")).article.language == "en"


def test_plain_text_is_read_as_it_is() -> None:
    assert reading("\n\n".join(STORY), "text/plain").article.text == "\n\n".join(STORY)


def test_an_empty_shell_names_its_other_versions_on_its_own_site() -> None:
    html = (
        '<html><head><link rel="amphtml" href="/amp/ferry"><link rel="amphtml" href="https://evil.example/amp">'
        '</head><body><div id="app"></div><a href="/print/ferry">Print</a></body></html>'
    )
    base = "https://www.sandmouth-courier.example"
    assert read(document(html)) == Elsewhere((f"{base}/amp/ferry", f"{base}/print/ferry"))


SHELL = "<html><head><title>{title}</title></head><body>{body}</body></html>"
TEASERS = "".join(f'<h3><a href="/{n}">Headline number {n} of the day</a></h3><p>A short line.</p>' for n in range(20))

FEW = "<p>Cotton, waxed by hand</p><p>Two pockets, one for maps</p><p>Brass snaps all the way down.</p>" * 3


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        (SHELL.format(title="Courier", body="<div id=root></div><script src=a.js></script>"), errors.NeedsBrowser),
        (
            SHELL.format(title="Page not found", body="<p>Perhaps it was moved, perhaps it never was.</p>"),
            errors.NotFound,
        ),
        (SHELL.format(title="Courier: the front page", body=TEASERS), errors.IsAList),
        (SHELL.format(title="Search results: soup", body=f"<h1>Search results: soup</h1>{FEW}"), errors.IsAList),
        (SHELL.format(title="Jacket", body=f"<h1>Waxed jacket</h1><p>$240.00</p>{FEW}"), errors.NoArticle),
        (SHELL.format(title="Courier", body="<form><input type=password></form>"), errors.Forbidden),
        (SHELL.format(title="Courier", body="<p>Loading</p><script src=a.js></script>"), errors.NeedsBrowser),
    ],
)
def test_a_page_without_an_article_says_why(html: str, kind: type[errors.Unread]) -> None:
    with pytest.raises(kind, match="sandmouth-courier"):
        read(document(html))


def test_a_page_that_shows_subscribers_everything_and_others_nothing_is_paywalled() -> None:
    with pytest.raises(errors.Paywalled):
        read(document(f"<html><head>{_data(isAccessibleForFree=False)}</head><body></body></html>"))


def test_too_short_a_text_is_no_article() -> None:
    with pytest.raises(errors.NoArticle):
        read(document("Hello there.", "text/plain"))


@pytest.mark.parametrize(
    "flood",
    [
        "<p>x</p>" * MOST_ELEMENTS,
        "<div>" * (DEEPEST + 50),
        "<table><tr><td>" * 10_000,
        "<h2>x</h2>" * (MOST_HEADINGS + 1),
        "x" * LARGEST,
        "<i " + " ".join(f"a{n}" for n in range(3 * MOST_ATTRIBUTES)) + ">",
    ],
    ids=["elements", "depth", "tables", "headings", "text", "attributes"],
)
def test_more_than_an_article_can_be_is_refused_before_it_costs_anything(flood: str) -> None:
    with pytest.raises(errors.TooBig):
        read(document(page(flood)))


@pytest.mark.parametrize(
    "much",
    [
        "<script>" + "x" * 2 * LARGEST + "</script>",
        "<style>" + "x{}" * LARGEST + "</style>",
        f'<img src="data:image/png;base64,{"A" * 2 * LARGEST}">',
        "<!--" + "x" * 2 * LARGEST + "-->",
    ],
    ids=["script", "style", "picture", "comment"],
)
def test_a_page_that_is_mostly_no_text_is_read(much: str) -> None:
    assert reading(page(much)).article.text == "\n\n".join(STORY)


def test_a_file_without_an_address_is_read_too() -> None:
    assert reading(page(), None, None).article.url is None


def raw_paragraphs(html: str) -> list[str]:
    found = read(document(html), raw=True)
    assert isinstance(found, Reading)
    return found.article.text.split("\n\n")


def test_what_stands_over_the_headline_is_not_the_story() -> None:
    appeal = "<div><p>Our reporters are on the ground when a story breaks, and your gift keeps them there.</p></div>"
    assert raw_paragraphs(page().replace("<h1", f"{appeal}<h1", 1)) == list(STORY)


def test_a_headline_under_most_of_the_text_is_not_where_the_story_begins() -> None:
    html = page(f"<h1>{HEADLINE}</h1><p>The harbour board will meet again in the first week of March.</p>")
    assert raw_paragraphs(html.replace(f"<h1>{HEADLINE}</h1>", "", 1))[: len(STORY)] == list(STORY)


def test_a_story_set_in_several_parts_is_read_whole() -> None:
    """A box with the lede, and the rest below it."""
    told = [f"Day {n} began with rain over the harbour, and nobody in the town had slept." for n in range(12)]
    told = [f"{text} The mayor said so herself, twice, on the quay." for text in told]
    first, rest = ("".join(f"<p>{text}</p>" for text in part) for part in (told[:3], told[3:]))
    part = "<div class='article-body'>{}</div>"
    parts = f"<div class=teaser-content>{part.format(first)}</div><div class=rest>{part.format(rest)}</div>"
    assert raw_paragraphs(page().replace("".join(f"<p>{text}</p>" for text in STORY), parts)) == told


def test_a_text_longer_than_a_short_novel_is_no_article() -> None:
    many = "".join(f"<p>{number}: {STORY[0] * 3}</p>" for number in range(1_500))
    with pytest.raises(errors.TooBig):
        reading(page(many))


@pytest.mark.parametrize(
    ("title", "body", "kind"),
    [
        ("Just a moment...", "<p>Checking if the site is secure before you can go on to the page.</p>", errors.Blocked),
        ("502 Bad Gateway", "<p>The server has had a fault, please come back a little later.</p>", errors.Unreachable),
        ("Courier", "<p>Before you continue, we would like to ask you about cookies.</p>", errors.Forbidden),
        ("Welcome", "<p>Good to see you again, please tell us who you are.</p><input type=password>", errors.Forbidden),
    ],
)  # fmt: skip
def test_what_stands_in_the_way_is_named(title: str, body: str, kind: type[errors.Unread]) -> None:
    with pytest.raises(errors.Unread) as raised:
        reading(f"<html><head><title>{title}</title></head><body>{body}</body></html>")
    assert raised.type is kind
