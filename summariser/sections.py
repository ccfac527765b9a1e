"""Which part of a newspaper a report belongs in, by its address and by what it is about."""

from __future__ import annotations

import re

from summariser.embedding import nearest

SECTIONS = {
    "World": "foreign news, war, diplomacy, other countries and the United Nations",
    "Politics": "politics, government, parliament, ministers and elections",
    "Business": "business, companies, jobs, banks, markets, prices and the economy",
    "Sport": "sport: football, cup, league, match, athletics, tennis, race, goal, win",
    "Science": "science, research, biologists, astronomy, space and universities",
    "Technology": "technology, computers, software, internet, data, artificial intelligence",
    "Health": "health, hospitals, doctors, disease, vaccines and medicine",
    "Climate": "climate, weather, storms, floods, nature, wildlife and the environment",
    "Culture": "culture, music, singers, books, films, theatre, art and museums",
}
"""Each with what it is about, in words that reports are compared with."""

_NAMES = {
    "World": "world international ausland monde mundo esteri internacional europe asia africa americas buitenland",
    "Politics": "politics politik politique politica política politiek uk-politics westminster",
    "Business": "business economy money finance wirtschaft finanzen economie economía economia negocios markets",
    "Sport": "sport sports football fussball deportes esportes calcio tennis cricket rugby",
    "Science": "science wissen wissenschaft sciences ciencia ciencias scienze space",
    "Technology": "technology tech digital technik netzwelt tecnologia tecnología pixels",
    "Health": "health gesundheit sante santé salud saude saúde salute",
    "Climate": "climate environment weather klima umwelt planete clima medio-ambiente ambiente science-environment",
    "Culture": "culture arts entertainment books film music kultur cultura cultures feuilleton entertainment-arts",
}
_BY_NAME = {name: section for section, names in _NAMES.items() for name in names.split()}
_DEEPEST = 4

NEAR, AHEAD = 0.2, 0.05
"""Cosine of a report and its section, and how far it must be ahead of the next; see `make eval`, sections."""


def section_of(link: str, text: str) -> str:
    """The section of a report; nothing where neither its address nor its text is clear."""
    path = re.split(r"[?#]", link.partition("://")[2])[0].lower().split("/")[1 : 1 + _DEEPEST]
    named = (_BY_NAME[each] for each in path[:-1] or path if each in _BY_NAME)
    return next(named, None) or nearest(text, SECTIONS, least=NEAR, ahead=AHEAD) or ""
