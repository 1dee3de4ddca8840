"""Screening: whole tables of structures, row by row, and nothing lost on the way."""
