"""Every fix that any finding offers mends it, and changes nothing else; and the rounds that make them."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from examples import ROOT, SPECS, beside, graph_of, text_of

from infraspec.catalogue import PROBLEMS
from infraspec.compiler import Checked, check
from infraspec.diagnostic import Safety
from infraspec.triage.edited import Edited
from infraspec.triage.fixes import Chosen, is_mended, mend

WITH_A_FIX = 178
"""So many problems have a fix in some text below. It may only rise."""

BAD_SPECS = sorted((ROOT / "tests" / "bad_specs").glob("*.yaml"))
PAGES = {problem.code: problem.bad for problem in PROBLEMS if problem.bad}
TEXTS = {**PAGES, **{path.stem: path.read_text(encoding="utf-8") for path in BAD_SPECS}}


def look(texts: Mapping[str, str]) -> Checked:
    return check(texts["spec.yaml"].encode(), "spec.yaml", lambda path: texts.get(path) or beside(path))


def fixed_one_by_one(text: str) -> Iterator[tuple[str, str, bool, Safety]]:
    """Each fix of each finding made alone: the problem, what the fix does, whether it mends it, and its safety."""
    before = look({"spec.yaml": text})
    old = before.files.texts()
    for found in before.diagnostics:
        for fix in found.fixes:
            edited = Edited(fix.edits)
            new = edited.texts(old)
            for file, after in new.items():
                assert after != old[file]
                assert outside(old[file], after, tuple(one for one in fix.edits if one.file == file))
            mended = is_mended(before, look({"spec.yaml": text, **new}), edited, [Chosen(found, fix)])
            yield found.problem.code, f"{found.message} = {fix.title}", mended, fix.safety


def outside(before: str, after: str, edits: tuple[object, ...]) -> bool:
    """Whether the characters around the edits are the same, byte for byte."""
    pattern, at = "", 0
    for edit in sorted(edits, key=lambda one: one.span.start):  # type: ignore[attr-defined]
        span = edit.span  # type: ignore[attr-defined]
        pattern += re.escape(before[at : span.start]) + re.escape(edit.text)  # type: ignore[attr-defined]
        at = span.end
    return re.fullmatch(pattern + re.escape(before[at:]), after) is not None


@pytest.mark.parametrize("name", TEXTS)
def test_each_fix_mends_its_finding_and_nothing_else_changes(name: str) -> None:
    assert [what for _, what, mended, _ in fixed_one_by_one(TEXTS[name]) if not mended] == []


MUTATIONS: dict[str, tuple[str, Callable[[re.Match[str]], str]]] = {
    "a key misspelt": (r"(?m)(?<= )([a-z]{4,})(?=: )", lambda found: found[1][:-2] + found[1][-1]),
    "a key of a flow misspelt": (r"(?<=[{,] )([a-z]{5,})(?=: )", lambda found: found[1][1::-1] + found[1][2:]),
    "a name misspelt": (r"(?<=: )([a-z]+-[a-z-]+)(?=[,}\n])", lambda found: found[1] + "x"),
    "a number in quotes": (r"(?<=: )([0-9]+)(?=[,}\n])", lambda found: f'"{found[1]}"'),
    "a number grouped": (r"(?<=: )([0-9])([0-9]{2,})(?=[,}\n])", lambda found: f"{found[1]}_{found[2]}"),
    "a truth by another word": (r"(?<=: )(true|false)(?=[,}\n])", lambda found: "yes" if found[1] == "true" else "off"),
    "a truth in quotes": (r"(?<=: )(true|false)(?=[,}\n])", lambda found: f'"{found[1]}"'),
    "a capital": (r"(?<=: )([a-z]+)(?=[,}\n])", lambda found: found[1].capitalize()),
    "bits of a host": (r"([0-9]+\.[0-9]+)\.0\.0/16", lambda found: f"{found[1]}.7.7/16"),
    "an address without a prefix": (r"0\.0\.0\.0/0", lambda _: "anywhere"),
    "an address moved": (r"(private_ip: [0-9.]+\.)[0-9]+", lambda found: f"{found[1]}3"),
    "a block moved": (r"(?<=cidr: 10\.)([0-9]+)(?=\.[0-9]+\.[0-9]+/2)", lambda found: str(int(found[1]) + 1)),
    "a number beyond bounds": (r"(?<=: )([1-9][0-9]*)(?=[,}\n])", lambda found: found[1] + "000000"),
}  # fmt: skip
EACH = 5
"""Places of one spec where each mutation is made."""


def mutated(name: str) -> Iterator[str]:
    text = text_of(name)
    for pattern, other in MUTATIONS.values():
        places = list(re.finditer(pattern, text))
        for found in places[:: max(1, -(-len(places) // EACH))]:
            yield text[: found.start()] + other(found) + text[found.end() :]


@pytest.mark.parametrize("name", SPECS)
def test_each_fix_of_a_mutated_spec_mends_it(name: str) -> None:
    fixed = [one for text in mutated(name) for one in fixed_one_by_one(text)]
    # What a backend's own words take is not known while a text is read: one of two choices may be refused later.
    forgiven = {Safety.CHOICE} if graph_of(name).overrides else set()
    assert [what for _, what, mended, safety in fixed if not mended and safety not in forgiven] == []


@cache
def problems_with_a_fix() -> frozenset[str]:
    found = {code for text in TEXTS.values() for code, *_ in fixed_one_by_one(text)}
    return frozenset(found | {code for name in SPECS for text in mutated(name) for code, *_ in fixed_one_by_one(text)})


def test_so_many_problems_have_a_fix() -> None:
    count = len(problems_with_a_fix())
    print(f"{count} of {len(PROBLEMS)} problems have a fix")  # noqa: T201 - a number to be read
    assert count >= WITH_A_FIX


HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
NETWORK = (
    HEAD + "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    tiers: {app: {subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}}}}\n"
)

GROUP = "    security_groups:\n      web:\n        egress:\n"
SAFE = {
    "words for true and false": ("    dns_support: yes\n", "    dns_support: true\n"),
    "a tag that looks like a date": ("    tags: {day: 2021-09-18}\n", '    tags: {day: "2021-09-18"}\n'),
    "a tag that looks like a number": ("    tags: {version: 8.10}\n", '    tags: {version: "8.10"}\n'),
    "a misspelt key": ("    dns_suport: true # c\n", "    dns_support: true # c\n"),
    "bits of a host": ("    secondary_cidrs: [10.1.5.5/16]\n", "    secondary_cidrs: [10.1.0.0/16]\n"),
    "a rule twice": (
        GROUP + "        - {tcp: 443, to: vpc} # one\n        - {tcp: 443, to: vpc} # two\n",
        GROUP + "        - {tcp: 443, to: vpc} # one\n",
    ),
    "an entry twice, alike to the letter": (
        "    dns_support: false  # one\n    dns_support: false  # two\n    dns_hostnames: false\n",
        "    dns_support: false  # one\n    dns_hostnames: false\n",
    ),
    "an entry twice, with two values": (
        "    dns_support: false\n    dns_support: true\n",
        "    dns_support: false\n    dns_support: true\n",
    ),
    "a port in quotes": (
        '    security_groups: {web: {egress: [{tcp: "443", to: vpc}]}}\n',
        "    security_groups: {web: {egress: [{tcp: 443, to: vpc}]}}\n",
    ),
    "ports in base 60 are no single thing": (
        "    security_groups: {web: {egress: [{tcp: 22:30, to: vpc}]}}\n",
        "    security_groups: {web: {egress: [{tcp: 22:30, to: vpc}]}}\n",
    ),
    "a name that nothing has is not safe to guess": (
        "    security_groups: {web: {egress: [{tcp: 443, to: app-b}]}}\n",
        "    security_groups: {web: {egress: [{tcp: 443, to: app-b}]}}\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), SAFE.values(), ids=SAFE)
def test_safe_fixes(before: str, after: str) -> None:
    assert mended(NETWORK + before, Safety.SAFE) == NETWORK + after


HALF = "    security_groups:\n      db: {egress: [], ingress: [{tcp: 3306, from: web}]}\n"
TABLES = """    internet_gateway: igw
    nat_gateways: {nat: {subnet: app-a}}
    endpoints:
      s3:
        service: s3
        route_tables:
          - one
    route_tables:
      one: {}
      two: {routes: {0.0.0.0/0: nat}}
      three: {routes: {0.0.0.0/0: nat}}
"""
UNSAFE = {
    "the other half of a rule, where nothing is let out": (
        HALF + "      web: {egress: []}\n",
        HALF + "      web: {egress: [{tcp: 3306, to: db}]}\n",
    ),
    "the other half of a rule, behind others": (
        HALF + "      web:\n        egress:\n          - {tcp: 443, to: app-a}  # c\n",
        HALF + "      web:\n        egress:\n          - {tcp: 443, to: app-a}  # c\n          - {tcp: 3306, to: db}\n",
    ),
    "the other half of a rule, in a group of an odd name": (
        HALF.replace("db", '"no"') + "      web: {egress: []}\n",
        HALF.replace("db", '"no"') + '      web: {egress: [{tcp: 3306, to: "no"}]}\n',
    ),
    "a rule that all is let out for needs no other half": (
        HALF + "      web: {egress: all}\n",
        HALF + "      web: {egress: all}\n",
    ),
    "two tables, in a list of lines": (
        TABLES,
        TABLES.replace("- one\n", "- one\n          - three\n          - two\n"),
    ),
    "a name misspelt": (
        "    security_groups: {web: {egress: [{tcp: 443, to: app-aa}]}} # c\n",
        "    security_groups: {web: {egress: [{tcp: 443, to: app-a}]}} # c\n",
    ),
    "three rounds in one mapping": (
        "    dns_suport: yes\n    security_groups: {web: {egres: [{tcp: 443-80, to: app-aa}]}}\n",
        "    dns_support: true\n    security_groups: {web: {egress: [{tcp: 80-443, to: app-a}]}}\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), UNSAFE.values(), ids=UNSAFE)
def test_unsafe_fixes(before: str, after: str) -> None:
    assert mended(NETWORK + before, Safety.SAFE, Safety.UNSAFE) == NETWORK + after


def mended(text: str, *safeties: Safety) -> str:
    done = mend(looker(text), safeties, lambda _: True)
    return done.texts.get("spec.yaml", text)


def looker(text: str) -> Callable[[Mapping[str, str]], Checked]:
    return lambda texts: look({"spec.yaml": text, **texts})


def test_choices_are_never_made() -> None:
    text = NETWORK + "    security_groups: {web: {}}\n"
    assert [fix.safety for found in look({"spec.yaml": text}).diagnostics for fix in found.fixes] == [
        Safety.CHOICE,
        Safety.CHOICE,
    ]
    assert mended(text, Safety.SAFE, Safety.UNSAFE) == text


def test_a_fix_after_which_another_error_stands_is_dropped() -> None:
    """`web` has the rule to `app-a` already: the misspelt name cannot become it."""
    text = NETWORK + "    security_groups: {web: {egress: [{tcp: 443, to: app-a}, {tcp: 443, to: app-aa}]}}\n"
    done = mend(looker(text), (Safety.SAFE, Safety.UNSAFE), lambda _: True)
    assert done.texts == {}
    assert [one.fix.title for one in done.dropped] == ["write `app-a`"]


def test_a_file_that_may_not_be_changed_is_not() -> None:
    done = mend(looker(NETWORK + "    dns_support: yes\n"), (Safety.SAFE,), lambda _: False)
    assert (done.texts, done.made, done.dropped) == ({}, (), ())


def test_bad_example_pages_are_mended_in_files(tmp_path: Path) -> None:
    """The whole way: what `--fix --unsafe-fixes` leaves of a page reads, and has no fix of those it made."""
    for name, text in TEXTS.items():
        done = mend(looker(text), (Safety.SAFE, Safety.UNSAFE), lambda _: True)
        left = done.texts.get("spec.yaml", text)
        (tmp_path / name).write_text(left, encoding="utf-8")
        again = mend(looker(left), (Safety.SAFE, Safety.UNSAFE), lambda _: True)
        assert again.texts == {}, name
