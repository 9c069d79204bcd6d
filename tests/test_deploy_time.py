"""What is left to the deployment: referred to in both documents, as it was written, or refused."""

import copy
import json
import re
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

import cloudformation_facts
import pytest
import terraform_facts
from examples import SOUND, beside, documents, emitted, graph_of, text_of
from mutants import Place, _unions, meaning, places

from infraspec.cloudformation.variables import reference as in_cloudformation
from infraspec.compiler import Checked, check
from infraspec.deploy_time import Later, Piece
from infraspec.source.substitution import escaped
from infraspec.spec.base import LATER
from infraspec.terraform.variables import reference as in_terraform
from tools import initialised, run_terraform

PLAIN = tuple(name for name in SOUND if not graph_of(name).variables)
"""The specs that leave nothing to the deployment themselves."""


def is_later(place: Place) -> bool:
    """Whether the language lets this value wait for the deployment."""
    if not isinstance(place.data, str) or place.path[:1] == ("variables",):
        return False
    if "tags" in place.path[:-1]:
        return True
    known = meaning(place.path)
    if known.holder is None:
        return False
    fields = {field.alias or name: field for name, field in known.holder.model_fields.items()}
    field = fields.get(str(known.loc[-1]))
    if field is None:
        return False
    inner = (get_args(one)[1:] for one in _unions(field.annotation) if get_origin(one) is Annotated)
    return LATER in field.metadata or any(LATER in marks for marks in inner)


def with_variables(name: str) -> tuple[str, dict[str, str]]:
    """A spec in which each value that may wait is a variable, and those values by variable."""
    text, values, cuts = text_of(name), dict[str, str](), []
    for place in places(name):
        if is_later(place) and "${" not in str(place.data) and "\n" not in str(place.data):
            known = next((key for key, value in values.items() if value == place.data), f"v{len(values)}")
            values[known] = str(place.data)
            cuts.append((place.where.start, place.where.end, known))
    made, end = "", 0
    for start, until, variable in sorted(cuts):
        made += escaped(text[end:start]) + f'"${{{variable}}}"'
        end = until
    made += escaped(text[end:])
    return made + ("\nvariables:\n" + declared(values) if values else ""), values


def declared(values: dict[str, str]) -> str:
    return "".join(
        f"  {variable}: {{default: {json.dumps(value, ensure_ascii=False)}, deploy_time: true}}\n"
        for variable, value in values.items()
    )


def refused(spec: Checked) -> set[str]:
    """The variables that must be known when the spec is compiled."""
    found = (re.search(r"and `(\w+)` is set", one.message) for one in spec.diagnostics if one.problem.code == "ENV202")
    return {one[1] for one in found if one}


EARLY = {
    r"(ubuntu|amazon-linux|debian|windows)-|/aws/": "the image is looked up, in a parameter of its own",
    r"(new|aws/dynamodb)\Z": "a word of the language",
    r"(caches|catalogue|data|desktops|orders|sessions|shop|shop-data|watching)\Z": "the name of a key, and not its ARN",
    r"acme-": "the account's number stands behind it",
    r"(partner|4711)\Z": "stands in the words of a backend, once in each",
    r"old-role\Z|(vpce|i)-0a1b2c3d4e5f67890\Z": "nothing in either document refers to it",
}
"""Values of fields that may wait which cannot, as a regular expression, with the reason."""


@pytest.mark.parametrize("name", PLAIN)
def test_what_may_wait_stands_in_both_documents_as_it_was_written(name: str) -> None:
    """Each such value of a spec is left to the deployment, and both documents then say what they said."""
    text, values = with_variables(name)
    spec = check(text.encode(), f"{name}.yaml", beside)
    assert [one.message for one in spec.diagnostics if one.is_error and one.problem.code != "ENV202"] == []
    early = refused(spec)
    assert [values[one] for one in early if not any(re.match(form, values[one]) for form in EARLY)] == []
    for one in early:
        here = f"{one}: {{default: {json.dumps(values[one], ensure_ascii=False)}"
        text = text.replace(f"{here}, deploy_time: true}}", f"{here}}}")
    spec = check(text.encode(), f"{name}.yaml", beside)
    assert [one.message for one in spec.diagnostics if one.is_error] == []
    assert spec.graph is not None
    made = emitted(spec.graph)
    for side, read, section in (
        ("template", cloudformation_facts.with_defaults, "Resources"),
        ("terraform", terraform_facts.with_defaults, "resource"),
    ):
        document = getattr(made, side)
        assert read(document)[section] == read(getattr(documents(name), side))[section]
        assert [values[one] for one in values if one not in early and holds(document[section], values[one])] == []


LONG = 12
"""Characters of a text that stands nowhere by chance."""


def holds(document: Any, text: str) -> bool:
    """Whether a text that is no word of a document stands somewhere in it."""
    if isinstance(document, dict):
        return any(holds(item, text) for key, item in document.items() if key != "Name")
    if isinstance(document, list):
        return any(holds(item, text) for item in document)
    return len(text) > LONG and isinstance(document, str) and text in document


def test_some_spec_has_each_field_that_may_wait() -> None:
    shown = {(str(meaning(one.path).holder), one.path[-1]) for name in SOUND for one in places(name) if is_later(one)}
    assert {field for _, field in shown} >= {
        "type",
        "image",
        "kms_key",
        "class",
        "existing",
        "description",
        "elastic_ip",
    }


HEAD = """version: 1
name: demo
region: ap-northeast-2
variables:
  v: {default: web, deploy_time: true, description: What it is, allowed: [web, 'a"b${c}%{d}']}
  n: {type: number, default: 5, deploy_time: true, sensitive: true}
  block: {type: cidr, default: 10.0.0.0/16, deploy_time: true}
  word: {default: default, deploy_time: true}
  zone: {default: a, deploy_time: true}
vpcs:
  main:
    cidr: 10.0.0.0/16
    security_groups: {web: {egress: []}}
    tiers: {app: {subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}}}}
"""
MACHINE = (
    "instances:\n  m: {image: ami-0a1b2c3d, type: t3.micro, subnet: app-a, root_volume: {device: /dev/xvda}, "
    "security_groups: "
)
POLICY = (
    "iam: {policies: {p: {document: {Statement: {Effect: Allow, Action: 's3:*', Resource: 'arn:aws:s3:::${v}'}}}}}\n"
)
EARLIER: dict[str, tuple[str, list[str]]] = {
    "a tag": ("tags: {a: 'x ${v} y', b: '${v}', c: 'at ${n}'}\n", []),
    "a description of the whole": ("description: for ${v}\n", ["v"]),
    "a description of an output": ("outputs: {o: {of: main, description: 'a ${v}'}}\n", ["v"]),
    "a number": (f"{MACHINE}web, imds: {{hop_limit: '${{n}}'}}}}\n", ["n"]),
    "a reference": (f"{MACHINE}'${{v}}'}}\n", ["v"]),
    "user data": (f"{MACHINE}web, user_data: '#!/bin/sh ${{v}}'}}\n", ["v"]),
    "a policy": (POLICY, ["v"]),
}


@pytest.mark.parametrize("case", EARLIER)
def test_what_cannot_wait_is_said_where_it_is_used(case: str) -> None:
    text, expected = EARLIER[case]
    spec = check((HEAD + text).encode(), "spec.yaml")
    assert [one.message for one in spec.diagnostics if one.is_error and one.problem.code != "ENV202"] == []
    assert sorted(refused(spec)) == expected
    found = [one for one in spec.diagnostics if one.problem.code == "ENV202"]
    marked = [spec.text[one.primary.span.start : one.primary.span.end] for one in found]
    assert marked == [f"${{{name}}}" for name in expected]


def test_how_both_documents_say_it() -> None:
    spec = check(
        (HEAD + "tags: {a: 'x ${v} y', b: '${v}', c: '${n} of ${block}'}\n").replace("block}'", "word}'").encode(),
        "spec.yaml",
    )
    assert spec.graph is not None
    template, terraform = emitted(spec.graph)
    assert template["Parameters"]["VariableV"] == {
        "Type": "String",
        "Description": "What it is",
        "Default": "web",
        "AllowedValues": ["web", 'a"b${c}%{d}'],
    }
    assert template["Parameters"]["VariableN"] == {"Type": "Number", "Default": 5, "NoEcho": True}
    tags = {one["Key"]: one["Value"] for one in template["Resources"]["VpcMain"]["Properties"]["Tags"]}
    assert tags["a"] == {"Fn::Join": ["", ["x ", {"Ref": "VariableV"}, " y"]]}
    assert tags["b"] == {"Ref": "VariableV"}
    assert tags["c"] == {"Fn::Join": ["", [{"Ref": "VariableN"}, " of ", {"Ref": "VariableWord"}]]}
    assert terraform["variable"]["n"] == {"type": "number", "default": 5, "sensitive": True}
    assert terraform["variable"]["v"]["validation"]["condition"] == ('${contains(["web", "a\\"b$${c}%%{d}"], var.v)}')
    assert terraform["resource"]["aws_vpc"]["main"]["tags"] == {
        "a": "x ${var.v} y",
        "b": "${var.v}",
        "c": "${var.n} of ${var.word}",
        "Name": "main",
    }


def test_what_stands_beside_a_variable_is_no_template() -> None:
    pieces = (Piece("${a} %{b} ", is_variable=False), Piece("v", is_variable=True))
    assert in_terraform(pieces) == "$${a} %%{b} ${var.v}"
    assert in_cloudformation(pieces) == {"Fn::Join": ["", ["${a} %{b} ", {"Ref": "VariableV"}]]}


def test_a_setting_is_the_default_of_both_documents() -> None:
    spec = check((HEAD + "tags: {a: '${n}'}\n").replace("'${n}'", "'n${n}'").encode(), "spec.yaml", settings={"n": "7"})
    assert spec.graph is not None
    template, terraform = emitted(spec.graph)
    assert (template["Parameters"]["VariableN"]["Default"], terraform["variable"]["n"]["default"]) == (7, 7)


def test_a_text_of_later_is_copied_whole() -> None:
    text = Later("a", (Piece("v", is_variable=True),), 7)
    again = copy.deepcopy(text)
    assert (again, again.pieces, again.site, type(str(text))) == (text, text.pieces, text.site, str)


def test_terraform_takes_what_the_documents_say(tmp_path: Path) -> None:
    spec = check((HEAD + "tags: {a: 'x ${v} y', b: '${v}', c: 'at ${n}'}\n").encode(), "spec.yaml")
    assert spec.graph is not None
    folder = initialised(tmp_path, json.dumps(emitted(spec.graph).terraform))
    assert json.loads(run_terraform(folder, "validate", "-json", "-no-color"))["valid"]
