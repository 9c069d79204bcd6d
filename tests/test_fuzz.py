"""Mutilated specs and random text: never a traceback, and something said where the mistake was made.

INFRASPEC_FUZZ_SECONDS=600 goes on with mutilated specs for as long; tools/fuzz.py searches with an eye on the code.
"""

import os
import random
import subprocess
import sys
import time
from itertools import count, product

import pytest
from examples import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutilations import MUTATIONS, Mutation, mutilated, seeds, spoilt
from survival import judged

ROUNDS = 200
SECONDS = float(os.environ.get("INFRASPEC_FUZZ_SECONDS") or 0)
MIB = 1024 * 1024
SIGNS = "[]{}:,-?#&*!|>'\"%@`\\ \n\ta0<."


@settings(max_examples=80, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_judged(raw: bytes) -> None:
    judged(raw)


def test_every_text_of_one_or_two_characters_is_judged() -> None:
    """Whatever is opened here ends with the text."""
    for text in (*SIGNS, *map("".join, product(SIGNS, repeat=2))):
        judged(text.encode())


def test_mutilated_specs_are_judged() -> None:
    begun = time.monotonic()
    for number in count():
        if number >= ROUNDS and time.monotonic() - begun >= SECONDS:
            break
        raw = mutilated(random.Random(number))  # noqa: S311 - the same mutations in every run
        try:
            judged(raw)
        except Exception as error:
            error.add_note(f"mutilated(random.Random({number})):\n{raw!r}")
            raise


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda one: one.__name__)
def test_each_way_to_spoil_a_spec_gives_texts_that_can_be_read_and_others(mutation: Mutation) -> None:
    texts = [spoilt(mutation, random.Random(number), text) for number, text in enumerate(seeds()[2:80:4])]  # noqa: S311
    made = [judged(text.encode("utf-8", "surrogatepass")) for text in texts]
    assert {one.graph is None for one in made} == {True, False}


_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_VPC = f"{_HEAD}vpcs:\n  main:\n    cidr: 10.0.0.0/16\n"
_BOMB = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
_MERGES = "".join(f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}], k{n}: 1}}\n" for n in range(1, 60))

GAVE_IN = {
    "a line end in a value": _HEAD + 'vpcs: "\\n"\n',
    "a carriage return in a name": _VPC + '    security_groups: {a: {ingress: [{tcp: 1, from: "x\\ry"}]}}\n',
    "a statement that is a word": _HEAD + "iam: {roles: {a: {trust: ec2, inline_policies: {b: {Statement: [x]}}}}}\n"
    "vpcs: {main: {cidr: 10.0.0.0/16, endpoints: {ssm: {service: ssm, subnets: tier:t, security_groups: [g]}},\n"
    "  security_groups: {g: {egress: [], ingress: []}}, tiers: {t: {subnets: {s: {zone: a, cidr: 10.0.0.0/24}}}}}}\n"
    "instances: {i: {image: ubuntu-24.04, type: t3.micro, subnet: s, security_groups: [g], role: a}}\n",
    "an endpoint without groups": _HEAD
    + "iam: {roles: {a: {trust: ec2, managed_policies: [AmazonSSMManagedInstanceCore]}}}\n"
    "vpcs: {main: {cidr: 10.0.0.0/16, endpoints: {ssm: {service: ssm, subnets: tier:t, security_groups: []}},\n"
    "  security_groups: {g: {egress: [], ingress: []}}, tiers: {t: {subnets: {s: {zone: a, cidr: 10.0.0.0/24}}}}}}\n"
    "instances: {i: {image: ubuntu-24.04, type: t3.micro, subnet: s, security_groups: [g], role: a}}\n",
    "a tag without end": "!" * MIB,
    "backquotes without end": f"{_HEAD}vpcs: {{main: {{cidr: '{('a' * 99 + '`') * 500}'}}}}\n",
    "a block without end": f"{_HEAD}vpcs: {{main: {{cidr: '{'1.' * 100_000}'}}}}\n",
}
"""Texts that something once could not stand."""


@pytest.mark.parametrize("text", GAVE_IN.values(), ids=GAVE_IN)
def test_what_was_not_survived_once_is_survived(text: str) -> None:
    assert judged(text.encode()).diagnostics


HEAVY = {
    "one word": "a" * 4 * MIB,
    "brackets": "[" * 4 * MIB,
    "braces": "{a: " * MIB,
    "dashes": "- " * MIB,
    "items": "- a\n" * 260_000,
    "line ends": "\n" * 2 * MIB,
    "carriage returns": "\r" * MIB,
    "colons": ":" * 4 * MIB,
    "question marks": "? " * MIB,
    "an open quote": "a: '" + "'" * (4 * MIB - 5),
    "a long number": "version: " + "1" * 4000000,
    "a long exponent": "version: 1e" + "9" * 4000000,
    "emoji": "a: " + "\U0001f600" * (MIB - 2),
    "combining marks": "a: e" + "\u0301" * 2000000,
    "deep lines": "".join(" " * depth + "a:\n" for depth in range(2800)),
    "an alias of aliases": "a0: &a0 [x]\n" + _BOMB,
    "a merge of merges": "a0: &a0 {x: 1}\n" + _MERGES,
    "an alias again and again": "- &a {b: c}\n" + "- *a\n" * 600_000,
    "many keys": "".join(f"k{number}: a\n" for number in range(60_000)),
    "a key again and again": "a: b\n" * 800_000,
    "many subnets": f"{_VPC}    tiers:\n      a:\n        subnets:\n"
    + "".join(f"          s{n}: {{zone: a, cidr: 10.0.{n % 256}.0/24}}\n" for n in range(2000)),
    "many groups": f"{_VPC}    security_groups:\n"
    + "".join(f"      g{n}: {{ingress: [{{tcp: 1, from: g{(n + 1) % 999}}}], egress: []}}\n" for n in range(999)),
    "many VPCs": f"{_HEAD}vpcs:\n" + "".join(f"  v{n}: {{cidr: 10.0.0.0/16}}\n" for n in range(1000)),
}
"""Texts that cost something to read, in a form that is fit for a file."""

_LIMITED = """
import resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
resource.setrlimit(resource.RLIMIT_CPU, (120, 120))
from survival import SECONDS
from infraspec.cli.formats import report, text
from infraspec.cli.formats import document
from infraspec.compiler import check
from infraspec.triage.outcome import Outcome
from test_fuzz import HEAVY

for name, content in HEAVY.items():
    raw, begun = content.encode()[: 4 << 20], time.process_time()
    checked = check(raw, "spec.yaml")
    assert checked.diagnostics, name
    found = [Outcome(file="spec.yaml", texts=checked.files.texts(), diagnostics=checked.diagnostics)]
    text("full", found, 50, colour=False)
    document("sarif", report(found, "warning"))
    taken = time.process_time() - begun
    assert taken < SECONDS, f"{name} took {taken:.1f} s"
print("survived")
"""


def test_heavy_texts_take_neither_the_memory_nor_the_day() -> None:
    pytest.importorskip("resource", reason="limits of a process are Unix's")
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED],
        cwd=ROOT / "tests",
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "survived\n", "")


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


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.dictionaries(
        st.sampled_from(_SECTIONS), st.dictionaries(_WORDS, st.dictionaries(_WORDS, _DATA, max_size=4), max_size=3)
    )
)
def test_any_data_of_the_right_words_is_judged(sections: object) -> None:
    judged(("version: 1\nname: demo\nregion: ap-northeast-2\n" + str(_flow(sections))[1:-1].replace("'", "")).encode())


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
