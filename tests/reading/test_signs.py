"""Signs that open the items of a list, whatever they are; and lines that only look as if one did."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.reading import read_file
from pipeline.reading.signs import strip_bullet

SIGNS = (
    "🔸 🔹 👉 ➤ » · – ○ • ▪ → ➜ ▸ ★ ✅ ✔️ ☑ ☐ 💉 🩺 🧑‍⚕️ 👩🏽‍⚕️ ⭐ ❯ › ◉ ⚫ 🟢 [ ] [x] [X] [] ① ❶ ◆ ‒ ― ☞ ✳️ 📌".replace(
        "[ ]", "[_]"
    ).split()
)


@pytest.mark.parametrize("sign", [*SIGNS, "[ ]", "➤➤", "o", "-", "*", "+"])
def test_a_sign_opens_an_item(sign: str) -> None:
    assert strip_bullet(f"{sign} Draw blood") == "Draw blood"


@pytest.mark.parametrize("sign", ["🔸", "➤", "»", "•", "👉"])
def test_a_sign_may_stand_close(sign: str) -> None:
    assert strip_bullet(f"{sign}Draw blood") == "Draw blood"


@pytest.mark.parametrize("sign", ["⛔", "⛔️", "🛑", "👎", "×"])
def test_a_sign_that_denies_is_kept(sign: str) -> None:
    assert strip_bullet(f"{sign} Start IVs") == "✗ Start IVs"


@pytest.mark.parametrize(
    "line",
    [
        "❌ Start IVs", "✗ Start IVs", "🚫 Start IVs", "🚀 Responsibilities",
        "🔹 What you will do", "📍 Location: Austin",

        "💰 Pay", "👉 About the role", "🩺 Key duties:", "-5 degrees", "*required", "×3 daily", "© 2024 Clinic",
        "°C is read",

        "№ 5", "[1] Smith 2020", "[note] Draw blood", "Draw blood →", "other", "o2 is given", "(x) Draw blood",
    ],
)  # fmt: skip
def test_what_is_no_item(line: str) -> None:
    assert strip_bullet(line) is None


@pytest.mark.parametrize("sign", ["🔸", "➤", "»", "[ ]", "💉"])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.docx"])
def test_every_reader_knows_them(sign: str, name: str, tmp_path: Path) -> None:
    lines = [f"{sign} Draw blood", f"{sign} take vital signs"]
    path = tmp_path / name
    if name == "a.docx":
        import docx

        document = docx.Document()
        for line in ("Assistants may not:", *lines):
            document.add_paragraph(line)
        document.save(str(path))
    elif name == "a.html":
        path.write_text(f"<p>Assistants may not:</p><p>{'<br>'.join(lines)}</p>")
    else:
        path.write_text("\n".join(["Assistants may not:", "", *lines]))
    found = [line for line in read_file(path).text.split("\n") if line]
    assert found == ["Assistants may not:", "- Draw blood", "- take vital signs"]
