"""`make bench`: realistic inputs from the lexicon, the command measured beside other tools, the report of it."""
