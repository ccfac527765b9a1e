"""How ``speakers`` finds who said it, from the words to the person.

tokens → phrases → verbs and their subjects → the attributions beside a quotation → the evidence for its speaker;
people → whom a name, a pronoun or a description means.
"""

from __future__ import annotations
