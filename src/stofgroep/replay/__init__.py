"""Giving a kept verdict once more, and saying what differs."""
