"""Structures as pictures: coloured by clause, with a legend and the same in words."""
