"""Which name was meant, among few and among many."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infraspec.resolve.nearest import Names

FEW = Names(["my-SG-private-db", "my-SG-public", "web"])
MANY = Names([f"service-{number:04}" for number in range(3000)] + ["Bastion", "ledger"])


@pytest.mark.parametrize(
    ("names", "written", "meant"),
    [
        (FEW, "my-SG-privat-db", "my-SG-private-db"),
        (FEW, "WEB", "web"),
        (FEW, "nothing-like-it", None),
        (MANY, "bastoin", "Bastion"),
        (MANY, "astion", "Bastion"),
        (MANY, "ledgers", "ledger"),
        (MANY, "qqqqqq", None),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_nearest_name_is_found(names: Names, written: str, meant: str | None) -> None:
    assert names.nearest(written) == meant


@given(st.integers(0, 12), st.sampled_from(string.ascii_lowercase), st.sampled_from(["drop", "add", "change"]))
def test_one_wrong_character_is_seen_among_many(position: int, character: str, how: str) -> None:
    name = "quite-another"
    at = min(position, len(name) - 1)
    tail = name[at:] if how == "add" else name[at + 1 :]
    written = name[:at] + ("" if how == "drop" else character) + tail
    names = Names([f"service-{number:04}" for number in range(400)] + [name])
    assert names.nearest(written) == name
