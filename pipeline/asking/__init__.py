"""One question to the law: a state, a duty, and what else is known, answered from a release."""

from pipeline.asking.answer import Answer, ask
from pipeline.asking.question import Question, understand

__all__ = ["Answer", "Question", "ask", "understand"]
