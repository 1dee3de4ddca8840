"""Drafts of definitions, and what they would catch: for those who write a law before it is one.

Everything here is plain data and pure functions; commands and the HTTP service only show it.
"""
