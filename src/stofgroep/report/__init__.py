"""Reports for a file, a court or a second reader: one structure or many, as a page or on paper."""
