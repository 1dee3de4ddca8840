"""Finds every package by itself; all other settings are in pyproject.toml."""

from setuptools import find_packages, setup

API = [f"stofgroep.api.{name}" for name in find_packages("api")]

setup(packages=[*find_packages("src"), "stofgroep.api", *API, "stofgroep.data"])
