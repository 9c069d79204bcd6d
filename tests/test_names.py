"""Names in both documents: legal, never equal for different things, and never moved by something else."""

import re

from hypothesis import given
from hypothesis import strategies as st
from mutation import KINDS

from infraspec.cloudformation.names import CONTINUED, logical_id
from infraspec.graph.graph import build
from infraspec.graph.resource import Ref
from infraspec.terraform.names import Labels, label
from infraspec.terraform.types import TYPES

KEY = st.one_of(
    st.text(min_size=1, max_size=300),
    st.from_regex(r"[a-zA-Z0-9][a-zA-Z0-9 ._/:@=+-]{0,250}", fullmatch=True),
    st.from_regex(r"[a-c][-_ A-C1]{0,3}[a-c]", fullmatch=True),
)
ADDRESS = st.tuples(st.sampled_from(sorted(KINDS)), KEY)


@given(ADDRESS)
def test_a_logical_id_is_legal(address: tuple[str, str]) -> None:
    # https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html
    assert re.fullmatch(r"[A-Za-z0-9]{1,255}", logical_id(*address))


@given(KEY)
def test_a_label_is_legal(key: str) -> None:
    # https://developer.hashicorp.com/terraform/language/syntax/configuration#identifiers
    assert re.fullmatch(r"[A-Za-z_][A-Za-z0-9_-]{0,254}", label(key))


@given(ADDRESS, ADDRESS)
def test_two_addresses_never_share_a_logical_id(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert (logical_id(*one) == logical_id(*other)) == (one == other)


@given(ADDRESS, ADDRESS)
def test_two_addresses_of_a_type_never_share_a_label(one: tuple[str, str], other: tuple[str, str]) -> None:
    named = [(TYPES[kind], label(key)) for kind, key in (one, other)]
    assert (named[0] == named[1]) == ((TYPES[one[0]], one[1]) == (TYPES[other[0]], other[1]))


@given(st.lists(ADDRESS, min_size=2, max_size=30, unique=True))
def test_a_name_depends_on_nothing_else(addresses: list[tuple[str, str]]) -> None:
    graph = build("names", "ap-northeast-2", None, (), ())
    forward, backward = Labels(graph), Labels(graph)
    refs = [Ref(*address) for address in addresses]
    assert [forward.at(one) for one in refs] == [backward.at(one) for one in reversed(refs)][::-1]


def test_every_kind_that_begins_another_is_known() -> None:
    continued = {
        kind: tuple(sorted(other.removeprefix(kind) for other in KINDS if other.startswith(kind) and other != kind))
        for kind in KINDS
    }
    told = {kind: rests for kind, rests in continued.items() if rests}
    assert [kind for kind, rests in told.items() if not all(rest.startswith(CONTINUED[kind]) for rest in rests)] == []
    assert set(CONTINUED) == set(told)
