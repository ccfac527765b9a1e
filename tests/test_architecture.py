"""Where things may stand; which module may import which is in pyproject.toml, under importlinter."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = {"adapters", "bot", "docs", "seeds", "summariser", "tests"}
LIBRARIES = {
    "adapters": {
        "aiohttp",
        "alembic",
        "apscheduler",
        "brotli",
        "charset_normalizer",
        "discord",
        "fastfeedparser",
        "feedparser",
        "jinja2",
        "lxml",
        "openai",
        "opentelemetry",
        "platformdirs",
        "procrastinate",
        "prometheus_client",
        "protego",
        "psycopg",
        "pypdfium2",
        "rich",
        "slack_bolt",
        "slack_sdk",
        "sqlalchemy",
        "ssrfguard",
        "tld",
        "trafilatura",
        "webencodings",
        "yarl",
    },
    "bot": {"click"},
    "summariser": {"numpy", "safetensors", "snowballstemmer", "threadpoolctl", "tokenizers"},
}
OURS = {"adapters", "bot", "summariser"}
CLOCKS = {"now", "utcnow", "today"}


def test_the_folders_are_those_of_the_house() -> None:
    """A new top-level folder is a decision, not an accident: it is drawn in docs/architecture.md first."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607 - whichever git there is
    if listed.returncode:
        pytest.skip("not a git checkout")
    folders = {name.split("/")[0] for name in listed.stdout.splitlines() if "/" in name}
    assert {name for name in folders if not name.startswith(".")} <= FOLDERS


@pytest.mark.parametrize("package", sorted(LIBRARIES))
def test_a_package_imports_only_the_libraries_it_may(package: str) -> None:
    foreign = {name for path in (ROOT / package).rglob("*.py") for name in _imported(path)}
    assert foreign - OURS - set(sys.stdlib_module_names) <= LIBRARIES[package]


def test_the_summariser_asks_no_clock() -> None:
    """Nothing under summariser/ calls now(), utcnow() or today()."""
    for path in (ROOT / "summariser").rglob("*.py"):
        called = {node.attr for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Attribute)}
        assert not called & CLOCKS, path


def test_the_lock_file_names_one_registry() -> None:
    registries = {
        line.split('"')[1] for line in (ROOT / "uv.lock").read_text().splitlines() if line.startswith("source = { reg")
    }
    assert registries == {"https://pypi.org/simple"}


def test_every_exception_is_in_the_drawn_tree() -> None:
    """The docstrings of the two errors modules draw every class they define, below its parent."""
    for path in (ROOT / "bot" / "errors.py", ROOT / "summariser" / "errors.py"):
        tree = ast.parse(path.read_text())
        drawing = [line.lstrip("│├└─ ").split(" ")[0] for line in (ast.get_docstring(tree) or "").splitlines()]
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                parent = ast.unparse(node.bases[0])
                assert node.name in drawing, node.name
                assert parent == "Exception" or drawing.index(parent) < drawing.index(node.name)


def _imported(path: Path) -> set[str]:
    found = set[str]()
    for node in ast.walk(ast.parse(path.read_text())):
        match node:
            case ast.Import(names=names):
                found |= {alias.name.split(".")[0] for alias in names}
            case ast.ImportFrom(module=str(module)):
                found.add(module.split(".")[0])
            case _:
                pass
    return found
