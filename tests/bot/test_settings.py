"""Every setting, looked at together."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from bot.errors import BadSettings
from bot.settings import ModelSettings, Price, Settings, from_environment
from bot.settings.entries import Entry, entries
from bot.settings.model import SECTIONS
from bot.settings.page import page

TABLE = {entry.name: (section, field, entry) for section in SECTIONS.values() for field, entry in entries(section)}


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


SLACK = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}


def test_slack_is_wanted_where_any_of_its_settings_is_there() -> None:
    chosen = from_environment(SLACK).slack
    assert chosen
    assert (chosen.api_url, chosen.over_http) == ("https://slack.com/api/", False)
    assert from_environment({"SLACK_API_URL": "http://127.0.0.1:1"}).slack is None


@pytest.mark.parametrize(
    "given",
    [
        {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s"},
        {"SLACK_CLIENT_ID": "1", "SLACK_CLIENT_SECRET": "s", "SLACK_SIGNING_SECRET": "s"},
        {"SLACK_CLIENT_ID": "1", "SLACK_CLIENT_SECRET": "s", "SLACK_APP_TOKEN": "xapp-1"},
    ],
)
def test_without_a_socket_or_with_installs_a_web_server_is_needed(given: dict[str, str]) -> None:
    chosen = from_environment(given).slack
    assert chosen
    assert chosen.over_http


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"SLACK_BOT_TOKEN": "xoxp-1"}, "SLACK_BOT_TOKEN: it should begin with xoxb-"),
        ({"SLACK_APP_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN: it should begin with xapp-"),
        ({"SLACK_APP_TOKEN": "xapp-1"}, "SLACK_BOT_TOKEN is not set"),
        ({"SLACK_BOT_TOKEN": "xoxb-1"}, "Set SLACK_APP_TOKEN .Socket Mode., or SLACK_SIGNING_SECRET"),
        (SLACK | {"SLACK_CLIENT_ID": "1", "SLACK_CLIENT_SECRET": "s"}, "set one of them"),
        ({"SLACK_CLIENT_ID": "1", "SLACK_SIGNING_SECRET": "s"}, "go together; set both"),
        (SLACK | {"SLACK_API_URL": "slack.com"}, "SLACK_API_URL: give an address like"),
        ({"STANDFIRST_KEEP_DAYS": "0"}, "STANDFIRST_KEEP_DAYS: '0' is no number of days"),
        ({"STANDFIRST_LISTEN": "8080"}, "STANDFIRST_LISTEN: '8080' is no host with its port"),
    ],
)
def test_what_cannot_be_is_said(given: dict[str, str], says: str) -> None:
    with pytest.raises(BadSettings, match=says):
        from_environment(given)


def test_where_the_web_server_listens() -> None:
    assert from_environment({}).listen == ("127.0.0.1", 8080)
    assert from_environment({"STANDFIRST_LISTEN": "[::]:80"}).listen == ("::", 80)


def test_the_pages_are_guarded_by_a_password_that_is_not_shown() -> None:
    settings = from_environment({"STANDFIRST_PASSWORD": "four words or more"})
    assert settings.password == "four words or more"
    assert "four words" not in repr(settings)
    with pytest.raises(BadSettings, match="STANDFIRST_PASSWORD: give at least 8 characters") as raised:
        from_environment({"STANDFIRST_PASSWORD": "short"})
    assert "short" not in str(raised.value)


def test_the_playground_and_a_log_for_programs_are_there_for_who_asks() -> None:
    asked = from_environment({"STANDFIRST_PLAYGROUND": "Yes", "STANDFIRST_LOG": "JSON"})
    assert (asked.playground, asked.log) == (True, "json")
    assert (Settings().playground, Settings().log) == (False, "text")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("STANDFIRST_LISTN", "STANDFIRST_LISTEN"),
        ("standfirst_listen", "STANDFIRST_LISTEN"),
        ("STANDFIRST_ALLOW_HOST", "STANDFIRST_ALLOW_HOSTS"),
        ("SLACK_BOT_TOKENS", "SLACK_BOT_TOKEN"),
        ("DISCORD_TOKN", "DISCORD_TOKEN"),
    ],
)
def test_a_slip_in_a_name_is_pointed_out(name: str, meant: str) -> None:
    with pytest.raises(BadSettings, match=f"{name} is no setting; did you mean {meant}?"):
        from_environment({name: "x"})


@pytest.mark.parametrize(
    "name", ["STANDFIRST_PORT", "STANDFIRST_SERVICE_HOST", "SLACK_TOKEN", "DISCORD_WEBHOOK_URL", "OPENAI_BASE_URLS"]
)
def test_what_others_set_is_no_slip(name: str) -> None:
    assert from_environment({name: "x"}) == Settings()


@pytest.mark.parametrize("name", TABLE)
def test_each_example_can_be_set(name: str) -> None:
    section, field, entry = TABLE[name]
    shortened = "…" in entry.example
    meant = entry.example.replace("…", "x")
    needs = {"STANDFIRST_ENGINE": {"DATABASE_URL": "postgresql://db/standfirst"}}.get(name, {})
    if section is Settings:
        value = getattr(from_environment({name: meant, **needs}), field)
        assert value == entry.kind.read(meant)
        assert shortened or value != getattr(Settings(), field), "an example shows something else than the default"
    else:
        assert entry.kind.read(meant) is not None


@pytest.mark.parametrize("entry", [entry for *_, entry in TABLE.values()], ids=lambda entry: entry.name)
def test_each_setting_says_what_it_is_for_in_a_sentence(entry: Entry) -> None:
    assert entry.meaning[0].isupper()
    assert entry.meaning.endswith(".")
    assert "|" not in f"{entry.meaning}{entry.kind.says}{entry.default}{entry.example}", "it stands in a table"


def test_the_page_of_settings_is_the_table() -> None:
    """If it is stale: standfirst settings > docs/settings.md."""
    written = Path(__file__).parents[2] / "docs" / "settings.md"
    assert written.read_text(encoding="utf-8") == page()


def test_no_token_is_shown() -> None:
    assert "xoxb" not in repr(from_environment(SLACK))
    assert "xapp" not in repr(from_environment(SLACK))


TOKEN = "MTAw.secret.token"


def test_discord_is_wanted_where_there_is_a_token() -> None:
    chosen = from_environment({"DISCORD_TOKEN": TOKEN, "DISCORD_EMBEDS": "yes"}).discord
    assert chosen
    assert (chosen.token, chosen.embeds, chosen.api_url, chosen.gateway_url) == (TOKEN, True, None, None)
    assert from_environment({"DISCORD_EMBEDS": "yes"}).discord is None
    assert "secret" not in repr(chosen)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"DISCORD_TOKEN": "a client secret"}, "DISCORD_TOKEN: a bot's token has three parts"),
        ({"DISCORD_API_URL": "discord.com"}, "DISCORD_API_URL: give an address like"),
        ({"DISCORD_GATEWAY_URL": "https://discord.gg"}, "DISCORD_GATEWAY_URL: give an address like wss://"),
        ({"DISCORD_EMBEDS": "perhaps"}, "DISCORD_EMBEDS: 'perhaps' is neither yes nor no"),
    ],
)
def test_each_of_discords_settings_that_cannot_be_is_named(given: dict[str, str], says: str) -> None:
    with pytest.raises(BadSettings, match=says):
        from_environment({"DISCORD_TOKEN": TOKEN} | given)


KEY = {"OPENAI_API_KEY": "sk-secret"}


def test_a_language_model_is_wanted_where_there_is_a_key_or_a_server() -> None:
    assert from_environment({"STANDFIRST_MODEL": "m", "STANDFIRST_MODEL_DEADLINE": "no"}).model is None
    assert from_environment(KEY).model == ModelSettings(
        name="", base_url="https://api.openai.com/v1", key="sk-secret", deadline=20.0
    )
    assert from_environment({"OPENAI_BASE_URL": "http://127.0.0.1:11434/v1/"}).model == ModelSettings(
        base_url="http://127.0.0.1:11434/v1", key=None
    )


def test_what_is_set_of_a_language_model_is_taken() -> None:
    given = KEY | {
        "STANDFIRST_MODEL": " org/model:latest ",
        "STANDFIRST_MODEL_DEADLINE": "7.5",
        "STANDFIRST_MODEL_TOKENS_PER_DAY": "2000000",
        "STANDFIRST_MODEL_MONEY": "2.50",
        "STANDFIRST_MODEL_PRICE": "0.15 / 0.60",
    }
    assert from_environment(given).model == ModelSettings(
        name="org/model:latest",
        key="sk-secret",
        deadline=7.5,
        tokens_per_day=2_000_000,
        money=Decimal("2.50"),
        price=Price(Decimal("0.15"), Decimal("0.60")),
    )


def test_no_key_of_a_language_model_is_shown() -> None:
    assert "secret" not in repr(from_environment(KEY))


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("OPENAI_API_KEY", "two words", "OPENAI_API_KEY: a key has no spaces"),
        ("OPENAI_API_KEY", "sk-ключ", "OPENAI_API_KEY: a key has no spaces"),
        ("OPENAI_BASE_URL", "localhost:11434", "OPENAI_BASE_URL: give an address like"),
        ("OPENAI_BASE_URL", "http://localhost:65536/v1", "OPENAI_BASE_URL: give an address like"),
        ("OPENAI_BASE_URL", "https://me:secret@models.example/v1", "OPENAI_BASE_URL: give an address like"),
        ("OPENAI_BASE_URL", "https://models.example/v1?key=secret", "OPENAI_BASE_URL: give an address like"),
        ("STANDFIRST_MODEL", "a\nb", "STANDFIRST_MODEL: give the name"),
        ("STANDFIRST_MODEL_DEADLINE", "0.0", "'0.0' is no number of seconds"),
        ("STANDFIRST_MODEL_DEADLINE", "a while", "'a while' is no number of seconds"),
        ("STANDFIRST_MODEL_TOKENS_PER_DAY", "-5", "'-5' is no number of tokens"),
        ("STANDFIRST_MODEL_MONEY", "$2", "'\\$2' is no amount"),
        ("STANDFIRST_MODEL_MONEY", "2", "STANDFIRST_MODEL_MONEY needs STANDFIRST_MODEL_PRICE"),
        ("STANDFIRST_MODEL_PRICE", "0.15", "'0.15' is not two prices"),
        ("STANDFIRST_MODEL_PRICE", "1/2/3", "'1/2/3' is not two prices"),
        ("STANDFIRST_MODEL_PRICE", "/", "'/' is not two prices"),
    ],
)
def test_each_of_a_language_models_settings_that_cannot_be_is_named(name: str, value: str, says: str) -> None:
    with pytest.raises(BadSettings, match=says) as raised:
        from_environment(KEY | {name: value})
    assert "secret" not in str(raised.value)


def test_all_that_is_wrong_with_a_language_models_settings_is_told_at_once() -> None:
    wrong = {
        "OPENAI_BASE_URL": "x",
        "STANDFIRST_MODEL_DEADLINE": "x",
        "STANDFIRST_MODEL_PRICE": "x",
        "STANDFIRST_KEEP_DAYS": "x",
    }
    with pytest.raises(BadSettings) as raised:
        from_environment(wrong)
    assert all(name in str(raised.value) for name in wrong)
