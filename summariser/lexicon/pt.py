"""Portuguese."""

from __future__ import annotations

from summariser.lexicon.model import Lexicon, words

WORDS = Lexicon(
    cues=words(
        "disse diz dizem disseram dizia dito afirmou afirma afirmaram afirmado explicou explica acrescentou acrescenta garantiu",
        "garante sublinhou sublinha salientou salienta referiu refere declarou declara adiantou adianta respondeu responde",
        "perguntou pergunta questionou questiona escreveu escreve contou conta contaram recordou recorda lembrou lembra",
        "lamentou lamenta admitiu admite reconheceu reconhece avisou avisa alertou alerta prometeu promete anunciou anuncia",
        "defendeu defende criticou critica insistiu insiste concluiu conclui comentou comenta confessou confessa ironizou",
        "ironiza queixou-se queixa-se queixou queixa gritou grita desabafou desabafa rematou remata retorquiu replicou replica",
        "assegurou assegura considerou considera destacou destaca indicou indica informou informa justificou justifica apelou",
        "apela denunciou denuncia exigiu exige pediu pede aconselhou aconselha resumiu resume brincou brinca frisou frisa",
        "relatou relata revelou revela sustentou sustenta confirmou confirma apontou aponta ressaltou ressalta tuitou publicou",
        "classificou classifica descreveu descreve",
    ),
    weak_cues=words("acusou acusa rejeitou rejeita falou fala chamou chama"),
    participles=words("dizendo afirmando explicando acrescentando lembrando garantindo"),
    sources=words("segundo de_acordo_com nas_palavras_de para conforme"),
    pronouns={
        "ele": "m",
        "ela": "f",
        "eles": "pl",
        "elas": "pl",
        "eu": "n",
        "nós": "pl",
        "este": "m",
        "esta": "f",
        "quem": "n",
    },
    possessives={
        "seu": "n",
        "sua": "n",
        "seus": "n",
        "suas": "n",
        "meu": "n",
        "minha": "n",
        "nosso": "pl",
        "nossa": "pl",
    },
    relatives=words("que quem qual cujo cuja"),
    determiners=words(
        "o a os as um uma uns umas este esta estes estas esse essa aquele aquela vários várias alguns algumas dois duas três quatro ambos muitos muitas todos do da dos das cada"
    ),
    prepositions=words(
        "de do da dos das em no na nos nas num numa a ao à aos às por pelo pela com para sem sobre entre desde até contra segundo após perante durante"
    ),
    conjunctions=words("e ou mas nem"),
    subordinators=words("que se quando enquanto porque embora como onde pois"),
    auxiliaries=words("tem têm tinha havia foi era é está se lhe lhes não me nos já ser sido"),
    passives=words("foi foram sido sendo"),
    agents=words("por pelo pela pelos pelas"),
    adverbs=words("também depois ainda já sempre além assim ontem hoje amanhã então agora antes só ali aqui"),
    times=words(
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo janeiro fevereiro março abril maio",
        "junho julho agosto setembro outubro novembro dezembro manhã tarde noite semana mês ano ontem hoje horas",
    ),
    roles=words(
        "homem mulher mãe pai filho filha irmão irmã menino menina marido esposa viúva viúvo presidente presidenta ministro",
        "ministra diretor diretora porta-voz advogado advogada juiz juíza procurador procuradora polícia agente médico médica",
        "investigador investigadora pesquisador pesquisadora professor professora deputado deputada senador senadora autarca",
        "responsável chefe treinador treinadora jogador jogadora autor autora escritor escritora ator atriz cantor cantora artista",
        "morador moradora moradores vizinho vizinha testemunha vítima especialista analista economista sindicalista secretário",
        "secretária vereador vereadora prefeito prefeita governador governadora agricultor agricultora pescador comerciante",
        "enfermeiro enfermeira bombeiro estudante aluno aluna trabalhador trabalhadora operário operária empresário empresária",
        "engenheiro engenheira historiador historiadora biólogo bióloga filósofo bispo papa rei rainha fundador fundadora armador",
        "coordenador coordenadora mestre capitão coronel general comissário inspetor jornalista reformado reformada dono dona",
        "rapariga rapaz senhor senhora líder",
    ),
    women=words(
        "mulher mãe filha irmã menina esposa viúva rainha senhora ministra diretora bióloga investigadora operária rapariga coordenadora"
    ),
    men=words("homem pai filho irmão menino marido viúvo rei papa bispo senhor ministro diretor armador mestre"),
    bodies=words(
        "empresa companhia grupo ministério governo partido sindicato tribunal polícia associação agência câmara universidade",
        "instituto comissão banco fundação igreja relatório estudo comunicado carta jornal clube equipa fábrica",
    ),
    titles=words("presidente ministro ministra doutor doutora professor professora"),
    honorifics={
        "senhor": "m",
        "senhora": "f",
        "sr.": "m",
        "sra.": "f",
        "dom": "m",
        "dona": "f",
        "dr.": None,
        "dra.": "f",
    },
    particles=words("de do da dos das e"),
    views=words("palavras opinião ver"),
    naming=words("chamado chamada intitulado intitulada apelidado como"),
    objects=words("jornalistas"),
    drops_subjects=True,
)
