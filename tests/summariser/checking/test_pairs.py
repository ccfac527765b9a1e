"""Short sentences, and one of another that says the same or something else: the least that the gate must tell apart."""

from __future__ import annotations

from datetime import date

import pytest

from summariser.model import Article, Span
from summariser.support import failures

OTHERWISE = (
    ("The bridge shuts on Monday 16 February.", "The bridge shuts on Tuesday."),
    ("Redport Rovers beat Hale Town in Lowmarsh.", "Hale Town beat Redport Rovers in Lowmarsh."),
    ("It is a large fund.", "It is the largest fund."),
    ("Acme sued Borland over a patent.", "Borland sued Acme over a patent."),
    ("Acme bought Borland for £3m.", "Borland bought Acme for £3m."),
    ("Borland was bought by Acme for £3m.", "Borland bought Acme for £3m."),
    ("The council told the union to leave.", "The union told the council to leave."),
    ("Mia Hall thanked Tom Dell for his help.", "Tom Dell thanked Mia Hall for her help."),
    ("Mia Hall replaced Tom Dell as mayor.", "Tom Dell replaced Mia Hall as mayor."),
    ("The police accused the driver of lying.", "The driver accused the police of lying."),
    ("The minister wrote to the mayor in May.", "The mayor wrote to the minister in May."),
    ("France lent Spain two ships.", "Spain lent France two ships."),
    ("The plan may cost jobs.", "The plan will cost jobs."),
    ("The plan could cost jobs, the union said.", "The plan has cost jobs, the union said."),
    ("She wants to reopen the mine.", "She has reopened the mine."),
    ("She hopes to win the seat.", "She won the seat."),
    ("The firm is considering a sale.", "The firm has decided on a sale."),
    ("The firm intends to hire 40 people.", "The firm hired 40 people."),
    ("He is charged with theft.", "He committed theft."),
    ("Prosecutors say he took the money.", "He took the money."),
    ("Villagers believe the well is poisoned.", "The well is poisoned."),
    ("The report estimates that 90 people fled.", "Exactly 90 people fled."),
    ("Critics call the plan wasteful.", "The plan is wasteful."),
    ("The court is expected to rule on Friday.", "The court ruled on Friday."),
    ("The road was widened in May.", "The road was narrowed in May."),
    ("The firm hired 40 people.", "The firm fired 40 people."),
    ("The company made a profit of £3m.", "The company made a loss of £3m."),
    ("Temperatures will be warmer than usual.", "Temperatures will be colder than usual."),
    ("The team arrived on Friday.", "The team left on Friday."),
    ("He lent the money to his sister.", "He borrowed the money from his sister."),
    ("Exports rose in May.", "Imports rose in May."),
    ("The strike ended on Monday.", "The strike began on Monday."),
    ("The minister welcomed the report.", "The minister condemned the report."),
    ("The tax was introduced in 2019.", "The tax was abolished in 2019."),
    ("The mayor supports the ban.", "The mayor opposes the ban."),
    ("She was the youngest of three.", "She was the oldest of three."),
    ("The town lies north of the river.", "The town lies south of the river."),
    ("Supply exceeds demand.", "Demand exceeds supply."),
    ("The factory is still open.", "The factory is still closed."),
    ("The old bridge is safe.", "The old bridge is unsafe."),
    ("He survived the crash.", "He died in the crash."),
    ("They found the boat empty.", "They found the boat full."),
    ("The verdict was guilty.", "The verdict was not guilty."),
    ("The winner was Mia Hall.", "The loser was Mia Hall."),
    ("Few people came.", "Many people came."),
    ("Everyone voted for it.", "Nobody voted for it."),
    ("The ship is heavier than the dock allows.", "The ship is lighter than the dock allows."),
    ("It was the worst flood since 1953.", "It was the best flood since 1953."),
    ("The dam is 40 metres high and 90 metres long.", "The dam is 90 metres high and 40 metres long."),
    ("Mia Hall, a nurse, met Tom Dell, a baker.", "Mia Hall, a baker, met Tom Dell, a nurse."),
    ("The clerk Mia Hall was there.", "The judge Mia Hall was there."),
    ("Mia Hall, who heads the school, resigned.", "Mia Hall, who heads the hospital, resigned."),
    ("Mia Hall of Acme said no.", "Mia Hall of Borland said no."),
    ("The shop in Leeds will close.", "The shop in York will close."),
    ("He went to prison after a trial.", "He went to prison without a trial."),
    ("The mill burned down. The owner was away.", "The mill burned down because the owner was away."),
    ("Water levels rose overnight.", "Water levels fell overnight."),
    ("The king praised the soldiers.", "The soldiers praised the king."),
    ("Ada Moll said that Bo Carr had lied.", "Bo Carr said that Ada Moll had lied."),
    ("Ada Moll said that Bo Carr had lied.", "Bo Carr had lied."),
    ("Ada Moll denied that she had lied.", "Ada Moll admitted that she had lied."),
    ("The patient recovered.", "The patient did not recover."),
    ("It is legal to fish there.", "It is illegal to fish there."),
    ("The talks failed.", "The talks succeeded."),
    ("The judge allowed the appeal.", "The judge dismissed the appeal."),
    ("Six died and 40 were injured.", "Forty died and six were injured."),
)
"""Not the same."""

ALIKE = (
    ("The court is expected to rule on Friday.", "A ruling from the court is due on Friday."),
    ("Acme sued Borland over a patent.", "Borland was sued by Acme over a patent."),
    ("Acme bought Borland for £3m.", "Borland has been bought by Acme for £3 million."),
    ("Borland was bought by Acme for £3m.", "Acme bought Borland for £3m."),
    ("Mia Hall thanked Tom Dell for his help.", "Tom Dell was thanked by Mia Hall for his help."),
    ("The minister wrote to the mayor in May.", "In May the mayor got a letter from the minister."),
    ("The plan may cost jobs.", "Jobs may be lost under the plan."),
    ("She wants to reopen the mine.", "She would like the mine to open again."),
    ("The firm intends to hire 40 people.", "Forty people are to be hired by the firm."),
    ("He is charged with theft.", "He has been charged with theft."),
    ("Prosecutors say he took the money.", "According to prosecutors, he took the money."),
    ("Prosecutors say he took the money.", "Prosecutors accuse him of taking the money."),
    ("Villagers believe the well is poisoned.", "The well is poisoned, villagers think."),
    ("Critics call the plan wasteful.", "The plan is wasteful, critics say."),
    ("The strike ended on Monday.", "The strike came to an end on Monday."),
    ("The strike ended on Monday.", "Monday saw the end of the strike."),
    ("The minister welcomed the report.", "The report was welcomed by the minister."),
    ("The tax was introduced in 2019.", "The tax dates from 2019."),
    ("The mayor supports the ban.", "The ban has the mayor's support."),
    ("The mayor opposes the ban.", "The mayor is against the ban."),
    ("Supply exceeds demand.", "There is more supply than demand."),
    ("The factory is still open.", "The factory has not closed."),
    ("He survived the crash.", "He was not killed in the crash."),
    ("Everyone voted for it.", "Nobody voted against it."),
    ("Nobody voted against it.", "The vote was unanimous."),
    ("Few people came.", "Not many people came."),
    ("The vote was postponed until June.", "The vote has been put off until June."),
    ("Six died and 40 were injured.", "Forty people were hurt and six were killed."),
    ("The dam is 40 metres high and 90 metres long.", "At 90 metres long and 40 metres high, the dam is there."),
    ("Mia Hall, a nurse, met Tom Dell, a baker.", "Nurse Mia Hall met baker Tom Dell."),
    ("Mia Hall, a nurse, met Tom Dell, a baker.", "Tom Dell, who is a baker, was met by Mia Hall, who is a nurse."),
    ("Ada Moll said that Bo Carr had lied.", "Bo Carr had lied, Ada Moll said."),
    ("Ada Moll said that Bo Carr had lied.", "Ada Moll accused Bo Carr of lying."),
    ("Ada Moll denied that she had lied.", "Ada Moll said she had not lied."),
    ("Water levels rose overnight.", "Overnight, water levels went up."),
    ("The judge allowed the appeal.", "The appeal was allowed by the judge."),
    ("The shop in Leeds will close.", "The Leeds shop is to shut."),
    ("The bridge shuts on Monday 16 February.", "The bridge will be shut from 16 February, a Monday."),
    ("The bill was passed in the upper house.", "The upper house approved the bill."),
    ("The firm made a profit of £3m, up from £2m.", "Profit at the firm rose from £2m to £3m."),
    ("Prices fell by 4 per cent.", "Prices are 4% lower."),
    ("She refused to comment.", "She did not want to comment."),
    ("He has not been seen since May.", "Nobody has seen him since May."),
    ("The company will not appeal.", "The company has decided against an appeal."),
    ("The company will not appeal.", "There will be no appeal by the company."),
    ("The mayor could not be reached for comment.", "The mayor was not available for comment."),
    ("Doctors have been unable to explain the illness.", "Doctors cannot explain the illness."),
    (
        "The team studied stone tools that were used by early people.",
        "The team studied stone tools used by early people.",
    ),
    ("The probe will light up a little-known third zone.", "The probe will light up a third zone."),
    ("The fire left 40 families homeless.", "Forty families lost their homes in the fire."),
)
"""The same in other words."""


def _stopped(evidence: str, point: str) -> bool:
    article = Article(evidence, published=date(2026, 2, 10), language="en")
    return bool(failures(point, [Span(0, len(evidence))], article))


@pytest.mark.parametrize(("evidence", "point"), OTHERWISE)
def test_what_says_something_else_is_stopped(evidence: str, point: str) -> None:
    assert _stopped(evidence, point)


@pytest.mark.parametrize(("evidence", "point"), ALIKE)
def test_the_same_in_other_words_passes(evidence: str, point: str) -> None:
    assert not _stopped(evidence, point)
