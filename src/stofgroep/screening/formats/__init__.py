"""File formats, one module each: a table that is read in chunks, and a writer that gives it back."""
