"""The law as data: group definitions, vocabulary and lists; no code lives here."""
