"""Sentences of articles that never were, what they bear out and what not. Each bad point is wrong in one thing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from summariser.model import Article, Span

PUBLISHED = date(2026, 9, 17)  # a Thursday


@dataclass(frozen=True)
class Example:
    """``evidence`` stands in the article behind ``before``; ``good`` points are borne out, ``bad`` ones are not."""

    evidence: str
    good: tuple[str, ...]
    bad: tuple[str, ...]
    before: str = ""
    language: str = "en"
    wanted: str | None = None

    @property
    def article(self) -> Article:
        text = f"{self.before}\n\n{self.evidence}" if self.before else self.evidence
        return Article(text, published=PUBLISHED, language=self.language)

    @property
    def spans(self) -> tuple[Span, ...]:
        start = len(self.before) + 2 if self.before else 0
        return (Span(start, start + len(self.evidence)),)


FIGURES = (
    Example(
        "The council spent £3.4m on 16 electric buses last year, while repairs to its roads cost £870,000.",
        (
            (
                "Last year £3.4 million went on sixteen electric buses and £870,000 on mending roads, the "
                "council's books show."
            ),
            "Repairing roads cost the council £870,000 last year; 16 electric buses cost it 3.4 million pounds.",
        ),
        (
            "The council spent £3.4bn on 16 electric buses last year.",
            "The council spent £870,000 on 16 electric buses last year, while repairs to its roads cost £3.4m.",
            "The council spent £3.4m on 61 electric buses last year.",
            "The council spent €3.4m on 16 electric buses last year.",
        ),
    ),
    Example(
        "Almost 2,900 passengers were stranded overnight after 19 flights were cancelled, said the "
        "airport, which handles 41,000 people a day.",
        (
            "The airport said nearly 2,900 passengers had to spend the night there when 19 flights were cancelled.",
            (
                "Nineteen flights were called off, leaving almost 2900 passengers stranded overnight, according "
                "to the airport."
            ),
        ),
        (
            "More than 2,900 passengers were stranded overnight after 19 flights were cancelled, the airport said.",
            "Almost 2,900 flights were cancelled, the airport said, and 19 passengers were stranded overnight.",
            "The airport, which handles 41,000 people a week, said almost 2,900 passengers were stranded.",
        ),
    ),
    Example(
        "Rainfall in August was 12 per cent above average and the reservoir is now two-thirds full.",
        (
            "The reservoir is two thirds full after 12% more rain than average fell in August.",
            "August's rainfall was 12% higher than average, and the reservoir now stands at two thirds.",
        ),
        (
            "The reservoir is one third full after 12% more rain than average fell in August.",
            "The reservoir is two thirds full after 12% less rain than average fell in August.",
            "The reservoir is two thirds full after 12 percentage points more rain fell in August.",
        ),
    ),
    Example(
        "Inflation slowed from 5.1 to 3.8 per cent in July, while wages grew by 4.6 per cent.",
        (
            "Inflation eased to 3.8% in July from 5.1%, and wages rose 4.6%.",
            "Wages were up 4.6 per cent in July as inflation fell to 3.8 per cent from 5.1.",
        ),
        (
            "Inflation rose from 3.8 to 5.1 per cent in July, while wages grew by 4.6 per cent.",
            "Inflation slowed from 5.1 to 4.6 per cent in July, while wages grew by 3.8 per cent.",
        ),
    ),
    Example(
        "The committee voted nine to three to let the fair go ahead, though residents collected more than "
        "600 signatures against it.",
        (
            (
                "The fair may go ahead after a committee vote of 9-3, although over 600 signatures were collected "
                "against it."
            ),
            (
                "By nine votes to three the committee allowed the fair, against which residents had gathered more "
                "than 600 signatures."
            ),
        ),
        (
            "The committee voted three to nine to let the fair go ahead.",
            "The committee voted nine to three to ban the fair, though residents collected more than 600 signatures.",
            "The fair may go ahead, although residents collected fewer than 600 signatures against it.",
        ),
    ),
    Example(
        "At 7.45pm the lights went out in 12,500 homes, and by midnight all but 300 had power again.",
        (
            "Some 12,500 homes lost power at 7:45 p.m., and all except 300 had it back by midnight.",
            "Power failed in 12,500 homes at 19:45; by midnight it had returned to all but 300.",
        ),
        (
            "Some 12,500 homes lost power at 7.45am.",
            "By midnight only 300 of the 12,500 homes had power again.",
        ),
    ),
    Example(
        "Mira Teale, 34, ran the 42 kilometres in three hours and six minutes, nine minutes faster than in 2024.",
        (
            "Mira Teale, who is 34, needed three hours six minutes for the 42km, nine minutes less than in 2024.",
            "At 34, Mira Teale beat her time of 2024 by nine minutes, running 42 km in 3 hours and 6 minutes.",
        ),
        (
            "Mira Teale, 43, ran the 42 kilometres in three hours and six minutes.",
            "Mira Teale ran the 42 miles in three hours and six minutes.",
            "Mira Teale ran the 42 kilometres in three hours and six minutes, nine minutes slower than in 2024.",
        ),
    ),
)
DATES = (
    Example(
        "The tram depot will reopen on Monday and the first night service is to run on 2 October.",
        (
            "Night trams start on October 2, after the depot reopens on Monday.",
            "The tram depot reopens on Monday, 21 September.",
        ),
        (
            "Night trams start on November 2, after the depot reopens on Monday.",
            "The tram depot reopens on Tuesday.",
            "The tram depot reopens on Monday, 28 September.",
        ),
    ),
    Example(
        "The orchard, planted in the spring of 1952, must be cleared by the end of next month.",
        (
            "An orchard that was planted in spring 1952 has to be cleared by the end of next month.",
            "By the end of October the orchard, which dates from the spring of 1952, must be cleared.",
        ),
        (
            "An orchard that was planted in the autumn of 1952 has to be cleared by the end of next month.",
            "An orchard that was planted in spring 1925 has to be cleared by the end of next month.",
            "An orchard that was planted in spring 1952 has to be cleared after the end of next month.",
        ),
    ),
    Example(
        "Applications are open until 15 January, and the winners will be named last thing on 3 March.",
        ("People can apply until January 15; winners are to be named on March 3.",),
        ("People can apply from January 15; winners are to be named on March 3.",),
    ),
)
NAMES = (
    Example(
        "She said the choir had lost half its singers since the hall closed.",
        (
            "The choir has lost half of its singers since its hall closed, Greta Amsel said.",
            "Ms Amsel, its conductor, said half the choir's singers had left since the closure of the hall.",
        ),
        (
            "The choir has lost half of its singers since its hall closed, Tobias Renk said.",
            "The choir has lost half of its singers since its hall closed, Professor Greta Amsel said.",
            "The choir in Lowmarsh has lost half of its singers since its hall closed, Greta Amsel said.",
        ),
        before=(
            "Greta Amsel conducts the choir of Tarn Hill.\n\nTobias Renk, the caretaker, has kept the hall for "
            "years.\n\nOn Friday Ms Amsel met the councillors."
        ),
    ),
    Example(
        "Orrin Vale, the ferry's chief engineer, warned the owner, Halden Lines, in May that a pump was "
        "leaking; Captain Ida Strom was on leave.",
        (
            "Chief engineer Orrin Vale had warned Halden Lines, which owns the ferry, of a leaking pump in May.",
            (
                "Halden Lines was warned in May by its ferry's chief engineer, Orrin Vale, that a pump leaked, "
                "while the captain, Ida Strom, was on leave."
            ),
        ),
        (
            "Captain Orrin Vale had warned Halden Lines of a leaking pump in May.",
            (
                "Ida Strom, the ferry's chief engineer, warned Halden Lines in May that a pump was leaking; "
                "Captain Orrin Vale was on leave."
            ),
            "Halden Lines warned Orrin Vale, the ferry's chief engineer, in May that a pump was leaking.",
            "Orrin Vale, the ferry's chief engineer, warned the owner, Nordic Lines, in May that a pump was leaking.",
            "Orrin Vale, the ferry's chief cook, warned Halden Lines in May that a pump was leaking.",
        ),
    ),
    Example(
        "Born in Wexcombe and raised in Port Arlen, Dana Quist moved to Sweden at 19 to study glass.",
        (
            "Dana Quist, who was born in Wexcombe and grew up in Port Arlen, went to Sweden at 19 to study glass.",
            "At 19 Dana Quist left for Sweden to study glass; she was born in Wexcombe and raised in Port Arlen.",
        ),
        (
            "Born in Port Arlen and raised in Wexcombe, Dana Quist moved to Sweden at 19.",
            "Dana Quist, who was born in Wexcombe, moved to Denmark at 19 to study glass.",
        ),
    ),
    Example(
        "The Lindqvist Foundation sued the town of Marrow over the lease, and a judge, Paula Devi, ruled "
        "for the foundation.",
        (
            "Judge Paula Devi found for the Lindqvist Foundation, which had sued the town of Marrow over the lease.",
            (
                "The town of Marrow was sued over the lease by the Lindqvist Foundation, and the judge ruled for "
                "the foundation."
            ),
        ),
        (
            "The town of Marrow sued the Lindqvist Foundation over the lease.",
            "Judge Paula Devi ruled against the Lindqvist Foundation in its case over the lease.",
        ),
    ),
    Example(
        "Keeper Jonah Abel saved a penalty by Rui Castro before Castro's brother Luis scored for Elmport.",
        (
            (
                "Jonah Abel, the goalkeeper, saved Rui Castro's penalty before his brother, Luis Castro, scored "
                "for Elmport."
            ),
            "Luis Castro scored for Elmport after a penalty by his brother Rui had been saved by keeper Jonah Abel.",
        ),
        (
            "Rui Castro saved a penalty by Jonah Abel before Castro's brother Luis scored for Elmport.",
            "Keeper Luis Abel saved a penalty by Rui Castro.",
        ),
    ),
)
DENIALS = (
    Example(
        "The company will not replace the pipes this winter and has never told residents that the water is unsafe.",
        (
            (
                "The pipes are not to be replaced this winter, and residents have never been told by the company "
                "that their water is unsafe."
            ),
            (
                "The company has ruled out replacing the pipes this winter and has never said to residents that "
                "the water is unsafe."
            ),
        ),
        (
            "The company will replace the pipes this winter.",
            "The company has told residents that the water is unsafe.",
            "The company has never told residents that the water is safe.",
        ),
    ),
    Example(
        "None of the nine crew was injured, and the captain denied that he had been asleep.",
        (
            "All nine crew escaped injury, and the captain denied having been asleep.",
            "The nine crew members were unhurt; the captain said he had not been asleep.",
            "The captain rejected the claim that he had slept, and nobody among the crew of nine was injured.",
        ),
        (
            "All of the nine crew were injured, and the captain denied that he had been asleep.",
            "The captain admitted that he had been asleep.",
            "The captain said that he had been asleep, and none of the nine crew was injured.",
        ),
    ),
    Example(
        "Parents cannot choose the school, but they may refuse the bus without giving a reason.",
        (
            "Parents are not able to choose the school but may refuse the bus and need not give a reason.",
            "While parents can't choose the school, they may turn down the bus without giving any reason.",
        ),
        (
            "Parents can choose the school, but they may refuse the bus without giving a reason.",
            "Parents cannot choose the school, but they may refuse the bus if they give a reason.",
        ),
    ),
    Example(
        "Farmers oppose the wolf reserve, which the ministry supports, and want the fences kept.",
        (
            "Farmers are against the wolf reserve, which has the ministry's support, and want to keep the fences.",
            "The ministry backs the wolf reserve; farmers oppose it and want the fences to stay.",
        ),
        (
            "Farmers support the wolf reserve, which the ministry opposes, and want the fences kept.",
            "Farmers oppose the wolf reserve and want the fences removed.",
        ),
    ),
    Example(
        "Sales rose in the north but fell in the south, where the firm closed its oldest shop and opened a warehouse.",
        (
            (
                "Sales went up in the north and down in the south, where the oldest shop was closed and a "
                "warehouse opened."
            ),
            (
                "In the south, where sales fell, the firm shut its oldest shop and opened a warehouse; in the "
                "north they rose."
            ),
        ),
        (
            "Sales fell in the north but rose in the south, where the firm closed its oldest shop.",
            (
                "Sales rose in the north but fell in the south, where the firm opened its oldest shop and closed "
                "a warehouse."
            ),
            "Sales rose in the north but fell in the south, where the firm closed its newest shop.",
        ),
    ),
    Example(
        "The bill passed before the summer break and lowers the voting age, which the left welcomed.",
        (
            "The left welcomed the bill, which was passed before the summer break and lowers the voting age.",
            "Passed before the summer break, the bill brings down the voting age, to the left's approval.",
        ),
        (
            "The bill passed after the summer break and lowers the voting age.",
            "The bill passed before the summer break and raises the voting age.",
            "The bill was rejected before the summer break.",
            "The bill lowers the voting age, which the left criticised.",
        ),
    ),
)
HEDGES = (
    Example(
        "The bakery may close its last shop in spring if the rent goes up, its owner, Pia Lund, said.",
        (
            "Pia Lund, its owner, said the bakery's last shop might close in spring should the rent rise.",
            "The bakery could shut its last shop in spring if rent rises, according to owner Pia Lund.",
        ),
        (
            "The bakery will close its last shop in spring, its owner, Pia Lund, said.",
            "The bakery has closed its last shop, its owner, Pia Lund, said.",
        ),
    ),
    Example(
        "Police suspect that the fire was started by a faulty heater; a neighbour claimed she had seen "
        "two men run away.",
        (
            (
                "A faulty heater is suspected by police of having started the fire, though a neighbour claimed to "
                "have seen two men running away."
            ),
            "Police believe a faulty heater caused the fire, while a neighbour said she saw two men run off.",
        ),
        (
            "The fire was started by a faulty heater.",
            "Two men ran away from the fire, which police suspect a faulty heater started.",
        ),
    ),
    Example(
        "The alleged forger, a retired teacher, is accused of selling 40 fake maps to a museum.",
        (
            "A retired teacher who is alleged to be the forger is accused of having sold 40 fake maps to a museum.",
            "The suspected forger, a retired teacher, is accused of selling a museum 40 fake maps.",
        ),
        (
            "The forger, a retired teacher, sold 40 fake maps to a museum.",
            "A retired teacher sold 40 fake maps to a museum.",
        ),
    ),
    Example(
        "Talks are expected to resume next week, and the union plans a strike ballot in November.",
        (
            "The union is planning to ballot on a strike in November, with talks expected to start again next week.",
            "Talks should resume next week, and a strike ballot is planned by the union for November.",
        ),
        (
            "Talks have resumed, and the union plans a strike ballot in November.",
            "Talks are expected to resume next week, and the union held a strike ballot.",
        ),
    ),
    Example(
        "According to the auditors, the charity paid its director twice; the director says the second "
        "payment was a loan.",
        (
            (
                "The charity paid its director twice, according to the auditors, but the director says the second "
                "sum was a loan."
            ),
            "Auditors say the charity's director was paid twice; the director calls the second payment a loan.",
        ),
        (
            "The charity paid its director twice.",
            "According to the director, the charity paid twice; the auditors say the second payment was a loan.",
        ),
    ),
    Example(
        "Early results suggest that the vaccine works in older patients, and the team hopes to publish in May.",
        (
            (
                "The vaccine appears to work in older patients, early results suggest, and the team hopes for "
                "publication in May."
            ),
            (
                "The team, which hopes to publish in May, has early results suggesting that the vaccine works in "
                "older patients."
            ),
        ),
        (
            "The vaccine works in older patients, and the team hopes to publish in May.",
            "Early results prove that the vaccine works in older patients.",
            "Early results suggest that the vaccine works in older patients, and the team published in May.",
        ),
    ),
    Example(
        "The mayor promised that no tree in the square would be felled.",
        (
            "No tree in the square will be felled, the mayor promised.",
            "The mayor gave a promise that none of the square's trees would be felled.",
        ),
        ("A tree in the square will be felled, the mayor promised.", "The mayor has felled no tree in the square."),
    ),
)
QUOTES = (
    Example(
        "“We kept the doors open all night and nobody came,” said Hana Brook, who runs the shelter. Its "
        "treasurer, Otto Wray, called the week “a test of nerves”.",
        (
            "Hana Brook, who runs the shelter, said its doors were kept open all night “and nobody came”.",
            "The shelter's treasurer, Otto Wray, spoke of “a test of nerves”.",
            (
                "Nobody came although the shelter's doors stayed open all night, said Hana Brook; treasurer Otto "
                "Wray called the week “a test of nerves”."
            ),
        ),
        (
            "Hana Brook, who runs the shelter, said its doors were kept open all night “and everybody came”.",
            "Hana Brook called the week “a test of nerves”.",
            "The shelter's treasurer, Otto Wray, spoke of “a test of faith”.",
            "Otto Wray said the doors were kept open all night and nobody came.",
            "Everybody came when the shelter's doors stayed open all night, said Hana Brook.",
        ),
    ),
    Example(
        "Councillor Ben Aske accused the mayor, Lil Marsh, of hiding the report. “I published it on "
        "Friday,” she replied.",
        (
            (
                "Accused by Councillor Ben Aske of hiding the report, the mayor, Lil Marsh, replied that she had "
                "published it on Friday."
            ),
            (
                "Mayor Lil Marsh said she published the report on Friday, after Ben Aske, a councillor, accused "
                "her of hiding it."
            ),
        ),
        (
            "The mayor, Lil Marsh, accused Councillor Ben Aske of hiding the report.",
            "Mayor Lil Marsh hid the report.",
            "Councillor Ben Aske said he published the report on Friday.",
            "Mayor Lil Marsh said she had not published the report on Friday.",
        ),
    ),
)
CLAIMS = (
    Example(
        "The old mill burned down on Sunday. The owner had switched off the alarm.",
        ("The old mill, whose owner had switched off the alarm, burned down on Sunday.",),
        (
            "The old mill burned down on Sunday because the owner had switched off the alarm.",
            "The old mill tragically burned down on Sunday.",
            "The old mill, the largest in the county, burned down on Sunday.",
            "The old mill burned down on Sunday; read more at www.mill.example.",
            "@channel The old mill burned down on Sunday.",
            "The **old mill** burned down on Sunday.",
            "The article says the old mill burned down on Sunday.",
            "The old mill burned down on Sunday and eleven firefighters spent the night damping roofs nearby.",
        ),
    ),
)
ELSEWHERE = (
    Example(
        "Der Stadtrat lehnte den Umbau am Dienstag mit 21 zu 14 Stimmen ab, weil er 6,2 Millionen Euro kosten würde.",
        (
            "Mit 21 zu 14 Stimmen hat der Stadtrat am Dienstag den Umbau abgelehnt, der 6,2 Mio. Euro kosten würde.",
            "Der Umbau würde 6,2 Millionen Euro kosten, deshalb lehnte ihn der Stadtrat am Dienstag ab.",
        ),
        (
            "Mit 14 zu 21 Stimmen hat der Stadtrat am Dienstag den Umbau abgelehnt.",
            "Der Stadtrat stimmte dem Umbau am Dienstag zu.",
            "Der Umbau würde 6,2 Milliarden Euro kosten, deshalb lehnte ihn der Stadtrat am Dienstag ab.",
        ),
        language="de",
    ),
    Example(
        "« Je ne vendrai pas la ferme », a dit Lucie Brandot mercredi, alors que son frère, Marc Brandot, "
        "veut partir avant l’hiver.",
        (
            (
                "Lucie Brandot a dit mercredi qu’elle ne vendrait pas la ferme, mais son frère Marc souhaite "
                "partir avant l’hiver."
            ),
            (
                "Marc Brandot veut partir avant l’hiver, tandis que sa sœur, Lucie, refuse de vendre la ferme, "
                "a-t-elle dit mercredi."
            ),
        ),
        (
            "Lucie Brandot a dit mercredi qu’elle vendrait la ferme.",
            "Lucie Brandot a dit jeudi qu’elle ne vendrait pas la ferme.",
            "Marc Brandot est parti avant l’hiver.",
        ),
        language="fr",
    ),
    Example(
        "El ayuntamiento no cerrará la piscina, que el año pasado recibió 48.000 visitas, aseguró la "
        "concejala Nuria Salas.",
        (
            "La concejala Nuria Salas aseguró que la piscina, con 48.000 visitas el año pasado, no se cerrará.",
            (
                "La piscina municipal, que recibió 48 000 visitas el año pasado, seguirá sin cerrar, según la "
                "concejala Nuria Salas."
            ),
        ),
        (
            "La concejala Nuria Salas aseguró que la piscina se cerrará.",
            "La concejala Nuria Salas aseguró que la piscina, con 84.000 visitas el año pasado, no se cerrará.",
            "La alcaldesa Nuria Salas aseguró que la piscina no se cerrará.",
        ),
        language="es",
    ),
    Example(
        "Il treno delle 7.20 è stato soppresso: i pendolari, circa duecento, hanno aspettato due ore senza notizie.",
        (
            "Soppresso il treno delle 7.20: circa 200 pendolari hanno atteso due ore senza avere notizie.",
            "Circa duecento pendolari sono rimasti due ore senza notizie dopo la soppressione del treno delle 7.20.",
        ),
        (
            "Soppresso il treno delle 7.20: circa 300 pendolari hanno atteso due ore.",
            "Circa duecento pendolari hanno aspettato due giorni senza notizie.",
        ),
        language="it",
    ),
    Example(
        "A ponte fica fechada até 12 de maio, disse o engenheiro Rui Falcão, que prometeu obras mais rápidas.",
        (
            "Segundo o engenheiro Rui Falcão, que prometeu obras mais rápidas, a ponte fica fechada até 12 de maio.",
            "A ponte está fechada até 12 de maio, afirmou Rui Falcão, engenheiro.",
        ),
        (
            "A ponte fica fechada a partir de 12 de maio, disse o engenheiro Rui Falcão.",
            "A ponte fica aberta até 12 de maio, disse o engenheiro Rui Falcão.",
            "A ponte fica fechada até 12 de maio, disse o ministro Rui Falcão.",
        ),
        language="pt",
    ),
    Example(
        "De burgemeester weigerde af te treden, hoewel een onderzoek in april had uitgewezen dat hij "
        "14.000 euro te veel declareerde.",
        (
            (
                "Hoewel uit een onderzoek in april bleek dat de burgemeester 14.000 euro te veel declareerde, "
                "weigert hij af te treden."
            ),
            (
                "De burgemeester treedt niet af, ook al declareerde hij volgens een onderzoek van april 14.000 "
                "euro te veel."
            ),
        ),
        (
            "De burgemeester is afgetreden omdat hij 14.000 euro te veel declareerde.",
            (
                "De burgemeester weigerde af te treden, hoewel hij 41.000 euro te veel declareerde volgens een "
                "onderzoek in april."
            ),
        ),
        language="nl",
    ),
    Example(
        "Der Tierpark nimmt ab 1. Mai keine Elefanten mehr auf, sagte Direktorin Silke Harms; 38 Tiere ziehen um.",
        (
            "From 1 May the zoo will take in no more elephants, director Silke Harms said; 38 animals are moving.",
            "The zoo's director, Silke Harms, said it would not take in elephants from May 1.",
        ),
        (
            "From 1 May the zoo will take in more elephants, director Silke Harms said.",
            "From 1 May the zoo will take in no more elephants, director Silke Harms said; 83 animals are moving.",
            "From 1 May the zoo will take in no more elephants, director Petra Harms said.",
        ),
        language="de",
        wanted="en",
    ),
)
OWN_WORDS = (
    Example(
        "“Girls have warm hands,” he used to say, “and warm hands rust steel.”",
        ("Aurelio Ferradi used to say that girls have warm hands, and that warm hands rust steel.",),
        ("Girls have warm hands, and warm hands rust steel.",),
        before="Aurelio Ferradi came from Trieste in 1949.",
    ),
    Example(
        "“The price in November was wrong, and I said so.”",
        ("The price in November was wrong, Ada Moll said.",),
        ("The price in November was wrong.", "I said so: the price in November was wrong, Ada Moll said."),
        before="Ada Moll, the minister, answered reporters at the station.",
    ),
    Example(
        "She went on: “There are 1,400 people in Grimsby who make this cable for a living.",
        ("There are 1,400 people in Grimsby who make this cable for a living, she went on.",),
        ("She went on: “There are 1,400 people in Grimsby who make this cable for a living.",),
        before="Ada Moll, the minister, answered reporters at the station.",
    ),
    Example(
        "„Der Preis war im November falsch.“",
        (
            "Der Preis sei im November falsch gewesen, sagte die Ministerin.",
            "Der Preis sei im November falsch gewesen.",
        ),
        ("Der Preis war im November falsch.", "Wir sagten, der Preis sei im November falsch gewesen."),
        before="Die Ministerin Ada Moll antwortete am Bahnhof.",
        language="de",
    ),
    Example(
        "Ada Moll, head of the agency, said the number of dead was likely to rise.",
        ("The number of dead was likely to rise, said Ada Moll, head of the agency.",),
        ("The number of dead was likely to rise.",),
    ),
    Example(
        "Willem Haas, who manages a fund, questioned the haste.",
        ("The haste was questioned by Willem Haas, who manages a fund.",),
        ("Willem Haas, who manages a fund, was questioned about the haste.",),
    ),
    Example(
        "The old mill burned down on Sunday after World War I veterans had met there.",
        ("On Sunday the old mill, where World War I veterans had met, burned down.",),
        (
            "Here’s the rewritten passage: The old mill burned down on Sunday.",
            "Rewritten: The old mill burned down on Sunday.",
            "The news is an old mill that burned down on Sunday.",
            "Our old mill burned down on Sunday.",
        ),
    ),
    Example(
        "London had been asked to pay £1.9 billion. An official called the claim “a fairy tale”.",
        ("An official called it “a fairy tale” that London had been asked to pay £1.9 billion.",),
        (
            (
                "The official's claim that London was to pay £1.9 billion was a classic example of a fairy tale, as "
                "the actual calculation was a deliberate attempt to distract from the reality."
            ),
        ),
    ),
)


ALL = (*FIGURES, *DATES, *NAMES, *DENIALS, *HEDGES, *QUOTES, *CLAIMS, *OWN_WORDS, *ELSEWHERE)

SLIPS = frozenset(
    (
        "By midnight only 300 of the 12,500 homes had power again.",
        "The company has never told residents that the water is safe.",
        "Parents cannot choose the school, but they may refuse the bus if they give a reason.",
        "Two men ran away from the fire, which police suspect a faulty heater started.",
        "Councillor Ben Aske said he published the report on Friday.",
        "Der Stadtrat stimmte dem Umbau am Dienstag zu.",
    )
)
"""Bad points that pass all the same."""
