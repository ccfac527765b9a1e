"""Words that are each other's opposite, in seven languages: an axis, and the words at both its ends."""

from __future__ import annotations

from functools import cache

from summariser.stems import stem

_AXES = {
    "en": """
rise rises rose risen rising increase increased grow grew growth climb climbed gain gained soar soared jump jumped
surge surged up raise raised lift lifted extend extended expand expanded double doubled improve improved recover
recovered higher | fall fell fallen decrease decreased drop dropped decline declined shrink shrank sink sank slide
slid plunge plunged down lower lowered cut reduce reduced reduction halve halved worsen worsened slump
slumped shorten shortened dip dipped slow slowed ease eased;
higher more above larger bigger greater over | lower fewer less below smaller under;
longer | shorter;
open opened opening reopen reopened | close closed closing shut closure shuts;
allowed granted approve approved approval pass passed accept accepted agree agreed back backed endorse endorsed
support supports supported favour favoured welcome welcomed praise praised hail hailed | criticise criticised
criticize criticized condemn condemned attack attacked reject rejected refuse refused veto vetoed oppose opposed
opposes against decline declined turned dismiss dismissed resist resisted fight fought;
confirm confirmed admit admitted admits acknowledge acknowledged concede conceded accept accepted | deny denied
denies dispute disputed rejected reject;
win won wins victory beat beats defeated | lose lost loses defeat beaten;
begin began begun beginning start started starts launch launched | end ended ends finish finished stop stopped;
allow allowed allows permit permitted let lets legal | ban banned bans forbid forbidden prohibit prohibited illegal
bar barred;
buy bought buys purchase purchased acquire acquired | sell sold sells sale;
hire hired appoint appointed recruit recruited | fire fired sack sacked dismiss dismissed resign resigned;
before earlier early sooner | after later late afterwards once;
gain gains gained | lose lost loses loss losses;
ahead lead leads leading led | behind trail trails trailing trailed;
first | last;
widen widened | narrow narrowed;
warm warmer warmest | cold colder coldest cool cooler;
introduce introduced created | abolish abolished repealed;
empty | full;
winner winners | loser losers;
few | many;
heavy heavier heaviest | light lighter lightest;
postponed delayed | hastened advanced;
strong stronger | weak weaker;
high highest | low lowest;
majority most | minority;
send sent | receive received;
ancient old | modern new;
wet | dry;
thick thicker | thin thinner;
clean | dirty;
visible | hidden;
keep kept retain retained stay stayed | remove removed scrap scrapped abolish abolished;
escape escaped | suffer suffered;
praise praised | question questioned doubt doubted;
add added adds | take took taken;
approve approved continue continued | halt halted block blocked;
agreement agreeing | defying defiance;
home | away travelling;
urban | rural;
active | retired;
local | foreign;
resist resisted | accept accepted;
best better | worst worse;
oldest older | newest newer youngest younger;
hot hotter hottest warm | cold colder coldest cool;
least minimum | most maximum;
love loved loves like liked | hate hated hates loathe loathed dislike disliked;
alive survive survived unhurt unharmed safe | dead died killed hurt injured wounded;
guilty convicted convict | innocent acquitted cleared;
free freed release released bail | detain detained custody jail jailed imprisoned arrest arrested;
arrive arrived enter entered join joined | leave left depart departed quit exit;
import imports imported | export exports exported;
north northern | south southern;
east eastern | west western;
male man men boy boys husband husbands | female woman women girl girls wife wives;
rich richer wealthy | poor poorer;
strong stronger strengthen strengthened | weak weaker weaken weakened;
fast faster quick quicker quickly | slow slower slowly;
small smaller smallest little tiny | large larger largest big bigger biggest huge;
cheer cheered cheers applaud applauded applause | boo booed boos jeer jeered heckled whistled;
proud pride | ashamed shame;
profit profits | loss losses;
credit surplus | deficit debt;
success succeed succeeded | failure fail failed;
include included | exclude excluded;
public | private;
majority | minority;
inside | outside;
true right | false wrong;
remember remembered | forget forgot forgotten;
give gave given lend lent | take took taken borrow borrowed;
build built | demolish demolished destroy destroyed;
temporary | permanent;
voluntary | compulsory mandatory;
easy easier | hard harder difficult;
safe | dangerous;
cheap cheaper | expensive dearer;
upper | lower;
left | right;
present | absent;
ally | enemy
    """,
    "de": """
steigen steigt stieg gestiegen erhöhen erhöht erhöhte zunahme zugenommen wuchs gewachsen anstieg mehr höher | sinken
sinkt sank gesunken fallen fiel gefallen senken senkt senkte gesenkt rückgang abgenommen schrumpfte weniger
niedriger kürzt gekürzt;
öffnen öffnet öffnete geöffnet eröffnet | schließen schließt schloss geschlossen schließung;
zustimmt zugestimmt stimmte zu billigt gebilligt angenommen befürwortet unterstützt dafür | abgelehnt lehnt lehnte
ablehnt dagegen zurückgewiesen;
gewinnen gewinnt gewann gewonnen sieg | verlieren verliert verlor verloren niederlage;
beginnen beginnt begann begonnen anfang | enden endet endete ende beendet;
erlaubt erlauben | verboten verbieten verbietet;
kaufen kauft kaufte gekauft | verkaufen verkauft verkaufte;
früher vorher | später nachher;
erste ersten erster | letzte letzten letzter;
beste besten | schlechteste schlechtesten;
älter älteste | jünger jüngste;
gibt zu gestand | bestreitet bestritt bestritten;
mindestens | höchstens;
zusage zusagen zugesagt | absage absagen abgesagt;
klein kleine kleiner | groß große großer
    """,
    "fr": """
augmente augmenté augmenter augmentation hausse monte monté grimpe grimpé progresse progressé plus supérieur |
baisse baissé baisser diminue diminué diminution chute chuté recule reculé recul moins inférieur réduit réduite
réduire;
ouvre ouvrir ouvert ouverte ouverture | ferme fermer fermera fermé fermée fermeture;
approuve approuvé favorable favorables accepte accepté retient retenu adopte adopté soutient soutenu | rejette
rejeté refuse refusé
écarte écarté repousse repoussé oppose opposé;
gagne gagné victoire remporte remporté | perd perdu défaite;
commence commencé début | finit fini termine terminé fin;
autorise autorisé | interdit interdite;
achète acheté | vend vendu;
avant tôt | après tard;
premier première | dernier dernière;
meilleur meilleure | pire;
admet admis reconnaît reconnu | nie nié dément;
allumé allumée allumés allumées | éteint éteinte éteints éteintes;
petit petite | grand grande
    """,
    "es": """
aumenta aumentó aumento aumentado sube subió subida crece creció más mayor superior | baja bajó bajada reduce redujo
reducido reducción cae cayó caída disminuye disminuyó menos menor inferior;
abre abrió abrir abierto apertura | cierra cerró cerrar cerrado cierre;
aprueba aprobó aprobado acepta aceptó apoya apoyó | rechaza rechazó rechazado;
gana ganó victoria | pierde perdió derrota;
empieza empezó comienza comenzó inicio | termina terminó acaba acabó final fin;
permite permitió | prohíbe prohibió prohibido;
compra compró comprado | vende vendió vendido;
antes temprano | después tarde;
primero primera primer | último última;
mejor | peor;
admite admitió reconoce reconoció | niega negó;
libertad | prisión cárcel;
encendido encendida encendidas encendidos | apagado apagada apagadas apagados;
aplauso aplausos aplaudió aplaudida aplaudido | silbido silbidos abucheo abucheos abucheó;
pequeño pequeña | grande
    """,
    "it": """
aumenta aumentato aumento sale salito cresce cresciuto crescita più maggiore superiore | cala calato calo scende
sceso riduce ridotto riduzione diminuisce diminuito meno minore inferiore;
apre aperto apertura | chiude chiuso chiusura;
approva approvato approvata accetta accettato passata sostiene | respinge respinto respinta rifiuta rifiutato
bocciata bocciato;
vince vinto vittoria | perde perso sconfitta;
inizia iniziato comincia cominciato inizio | finisce finito termina terminato fine;
permette permesso | vieta vietato;
compra comprato | vende venduto;
prima presto | dopo tardi;
primo prima | ultimo ultima;
migliore | peggiore;
ammette ammesso riconosce | nega negato;
acceso accesa accese accesi | spento spenta spente spenti;
favorevole favorevoli | contrario contraria contrari contrarie contro;
piccolo piccola | grande
    """,
    "pt": """
aumenta aumentou aumento sobe subiu subida cresce cresceu mais maior superior | desce desceu descida baixa baixou
reduz reduziu redução corte cai caiu queda diminui diminuiu menos menor inferior;
abre abriu aberto abertura | fecha fechou fechado encerra encerrou encerramento;
aprova aprovou aprovado aceita aceitou apoia apoiou | rejeita rejeitou recusa recusou;
ganha ganhou vence venceu vitória | perde perdeu derrota;
começa começou início | acaba acabou termina terminou fim;
permite permitiu | proíbe proibiu proibido;
compra comprou | vende vendeu;
antes cedo | depois tarde;
primeiro primeira | último última;
melhor | pior;
admite admitiu reconhece | nega negou;
mínimo | máximo;
acesa acesas aceso acesos | apagada apagadas apagado apagados;
aplauso aplausos aplaudiu aplaudida aplaudido | assobio assobios vaia vaias;
pequeno pequena | grande
    """,
    "nl": """
stijgt steeg gestegen stijging groeit groeide gegroeid verhoogd verhoogt meer hoger verdubbeld verdubbelt | daalt
daalde gedaald daling zakt zakte gezakt verlaagd verlaagt minder lager krimpt gekrompen geschrapt schrapt halveert;
opent opende geopend opening open | sluit sloot gesloten sluiting gesloten dicht;
goedgekeurd keurt steunt steunde aanvaardt aanvaard | verwerpt verwierp verworpen weigert weigerde geweigerd
afgewezen;
wint won gewonnen winst overwinning | verliest verloor verloren nederlaag verlies;
begint begon begonnen start gestart | eindigt eindigde einde stopt gestopt;
toegestaan | verboden;
koopt kocht gekocht | verkoopt verkocht;
vroeger eerder | later;
eerste | laatste;
beste | slechtste;
ouder oudste | jonger jongste nieuwste;
erkent erkende | ontkent ontkende;
klein kleine kleiner | groot grote groter
    """,
}


@cache
def poles(language: str | None) -> dict[str, frozenset[tuple[int, int]]]:
    """For each word, and for the stem of each longer one, the axes it stands on and at which end, 0 or 1."""
    found: dict[str, set[tuple[int, int]]] = {}
    for axis, ends in enumerate(_AXES.get(language or "en", _AXES["en"]).split(";")):
        for end, words in enumerate(ends.split("|")):
            for word in words.split():
                found.setdefault(word, set()).add((axis, end))
                folded = stem(word, language)
                if len(folded) >= _SHORTEST:
                    found.setdefault(f"{folded} ", set()).add((axis, end))
    return {word: frozenset(ends) for word, ends in found.items()}


def poles_of(low: str, folded: str, language: str | None) -> frozenset[tuple[int, int]]:
    """Where a word stands; nowhere, most of them."""
    table = poles(language)
    return table.get(low) or table.get(f"{folded} ") or frozenset()


_SHORTEST = 4
