"""How ``clean`` tells the page from the story: what a line is, what a sentence asks for, where a run of such ends."""

from __future__ import annotations
