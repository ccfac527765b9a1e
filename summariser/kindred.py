"""Words that mean about the same in news, by their stems: who asks of a *boss* may be answered with a *manager*.

Word vectors bring together what is spoken of together (*open*, *shut*), so what people say for one another is listed
here. English only, and only what the sample questions and everyday speech suggest.
"""

from __future__ import annotations

from functools import cache

from summariser.stems import stem

_GROUPS = """
die kill fatal victim toll casualty; father dad daddy; mother mum mom mummy; child kid youngster baby; wife husband
spouse partner; manager boss head chief executive director leader; chair chairman chairwoman; home house household
dwelling; police cop officer; money cash fund; price cost fee charge; rise increase grow climb jump up higher; fall
drop decline cut reduce lower slide plunge down; buy purchase acquire; sell offload; close shut closure; open
reopen; begin start launch; end finish stop; win beat victory; lose defeat loss; job post role work career living
profession; worker employee staff workforce; company firm business corporation; sack fire dismiss layoff redundancy
axe; resign quit leave depart; agree back support approve endorse; oppose reject refuse deny dispute against; hurt
injure wound harm; live reside inhabit; resident local inhabitant villager people; build construct erect; find
discover spot notice; big large huge size; ship boat vessel ferry; car vehicle; lorry truck; pupil student
schoolchild; doctor medic physician; shop store; internet broadband online web; salary pay wage earnings; vote
ballot election poll; profit earnings; talk meeting negotiation discussion; deal agreement pact accord; plan
proposal scheme project; rule law regulation legislation; say tell state; promise pledge vow; demand call urge; warn
caution; damage destroy wreck ruin; repair fix mend; power electricity energy electric; water flood; fire blaze;
storm gale; road street; train rail railway; plane aircraft flight; town city village; mayor; country nation;
government ministry cabinet; attend participate represent discuss meet; arrive come; replace successor succeed;
cause reason blame because; name call title; show reveal; hide conceal; keep hold retain; send dispatch; teach
train; watch see; hear listen; write author; give donate; ask request seek; need require; want wish; help aid
assist; try attempt; rich wealthy; poor; old elderly age; young youth; fast quick speed; slow; cheap; expensive
dear; safe secure; dangerous risk danger hazard; illegal unlawful banned ban; free release; arrest detain custody;
accuse charge allege; guilty convict; trial court case; judge; lawyer solicitor barrister attorney; clock watch;
book volume; study research experiment paper survey; prosecute prosecutor accuse; prison jail sentence term;
goal score scorer goalscorer scored winner header; match game fixture; team side squad club; coach manager trainer;
break breach burst collapse rupture crack; bed sleep; queue line tailback jam; fine penalty
punishment; mayor councillor council; scientist researcher academic professor; surgery operation; hospital clinic;
football soccer; weapon gun knife; thief burglar robber; theft burglary robbery steal; drink alcohol; meal food dish;
border frontier; strike walkout; protest demonstration rally march; refugee migrant asylum; soldier troop army
military; attack assault strike raid; cancel scrap abandon axe; delay postpone; warn fear; lawsuit sue claim;
birthplace birth; funeral burial bury; marry marriage wedding; inquiry investigation probe investigate; cure
treatment treat therapy; song music; film movie; picture photo photograph image; prize award; record; norway norwegian;
france french; germany german; britain british uk; spain spanish; italy italian; portugal portuguese; ireland irish;
scotland scottish; england english; wales welsh; netherlands dutch; denmark danish; sweden swedish; finland finnish;
poland polish; greece greek; turkey turkish; russia russian; ukraine ukrainian; china chinese; japan japanese;
india indian; america american usa; canada canadian; australia australian; mexico mexican; brazil brazilian;
kenya kenyan; egypt egyptian; israel israeli; iran iranian; europe european; africa african; asia asian
"""


@cache
def _groups() -> dict[str, frozenset[str]]:
    kindred: dict[str, set[str]] = {}
    for line in _GROUPS.replace("\n", " ").split(";"):
        group = {stem(word, "en") for word in line.split()}
        for each in group:
            kindred.setdefault(each, set()).update(group - {each})
    return {each: frozenset(others) for each, others in kindred.items()}


def kindred(stem_of: str, language: str | None) -> frozenset[str]:
    """The stems of words that mean about the same as the one with that stem."""
    return _groups().get(stem_of, frozenset()) if language in {None, "en"} else frozenset()
