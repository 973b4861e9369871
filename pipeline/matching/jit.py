"""How the kernel's inner functions are compiled: into their callers, without the interpreter's lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from numba import njit

inner: Callable[[Callable[..., Any]], Callable[..., Any]] = njit(nogil=True, no_cpython_wrapper=True)  # pyright: ignore[reportCallIssue, reportAssignmentType, reportUnknownVariableType]
