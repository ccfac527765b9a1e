"""Every setting, looked at together."""

from __future__ import annotations

import pytest

from bot.errors import BadSettings
from bot.settings import Settings, from_environment


def test_nothing_set_is_the_safe_side() -> None:
    assert from_environment({}) == Settings()
    assert Settings().allow_hosts == frozenset()


def test_what_is_set_is_taken() -> None:
    settings = from_environment(
        {
            "STANDFIRST_ALLOW_HOSTS": " 127.0.0.1:8000, [::1]:80 ,",
            "STANDFIRST_CONTACT": "news@our.example",
            "STANDFIRST_USER_AGENTS": "News.example=OurReader/1.0 (+https://our.example); b.example=B",
            "DATABASE_URL": "sqlite:///a.db",
        }
    )
    assert settings.allow_hosts == {"127.0.0.1:8000", "[::1]:80"}
    assert settings.contact == "news@our.example"
    assert settings.user_agents == {"news.example": "OurReader/1.0 (+https://our.example)", "b.example": "B"}
    assert settings.database == "sqlite:///a.db"


@pytest.mark.parametrize("hosts", ["127.0.0.1", "http://127.0.0.1:80", "*", "a:b", "[::1]"])
def test_a_host_without_its_port_is_no_host(hosts: str) -> None:
    with pytest.raises(BadSettings, match="STANDFIRST_ALLOW_HOSTS"):
        from_environment({"STANDFIRST_ALLOW_HOSTS": hosts})


def test_all_that_is_wrong_is_told_at_once() -> None:
    wrong = {
        "STANDFIRST_ALLOW_HOSTS": "x, y",
        "STANDFIRST_CONTACT": "a\r\nInjected: header",
        "STANDFIRST_USER_AGENTS": "nobody",
    }
    with pytest.raises(BadSettings) as raised:
        from_environment(wrong)
    assert str(raised.value).count("STANDFIRST_") == 4


def test_a_password_is_not_shown() -> None:
    assert "secret" not in repr(from_environment({"DATABASE_URL": "postgresql://me:secret@db/standfirst"}))
