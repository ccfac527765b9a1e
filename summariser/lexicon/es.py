"""Spanish."""

from __future__ import annotations

from summariser.lexicon.model import Lexicon, words

WORDS = Lexicon(
    cues=words(
        "dijo dice dicen dijeron decía dicho afirmó afirma afirmado afirmaron aseguró asegura asegurado explicó",
        "explica explicado señaló señala señalado añadió añade añadido indicó indica indicado manifestó manifiesta",
        "declaró declara declarado destacó destaca apuntó apunta advirtió advierte advertido respondió responde",
        "respondido contestó contesta preguntó pregunta escribió escribe escrito comentó comenta contó cuenta cuentan",
        "relató relata recordó recuerda recuerdan insistió insiste sostuvo sostiene sostenido reconoció reconoce",
        "reconocido admitió admite lamentó lamenta denunció denuncia criticó critica criticado reclamó reclama pidió",
        "pide exigió exige prometió promete anunció anuncia concluyó concluye subrayó subraya precisó precisa matizó",
        "matiza agregó agrega replicó replica opinó opina confesó confiesa resumió resume bromeó bromea gritó grita",
        "susurró susurra sentenció sentencia zanjó zanja aclaró aclara informó informa expresó expresa consideró",
        "considera defendió defiende argumentó argumenta aconsejó aconseja apostilló lanzó lanza ironizó ironiza",
        "protestó protesta celebró celebra confirmó confirma tuiteó publicó calificó califica",
    ),
    weak_cues=words(
        "acusó acusa rechazó rechaza habló habla describió describe llamó llama negó niega",
    ),
    participles=words("diciendo afirmando asegurando explicando añadiendo señalando recordando"),
    sources=words("según para de_acuerdo_con en_palabras_de a_juicio_de"),
    pronouns={
        "él": "m",
        "ella": "f",
        "ellos": "pl",
        "ellas": "pl",
        "yo": "n",
        "nosotros": "pl",
        "este": "m",
        "esta": "f",
        "quien": "n",
    },
    possessives={"su": "n", "sus": "n", "mi": "n", "nuestro": "pl", "nuestra": "pl"},
    relatives=words("que quien quienes cual cuyo cuya"),
    determiners=words(
        "el la los las un una unos unas este esta estos estas ese esa aquel aquella varios varias algunos algunas dos",
        "tres cuatro ambos muchos muchas todos del al cada",
    ),
    prepositions=words(
        "de del a al en con por para sin sobre entre desde hasta hacia contra según tras ante bajo durante mediante",
    ),
    conjunctions=words("y e o u pero ni sino"),
    subordinators=words("que si cuando mientras porque aunque como donde pues"),
    auxiliaries=words("ha han había habían es era está fue se le les lo no me nos te la ser sido"),
    passives=words("fue fueron sido siendo"),
    agents=words("por"),
    adverbs=words(
        "también después luego ya todavía aún siempre además así ayer hoy mañana entonces incluso ahora antes solo",
        "sólo allí aquí",
    ),
    times=words(
        "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto",
        "septiembre octubre noviembre diciembre mañana tarde noche semana mes año ayer hoy horas",
    ),
    roles=words(
        "hombre mujer madre padre hijo hija hermano hermana niño niña marido esposa viuda viudo alcalde alcaldesa",
        "ministro ministra presidente presidenta director directora portavoz abogado abogada letrado letrada juez",
        "jueza fiscal policía agente agentes médico médica investigador investigadora profesor profesora diputado",
        "diputada senador senadora responsable jefe jefa entrenador entrenadora jugador jugadora autor autora escritor",
        "escritora actor actriz cantante artista vecino vecina vecinos testigo víctima experto experta especialista",
        "analista economista sindicalista delegado delegada secretario secretaria consejero consejera concejal",
        "concejala gobernador gobernadora agricultor agricultora pescador comerciante enfermero enfermera bombero",
        "bomberos estudiante alumno alumna trabajador trabajadora empresario empresaria ingeniero ingeniera",
        "historiador historiadora biólogo bióloga filósofo obispo papa rey reina fundador fundadora catador",
        "coordinador coordinadora capitán coronel general comisario inspector periodista jubilado jubilada cabecilla",
        "acusado acusada dueño dueña gerente señor señora",
    ),
    women=words(
        "mujer madre hija hermana niña esposa viuda reina señora abogada letrada jueza alcaldesa ministra presidenta",
        "directora consejera",
    ),
    men=words(
        "hombre padre hijo hermano niño marido viudo rey papa obispo señor abogado alcalde ministro director consejero",
        "empresario",
    ),
    bodies=words(
        "empresa compañía grupo ministerio gobierno partido sindicato tribunal juzgado fiscalía policía asociación",
        "agencia ayuntamiento universidad instituto comisión banco fundación iglesia informe estudio comunicado carta",
        "periódico diario club equipo",
    ),
    titles=words(
        "presidente presidenta ministro ministra alcalde alcaldesa doctor doctora profesor profesora",
    ),
    honorifics={
        "señor": "m",
        "señora": "f",
        "sr.": "m",
        "sra.": "f",
        "don": "m",
        "doña": "f",
        "dr.": None,
        "dra.": "f",
    },
    particles=words("de del la las los"),
    views=words("palabras juicio opinión"),
    naming=words("como llamado llamada titulado titulada apodado bautizada bautizado operación"),
    objects=words("periodistas"),
    incise=r"[\s,](?P<said>—[^—\n]{3,80}—)",
    drops_subjects=True,
)
