"""Sentences of the sample articles retold: the article, the numbers of the sentences, the point."""

from __future__ import annotations

GOOD: tuple[tuple[str, tuple[int, ...], str], ...] = (
    (
        "01-grid-talks",
        (2,),
        (
            "Flying home from three days in Kenya, the Prime Minister was asked if Britain could yet "
            "join Northgrid, a £36 billion pool for undersea cables linking wind farms."
        ),
    ),
    (
        "01-grid-talks",
        (16, 17, 18),
        (
            "Gavin Brathwaite had promised when campaigning to tear up the treaty that bills would be "
            "halved by Christmas, Dame Ruth said."
        ),
    ),
    (
        "01-grid-talks",
        (24,),
        (
            "The last government left a “half-built” arrangement, Dame Ruth said, promising that new "
            "permits would “come through in months, not years”."
        ),
    ),
    (
        "01-grid-talks",
        (14, 15),
        "Dame Ruth hopes Colin Avery-Stott will come back with something to put before Parliament.",
    ),
    (
        "02-harbour-master",
        (25,),
        (
            "According to Mr Acheby, the harbour ran on handshakes for a century and his client was "
            "guilty only of ‘old habits and bad handwriting’."
        ),
    ),
    ("02-harbour-master", (28,), "Tidwell told the detective the money was how boatmen and skippers thanked him."),
    (
        "02-harbour-master",
        (13, 14),
        (
            "Asked why she had not gone to the council, Gwen Pollard said that as far as Pendrow was "
            "concerned he was the council."
        ),
    ),
    (
        "03-cup-semi-final",
        (0, 1),
        (
            'Okwuosa, the centre-half known to fans as "The Crane", won the semi-final with a header '
            "from a corner three minutes into stoppage time."
        ),
    ),
    (
        "03-cup-semi-final",
        (5,),
        (
            "At half-time Marlingate's manager, Duncan Faircloth, told the players they were \"playing "
            'the badge and not the team".'
        ),
    ),
    (
        "03-cup-semi-final",
        (27,),
        ("As the lights went down, 3,100 away fans were still singing that they were never coming home."),
    ),
    (
        "03-cup-semi-final",
        (20, 21),
        "Okwuosa arrived on trial with a single pair of boots and a night shift, Faircloth said.",
    ),
    (
        "04-lens-maker-results",
        (7,),
        (
            "Shutting the factory is the first part of a restructuring over three years, which the "
            "board calls “Clear Sight”."
        ),
    ),
    (
        "04-lens-maker-results",
        (10,),
        (
            "Finance director Tom Arkell told analysts he preferred explaining a small dividend to them "
            "over explaining a large loan to the bank."
        ),
    ),
    (
        "04-lens-maker-results",
        (17,),
        "Willem Haas, whose fund holds 3% of the company, asked why it was in such a hurry.",
    ),
    (
        "04-lens-maker-results",
        (20,),
        "Losing the customer, whose name Calder has never given, cost £52 million in sales.",
    ),
    ("04-lens-maker-results", (27,), "The workers' union has promised to resist any compulsory redundancies."),
    (
        "04-lens-maker-results",
        (28, 29),
        (
            "Ged Malpass, a national officer of the union, said it would have been kind of Ingrid "
            "Vassall to talk to workers in October, when she already knew."
        ),
    ),
    (
        "05-dyke-breach",
        (3,),
        (
            "A fisherman who had climbed on to the ice house roof with two sons said he heard a noise "
            "like a goods train before his front door landed on his bed."
        ),
    ),
    (
        "05-dyke-breach",
        (18,),
        ("Sixty-one people, six of them newborn babies, were lifted from the roof of the hospital by helicopter."),
    ),
    (
        "05-dyke-breach",
        (24,),
        (
            "Residents were told “not to drink, cook or wash with tap water” before it has been tested, "
            "and drivers were asked to keep the coast road free for ambulances."
        ),
    ),
    (
        "05-dyke-breach",
        (25,),
        (
            "Volunteers at the school, where 400 people were due to sleep, hung out a bedsheet that "
            "read “Soup, socks, no questions”."
        ),
    ),
    (
        "05-dyke-breach",
        (21,),
        "Rescuers found a 90-year-old man “in his good suit” floating on a piano, one of them said.",
    ),
    (
        "06-crows",
        (6,),
        (
            "From 2022 to 2025 the researchers put up feeding tables at six places on the island of "
            'Fåre, each with a 12" perch.'
        ),
    ),
    (
        "06-crows",
        (19,),
        (
            "Professor Marchbanks cautioned that six sites on one island are not a population and wants "
            'the test done again "with birds that can\'t hear each other".'
        ),
    ),
    (
        "06-crows",
        (25,),
        (
            'The mask, which students called "Gerald", will go on show in the university museum on a '
            "shelf nine feet above the floor."
        ),
    ),
    ("06-crows", (24,), "A 31-page appendix discusses other explanations, such as a lasting fear of rubber."),
    (
        "07-clock-winder",
        (0, 1),
        (
            "Twice a week 71-year-old Odile Farraday climbs the 114 steps to the clock of St Brannoc's "
            "without using the rail."
        ),
    ),
    ("07-clock-winder", (10,), "Farraday was the second of five children and grew up over a shop in Candle Street."),
    (
        "08-early-ships",
        (0, 1),
        (
            "Dr Salome Wierzba, chief economist of the Northern Ports Council, defended the plan on "
            "“Morning Ledger”, the radio programme presented by Jonas Pell."
        ),
    ),
    (
        "08-early-ships",
        (11,),
        (
            "A shipowner wrote to the programme that the fee was “a parking ticket, dreamt up by people "
            "who have never had to park”."
        ),
    ),
    (
        "08-early-ships",
        (36,),
        ("A retired pilot asked what would happen to ships that arrive early because they are fleeing a storm."),
    ),
    ("08-early-ships", (27,), "A lorry driver from Sandmouth complained to the programme of six-hour waits for a box."),
    (
        "09-bridge-live",
        (7,),
        ("Mayor Ashcombe said outside the market hall that he knew what two weekends without customers meant."),
    ),
    (
        "09-bridge-live",
        (16,),
        (
            "Lorna Tibbs, a superintendent with the river police, has asked people not to come to the "
            "south bank to watch."
        ),
    ),
    (
        "09-bridge-live",
        (20,),
        ("One lorry driver with 18 tonnes of oranges has been stuck on the approach road since 7 a.m."),
    ),
    ("09-bridge-live", (22,), "Wendy Sole, a nurse, no longer expects to reach her shift at the General."),
    (
        "09-bridge-live",
        (38,),
        ("Drivers were told in a notice from the authority of “a defect requiring immediate attention”."),
    ),
    (
        "10-folk-singer",
        (18,),
        (
            "Ottoline Marsden, who produced four of her records in the 1970s, remembered a session "
            "halted for nine hours by one word."
        ),
    ),
    ("10-folk-singer", (32,), "She leaves a daughter, Isla, and two grandchildren."),
    (
        "10-folk-singer",
        (28,),
        (
            "Writing in “What the Gulls Got”, a memoir dictated to her daughter, she said she had "
            "always thought she was the one making the noise."
        ),
    ),
    (
        "11-library-column",
        (26,),
        ("The pair couldn't work out which of eleven results was the law and came to ask someone who would know."),
    ),
    (
        "11-library-column",
        (34,),
        "The town already has four rooms with screens, all showing darts, the columnist argues.",
    ),
    (
        "12-data-center",
        (0,),
        (
            "Lakemont's council voted 7-2 on Monday night to halt the $1.3 billion project, against the "
            "wishes of the mayor and both parties' leaders in Washington."
        ),
    ),
    (
        "12-data-center",
        (1,),
        (
            "Bernadette Sokol, the councilwoman who wrote the ordinance, said the promised jobs had "
            "shrunk from 900 to 300 and then to 62."
        ),
    ),
    (
        "12-data-center",
        (10,),
        ("Halloran said in a telephone interview that every neighboring state was laying out a welcome mat."),
    ),
    (
        "12-data-center",
        (16,),
        ("Pinecrest is “disappointed, but not discouraged” and says it will “pursue every available remedy”."),
    ),
    (
        "12-data-center",
        (25,),
        (
            "Ray Fuscaldo, one of two councilmen to vote against it, said people at City Hall called "
            "the measure the “Not Here, Not Now” ordinance."
        ),
    ),
    (
        "12-data-center",
        (33,),
        ('Mayor Oakley will hold another hearing before he signs "or doesn\'t sign" anything, his spokesman said.'),
    ),
    (
        "12-data-center",
        (23,),
        ("Deshawn Pryor, a 22-year-old apprentice electrician, told council members that they all had jobs."),
    ),
    (
        "13-faehre",
        (14,),
        (
            "Ein Sprecher sagte, der Antrag sei nicht vollständig gewesen; es sei „schlicht falsch“, "
            "von einer Streichung zu sprechen."
        ),
    ),
    ("13-faehre", (18,), "Elf Absagen hat eine Vermieterin, die ungenannt bleiben möchte, am Mittwoch erhalten."),
    ("13-faehre", (26,), "Die Bürgermeisterin stellt sich hinter Okkinga: Er sei keiner, der leicht Alarm schlage."),
    (
        "14-maternite",
        (25,),
        (
            "Le maire appelle à une manifestation samedi à 10 heures devant la préfecture, car « une "
            "salle de naissance qu’on démonte, on ne la remonte jamais »."
        ),
    ),
    (
        "14-maternite",
        (18,),
        ("Sage-femme depuis 22 ans, Yasmina Derouault travaillera à Lormeuil « parce qu’il faut bien »."),
    ),
    (
        "15-aceite",
        (16,),
        ("Fermín Olabarrieta, consejero de Agricultura, ha anunciado que las inspecciones se triplicarán."),
    ),
    ("15-aceite", (3,), "Cada botella, que costaba 1,10 euros, se vendía a 8,50, según la investigación."),
    (
        "15-aceite",
        (15,),
        ("La presidenta cuenta que al principio apenas le hicieron caso y que volvió con once garrafas más."),
    ),
    (
        "16-case-un-euro",
        (22,),
        ("Secondo Livio Ambrosetti, capogruppo dell’opposizione, il Comune rischia decine di ricorsi."),
    ),
    (
        "16-case-un-euro",
        (26,),
        ("In via del Forno sono chiuse undici case su 12; una pensionata che vi abita da sola non si schiera."),
    ),
    (
        "17-sardinha",
        (16,),
        ("Para a bióloga, a paragem deveria começar em junho, quando as fêmeas mais jovens se aproximam da costa."),
    ),
    ("18-datalek", (24,), "Tot dan blijft het ‘digitale loket’ dicht, waar inwoners hun papieren konden insturen."),
    ("18-datalek", (14,), "Volgens de onderzoeker vinden anderen het lek ook als hij er op een zondagmiddag op stuit."),
    (
        "dyke-breach-1",
        (0, 1, 2),
        (
            "Around 900 people fled in the night when a dyke at Oosterzijl gave way, leaving a gap 30 "
            "metres wide; no one was injured."
        ),
    ),
    (
        "river-flood-1",
        (0, 1, 2),
        (
            "Aldmoor's market square and three streets were under water on Tuesday morning after the "
            "Wenn overflowed; firefighters pumped 140 cellars dry."
        ),
    ),
    (
        "crow-cull-2",
        (0, 1),
        (
            "Farmers near Aldmoor want to be allowed to shoot crows, which they blame for destroying "
            "winter wheat; conservationists oppose it."
        ),
    ),
    (
        "data-centre-1",
        (0, 1, 2),
        ("Aldmoor's councillors voted nine to six against Kestrel's data centre, and the firm plans to appeal."),
    ),
    (
        "kestrel-outage-2",
        (0, 1),
        (
            "Trains and card payments stopped nationwide for two hours on Thursday morning after a "
            "network failure at Kestrel, which said an engineer had made an error."
        ),
    ),
    (
        "bridge-opening-1",
        (0, 2),
        (
            "The Northwick bridge, £11 million over budget and two years behind schedule, opened on "
            "Thursday, but lorries cannot use it until its railings are done."
        ),
    ),
    (
        "library-fees-1",
        (0, 1),
        (
            "Hale's library is scrapping fines for late books; they raised £3,000 last year but cost "
            "more to collect, said librarian Sita Rao."
        ),
    ),
    (
        "dahl-speech-1",
        (0, 1),
        (
            "Central bank governor Ines Dahl has warned that farmland prices, which have doubled in "
            "five years, might fall sharply."
        ),
    ),
    (
        "dunmere-school-roof-1",
        (0, 1, 2),
        (
            "Nobody was inside when the roof of a Dunmere school gym collapsed on Monday night; the "
            "school's 400 pupils were sent home."
        ),
    ),
    (
        "ostend-deal-1",
        (0, 1, 2),
        (
            "Nine countries agreed in Ostend on Friday to lay eleven cables between North Sea wind "
            "farms by 2034, with Britain present only as an observer."
        ),
    ),
    (
        "lens-strike-1",
        (0, 1, 2),
        (
            "Calder Optics workers in Lisbon, 200 of them, walked out over night shifts on Wednesday; "
            "the company says talks will continue."
        ),
    ),
    (
        "meteor-1",
        (0, 1, 2),
        (
            "The observatory in Lindau took 600 calls after a fireball was seen over three counties on "
            "Sunday evening; fragments may have landed near Hale."
        ),
    ),
    (
        "singer-death-2",
        (0, 1),
        (
            "Folk singer Moira Quill, who gathered the songs of women gutting herring and made thirty "
            "albums of them, has died aged 84, according to her daughter."
        ),
    ),
    (
        "quill-archive-1",
        (0, 1, 2),
        ("Lindau's university bought 400 tapes by the late Moira Quill, without disclosing what it paid."),
    ),
    (
        "01-grid-talks",
        (3,),
        (
            "Britain's membership negotiations failed in November, it is reported, when London was told "
            "to pay £1.9bn before the first cable was ordered."
        ),
    ),
    (
        "01-grid-talks",
        (4, 5),
        (
            "An official from Norway, which many blamed for setting the fee, this week called the "
            "accusation “a fairy tale”."
        ),
    ),
    (
        "01-grid-talks",
        (0,),
        (
            "Britain may be about to go back to talks on sharing a power grid in the North Sea, Dame "
            "Ruth Ellacott has suggested."
        ),
    ),
    (
        "02-harbour-master",
        (0, 1),
        (
            "A jury heard on Tuesday that Raymond Tidwell kept £212,000 in berth fees for himself over "
            "six years; he denies fraud and false accounting."
        ),
    ),
    (
        "02-harbour-master",
        (27,),
        (
            "Tidwell, then earning £41,000, paid £87,500 in cash for the ‘Second Helping’, a motor "
            "cruiser, in 2021, according to Detective Constable Imran Wadley."
        ),
    ),
    (
        "02-harbour-master",
        (18,),
        (
            "Desmond Acheby, who is defending, suggested to the witness that the red book only recorded "
            "deposits his client had meant to return."
        ),
    ),
    (
        "02-harbour-master",
        (22, 29),
        (
            "After laughter from the gallery, the judge told jurors to keep ‘an open mind and a closed "
            "mouth’ until both sides had been heard."
        ),
    ),
    (
        "03-cup-semi-final",
        (12, 13),
        (
            "Stefan Vierling, Redport's manager, insisted it was no foul and said the fourth official "
            "had agreed with him."
        ),
    ),
    ("03-cup-semi-final", (20, 24), "Released by Redport at 18, Okwuosa, now 23, says he does not feel bitter."),
    (
        "03-cup-semi-final",
        (4,),
        ("The final, against Castle Wharf or Ellerton, will be played at the National Stadium on May 17."),
    ),
    (
        "04-lens-maker-results",
        (0,),
        (
            "The closure of Calder Optics's Dunmere factory will cost 640 jobs, the company announced "
            "on Thursday after its yearly profit dropped by nearly a third."
        ),
    ),
    (
        "04-lens-maker-results",
        (5, 6),
        ("Nobody at Dunmere will have to leave without a year's pay or the offer of another job, Ms Vassall promised."),
    ),
    (
        "04-lens-maker-results",
        (8,),
        (
            "Calder does not expect a recovery before the second half and said January trading had been "
            "“in line with the board’s reduced expectations”."
        ),
    ),
    (
        "04-lens-maker-results",
        (30,),
        ("Calder puts the cost of closing the factory at £38m this year and expects savings of £21m a year from 2027."),
    ),
    (
        "04-lens-maker-results",
        (13,),
        (
            "Analyst Priyanka Doraiswamy said Ms Vassall had taken over “a museum with a stock market "
            "listing” and that the closure was “overdue”."
        ),
    ),
    (
        "05-dyke-breach",
        (0,),
        ("The failure of a dyke above Kestrava on Saturday killed at least 14 people and left 23 missing."),
    ),
    (
        "05-dyke-breach",
        (22, 23),
        (
            "More deaths are likely, said Jurek Sandoval, who heads the region's civil protection "
            "agency, since some houses on Mill Island have not been reached."
        ),
    ),
    (
        "05-dyke-breach",
        (13, 14),
        (
            "The ministry denied this; its spokesman, Petar Lindic, said the dyke work had been "
            "approved in December and had been due to begin in April."
        ),
    ),
    (
        "05-dyke-breach",
        (29,),
        (
            "A second crest of the Orlo is forecast for midday on Sunday, at 7.2 metres, or 40 "
            "centimetres lower than Saturday's."
        ),
    ),
    (
        "05-dyke-breach",
        (10, 11),
        (
            "The mayor said no warning came in time because the siren was on the pumping station, the "
            "first thing to go under."
        ),
    ),
    (
        "06-crows",
        (0,),
        (
            "A study of 47 wild crows found that after being cheated once in a trading game they would "
            "not deal with the cheat for over two years."
        ),
    ),
    (
        "06-crows",
        (13,),
        (
            "Even eleven young birds that had never been cheated, having hatched after the experiment, "
            "stayed away from the mask when an older bird nearby scolded it."
        ),
    ),
    (
        "06-crows",
        (23,),
        ("The study's authors say the behaviour fits with a sense of fairness but does not prove one."),
    ),
    (
        "06-crows",
        (20, 21),
        ("Luis Tamborra, a co-author, said another round with 120 mainland birds would start in October."),
    ),
    (
        "07-clock-winder",
        (4, 6),
        ("When Farraday stops on 30 June, the council is going to replace her with electric motors costing £140,000."),
    ),
    (
        "07-clock-winder",
        (35, 36),
        (
            "Callum Devane, a 29-year-old council engineer, has been giving up Saturdays, without pay, "
            "to learn the old mechanisms."
        ),
    ),
    (
        "07-clock-winder",
        (44, 45),
        ("Farraday says her book, out in November, is not a memoir but “a list of repairs with some weather in it”."),
    ),
    (
        "07-clock-winder",
        (11,),
        (
            "Aurelio Ferradi, her father, arrived from Trieste in 1949, changed two letters of his name "
            "and claimed to be Swiss."
        ),
    ),
    (
        "08-early-ships",
        (0,),
        (
            "The Northern Ports Council proposed to its members on Tuesday that ships arriving early at "
            "31 Baltic ports should be charged from 1 July."
        ),
    ),
    (
        "08-early-ships",
        (15,),
        ("Anselm Tauber, the transport minister, called the plan “a tax in a sailor suit” in parliament."),
    ),
    (
        "08-early-ships",
        (43, 44),
        (
            "The vote is on 24 April; two thirds of members must agree, and Dr Wierzba said she was "
            "“two telephone calls short”."
        ),
    ),
    (
        "08-early-ships",
        (41, 42),
        ("A spokesman for Mr Tauber said he continued to oppose the fee and had been “quoted out of season”."),
    ),
    (
        "09-bridge-live",
        (1, 2),
        (
            "Welding might start on Sunday if there is less wind, Farah Quillan said, but the bridge "
            "will be closed until 16 February at the earliest."
        ),
    ),
    (
        "09-bridge-live",
        (6, 10),
        ("Ashcombe denied ignoring a warning in 2023, saying he had been reading the report on his phone."),
    ),
    ("09-bridge-live", (3, 4), "Engineers found a crack 2.1 metres long, and Quillan said she would not apologise."),
    ("10-folk-singer", (30,), "She turned down a damehood in 1998, joking that she would have needed to buy a hat."),
    (
        "10-folk-singer",
        (12, 13),
        (
            "Her first album, “Salt on the Sill”, sold just 212 copies, and a reviewer likened it to "
            "“the sound of a gate in need of oil”."
        ),
    ),
    (
        "10-folk-singer",
        (0,),
        ("Folk singer Hester Lowrie has died at 84; she made songs out of a herring port's account books."),
    ),
    (
        "11-library-column",
        (2, 3),
        ("The plan will save £94,000 a year, less than the £118,000 paid to the consultants who came up with it."),
    ),
    (
        "11-library-column",
        (11, 12),
        (
            "Giles Thorold, leader of the council, said “people vote with their feet”, as visits are 22 "
            "per cent down since 2019."
        ),
    ),
    ("12-data-center", (5, 8), "The mayor, Terrence Oakley, said he would veto it, which six votes could override."),
    (
        "12-data-center",
        (4,),
        ("According to Pinecrest's permit, the center could take as much as 4 million gallons of lake water daily."),
    ),
    ("12-data-center", (9,), "The vote was “a gift to Indiana”, Sen. Dwight Halloran told The Harbour Post."),
    (
        "12-data-center",
        (15,),
        ("Households would typically pay $14 a month more for electricity, the state's consumer counsel estimates."),
    ),
    ("13-faehre", (15,), "Am Freitag will Verkehrsminister Holger Brandstetten auf die Insel reisen."),
    ("13-faehre", (28, 29), "Der „Inselfrieden“ endet im Juni; eine Verlängerung ließ Harmsen offen."),
    (
        "14-maternite",
        (11, 12),
        ("La ministre de la Santé, Odile Perronnet, ne veut pas de cette prime, a-t-elle dit mardi aux députés."),
    ),
    ("15-aceite", (6,), "El presunto líder de la trama, de 54 años y empresario, se negó a declarar."),
    ("15-aceite", (25, 26), "Ocho detenidos han quedado libres con cargos y comparecerán el jueves ante el juez."),
    ("16-case-un-euro", (8,), "Gli uffici comunali riferiscono che 140 acquirenti non hanno mai chiesto permessi."),
    (
        "17-sardinha",
        (9, 10),
        "Cada dia parado custa cerca de 70 mil euros ao porto, segundo a associação de produtores.",
    ),
    (
        "17-sardinha",
        (4, 6),
        ("A ministra Filipa Quaresmo prometeu 2,1 milhões de euros de apoio, “uma ponte e não uma esmola”."),
    ),
    (
        "18-datalek",
        (0, 1),
        (
            "Zes weken lang lagen gegevens van 48.000 inwoners van Westerdam onbeschermd op internet, "
            "zei het college dinsdag."
        ),
    ),
    (
        "18-datalek",
        (11, 12),
        (
            "Er zijn voorlopig ‘geen aanwijzingen’ dat de bestanden zijn gekopieerd, aldus een "
            "woordvoerder, maar de logboeken gaan slechts twintig dagen terug."
        ),
    ),
)
"""Borne out by them."""

BAD: tuple[tuple[str, tuple[int, ...], str], ...] = (
    (
        "01-grid-talks",
        (2,),
        (
            "Flying to Kenya, the Prime Minister was asked if Britain could leave Northgrid, a £36 "
            "billion pool for undersea cables."
        ),
    ),
    (
        "01-grid-talks",
        (17, 18),
        "Bills were halved by Christmas after Gavin Brathwaite campaigned to tear up the treaty.",
    ),
    ("01-grid-talks", (24,), "Dame Ruth called the arrangement left by her own government “half-built”."),
    (
        "01-grid-talks",
        (24,),
        ("Dame Ruth said new permits would “come through in months, not years” and praised the last government."),
    ),
    ("02-harbour-master", (25,), "Mr Acheby told jurors that his client was innocent of everything but fraud."),
    ("02-harbour-master", (25,), "Mr Acheby told jurors that the harbour had run on contracts for a century."),
    (
        "02-harbour-master",
        (28,),
        "The detective told Tidwell that the money was the boatmen's way of saying thank you.",
    ),
    ("03-cup-semi-final", (1,), "Okwuosa settled a semi-final that Marlingate had led until the hour."),
    (
        "03-cup-semi-final",
        (5,),
        ('Duncan Faircloth told his players at full-time that they were "playing the badge and not the team".'),
    ),
    ("03-cup-semi-final", (27,), "The 3,100 home supporters were still singing as the floodlights were dimmed."),
    (
        "04-lens-maker-results",
        (7,),
        ("The closure is the last step in a three-year restructuring that the board has named “Clear Sight”."),
    ),
    (
        "04-lens-maker-results",
        (7,),
        ("The closure is the first step in a three-year restructuring that the union has named “Clear Sight”."),
    ),
    (
        "04-lens-maker-results",
        (10,),
        (
            "Tom Arkell, the finance director, said he preferred explaining a large loan to the bank to "
            "explaining a small dividend to analysts."
        ),
    ),
    ("04-lens-maker-results", (17,), "Willem Haas, who manages a fund with a 3 per cent holding, praised the haste."),
    ("04-lens-maker-results", (20,), "The loss of the customer, which Calder has never named, added £52m to sales."),
    ("04-lens-maker-results", (20,), "The loss of the supplier, which Calder has never named, took £52m from sales."),
    (
        "04-lens-maker-results",
        (27,),
        "The Glass and Optical Workers' Union said it would accept compulsory redundancies.",
    ),
    ("04-lens-maker-results", (28,), "Ged Malpass, its chief executive, said Ingrid Vassall wanted to be kind."),
    (
        "05-dyke-breach",
        (18,),
        "A helicopter lifted 61 people from the top of the hospital, all of them newborn babies.",
    ),
    ("05-dyke-breach", (18,), "A boat took 61 people from the hospital, among them six newborn babies."),
    ("05-dyke-breach", (24,), "The agency told residents to drink tap water until it had been tested."),
    ("05-dyke-breach", (24,), "The agency asked drivers to use the coast road so that ambulances could stay off it."),
    (
        "05-dyke-breach",
        (25,),
        ("At the hospital, where 400 people were to spend the night, volunteers had painted a bedsheet."),
    ),
    ("05-dyke-breach", (25,), "At the school, where 400 people spent last night, volunteers had painted a bedsheet."),
    ("06-crows", (6,), "Between 2022 and 2025 the team set up feeding tables at six sites on six islands."),
    (
        "06-crows",
        (19,),
        ("Professor Marchbanks said he would like to see the test repeated with birds that can hear each other."),
    ),
    ("06-crows", (25,), "The mask has been retired and was shown in the university's museum last year."),
    ("07-clock-winder", (10,), "Farraday grew up above a shop in Candle Street, the youngest of five."),
    ("07-clock-winder", (10,), "Farraday grew up below a shop in Candle Street, the second of five."),
    (
        "08-early-ships",
        (1,),
        (
            "Jonas Pell, the council's chief economist, defended it on the radio programme “Morning "
            "Ledger”, presented by Salome Wierzba."
        ),
    ),
    (
        "08-early-ships",
        (36,),
        (
            "A second caller, an active pilot from the Kalm estuary, wanted to know what would become "
            "of ships that ran early because of a storm."
        ),
    ),
    (
        "08-early-ships",
        (36,),
        (
            "A second caller, a retired pilot, wanted to know what would become of ships that ran late "
            "because a storm was behind them."
        ),
    ),
    (
        "09-bridge-live",
        (16,),
        "Superintendent Lorna Tibbs of the river police is inviting sightseers to the south bank.",
    ),
    (
        "09-bridge-live",
        (16,),
        ("Superintendent Lorna Tibbs of the river police is asking sightseers to keep off the north bank."),
    ),
    ("09-bridge-live", (22,), "Wendy Sole, a nurse, has reached her shift at the General."),
    ("09-bridge-live", (22,), "Wendy Sole, a doctor, has given up on reaching her shift at the General."),
    (
        "10-folk-singer",
        (18,),
        (
            "Ottoline Marsden, the singer of her four records of the 1970s, recalled a session that "
            "stopped for nine hours."
        ),
    ),
    ("10-folk-singer", (32,), "She is survived by her husband, her daughter, Isla, and two grandchildren."),
    (
        "12-data-center",
        (0,),
        ("The City Council voted 7-2 on Monday night to approve a $1.3 billion data center on the shore of Lake Erie."),
    ),
    (
        "12-data-center",
        (0,),
        ("The City Council voted 7-2 on Monday night to halt a data center, in agreement with the city's mayor."),
    ),
    (
        "12-data-center",
        (1,),
        (
            "Bernadette Sokol, who opposed the ordinance, said jobs had been promised first at 900, "
            "then 300 and tonight 62."
        ),
    ),
    (
        "12-data-center",
        (10,),
        ("Halloran said that Lakemont was laying out a welcome mat while every state around it just rolled theirs up."),
    ),
    (
        "12-data-center",
        (25,),
        (
            "Councilman Ray Fuscaldo, one of the two who voted yes, said the measure was known as the "
            '"Not Here, Not Now" ordinance.'
        ),
    ),
    (
        "12-data-center",
        (33,),
        "A spokesman for Oakley said the mayor had held one more hearing before he signed anything.",
    ),
    ("12-data-center", (33,), "A spokesman for Oakley said the mayor would sign it without another hearing."),
    ("13-faehre", (14,), "Der Antrag sei vollständig gewesen, sagte ein Sprecher."),
    ("13-faehre", (18,), "Eine Vermieterin hat am Mittwoch elf Zusagen bekommen."),
    ("14-maternite", (25,), "Le maire appelle à manifester dimanche à 10 heures devant la préfecture."),
    ("14-maternite", (25,), "Le maire renonce à manifester samedi à 10 heures devant la préfecture."),
    ("15-aceite", (16,), "Fermín Olabarrieta anunció que reducirá las inspecciones."),
    ("15-aceite", (16,), "Fermín Olabarrieta triplicó las inspecciones."),
    (
        "16-case-un-euro",
        (22,),
        ("Secondo il capogruppo della maggioranza, Livio Ambrosetti, il Comune rischia decine di ricorsi."),
    ),
    ("17-sardinha", (16,), "A bióloga defende que a paragem devia acabar já em junho."),
    ("18-datalek", (24,), "Het digitale loket, waar inwoners hun papieren konden insturen, blijft tot die tijd open."),
    (
        "river-flood-1",
        (0, 2),
        ("The River Wenn burst its banks in Aldmoor and its level is expected to rise by Wednesday evening."),
    ),
    ("crow-cull-1", (0, 1), "Farmers around Aldmoor have a licence to shoot crows that pull up winter wheat."),
    ("crow-cull-2", (0, 1), "Conservationists may shoot crows near Aldmoor, and farmers are against it."),
    ("data-centre-1", (0, 2), "Kestrel has rejected plans by councillors in Aldmoor for a data centre."),
    (
        "data-centre-3",
        (0,),
        ("Kestrel has appealed after Aldmoor council refused permission for its data centre on Tuesday."),
    ),
    (
        "kestrel-outage-1",
        (0, 1),
        ("Kestrel admitted that hackers caused the fault that stopped trains for two hours on Thursday."),
    ),
    ("library-fees-1", (0, 1), "Fines brought in more than they cost to collect, the librarian, Sita Rao, said."),
    ("rate-cut-2", (2,), "Two of nine members wanted to cut at once."),
    (
        "dahl-speech-1",
        (0,),
        ("Prices of farmland have halved in five years, the governor of the central bank, Ines Dahl, has warned."),
    ),
    (
        "dahl-speech-1",
        (0,),
        ("Prices of farmland will fall sharply, the governor of the central bank, Ines Dahl, has warned."),
    ),
    ("marathon-1", (0,), "Lena Brandt, running her last marathon, won in Aldmoor in two hours 24 minutes."),
    (
        "cup-final-1",
        (0,),
        ("Aldmoor City lost the cup final 4-3 on penalties to Northwick Rovers after a goalless draw."),
    ),
    ("league-hale-1", (0,), "Northwick Rovers took revenge on Hale Town with a 3-0 win in the league on Saturday."),
    ("lens-strike-1", (1,), "The company there says the union wants production around the clock from January."),
    ("meteor-1", (2,), "Pieces fell near Hale."),
    (
        "grid-talks-2",
        (0,),
        ("Britain will sign up to a shared power grid in the North Sea, the prime minister, Dame Ruth Ellacott, said."),
    ),
)
"""Not borne out by them, each for one word or two."""
