"""Stage 4, publish: the law joined with roles, settings and states, written aside and put in place in one step."""

from pipeline.publish.assemble import assemble

__all__ = ["assemble"]
