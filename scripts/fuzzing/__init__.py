"""What the fuzzer runs: one module per target, each with ``try_one(data)``."""

TARGETS = ("texts", "structures", "members", "definitions", "files")
