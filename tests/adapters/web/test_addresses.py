"""Which addresses may be opened. What is tried against real listeners is in test_hostile_addresses.py."""

from __future__ import annotations

import socket

import pytest

from adapters.web.addresses import Allowed, checked, guarded_socket, was_refused
from bot.errors import AddressRefused, BadAddress

NOBODY = Allowed()
DEMO = Allowed.of([" 127.0.0.1:8000", "[::1]:8000", "Demo.example:80"])


@pytest.mark.parametrize(
    ("link", "address"),
    [
        (" https://news.example/a?b=c#d ", "https://news.example/a?b=c"),
        ("HTTP://News.Example", "http://news.example"),
        ("https://bücher.example/ü b", "https://xn--bcher-kva.example/%C3%BC%20b"),
        ("https://news.example:443/a", "https://news.example/a"),
    ],
)
def test_a_public_address_may_be_opened(link: str, address: str) -> None:
    assert str(checked(link, NOBODY)) == address


@pytest.mark.parametrize(
    "link",
    ["", "x", "news.example", "ftp://news.example/", "file:///etc/passwd", "http://", "http://a@news.example/",
     "https:/news.example", "http://news.example:x/", "http://news.example:99999/", "http://ne\tws.example/",
     "http://[::1/", "javascript:alert(1)", "http://2130706433/", "https://" + "a" * 9_000],
)  # fmt: skip
def test_what_is_no_web_address_is_told(link: str) -> None:
    with pytest.raises(BadAddress):
        checked(link, NOBODY)


@pytest.mark.parametrize(
    "link",
    ["http://127.0.0.1/", "http://[::1]/", "http://10.0.0.1/", "http://169.254.169.254/latest", "http://①②⑦.0.0.1/",
     "http://168.63.129.16/", "http://[64:ff9b::a00:1]/", "http://news.example:22/", "http://news.example:8000/"],
)  # fmt: skip
def test_what_is_not_public_is_refused(link: str) -> None:
    with pytest.raises(AddressRefused):
        checked(link, NOBODY)


@pytest.mark.parametrize("link", ["http://127.0.0.1:8000/a", "http://[::1]:8000/", "http://demo.example/"])
def test_a_host_that_the_operator_named_may_be_reached(link: str) -> None:
    assert str(checked(link, DEMO)) == link


@pytest.mark.parametrize(
    "link", ["http://127.0.0.1:8001/", "http://127.0.0.1/", "http://127.0.0.2:8000/", "http://127.1:8000/"]
)
def test_its_neighbours_may_not(link: str) -> None:
    with pytest.raises((AddressRefused, BadAddress)):
        checked(link, DEMO)


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "0.0.0.0", "::1", "fe80::1%1", "x"])  # noqa: S104 - refused
def test_no_socket_is_made_for_an_address_that_is_not_public(address: str) -> None:
    with pytest.raises(OSError) as raised:  # noqa: PT011 - the kind is what is asked next
        guarded_socket((socket.AF_INET, socket.SOCK_STREAM, 0, "", (address, 80)))
    assert was_refused(raised.value)
    assert not was_refused(OSError())
