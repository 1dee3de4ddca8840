"""The HTTP service of stofgroep."""
