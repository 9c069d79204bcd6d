"""The JSON Schema of the language: current, of draft-07, true to what infraspec takes, and of use in an editor."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any
from zlib import crc32

import pytest
from editor import Editor
from examples import ROOT, SPECS, marked, text_of

from infraspec.catalogue import PROBLEMS
from infraspec.compiler import check
from infraspec.diagnostic import Problem
from tools import imported

SCHEMA: dict[str, Any] = json.loads((ROOT / "specs" / "schema.json").read_text(encoding="utf-8"))

ANNOTATIONS = {"$schema", "$id", "title", "description", "default", "examples", "$ref"}
SINGLE = {"additionalProperties", "items", "not", "propertyNames"}
LISTS = {"anyOf", "allOf"}
MAPPINGS = {"properties", "definitions"}
ASSERTIONS = {
    *("type", "enum", "pattern", "minimum", "maximum", "minLength", "maxLength"),
    *("minItems", "maxItems", "maxProperties", "required"),
}
"""What we use of draft-07: https://json-schema.org/draft-07/json-schema-validation"""
EDITORS = {"markdownDescription"}
"""What is no keyword of draft-07, and read by every editor that has YAML or JSON."""

HEAD = "version: 1\nname: a\nregion: b\n"
EDITED = "# yaml-language-server: $schema=./schema.json\n"
"""The line that tells an editor which schema to take."""

SHAPE = {"SPC001", "SPC002"}
"""An unknown key and a missing one: what a schema can see."""
SHOWN = [problem for problem in PROBLEMS if problem.bad]


def within(schema: Any, at: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema in a schema, by where it stands."""
    if not isinstance(schema, dict):
        return
    yield at, schema
    for key in SINGLE & set(schema):
        yield from within(schema[key], f"{at}/{key}")
    for key in LISTS & set(schema):
        for position, one in enumerate(schema[key]):
            yield from within(one, f"{at}/{key}/{position}")
    for key in MAPPINGS & set(schema):
        for name, one in schema[key].items():
            yield from within(one, f"{at}/{key}/{name}")


def fields() -> Iterator[tuple[str, dict[str, Any]]]:
    """The schema of every key that can be written, by where it stands."""
    for at, schema in within(SCHEMA):
        for name, one in schema.get("properties", {}).items():
            yield f"{at}/{name}", one


@cache
def validator() -> Any:
    return imported("jsonschema").Draft7Validator(SCHEMA)


def refused(text: str) -> list[str]:
    """What the schema has against a text, loaded as infraspec loads it."""
    document = check(text.encode(), "infraspec.yaml").document
    assert document is not None, "it cannot be read at all"
    return [
        f"{'.'.join(map(str, one.absolute_path))}: {one.message[:300]}"
        for one in validator().iter_errors(document.data)
    ]


def test_it_is_a_schema_of_draft_07_and_no_other() -> None:
    imported("jsonschema").Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    known = ANNOTATIONS | SINGLE | LISTS | MAPPINGS | ASSERTIONS | EDITORS
    assert {key for _, schema in within(SCHEMA) for key in schema} - known == set()
    assert [at for at, schema in within(SCHEMA) if "$ref" in schema and len(schema) > 1] == []


def test_every_reference_leads_somewhere() -> None:
    named = {schema["$ref"] for _, schema in within(SCHEMA) if "$ref" in schema}
    assert named == {f"#/definitions/{name}" for name in SCHEMA["definitions"]}


def test_no_mapping_takes_a_key_that_it_does_not_name() -> None:
    open_ = [
        at for at, schema in within(SCHEMA) if "properties" in schema and schema["additionalProperties"] is not False
    ]
    assert open_ == []


def test_every_key_says_what_it_is_and_shows_an_example() -> None:
    assert [at for at, schema in fields() if not schema.get("description")] == []
    assert [at for at, schema in fields() if not schema.get("examples")] == []


def test_examples_and_defaults_are_taken_where_they_stand() -> None:
    made = imported("jsonschema").Draft7Validator
    wrong = []
    for at, schema in fields():
        here = made({**schema, "definitions": SCHEMA["definitions"]})
        values = [*schema["examples"], *([schema["default"]] if "default" in schema else [])]
        wrong += [f"{at}: {value!r}" for value in values if not here.is_valid(value)]
    assert wrong == []


@pytest.mark.parametrize("name", SPECS)
def test_every_spec_is_taken(name: str) -> None:
    assert refused(text_of(name)) == []


@pytest.mark.parametrize("problem", [one for one in PROBLEMS if one.good], ids=lambda problem: problem.code)
def test_every_good_example_is_taken(problem: Problem) -> None:
    assert refused(problem.good) == []


SHAPELESS = {
    **{problem.code: problem.bad for problem in SHOWN},
    **{path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests" / "bad_specs").glob("*.yaml"))},
}
"""Every bad example and bad spec, by name."""


@pytest.mark.parametrize(
    "name", [name for name, text in SHAPELESS.items() if SHAPE & {code for _, code in marked(text)}]
)
def test_a_key_too_many_or_too_few_is_refused(name: str) -> None:
    assert refused(SHAPELESS[name]) != []


@pytest.mark.parametrize(
    ("written", "is_taken"),
    [
        ("tcp: 443", True),
        ("tcp: 8000-8100", True),
        ("tcp: https", True),
        ("tcp: [80, https, 8000-8100]", True),
        ("tcp: 70000", False),
        ("tcp: htps", False),
        ("tcp: '443'", False),
        ("all: true", True),
        ("all: false", False),
        ("icmp: echo-request", True),
        ("icmp: 3/4", True),
        ("icmpv6: packet-too-big", True),
        ("protocol: 50", True),
        ("protocol: 256", False),
        ("tcp: 443, from: [self, web]", True),
        ("tcp: 443, form: self", False),
    ],
)
def test_the_shorthands_of_a_rule(written: str, *, is_taken: bool) -> None:
    peer = "" if "f" in written.partition(",")[2] else ", from: web"
    group = f"{{ingress: [{{{written}{peer}}}]}}"
    text = f"{HEAD}vpcs: {{main: {{cidr: 10.0.0.0/16, security_groups: {{web: {group}}}}}}}\n"
    assert (refused(text) == []) is is_taken


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    folder = tmp_path_factory.mktemp("editor")
    (folder / "schema.json").write_text(json.dumps(SCHEMA), encoding="utf-8")
    session = Editor(folder)
    yield session
    session.close()


@pytest.mark.parametrize("name", SPECS)
def test_an_editor_has_nothing_against_a_spec(editor: Editor, name: str) -> None:
    assert editor.open(f"{name}.yaml", EDITED + text_of(name)) == []


def test_an_editor_underlines_a_key_that_is_none(editor: Editor) -> None:
    text = f"{EDITED}{HEAD}vpcs:\n  main: {{cidr: 10.0.0.0/16, tenency: default}}\n"
    assert editor.open("mistake.yaml", text) == ["6: Property tenency is not allowed."]


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("", {"version", "vpcs", "instances", "dns"}),
        ("vpcs:\n  main:\n    ", {"cidr", "tiers", "security_groups", "nat_gateways"}),
        ("vpcs:\n  main:\n    tiers:\n      app:\n        ", {"subnets", "route_table"}),
        ("vpcs:\n  main:\n    tiers:\n      app:\n        subnets:\n          app-a:\n            ", {"zone", "cidr"}),
        ("vpcs:\n  main:\n    tenancy: ", {"default", "dedicated"}),
        ("vpcs:\n  main:\n    security_groups:\n      web:\n        ingress:\n          - ", {"tcp", "from", "icmp"}),
        ("vpcs:\n  main:\n    security_groups:\n      web:\n        ingress:\n          - tcp: ", {"https", "all"}),
        ("databases:\n  db:\n    engine: ", {"mysql", "postgres"}),
        ("load_balancers:\n  lb:\n    listeners:\n      - redirect: ", {"https"}),
        ("load_balancers:\n  lb:\n    listeners:\n      - redirect:\n          ", {"protocol", "status"}),
        ("instances:\n  i:\n    user_data:\n      ", {"template", "file", "text"}),
        ("instances:\n  i:\n    root_volume:\n      ", {"size_gib", "encrypted"}),
    ],
    ids=lambda one: one.split()[-1] if isinstance(one, str) and one else "",
)
def test_an_editor_completes(editor: Editor, written: str, offered: set[str]) -> None:
    name = f"completion-{crc32(written.encode())}.yaml"
    text = EDITED + written
    editor.open(name, text)
    lines = text.split("\n")
    assert offered - editor.completions(name, len(lines) - 1, len(lines[-1])) == set()


def test_an_editor_shows_what_a_key_means_and_the_page_of_aws(editor: Editor) -> None:
    editor.open("hover.yaml", f"{EDITED}{HEAD}vpcs:\n  main:\n    cidr: 10.0.0.0/16\n")
    said = editor.hover("hover.yaml", 6, 6)
    assert "The primary IPv4 block, /16 to /28" in said
    assert "aws-resource-ec2-vpc.html#cfn-ec2-vpc-cidrblock" in said
