"""Foreign text between fences."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from summariser.prompts.fencing import fenced, one_line

_any = st.text(st.characters(exclude_categories=()))


@given(_any)
@example("\ud83d")
def test_any_text_can_be_fenced(text: str) -> None:
    first, *inside, last = fenced([text]).split("\n")
    assert first.removeprefix("<<<") == last.removesuffix(">>>")
    assert "\n".join(inside) == text


@given(_any)
@example("\ud83d")
def test_any_text_fits_on_a_line_that_can_be_sent(text: str) -> None:
    line = one_line(text)
    assert len(f"{line} .".splitlines()) == 1
    assert line.encode().decode() == line
