"""Lines that answer one task for each of several people: "Start IV | MA: No | RN: Yes", "Foley: MA no, RN yes".

The line is read as a row of a grid is: the task with the answer of the job-holder ("Start IV | No"), or, where he is
not named, with another's name before it ("RN: Start IV"). It is never longer than it was.
"""

from __future__ import annotations

import re

from pipeline.reading.answers import answer, said
from pipeline.reading.people import ANOTHER, HOLDER, PLAIN_HOLDER, another, is_names, names_people

_LONGEST, _NAME_WORDS, _MOST = 300, 6, 8
_PARTS = re.compile(r"\s*[|¦│║┃;,]\s*|[ \xa0]{2,}|\t+")
_LABEL = re.compile(r"\s*:\s+(?=\S)|\s+[-–—]\s+(?=\S)")
_APART = re.compile(r"[:=]|\s[-–—](?=\s)|(?=[✓✔✗✘✕✖❌✅☑☒])")
_SIGN_FIRST = re.compile(r"^(?P<said>[✓✔✗✘✕✖❌✅☑☒]\ufe0f?)\s*(?P<who>\S.*)$")
_WHO_IS = re.compile(r"^(\s*)([^=|]{2,40}?)(\s*)=(?=\s+[A-Za-z])")
_OTHERS = "Another employee"


def read_line(line: str) -> str | None:
    """The line with the job-holder's answer alone; null for one that answers for no people.

    "LPN = injections" is read as the label that it is ("LPN: injections").
    """
    if len(line) > _LONGEST or not (HOLDER.search(line) or ANOTHER.search(line)):
        return None
    told = _WHO_IS.match(line)
    if told and is_names(told.group(2)):
        return f"{told.group(1)}{told.group(2)}:{line[told.end() :]}"  # "LPN = injections"
    words = line.rstrip().rstrip(".|")
    begin = len(words) - len(words.lstrip(" |"))
    for task, rest in _ways(words[begin:]):
        pairs = [_pair(part) for part in _PARTS.split(rest) if part.strip()]
        found = [pair for pair in pairs if pair is not None]
        people = {who for who, _ in found}
        if not found or len(found) != len(pairs) or not len(found) == len(people) <= _MOST or not _is_task(task):
            continue
        read = _read(task, found)
        if read is not None and begin + len(read) <= len(line):
            return line[:begin].replace("|", " ") + read
    return None


def _ways(words: str) -> list[tuple[str, str]]:
    """How the line may be parted into its task and what is told of people."""
    ways = [(words[: label.start()], words[label.end() :]) for label in _LABEL.finditer(words)]
    parted = _PARTS.search(words)
    if parted:
        ways.append((words[: parted.start()].rstrip(":"), words[parted.end() :]))
    sign = re.search(r"\s(?=[✓✔✗✘✕✖❌✅☑☒])", words)
    if sign:
        ways.append((words[: sign.start()], words[sign.end() :]))
    return ways


def _is_task(words: str) -> bool:
    return any(map(str.isalpha, words)) and not names_people(words) and answer(words) is None and _pair(words) is None


def _pair(part: str) -> tuple[str, str] | None:
    """(whom, answer) of "MA: No", "MA no", "✗ MA"; null for anything else."""
    sign = _SIGN_FIRST.match(part.strip())
    if sign and is_names(sign.group("who")):
        return sign.group("who"), sign.group("said")
    words = _APART.sub(" ", part).split()
    for k in range(1, len(words)):
        who, told = " ".join(words[:k]), " ".join(words[k:])
        if k <= _NAME_WORDS >= len(words) - k and answer(told) and names_people(who):
            return who, told
    return None


def _read(task: str, pairs: list[tuple[str, str]]) -> str | None:
    holders = [(who, told) for who, told in pairs if HOLDER.search(who)]
    holders.sort(key=lambda pair: not PLAIN_HOLDER.search(pair[0]))
    if holders:
        return f"{task} | {said(holders[0][1])}"
    doing = [who for who, told in pairs if answer(told) == "yes"]
    if len(pairs) < 2 or not doing:
        return None
    return f"{another(doing[0]) or _OTHERS}: {task}"
