"""The states' names in small letters, for phrases of the lexicon ("illegal in {state} for")."""

from __future__ import annotations

_NAMES = """
alabama; alaska; arizona; arkansas; california; colorado; connecticut; delaware; district of columbia; florida;
georgia; hawaii; idaho; illinois; indiana; iowa; kansas; kentucky; louisiana; maine; maryland; massachusetts;
michigan; minnesota; mississippi; missouri; montana; nebraska; nevada; new hampshire; new jersey; new mexico;
new york; north carolina; north dakota; ohio; oklahoma; oregon; pennsylvania; rhode island; south carolina;
south dakota; tennessee; texas; utah; vermont; virginia; washington; west virginia; wisconsin; wyoming
"""
STATES = tuple(" ".join(name.split()) for name in _NAMES.split(";"))
