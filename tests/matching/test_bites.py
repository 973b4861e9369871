"""Texts that no small change of the kernel survives: what each word, mark and line does, and what it does not."""

from __future__ import annotations


def test_nothing_is_found_in_nothing(duties) -> None:
    assert duties("") == set()
