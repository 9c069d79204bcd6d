"""`infraspec show`: what is written out is the same spec, and says where each line of it comes from."""

import json
import re

import pytest
from examples import GOLDEN, SOUND, SPECS, beside, checked, emitted
from hypothesis import given
from hypothesis import strategies as st

from infraspec.cli.main import main
from infraspec.compiler import Checked, check, shown
from infraspec.report.spec_text import scalar, spec_json, spec_text
from infraspec.report.written import Places, paths_of, pruned
from infraspec.source.document import read
from infraspec.source.places import path_text

HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"


def written(spec: Checked) -> str:
    return spec_text(shown(spec), Places(spec).said)


@pytest.mark.parametrize("name", SPECS)
def test_a_spec_that_is_written_out_builds_the_same(name: str) -> None:
    spec = checked(name)
    again = check(written(spec).encode(), "again.yaml", beside)
    assert spec.graph is not None
    assert again.graph is not None
    assert emitted(again.graph) == emitted(spec.graph)


@pytest.mark.parametrize("name", SPECS)
def test_nothing_is_left_to_write_out(name: str) -> None:
    once = written(checked(name))
    twice = written(check(once.encode(), "again.yaml", beside))
    assert [line.partition("  # ")[0].rstrip() for line in twice.splitlines()] == [
        line.partition("  # ")[0].rstrip() for line in once.splitlines()
    ]


@pytest.mark.parametrize("name", SOUND)
def test_a_line_leads_to_the_line_that_says_it(name: str) -> None:
    """Each key that is written stands on the line that its comment names, or what it is short for does."""
    spec = checked(name)
    lines = spec.text.splitlines()
    found = 0
    for line in written(spec).splitlines():
        place = re.search(r"^ *(?:- )?(?P<key>[\w.-]+):.*# line (?P<line>[0-9]+)$", line)
        if place:
            found += place["key"] in lines[int(place["line"]) - 1]
    assert found > len(lines) * 0.5


def test_the_tutorial_written_out_is_its_golden(request: pytest.FixtureRequest) -> None:
    golden = GOLDEN / "show" / "tutorial.yaml"
    text = written(checked("tutorial"))
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert golden.read_bytes().decode() == text


def test_a_short_form_is_written_out_and_names_its_line() -> None:
    text = HEAD + (
        "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    internet_gateway: way\n"
        "    security_groups:\n      web: {egress: all}\n"
    )
    lines = written(check(text.encode(), "spec.yaml")).splitlines()
    assert [
        re.sub(" {2,}#", " #", line) for line in lines if "way" in line or "anywhere" in line or "desc" in line
    ] == [
        "    internet_gateway: # line 7",
        "      name: way # line 7",
        "            to: [anywhere] # line 9",
        "        description: web # default",
    ]


def test_what_a_subnet_has_from_its_tier_names_the_tier() -> None:
    text = HEAD + (
        "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    route_tables: {private: {}}\n    tiers:\n      app:\n"
        "        route_table: private\n        subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}}\n"
    )
    spec = check(text.encode(), "spec.yaml")
    made = spec_json(shown(spec), Places(spec).of)
    origins = made["origins"]
    assert isinstance(origins, dict)
    assert origins["vpcs.main.tiers.app.subnets.app-a.route_table"] == {"file": "spec.yaml", "line": 10, "column": 9}
    assert origins["vpcs.main.tiers.app.subnets.app-a.public_ip_on_launch"] == {"default": True}


@pytest.mark.parametrize(
    ("name", "paths"),
    [
        ("my-db", ["databases.my-db"]),
        ("tier:service", ["vpcs.My-VPC.tiers.service"]),
        ("vpcs.My-VPC.tiers.public", ["vpcs.My-VPC.tiers.public"]),
        ("service.example.com", ['certificates."service.example.com"', 'dns.records."service.example.com"']),
        ("policy:nothing", []),
    ],
)
def test_a_name_means_what_it_means_in_a_spec(name: str, paths: list[str]) -> None:
    whole = shown(checked("tutorial"))
    found = list(paths_of(whole, name))
    assert [path_text(path) for path in found] == paths
    assert list(paths_of(pruned(whole, frozenset(found)), name)) == found


@given(st.text(max_size=30) | st.booleans() | st.integers() | st.none())
def test_every_scalar_is_read_as_what_it_is(value: object) -> None:
    document, findings, _ = read(f"a: {scalar(value)}\nb: [{scalar(value)}]\n".encode("utf-8", "replace"), "x.yaml")
    if isinstance(value, str) and not value.isprintable():
        return  # what YAML cannot hold as it is, no spec holds
    assert findings == ()
    assert document is not None
    assert document.data == {"a": value, "b": [value]}


def test_the_command_says_what_is_wrong_with_a_broken_spec(
    tmp_path: object, capsys: pytest.CaptureFixture[str]
) -> None:
    path = f"{tmp_path}/bad.yaml"
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write(HEAD + "vpcs: {main: {cdir: 10.0.0.0/16}}\n")
    assert main(["show", path]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "SPC001" in said.err


def test_the_json_form_is_the_spec_and_its_origins(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "specs/minimal.yaml", "--format", "json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["format_version"] == "1.0"
    assert made["spec"]["version"] == 1
    assert made["origins"]["version"] == {"file": "specs/minimal.yaml", "line": 2, "column": 1}
