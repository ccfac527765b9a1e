"""Verbs of saying that tell facts, accuse or only react, and nouns for what is told."""

from __future__ import annotations

from summariser.lexicon.model import words

FACTS = words(
    "confirm confirmed confirms show showed shows reveal revealed reveals find found finds discover",
    "announced announce announces notice noticed",
    "began begin start started end ended open opened offered shared agreed decided reported ruled",
    "remembered pressed ordered closed closes challenged",
    "released releases published publishes issued issues invited sang recited refused declined quoted",
    "read reads asked asks called denies denied doubt",
    "bestätigte bestätigt mitteilte teilte gab bekannt annonce annoncé confirme confirmé informó",
    "anunció confirma confirmó annuncia annunciato",
    "hinted hints anunciou confirmou meldde meldt bevestigde bevestigt counts contained contains thanked",
)
"""Verbs whose object is a fact, or no statement at all."""


ACCUSING = words(
    "call calls called describe describes described consider considers",
    "blamed blames blame accused accuses accusing alleged alleges warf wirft beschuldigt beschuldigte",
    "accuse accusé acusa acusó accusa accusato acusou",
    "beschuldigde",
)


REACTIONS = words(
    "welcomed welcomes welcome thanked objected objects protested protests agreed agrees apologised",
    "apologized promised promises vowed pledged laughed smiled",
    "urged urges demanded demands requested advised instructed ordered begann lehnt lehnte ablehnt",
    "abgelehnt forderte fordert begrüßte kritisierte nannte nennt",
    "weigerde weigert rechazó rechaza pidió refuse refusé rejette exige demande chiede chiesto",
    "rifiuta pede pediu exigiu recusou prometeu prometió promet",
)


HEARSAY = words(
    "heard hears forecast forecasts predicted projected estimated puts learned",
    "estimate estimates claim claims accusation allegation allegations statement account view opinion according",
    "vorwurf",
    "angaben selon según secondo segundo volgens laut shows showed show reckon reckons calcula",
    "presenta presents presented describe describes described portrays verweist judging attributed attributes calculan",
    "estima estimam estiman estime calcola stima schätzt schat berekent",
)

UNSPOKEN = words(
    "thought thinks think believes believed felt feels found finds hoped hopes laughed began started",
    "ended opened closed shared read",
)
"""Cues of speech that are as often something else: *she thought*, *the bridge closed*."""
