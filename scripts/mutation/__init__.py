"""Mutation testing of the definitions: does a scenario notice when one clause of the law changes?"""
