"""Readers: any file that people write duties in becomes one plain text, in which every mention has its place."""

from pipeline.reading.aside import ReadAside
from pipeline.reading.files import files_in
from pipeline.reading.read import read_file
from pipeline.reading.text import ReadText, UnreadableFile

__all__ = ["ReadAside", "ReadText", "UnreadableFile", "files_in", "read_file"]
