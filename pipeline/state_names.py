"""The states' names as running text has them, for phrases of the lexicon ("illegal in {state} for"), in small letters."""

from __future__ import annotations

STATES = tuple(
    " ".join(name.split())
    for name in """
alabama; alaska; arizona; arkansas; california; colorado; connecticut; delaware; district of columbia; florida;
georgia; hawaii; idaho; illinois; indiana; iowa; kansas; kentucky; louisiana; maine; maryland; massachusetts;
michigan; minnesota; mississippi; missouri; montana; nebraska; nevada; new hampshire; new jersey; new mexico;
new york; north carolina; north dakota; ohio; oklahoma; oregon; pennsylvania; rhode island; south carolina;
south dakota; tennessee; texas; utah; vermont; virginia; washington; west virginia; wisconsin; wyoming
""".split(";")
)
