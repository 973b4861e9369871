"""Checking documents against the law: the duties that they name, each with its verdict and the rules behind it."""

from pipeline.checking.checker import Checker, NoState
from pipeline.checking.found import Basis, CheckedFile, CheckedMention

__all__ = ["Basis", "CheckedFile", "CheckedMention", "Checker", "NoState"]
