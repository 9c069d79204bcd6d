"""Mutilated specs and random text: never a traceback, and something said where the mistake was made."""

import random

import pytest
from examples import ROOT, SOUND, beside, text_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infraspec.compiler import Checked, check
from infraspec.report.source import Sources
from infraspec.report.terminal import full

ROUNDS = 1500
PIECES = [
    *"[]{}:,-?#&*!|>'\"%@` \t\n\r\\~ab0",
    "\n  ",
    "- ",
    ": ",
    "<<: ",
    "*x",
    "&x ",
    "--- ",
    "é",
    "\ufeff",
    "\x00",
    "😀",
]
SMALL = tuple(name for name in SOUND if len(text_of(name)) < 6000)


def judged(text: str | bytes) -> Checked:
    """A text, read, judged and shown: each of these must stand anything."""
    raw = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    checked = check(raw, "spec.yaml", beside)
    shown = full(checked.diagnostics, Sources(checked.files.texts()))
    assert [one for one in shown if ord(one) < 0xA0 and not one.isprintable() and one != "\n"] == []
    for one in checked.diagnostics:
        for mark in (one.primary, *one.related):
            assert 0 <= mark.span.start <= mark.span.end <= len(checked.files.texts()[mark.file])
        assert "\n" not in one.message
        assert not one.message.endswith(".")
    assert checked.diagnostics or checked.is_sound
    return checked


@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_judged(raw: bytes) -> None:
    judged(raw)


@pytest.mark.parametrize("name", SMALL)
def test_a_spec_with_pieces_put_in_and_cut_out_is_judged(name: str) -> None:
    choose = random.Random(name)  # noqa: S311 - the same mutations in every run
    text = text_of(name)
    for _ in range(ROUNDS // len(SMALL)):
        mutilated = text
        for _ in range(choose.randint(1, 3)):
            at = choose.randrange(len(mutilated) + 1)
            until = at if choose.random() < 0.6 else at + choose.randint(1, 12)
            mutilated = mutilated[:at] + (choose.choice(PIECES) if until == at else "") + mutilated[until:]
        judged(mutilated)


_WORDS = st.sampled_from(
    [
        "version",
        "name",
        "vpcs",
        "main",
        "cidr",
        "10.0.0.0/16",
        "tiers",
        "subnets",
        "zone",
        "a",
        "security_groups",
        "tags",
        "ingress",
        "egress",
        "tcp",
        "from",
        "self",
        "instances",
        "image",
        "databases",
        "engine",
        "mysql",
        "iam",
        "roles",
        "load_balancers",
        "listeners",
        "http",
        "target_groups",
        "dns",
        "records",
        "zones",
        "outputs",
        "of",
        "existing",
    ]
)
_LEAVES = st.none() | st.booleans() | st.integers(-2, 70000) | _WORDS
_DATA = st.recursive(
    _LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_WORDS, inner, max_size=4), max_leaves=8
)
_SECTIONS = (
    "vpcs",
    "iam",
    "instances",
    "load_balancers",
    "target_groups",
    "dns",
    "databases",
    "certificates",
    "outputs",
)


@settings(max_examples=80, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.dictionaries(
        st.sampled_from(_SECTIONS), st.dictionaries(_WORDS, st.dictionaries(_WORDS, _DATA, max_size=4), max_size=3)
    )
)
def test_any_data_of_the_right_words_is_judged(sections: object) -> None:
    judged("version: 1\nname: demo\nregion: ap-northeast-2\n" + str(_flow(sections))[1:-1].replace("'", ""))


def _flow(value: object) -> object:
    """Data as YAML's flow style writes it, by way of Python's own notation."""
    if isinstance(value, dict):
        return _Braces("{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}")
    if isinstance(value, list):
        return _Braces("[" + ", ".join(str(_flow(item)) for item in value) + "]")
    return _Braces({None: "~", True: "true", False: "false"}.get(value, str(value)) if value != 1 else "1")


class _Braces(str):
    """Text that is shown without quotes."""

    __slots__ = ()
    __repr__ = str.__str__


def test_the_specs_are_small_enough_to_be_mutated() -> None:
    assert SMALL
    assert (ROOT / "specs" / f"{SMALL[0]}.yaml").exists()
