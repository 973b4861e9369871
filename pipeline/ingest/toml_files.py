"""Reading hand-edited TOML: bytes in, tables out, or the fault that stopped it."""

from __future__ import annotations

import re
from typing import Any

import tomli

from pipeline.faults import Fault

MAX_BYTES = 8_000_000
"""A hand-edited file is far smaller; a larger one is a mistake."""
MAX_PARTS = 32
_PART = r"""(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')"""
# The parser takes cubic time in the parts of a dotted name: a file of one MB kept it busy for a minute.
_CHAIN = re.compile(rf"(?<![A-Za-z0-9_-]){_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{MAX_PARTS},}}+")

# With the overrides of direction, by which a text can be shown as another than it is.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def parse_toml(file: str, data: bytes) -> tuple[dict[str, Any], list[Fault]]:
    """The top-level table of a TOML file, or an empty one and the fault."""
    if len(data) > MAX_BYTES:
        return {}, [Fault(file, "", "", f"file of {len(data)} bytes", f"keep raw files under {MAX_BYTES} bytes")]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        problem = f"not UTF-8: byte 0x{data[error.start]:02x} in line {line}"
        return {}, [Fault(file, f"line {line}", "", problem, "save the file as UTF-8")]
    if not text.strip():
        return {}, [Fault(file, "", "", "the file is empty", "write its records or remove the file")]
    deep = _CHAIN.search(text)
    if deep:
        line = text.count("\n", 0, deep.start()) + 1
        return {}, [Fault(file, f"line {line}", "", f"a name of more than {MAX_PARTS} parts", "write it without dots")]
    try:
        table = tomli.loads(text)
        return (table, []) if not (found := _controls(file, table)) else ({}, found)
    except (ValueError, RecursionError) as error:  # faults of the syntax are ValueErrors; so is a number too long
        return {}, [Fault(file, _nearest_record(text, str(error)), "", f"not valid TOML: {error}", _mend(str(error)))]


def _controls(file: str, table: dict[str, Any]) -> list[Fault]:
    """A fault for each value with a character that a terminal, a page or an editor would act on, not show."""
    faults: list[Fault] = []
    waiting: list[tuple[str, str, Any]] = [("", "", table)]
    while waiting:
        record, field, value = waiting.pop()
        if isinstance(value, dict):
            name = next(
                (v for k, v in value.items() if (k == "id" or k.endswith("_id")) and isinstance(v, str)), record
            )
            for key, inner in value.items():
                waiting += [(name, key, key), (name, key, inner)]
        elif isinstance(value, list):
            waiting += [(record, field, inner) for inner in value]
        elif isinstance(value, str) and (found := _CONTROL.search(value)):
            problem = f"holds the control character U+{ord(found.group()):04X}"
            faults.append(Fault(file, record, field, problem, "take it out"))
    return faults


def _mend(message: str) -> str:
    if "Cannot declare" in message or "Cannot overwrite" in message:
        return "remove the repeated key or table"
    return "look for an unclosed bracket, quote or table on that line or just above"


def _nearest_record(text: str, message: str) -> str:
    """The last id-like line above the place of the error, so that people find the record."""
    place = re.search(r"at line (\d+)", message)
    if place is None:
        return ""
    number = int(place.group(1))
    for line in reversed(text.splitlines()[:number]):
        key, _, value = line.partition("=")
        if key.strip() == "id" or key.strip().endswith("_id"):
            return value.strip().strip('"')
    return f"line {number}"
