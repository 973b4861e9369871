"""Tables with a column that names who does each task ("Task | Who"): the job-holder's rows, and others'.

A row is the job-holder's where that cell names him ("MA", "RN or MA", "all clinical staff"). Another's is led in by his
name ("RN: triage calls"), or as another employee's where it goes by none that a lead-in is known by ("Front desk").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.reading.answers import answer
from pipeline.reading.people import HOLDER, another, excludes, his, is_names, names_assistant

_WHO = re.compile(
    r"\bwhom?\b|\bresponsib|\baccountable\b|"
    r"\b(?:performed|done|completed|carried out|handled|provided|given|administered|executed|conducted|owned) by\b|"
    r"\b(?:assigned|delegated|limited|restricted|designated|reserved) (?:to|for)\b|\bperform(?:er|s it)\b|\bdoers?\b|"
    r"\b(?:staff|personnel|roles?|titles?|persons?|people) (?:that |who )?(?:allowed|permitted|authori[sz]ed|may|"
    r"can)\b|"
    r"\b(?:allowed|permitted|authori[sz]ed|qualified) (?:staff|personnel|roles?|persons?)\b|\bowners?\b|\bassignee\b",
    re.IGNORECASE,
)
_PERHAPS = re.compile(
    r"^(?:job |staff |team |care |required |minimum |clinical )*"
    r"(?:roles?|positions?|staff(?: members?)?|titles?|personnel|disciplines?|credentials?|members?|occupations?|"
    r"employees?|levels?|professions?|licen[sc]es?|licensure|by|provider types?|performed|person)$",
    re.IGNORECASE,
)
_NOT_WHO = re.compile(
    r"\b(?:supervis\w*|approv\w*|order\w*|delegat(?:ed|es|ing|ion) (?:by|from)|delegators?|train\w*|taught|teach\w*|"
    r"verif\w*|review\w*|sign\w*|report\w*|contacts?|notif\w*|inform\w*|consult\w*|authors?|prepared|revised|"
    r"evaluat\w*|assess\w*|check\w*|observ\w*|oversight|request\w*|patients?|phone|applies)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:(?:job |position )?title|position|reports? to|supervis\w+|department|location|contact)\b", re.I
)
_OTHERS = "Another employee"
_DENIES = re.compile(r"\b(?:not|never|cannot|prohibited|excluded)\b", re.IGNORECASE)


def who_column(rows: Sequence[Sequence[str]]) -> tuple[int, int] | None:
    """The column that names who does the tasks, and the first row below its head; null where there is none.

    Known by its head, where half of its cells name people and nothing else; by a head such as "Role", where all do.
    Without such a head all must, the job-holder and others among them.
    """
    if len(rows) < 2 or len(rows[0]) < 2:
        return None
    for j, head in enumerate(rows[0]):
        cells = [row[j] for row in rows[1:] if j < len(row) and row[j]]
        named = sum(is_names(cell) for cell in cells)
        if not named or _NOT_WHO.search(head) or (answer(head) and j) or (is_names(head) and not _WHO.search(head)):
            continue
        if (_WHO.search(head) and 2 * named >= len(cells)) or (_PERHAPS.match(head) and named == len(cells)):
            return j, 1
        if named == len(cells) and j and _mixed(cells):
            return j, 1
    last = len(rows[0]) - 1
    cells = [row[last] for row in rows if len(row) > last]
    if all(map(is_names, cells)) and _mixed(cells) and not any(is_names(r[0]) or _LABEL.match(r[0]) for r in rows):
        return last, 0
    return None


def _mixed(cells: Sequence[str]) -> bool:
    return any(map(his, cells)) and not all(map(his, cells))


def row_of(row: Sequence[str], column: int, head: str, apart: bool = False) -> list[str] | None:
    """A row as it is read: as it stands where it is the job-holder's, else led in by another's name; null: left out.

    Its cells keep their columns. apart: other rows name medical assistants, so that a technician is another.
    """
    who, out = row[column], list(row)
    first = next((j for j, cell in enumerate(row) if j != column and cell), None)
    if not who or first is None:
        return out
    if _DENIES.search(head):  # "Who may not": the head turns the answer round
        out[column] = "Yes"
        return out if his(who) else None
    if excludes(who):
        out[column] = "No"
        return out
    if his(who) and not (apart and HOLDER.search(who) and not names_assistant(who)):
        return out
    if any(HOLDER.search(cell) for j, cell in enumerate(row) if j not in (column, first)):
        return out  # a note tells of the job-holder: "Botox | MD | MAs may not inject it"
    name = another(who)
    if name is None or len(who.split()) > len(name.split()) + 1 or re.search(r"[,/&;+]", who):
        name = _OTHERS
    out[column], out[first] = "", f"{name}: {row[first]}"
    return out
