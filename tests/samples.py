"""Posts to render: ordinary ones, and any that hypothesis can think of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from bot.model import Digest, Headline, Headlines, Linked, Notice, Quoted, Story
from summariser.model import Answer, Article, Briefing, Checks, Difference, Passage, Point, Quote, Span, Speaker
from summariser.reading import Reading

HOSTILE = [
    "<!channel>", "<!here|here>", "<@U0001>", "<#C0001|general>", "<https://evil.example|our site>", "&lt;!channel&gt;",
    "*bold* _it_ ~no~ `code`", ":tada:", "@everyone", "\u202eevil", "\x00\x1b[31m", "\ud800", "javascript:alert(1)",
    "https://evil.example/", "\r\n\r\n", "<!date^1^{date}|x>", "<!subteam^S1>", "𝕊" * 5,
]  # fmt: skip

words = st.lists(
    st.one_of(st.text(min_size=1, max_size=12), st.sampled_from(HOSTILE), st.just("word.")), min_size=1, max_size=12
).map(" ".join)
texts = st.one_of(words, st.builds(lambda text, times: (text + " ") * times, words, st.integers(1, 400)))
urls = st.one_of(st.none(), st.sampled_from(HOSTILE), st.just("https://paper.example/a?b=c|d"), words)
urls |= st.just("https://paper.example/harbour") | st.just("https://paper.example/" + "a" * 4_000)
days = st.one_of(st.none(), st.just(date(2026, 2, 1)), st.just(datetime(2026, 2, 1, 23, tzinfo=UTC)))
speakers = st.none() | st.builds(Speaker, words, st.none() | words)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    known = st.none() | words
    return Article(
        draw(texts),
        title=draw(known),
        byline=draw(known),
        site=draw(known),
        url=draw(urls),
        published=draw(days),
        paywall=draw(st.none() | st.booleans()),
    )


@st.composite
def quotes(draw: st.DrawFn, article: Article) -> Quote:
    ends = sorted(draw(st.lists(st.integers(0, len(article.text)), min_size=2, max_size=6)))
    spans = tuple(Span(start, end) for start, end in zip(ends[::2], ends[1::2], strict=False))
    return Quote(article, spans, "direct", draw(speakers), credited=draw(st.booleans()))


@st.composite
def briefings(draw: st.DrawFn) -> Briefing:
    article = draw(articles())
    points = draw(st.lists(texts.map(lambda text: Point(text, (Span(0, 1),))), max_size=12))
    said = draw(st.lists(quotes(article), max_size=8))
    further = draw(st.integers(0, 10_000))
    checks = Checks(len(points), len(said))
    made = Briefing(article, draw(texts), tuple(points), tuple(said), checks, further=further)
    return (
        made
        if draw(st.booleans())
        else replace(made, language="de", translations=draw(st.tuples(*[texts] * len(said))))
    )


@st.composite
def quoteds(draw: st.DrawFn) -> Quoted:
    article = draw(articles())
    return Quoted(article, tuple(draw(st.lists(quotes(article), max_size=40))))


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    article = draw(articles())
    passages = draw(st.lists(st.just(Passage(article, Span(0, len(article.text)))), max_size=3))
    return Answer(draw(texts), tuple(passages), answered=bool(passages) and draw(st.booleans()))


headlines = st.builds(
    Headline, texts, words, link=urls, published=st.none() | st.just(datetime(2026, 2, 1, tzinfo=UTC))
)


def _whole(article: Article) -> Passage:
    return Passage(article, Span(0, len(article.text)))


differences = st.builds(Difference, articles().map(_whole), articles().map(_whole))
stories = st.builds(
    Story,
    briefings(),
    st.lists(words, max_size=9).map(tuple),
    st.booleans(),
    st.lists(differences, max_size=2).map(tuple),
    st.sampled_from(["", "Sport", "More"]),
)
posts = st.one_of(
    briefings(),
    quoteds(),
    answers(),
    st.builds(
        Digest,
        texts,
        st.sampled_from(["UTC", "Asia/Kathmandu"]),
        st.just(datetime(2026, 11, 23, 8, 30, tzinfo=UTC)),
        st.lists(stories, max_size=9).map(tuple),
        st.integers(0, 99),
        st.lists(st.tuples(words, words), max_size=4).map(tuple),
        st.none() | st.just(datetime(2026, 11, 24, 8, 30, tzinfo=UTC)),
    ),
    st.builds(Reading, articles(), st.lists(words, max_size=3).map(tuple)),
    st.builds(Headlines, words, urls, urls, st.none(), st.lists(headlines, max_size=60).map(tuple)),
    st.builds(Linked, st.lists(st.tuples(words, urls.map(str)), min_size=1, max_size=9).map(tuple)),
    st.builds(Notice, texts),
)
