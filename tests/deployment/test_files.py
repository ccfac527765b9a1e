"""The files of a deployment say the same as the rest of the project."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings.entries import entries
from bot.settings.model import SECTIONS

ROOT = Path(__file__).parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text()
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())
UNIT = ROOT / "docs" / "deployment" / "standfirst.service"
KNOWN = {entry.name for section in SECTIONS.values() for _, entry in entries(section)}
OTHERS = {"POSTGRES_PASSWORD", "PATH", "PYTHONUNBUFFERED"}


def test_the_image_is_built_with_the_uv_of_the_makefile() -> None:
    (ours,) = re.findall(r"^UV_VERSION := (\S+)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert re.findall(r"astral-sh/uv:(\S+)", DOCKERFILE) == [ours]


def test_what_is_copied_into_the_image_is_let_through_and_nothing_else_is() -> None:
    copied = {
        name for line in re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE) for name in line.split()
    }
    ignored = (ROOT / ".dockerignore").read_text().split("\n")
    assert "*" in ignored
    assert {line.removeprefix("!") for line in ignored if line.startswith("!")} == copied
    assert all((ROOT / name).exists() for name in copied)


def test_the_image_has_the_python_of_the_project_and_is_not_roots() -> None:
    assert set(re.findall(r"^FROM python:(\d\.\d+)", DOCKERFILE, re.MULTILINE)) == {
        (ROOT / ".python-version").read_text().strip()
    }
    assert "USER 10001:10001" in DOCKERFILE.rpartition("FROM")[2]
    assert "/healthz" in DOCKERFILE


def test_every_service_is_confined_and_there_are_two_of_ours_each() -> None:
    services = COMPOSE["services"]
    for service in services.values():
        assert service["read_only"]
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
    assert {name: each["deploy"]["replicas"] for name, each in services.items() if "deploy" in each} == {
        "bot": 2,
        "worker": 2,
    }
    assert services["database"]["image"] == "postgres:18"


@pytest.mark.parametrize("file", ["compose.yaml", "Dockerfile", "docs/deployment/env.example", UNIT.relative_to(ROOT)])
def test_every_setting_that_is_named_there_is_one(file: str) -> None:
    named = set(
        re.findall(r"\b((?:STANDFIRST|SLACK|DISCORD|OPENAI|DATABASE|POSTGRES)_[A-Z_]+)\b", (ROOT / file).read_text())
    )
    assert named - OTHERS - {"POSTGRES_USER", "POSTGRES_DB"} <= KNOWN


def test_the_documents_name_only_commands_that_there_are() -> None:
    from bot.cli import standfirst  # noqa: PLC0415 - only here

    text = (ROOT / "docs" / "deployment.md").read_text() + UNIT.read_text() + (ROOT / "docs" / "privacy.md").read_text()
    named = set(re.findall(r"(?:^|[`/])standfirst ([a-z]+)\b", text, re.MULTILINE))
    assert named
    assert named <= standfirst.commands.keys()


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    here = tmp_path / UNIT.name
    here.write_text(UNIT.read_text().replace("/opt/standfirst/bin/standfirst", "/bin/true"))
    verified = subprocess.run(["systemd-analyze", "verify", here], capture_output=True, text=True, check=False)  # noqa: S607 - the system's
    assert (verified.returncode, verified.stderr) == (0, "")
