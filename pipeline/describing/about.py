"""What the dataset says of itself, in one place: title, description, licences, who made it."""

from __future__ import annotations

NAME = "scopebook"
TITLE = "Scopebook: what medical assistants may do in each US state"
DESCRIPTION = (
    "For each of the fifty states and the District of Columbia, and for each duty that a medical assistant may be "
    "asked to do, what the law says: permitted, conditional, delegable, prohibited, reserved to a licence, silent, or "
    "not researched, with conditions, citations, and how each text was read. Coded by hand from statutes, regulations "
    "and official guidance. Not legal advice."
)
KEYWORDS = ("medical assistants", "scope of practice", "delegation", "health workforce", "state law", "United States")
CREATOR = "Scopebook contributors"
CREDIT = (
    "Scopebook contributors. Scopebook: what medical assistants may do in each US state. Version {version}. CC BY 4.0."
)
DATA_LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
ONET_SOURCE = {"title": "O*NET database, U.S. Department of Labor, ETA (CC BY 4.0): ids of tasks and activities only"}
CSV_NOTE = (
    "Lists are joined by ' | '. A cell that a spreadsheet would take for a formula begins with an apostrophe. "
    "An empty cell is null; a quoted empty cell is empty text."
)
"""Holds for every CSV file (pipeline/publish/csv_files.py writes them)."""
