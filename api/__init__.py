"""The web service: verdicts, screenings and the law over HTTP, started by ``stofgroep serve``."""
