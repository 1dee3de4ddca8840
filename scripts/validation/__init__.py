"""The table of scenarios that is shipped, collected from the tests."""
