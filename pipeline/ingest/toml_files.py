"""Reading hand-edited TOML: bytes in, tables out, or the fault that stopped it."""

from __future__ import annotations

from typing import Any

import tomli

from pipeline.faults import Fault

MAX_BYTES = 8_000_000
"""A hand-edited file is far smaller; a larger one is a mistake."""


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
    try:
        return tomli.loads(text), []
    except (tomli.TOMLDecodeError, RecursionError) as error:
        return {}, [Fault(file, _nearest_record(text, str(error)), "", f"not valid TOML: {error}", _mend(str(error)))]


def _mend(message: str) -> str:
    if "Cannot declare" in message or "Cannot overwrite" in message:
        return "remove the repeated key or table"
    return "look for an unclosed bracket, quote or table on that line or just above"


def _nearest_record(text: str, message: str) -> str:
    """The last id-like line above the place of the error, so that people find the record."""
    if "line " not in message:
        return ""
    digits = "".join(ch if ch.isdigit() else " " for ch in message.split("line ", 1)[1]).split()
    if not digits:
        return ""
    for line in reversed(text.splitlines()[: int(digits[0])]):
        key, _, value = line.partition("=")
        if key.strip() == "id" or key.strip().endswith("_id"):
            return value.strip().strip('"')
    return f"line {digits[0]}"
