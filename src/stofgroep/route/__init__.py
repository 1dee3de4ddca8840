"""For what is not on a list: which framework to consider, and what the substance resembles. Triage only."""
