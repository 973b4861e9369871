"""Duties in every row of a large input: read in blocks, scanned by the one matcher, written in parts."""
