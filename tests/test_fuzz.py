"""Mutilated specs and random text: never a traceback, and something said where the mistake was made."""

import random
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

import pytest
from examples import ROOT, SOUND, text_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infraspec.compiler import Checked, check
from infraspec.diagnostic import Span, SpecPath
from infraspec.report.source import Source, Sources
from infraspec.report.terminal import full
from infraspec.source.document import read
from infraspec.source.located import Child, Data, Located

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
    checked = check(raw, "spec.yaml")
    shown = full(checked.diagnostics, Sources(checked.files.texts()))
    assert [one for one in shown if ord(one) < 0xA0 and not one.isprintable() and one != "\n"] == []
    for one in checked.diagnostics:
        for mark in (one.primary, *one.related):
            assert 0 <= mark.span.start <= mark.span.end <= len(checked.text)
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


class Place(NamedTuple):
    """A value of a spec, with its key where it has one of its own."""

    path: SpecPath
    data: Data
    where: Located
    key: Span | None


@cache
def places(name: str) -> tuple[Place, ...]:
    """Every value of a spec that is written where it is, once."""
    document, _, _ = read(text_of(name).encode(), "spec.yaml")
    assert document is not None
    found = {(one.where.start, one.where.end, one.path[-1:]): one for one in _below(document.data, document.root, ())}
    return tuple(found.values())


def _below(data: Data, where: Located, path: SpecPath) -> Iterator[Place]:
    if isinstance(data, dict) and isinstance(where.children, dict):
        for key, value in data.items():
            child: Child = where.children[key]
            if child.via is None:
                yield Place((*path, key), value, child.value, Span(child.key_start, child.key_end))
                yield from _below(value, child.value, (*path, key))
    elif isinstance(data, list) and isinstance(where.children, list):
        for position, (value, inside) in enumerate(zip(data, where.children, strict=True)):
            yield Place((*path, position), value, inside, None)
            yield from _below(value, inside, (*path, position))


class Mutant(NamedTuple):
    """A spec with one mistake at a place."""

    kind: str
    text: str
    at: int
    must_fail: bool


def mutants(name: str) -> Iterator[Mutant]:
    """Each mistake at each place where it can be made."""
    text = text_of(name)
    for place in places(name):
        if place.key is not None:
            yield from _key_mutants(text, place, place.key)
        start, end = place.where.start, place.where.end
        if place.where.children is None and start < end:
            for kind, instead, must_fail in _scalar_mutants(text[start:end], place.data):
                yield Mutant(kind, text[:start] + instead + text[end:], start, must_fail)
        elif text[start : start + 1] in ("[", "{"):
            for kind, instead in (
                ("scalar", "zzz"),
                ("nothing", ""),
                ("other", "[zzz]" if text[start] == "{" else "{zz: 1}"),
            ):
                yield Mutant(f"collection to {kind}", text[:start] + instead + text[end:], start, must_fail=False)


def _key_mutants(text: str, place: Place, key: Span) -> Iterator[Mutant]:
    written = text[key.start : key.end]
    line = text.rfind("\n", 0, key.start) + 1
    first = not text[line : key.start].strip()
    fixed = place.path[:1] == place.path or not isinstance(place.data, dict)
    if re.fullmatch("[a-z_]{3,}", written):
        yield Mutant("misspell key", text[: key.end - 2] + written[-1] + text[key.end :], key.start, must_fail=False)
    if not isinstance(place.data, dict | list) and "\n" not in text[key.start : place.where.end]:
        until = re.compile(r"(?:, *|[^\S\n]*(?:#[^\n]*)?\n)?").match(text, place.where.end)
        assert until is not None
        if first and until.group().endswith("\n"):
            yield Mutant("drop key", text[:line] + text[until.end() :], line, must_fail=False)
            yield Mutant(
                "repeat key", text[: until.end()] + text[line : until.end()] + text[until.end() :], until.end(), fixed
            )


def _scalar_mutants(written: str, data: Data) -> Iterator[tuple[str, str, bool]]:
    if isinstance(data, str):
        if re.fullmatch("[A-Za-z][A-Za-z0-9-]{3,}", written):
            yield "misspell text", written[:-2] + written[-1] + "x", False
        if re.fullmatch(r"[0-9.]+/[0-9]+", written):
            yield "break block", "300." + written.partition(".")[2], True
            yield "break block", written.replace("/", "/9"), True
    yield "scalar to mapping", "{zz: 1}", True
    yield "scalar to nothing", "~", True
    yield "scalar to tag", f"!Ref {written}", True
    yield "scalar to odd number", "0x1F", True


@pytest.mark.parametrize("name", SMALL)
def test_one_mistake_is_said_once_where_it_was_made(name: str, record_property: Callable[[str, object], None]) -> None:
    """Most mistakes give one finding; none that makes the spec wrong gives none, or only findings far away."""
    choose = random.Random(name)  # noqa: S311 - the same choice in every run
    every = list(mutants(name))
    chosen = choose.sample(every, min(len(every), 250))
    silent, far, counts = [], [], {0: 0, 1: 0, 2: 0}
    known = {(one.problem.code, one.message) for one in check(text_of(name).encode(), "spec.yaml").diagnostics}
    for mutant in chosen:
        checked = judged(mutant.text)
        new = [one for one in checked.diagnostics if (one.problem.code, one.message) not in known]
        counts[min(len(new), 2)] += 1
        source = Source(checked.text)
        lines = {source.position(mark.span.start)[0] for one in new for mark in (one.primary, *one.related)}
        if mutant.must_fail and not new:
            silent.append((mutant.kind, source.position(mutant.at)[0]))
        elif mutant.must_fail and source.position(mutant.at)[0] not in {
            line + step for line in lines for step in (0, 1)
        }:
            far.append((mutant.kind, source.position(mutant.at)[0], sorted(lines)))
    share = counts[1] / max(1, counts[1] + counts[2])
    record_property("share_of_single_findings", share)
    assert (silent, far) == ([], [])
    assert share > 0.85, counts


def test_the_specs_are_small_enough_to_be_mutated() -> None:
    assert SMALL
    assert (ROOT / "specs" / f"{SMALL[0]}.yaml").exists()
