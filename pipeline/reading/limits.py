"""How much a reader takes in. Each bound keeps one hostile or broken file from stopping the run."""

from __future__ import annotations

FILE_BYTES = 50_000_000
SECONDS = 60.0
"""For one document, in the process that reads it; the slowest that the other limits let through takes a tenth."""
MEMORY_BYTES = 4_000_000_000
"""Of that process."""
TEXT_CHARS = 5_000_000
"""Of one document; a book of a thousand pages has half of it."""
LINE_CHARS = 1_000_000
"""Longest line of a text; a real posting has none of a tenth of it."""
MARKDOWN_BYTES = 1_000_000
"""The Markdown parser does half a MB a second."""
MARKDOWN_LINE_CHARS = 50_000
"""Runs of brackets and stars in one line take the parser more than linear time."""
ROWS = 200_000
FOLDER_FILES = 10_000

ZIP_MEMBERS = 5_000
ZIP_TOTAL_BYTES = 200_000_000
ZIP_RATIO = 200
"""Ordinary DOCX parts shrink 5 to 30 times."""
ZIP_RATIO_FROM_BYTES = 5_000_000
"""Parts smaller than this unpacked may shrink as they like."""

PDF_PAGES = 500
PDF_CHARS = 5_000_000

HTML_DEPTH = 1_000
HTML_WORK = 600_000_000
"""Sum of the depth at every opening tag: what the parser walks. 140 million steps take it a second."""

JSON_DEPTH = 64
PARQUET_COLUMN_BYTES = 500_000_000
