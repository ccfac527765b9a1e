"""How a post words what it shows, on every platform alike: dates, reading time, credits, counts."""

from __future__ import annotations

from datetime import date, datetime
from math import ceil
from typing import TYPE_CHECKING

from bot.schedule import local, spoken
from summariser.languages import LANGUAGES
from summariser.words import content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Digest, Story
    from summariser.model import Answer, Article, Briefing, Passage, Quote, Speaker

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction by adults: Brysbaert, Journal of Memory and Language 109 (2019)."""

LONGEST_MEAN_WORD = 20
"""Letters. With longer "words" the script sets no spaces between them, and how long it takes is not known."""

_SAID = 0.7
"""Share of a headline's words in a point from which the point says it again."""

EMBEDDED = "embedded"
"""What the summariser without a language model calls itself."""

PAYWALLED = "Behind a paywall: only what the site shows to everyone was read"

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def source_line(article: Article, *, reading_time: bool = True) -> str:
    """Site, day and reading time, those that are known; may be empty."""
    known = (article.site, day(article.published), _reading_time(article.text) if reading_time else None)
    return " · ".join(each for each in known if each)


def answered(answer: Answer) -> str | None:
    """What is said before the passages: the answer itself, or that there is none; ``None`` where they say all."""
    if answer.answered:
        said = answer.written or answer.said
        return _sentence(said) if said else None
    several = len({passage.article for passage in answer.passages}) > 1
    silent = "The articles don’t say." if several else "The article doesn’t say."
    return f"{silent} The nearest it comes:" if answer.passages else silent


def said_in_short(answer: Answer) -> str:
    """The answer in one text: itself, or the first passage, or that there is none."""
    if not answer.answered:
        return "The article doesn’t say."
    return answer.written or answer.said or answer.passages[0].text


def announced(answer: Answer) -> str:
    """All of it in one line, for a notification."""
    said = answered(answer)
    return " ".join(part for part in (said, *(shown(each) for each in answer.passages[:1])) if part)


def shown(passage: Passage) -> str:
    """The passage as it is shown: somebody's words between marks."""
    return f"“{passage.text.removesuffix(',')}”" if passage.quoted else passage.text


def said_by(passage: Passage) -> str:
    """Who says it, where that is known, and where it stands; may be empty."""
    speaker = passage.speaker
    who = ", ".join(part for part in (speaker.name, speaker.role) if part) if speaker else ""
    return " · ".join(part for part in (who, source_line(passage.article, reading_time=False)) if part)


def _sentence(words: str) -> str:
    whole = words[:1].upper() + words[1:]
    return whole if whole.endswith((".", "!", "?")) else f"{whole}."


def day(published: date | None) -> str | None:
    """The day as it stands in the article's own time zone: "1 Feb 2026"."""
    if published is None:
        return None
    there = published.date() if isinstance(published, datetime) else published
    return f"{there.day} {_MONTHS[there.month - 1]} {there.year}"


def digest_title(digest: Digest) -> str:
    """Its name, the day there, and how much it tells: "Morning · Monday 23 Nov 2026 · 7 stories from 5 sources"."""
    there = local(digest.slot, digest.zone)
    many = f"{len(digest.stories)} stories" if len(digest.stories) != 1 else "1 story"
    what = f"{many} from {count(digest.sources, 'source')}" if digest.stories else "nothing new"
    return f"{digest.name} · {_DAYS[there.weekday()]} {day(there)} · {what}"


def told_by(story: Story) -> str:
    """Who tells it: "The Courier, also in tribune.example, radio.example"."""
    lead = story.briefing.article.site or ""
    if story.unread:
        lead = f"{lead} (only its feed could be read)".strip()
    also = f"also in {', '.join(story.also)}" if story.also else ""
    return ", ".join(each for each in (lead, also) if each)


def begun(stories: Sequence[Story], number: int) -> str:
    """The section that begins with a story, counted from 0; nothing where it stands in that of the one before it."""
    before = stories[number - 1].section if number else ""
    return stories[number].section if stories[number].section != before else ""


def reported(story: Story) -> tuple[str, ...]:
    """What else the reports of a story say: the points that are another's, and where two don't say the same."""
    others = (f"{reporter(point.article)}: {point.text}" for point in story.briefing.points if point.article)
    return (*others, *differing(story))


def differing(story: Story) -> tuple[str, ...]:
    """Where two reports don't say the same, each in its own words; no quotation marks: nobody is quoted."""
    return tuple(f"They differ · {_said(each.ours)} · {_said(each.theirs)}" for each in story.differ)


def reporter(article: Article) -> str:
    """Whose report it is."""
    return article.site or "Another report"


def _said(passage: Passage) -> str:
    return f"{reporter(passage.article)}: {passage.text}"


def story_headline(story: Story) -> str:
    """Its headline, marked where it was told before."""
    return f"Update: {story.briefing.headline}" if story.update else story.briefing.headline


def digest_notes(digest: Digest) -> tuple[str, ...]:
    """What stands below the stories: the sources that could not be read, and when the next digest comes."""
    ill = [_ill(url.partition("://")[2].partition("/")[0] or url, why) for url, why in digest.unread]
    unread = f"{count(len(ill), 'source')} could not be read: {'; '.join(ill)}" if ill else ""
    following = f"Next: {spoken(digest.following, digest.zone)}" if digest.following else ""
    return tuple(each for each in (unread, following) if each)


def lead_point(briefing: Briefing) -> str | None:
    """What happened, in a sentence: the first of its article's points that says more than the headline."""
    points = [point for point in briefing.points if point.text.strip() and not point.article]
    said = set(content(briefing.headline))
    more = (point for point in points if len(said & set(content(point.text))) < _SAID * len(said))
    best = next(more, points[0] if points else None)
    return best.text if best else None


def _ill(site: str, why: str) -> str:
    return f"{site} ({why.removeprefix(site).partition(';')[0].strip().rstrip('.')})"


def count(number: int, thing: str) -> str:
    """The number and its noun: "1 quote", "2 quotes"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def checked(briefing: Briefing) -> str:
    """What the gate looked at before the briefing was let out, and what wrote it."""
    points, quotes = count(briefing.checks.points, "point"), count(briefing.checks.quotes, "quote")
    by = f"written by {briefing.summariser}" if briefing.summariser != EMBEDDED else f"{EMBEDDED} summariser"
    if briefing.checks.unread:
        by += f", which saw {briefing.checks.seen}% of the article"
    instead = f", because {briefing.instead}" if briefing.instead else ""
    if briefing.quotes:
        return f"{points} and {quotes} checked against the article · {by}{instead}"
    return f"{points} checked against the article, no key quotes in it · {by}{instead}"


def credit(quote: Quote, introduced: set[Speaker]) -> str | None:
    """The name beside a quotation, with the role where it comes first; ``None`` where it isn't sure.

    ``introduced`` are the speakers named before in the same post; this one is added.
    """
    speaker = quote.speaker
    if speaker is None or not quote.credited:
        return None
    known = any(speaker.name == other.name for other in introduced)
    introduced.add(speaker)
    return speaker.name if known or speaker.role is None else f"{speaker.name}, {speaker.role}"


def in_translation(briefing: Briefing) -> tuple[str, ...]:
    """What stands beside each quotation of a briefing in another language; without marks: it isn't what was said."""
    language = LANGUAGES.get(briefing.language or "", "")
    return tuple(f"In {language}, by a machine: {each}" if each else "" for each in briefing.translations)


def quoted_paragraphs(quote: Quote) -> tuple[str, ...]:
    """The quotation between its marks, a paragraph each; two slices of one are joined by the mark of an omission.

    Each paragraph opens with a mark; a quotation that runs on closes only at its end.
    """
    text = quote.article.text
    paragraphs = [quote.spans[0].cut(text)] if quote.spans else [""]
    for before, span in zip(quote.spans, quote.spans[1:], strict=False):
        if "\n" in text[before.end : span.start]:
            paragraphs.append(span.cut(text))
        else:
            paragraphs[-1] += f" … {span.cut(text)}"
    paragraphs[-1] = paragraphs[-1].removesuffix(",")  # it leads to the reporter's "she said", which isn't shown
    return (*(f"“{each}" for each in paragraphs[:-1]), f"“{paragraphs[-1]}”")


def _reading_time(text: str) -> str | None:
    words = text.split()
    if not words or len(text) > LONGEST_MEAN_WORD * len(words):
        return None
    return f"{ceil(len(words) / WORDS_A_MINUTE)} min read"
