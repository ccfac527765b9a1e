"""What a page hides from its readers is not read."""

from __future__ import annotations

import pytest

from adapters.web.reading.hidden import is_unseen
from tests.adapters.web.pages import STORY, page, reading

UNSEEN = "This line is here for machines alone, and no reader of the page has ever seen it standing there."


@pytest.mark.parametrize(
    "hidden",
    [
        f"<p hidden>{UNSEEN}</p>",
        f'<p style="display: none">{UNSEEN}</p>',
        f'<div style="color:red;visibility:hidden"><p>{UNSEEN}</p></div>',
        f'<p style="font-size:0">{UNSEEN}</p>',
        f'<p style="opacity: 0;">{UNSEEN}</p>',
        f'<p style="position:absolute; left:-9999px">{UNSEEN}</p>',
        f'<p style="overflow:hidden;height:1px">{UNSEEN}</p>',
        f'<p style="color:#fff;background:#fff">{UNSEEN}</p>',
        f'<p class="sr-only">{UNSEEN}</p>',
        f'<p aria-hidden="true">{UNSEEN}</p>',
        f"<template><p>{UNSEEN}</p></template>",
        f"<noscript><p>{UNSEEN}</p></noscript>",
        f'<script type="text/template"><p>{UNSEEN}</p></script>',
        f"<!-- <p>{UNSEEN}</p> -->",
    ],
)
def test_text_that_nobody_sees_is_left_out(hidden: str) -> None:
    text = reading(page(hidden), "text/html").article.text
    assert UNSEEN not in text
    assert STORY[-1] in text


@pytest.mark.parametrize(
    "rule", [".x{display:none}", "p.y,.x { color:red; visibility:hidden }", "#z{display:none!important}"]
)
def test_the_page_s_own_simple_rules_hide_too(rule: str) -> None:
    html = page(f'<p class="x" id="z">{UNSEEN}</p>', head=f"<style>@media print{{p{{display:none}}}}{rule}</style>")
    assert UNSEEN not in reading(html).article.text


def test_a_rule_for_some_screens_only_hides_nothing() -> None:
    html = page(f'<p class="x">{UNSEEN}</p>', head="<style>@media print{.x{display:none}}</style>")
    assert UNSEEN in reading(html).article.text


def test_a_story_that_waits_for_scripts_to_be_shown_is_read_all_the_same() -> None:
    story = "".join(f"<p>{text}</p>" for text in STORY)
    html = f'<html><body><div style="display:none"><h1>Ferry to sail again</h1>{story}</div></body></html>'
    assert STORY[0] in reading(html).article.text


@pytest.mark.parametrize(
    "style", ["display:block", "opacity:0.9", "font-size:10px", "left:-4px", "color:#fff;background:#000", ""]
)
def test_what_is_seen_is_not_hidden(style: str) -> None:
    assert not is_unseen(style)
