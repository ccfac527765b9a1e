"""The names and descriptions of commands in the languages that Discord shows them in. Answers are in English."""

from __future__ import annotations

from discord import Locale
from discord.app_commands import TranslationContextTypes, Translator, locale_str

LANGUAGES = {
    Locale.german: 0,
    Locale.french: 1,
    Locale.spain_spanish: 2,
    Locale.latin_american_spanish: 2,
    Locale.brazil_portuguese: 3,
}
"""Which column of the table below is for which of Discord's languages; English is what stands in the code."""

WORDS: dict[str, tuple[str, str, str, str]] = {
    # the commands
    "brief": ("kurzfassung", "résumer", "resumir", "resumir"),
    "ask": ("fragen", "demander", "preguntar", "perguntar"),
    "forget": ("vergessen", "oublier", "olvidar", "esquecer"),
    "standfirst": ("standfirst", "standfirst", "standfirst", "standfirst"),
    "Brief this": ("Kurz zusammenfassen", "Résumer ceci", "Resumir esto", "Resumir isto"),
    "digest": ("presseschau", "revue", "boletín", "boletim"),
    "sources": ("quellen", "sources", "fuentes", "fontes"),
    "create": ("anlegen", "créer", "crear", "criar"),
    "list": ("liste", "liste", "lista", "lista"),
    "edit": ("ändern", "modifier", "editar", "editar"),
    "preview": ("vorschau", "aperçu", "vista_previa", "prévia"),
    "run": ("jetzt", "maintenant", "ahora", "agora"),
    "pause": ("pausieren", "suspendre", "pausar", "pausar"),
    "resume": ("fortsetzen", "reprendre", "reanudar", "retomar"),
    "skip": ("auslassen", "sauter", "saltar", "pular"),
    "remove": ("löschen", "supprimer", "eliminar", "remover"),
    "add": ("hinzufügen", "ajouter", "añadir", "adicionar"),
    "retry": ("nochmal", "réessayer", "reintentar", "repetir"),
    "set": ("setzen", "régler", "fijar", "definir"),
    "why": ("warum", "pourquoi", "por_qué", "por_quê"),
    "export": ("exportieren", "exporter", "exportar", "exportar"),
    # their options
    "part": ("teil", "partie", "parte", "parte"),
    "value": ("wert", "valeur", "valor", "valor"),
    "points": ("punkte", "points", "puntos", "pontos"),
    "schedule": ("zeiten", "horaire", "horario", "horário"),
    "empty": ("leer", "vide", "vacío", "vazio"),
    "link": ("link", "lien", "enlace", "link"),
    "text": ("text", "texte", "texto", "texto"),
    "visibility": ("sichtbarkeit", "visibilité", "visibilidad", "visibilidade"),
    "what": ("was", "quoi", "qué", "o_quê"),
    "question": ("frage", "question", "pregunta", "pergunta"),
    "when": ("wann", "quand", "cuándo", "quando"),
    "zone": ("zeitzone", "fuseau", "zona", "fuso"),
    "name": ("name", "nom", "nombre", "nome"),
    "words": ("wörter", "mots", "palabras", "palavras"),
    "stories": ("meldungen", "sujets", "noticias", "notícias"),
    "without_news": ("ohne_neues", "sans_nouvelles", "sin_noticias", "sem_novidades"),
    "source": ("quelle", "source", "fuente", "fonte"),
    "Everyone in the channel": (
        "Alle im Kanal",
        "Tout le monde dans le salon",
        "Todos en el canal",
        "Todos no canal",
    ),
    "Only me": ("Nur ich", "Moi seulement", "Solo yo", "Só eu"),
    # what they do
    "Brief an article: its points and its key quotes, word for word": (
        "Einen Artikel kurz fassen: seine Punkte und die wichtigsten Zitate im Wortlaut",
        "Résumer un article : ses points et ses citations clés, mot pour mot",
        "Resumir un artículo: sus puntos y sus citas clave, palabra por palabra",
        "Resumir um artigo: seus pontos e suas citações principais, palavra por palavra",
    ),
    "Ask about the article of this thread, or the latest one here": (
        "Zum Artikel dieses Threads fragen, oder zum letzten hier",
        "Poser une question sur l’article de ce fil, ou sur le dernier ici",
        "Preguntar sobre el artículo de este hilo, o el último de aquí",
        "Perguntar sobre o artigo deste tópico, ou o último daqui",
    ),
    "Delete what I know of a thread, an article, of you or of this server": (
        "Löschen, was ich über einen Thread, einen Artikel, dich oder diesen Server weiß",
        "Effacer ce que je sais d’un fil, d’un article, de vous ou de ce serveur",
        "Borrar lo que sé de un hilo, de un artículo, de ti o de este servidor",
        "Apagar o que sei de um tópico, de um artigo, de você ou deste servidor",
    ),
    "thread, me, workspace, or an article's address; where I ask for it, yes behind it": (
        "thread, me, workspace, oder die Adresse eines Artikels; wo ich darum bitte, yes dahinter",
        "thread, me, workspace, ou l’adresse d’un article ; si je le demande, suivi de yes",
        "thread, me, workspace, o la dirección de un artículo; si lo pido, seguido de yes",
        "thread, me, workspace, ou o endereço de um artigo; se eu pedir, seguido de yes",
    ),
    "What I can do, and how to ask for it": (
        "Was ich kann, und wie man mich darum bittet",
        "Ce que je sais faire, et comment le demander",
        "Lo que sé hacer, y cómo pedirlo",
        "O que sei fazer, e como pedir",
    ),
    "The day's stories, at your own time, each told once": (
        "Die Meldungen des Tages, zu eurer Zeit, jede nur einmal",
        "Les sujets du jour, à votre heure, chacun une seule fois",
        "Las noticias del día, a vuestra hora, cada una una sola vez",
        "As notícias do dia, no seu horário, cada uma só uma vez",
    ),
    "What a digest is made from": (
        "Woraus eine Presseschau gemacht wird",
        "D’où vient une revue",
        "De qué se hace un boletín",
        "De que é feito um boletim",
    ),
    "Set up a digest here; alone, it opens a form": (
        "Hier eine Presseschau anlegen; allein öffnet es ein Formular",
        "Créer une revue ici ; seule, la commande ouvre un formulaire",
        "Crear un boletín aquí; sin nada más, abre un formulario",
        "Criar um boletim aqui; sozinho, abre um formulário",
    ),
    "The digests there are, with their next and last times": (
        "Die Presseschauen, mit ihren nächsten und letzten Terminen",
        "Les revues existantes, avec leurs prochaines et dernières dates",
        "Los boletines que hay, con sus próximas y últimas fechas",
        "Os boletins que há, com suas próximas e últimas datas",
    ),
    "Change a digest, in a form": (
        "Eine Presseschau ändern, in einem Formular",
        "Modifier une revue, dans un formulaire",
        "Cambiar un boletín, en un formulario",
        "Mudar um boletim, em um formulário",
    ),
    "See a digest as it would be now, for you alone": (
        "Eine Presseschau ansehen, wie sie jetzt wäre, nur für dich",
        "Voir une revue telle qu’elle serait maintenant, pour vous seul",
        "Ver un boletín como sería ahora, solo para ti",
        "Ver um boletim como seria agora, só para você",
    ),
    "Post a digest now": (
        "Eine Presseschau jetzt senden",
        "Publier une revue maintenant",
        "Publicar un boletín ahora",
        "Publicar um boletim agora",
    ),
    "Let a digest wait until it is resumed": (
        "Eine Presseschau warten lassen, bis sie fortgesetzt wird",
        "Suspendre une revue jusqu’à sa reprise",
        "Dejar un boletín en espera hasta que se reanude",
        "Deixar um boletim esperando até ser retomado",
    ),
    "Let a paused digest go on": (
        "Eine pausierte Presseschau fortsetzen",
        "Reprendre une revue suspendue",
        "Reanudar un boletín en pausa",
        "Retomar um boletim pausado",
    ),
    "Leave out a digest's next time": (
        "Den nächsten Termin einer Presseschau auslassen",
        "Sauter la prochaine parution d’une revue",
        "Saltar la próxima vez de un boletín",
        "Pular a próxima vez de um boletim",
    ),
    "Delete a digest": (
        "Eine Presseschau löschen",
        "Supprimer une revue",
        "Eliminar un boletín",
        "Remover um boletim",
    ),
    "The sources of a digest": (
        "Die Quellen einer Presseschau",
        "Les sources d’une revue",
        "Las fuentes de un boletín",
        "As fontes de um boletim",
    ),
    "Add a source to a digest": (
        "Einer Presseschau eine Quelle hinzufügen",
        "Ajouter une source à une revue",
        "Añadir una fuente a un boletín",
        "Adicionar uma fonte a um boletim",
    ),
    "Take a source away from a digest": (
        "Einer Presseschau eine Quelle nehmen",
        "Retirer une source d’une revue",
        "Quitar una fuente de un boletín",
        "Tirar uma fonte de um boletim",
    ),
    "Try again what failed": (
        "Noch einmal versuchen, was misslungen ist",
        "Réessayer ce qui a échoué",
        "Volver a intentar lo que falló",
        "Tentar de novo o que falhou",
    ),
    "Change one part of a digest": (
        "Einen Teil einer Presseschau ändern",
        "Modifier une partie d’une revue",
        "Cambiar una parte de un boletín",
        "Mudar uma parte de um boletim",
    ),
    "What became of an article in the digests here": (
        "Was in den Presseschauen hier aus einem Artikel wurde",
        "Ce qu’est devenu un article dans les revues d’ici",
        "Qué fue de un artículo en los boletines de aquí",
        "O que houve com um artigo nos boletins daqui",
    ),
    "The sources of a digest as OPML, for other readers": (
        "Die Quellen einer Presseschau als OPML, für andere Leseprogramme",
        "Les sources d’une revue en OPML, pour d’autres lecteurs",
        "Las fuentes de un boletín en OPML, para otros lectores",
        "As fontes de um boletim em OPML, para outros leitores",
    ),
    # what their options are
    "What to change": ("Was geändert wird", "Ce qui change", "Qué se cambia", "O que muda"),
    "What it is to be": ("Was es werden soll", "Ce que cela devient", "Qué será", "O que será"),
    "Which one; all of this channel, unless you say so": (
        "Welche; alle dieses Kanals, wenn du nichts sagst",
        "Laquelle ; toutes celles de ce salon, sauf indication",
        "Cuál; todos los de este canal, si no dices otra cosa",
        "Qual; todos os deste canal, se você não disser outra coisa",
    ),
    "The article's address": (
        "Die Adresse des Artikels",
        "L’adresse de l’article",
        "La dirección del artículo",
        "O endereço do artigo",
    ),
    "The article's text, if there is no link to it or a paywall before it": (
        "Der Text des Artikels, wenn es keinen Link gibt oder eine Bezahlschranke davor",
        "Le texte de l’article, s’il n’a pas de lien ou s’il est payant",
        "El texto del artículo, si no hay enlace o hay un muro de pago",
        "O texto do artigo, se não houver link ou se for pago",
    ),
    "Who sees the briefing; everyone, unless you say so": (
        "Wer die Kurzfassung sieht; alle, wenn du nichts sagst",
        "Qui voit le résumé ; tout le monde, sauf indication contraire",
        "Quién ve el resumen; todos, si no dices nada",
        "Quem vê o resumo; todos, se você não disser nada",
    ),
    "What you want to know; the answer comes from the article alone": (
        "Was du wissen willst; die Antwort kommt nur aus dem Artikel",
        "Ce que vous voulez savoir ; la réponse vient de l’article seul",
        "Lo que quieres saber; la respuesta sale solo del artículo",
        "O que você quer saber; a resposta vem só do artigo",
    ),
    "Addresses of sites or of their feeds, with blanks between them": (
        "Adressen von Seiten oder ihren Feeds, mit Leerzeichen dazwischen",
        "Adresses de sites ou de leurs flux, séparées par des espaces",
        "Direcciones de sitios o de sus feeds, separadas por espacios",
        "Endereços de sites ou de seus feeds, separados por espaços",
    ),
    "Days and times: weekdays 08:30, or mon,thu 7am and 6pm": (
        "Tage und Zeiten, auf Englisch: weekdays 08:30, oder mon,thu 7am and 6pm",
        "Jours et heures, en anglais : weekdays 08:30, ou mon,thu 7am and 6pm",
        "Días y horas, en inglés: weekdays 08:30, o mon,thu 7am and 6pm",
        "Dias e horas, em inglês: weekdays 08:30, ou mon,thu 7am and 6pm",
    ),
    "The time zone, for example Europe/London": (
        "Die Zeitzone, zum Beispiel Europe/Berlin",
        "Le fuseau horaire, par exemple Europe/Paris",
        "La zona horaria, por ejemplo Europe/Madrid",
        "O fuso horário, por exemplo America/Sao_Paulo",
    ),
    "What it is called": ("Wie sie heißt", "Comment elle s’appelle", "Cómo se llama", "Como se chama"),
    'Only stories with these words: harbour AND (storm OR "sea wall") NOT football': (
        "Nur Meldungen mit diesen Wörtern: hafen AND (sturm OR deich) NOT fußball",
        "Seulement les sujets avec ces mots : port AND (tempête OR digue) NOT football",
        "Solo noticias con estas palabras: puerto AND (tormenta OR dique) NOT fútbol",
        "Só notícias com estas palavras: porto AND (tempestade OR dique) NOT futebol",
    ),
    "How many stories at most": (
        "Wie viele Meldungen höchstens",
        "Combien de sujets au plus",
        "Cuántas noticias como máximo",
        "Quantas notícias no máximo",
    ),
    "Whether to post a line when there is nothing new": (
        "Ob eine Zeile kommt, wenn es nichts Neues gibt",
        "S’il faut publier une ligne quand il n’y a rien de neuf",
        "Si se publica una línea cuando no hay nada nuevo",
        "Se deve publicar uma linha quando não há nada novo",
    ),
    "Which one": ("Welche", "Laquelle", "Cuál", "Qual"),
    "Which source": ("Welche Quelle", "Quelle source", "Qué fuente", "Qual fonte"),
    "The address of a site, of its feed, or of a list of feeds (OPML)": (
        "Die Adresse einer Seite, ihres Feeds, oder einer Liste von Feeds (OPML)",
        "L’adresse d’un site, de son flux, ou d’une liste de flux (OPML)",
        "La dirección de un sitio, de su feed, o de una lista de feeds (OPML)",
        "O endereço de um site, do seu feed, ou de uma lista de feeds (OPML)",
    ),
}


class Words(Translator):
    """Looks each of them up; discord.py asks when the commands are sent."""

    async def translate(self, string: locale_str, locale: Locale, context: TranslationContextTypes) -> str | None:
        """It in that language; ``None`` for English, and for languages that are not in the table."""
        del context
        column, known = LANGUAGES.get(locale), WORDS.get(string.message)
        return known[column] if known and column is not None else None
