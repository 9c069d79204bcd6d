"""What CloudFormation refuses of a template whatever stands in it, with specs that are long enough."""

import pytest

from infraspec.cloudformation.limits import MAX_BYTES, MAX_OUTPUTS, MAX_RESOURCES, over_the_limits
from infraspec.compiler import check, to_cloudformation, to_terraform

HEAD = "version: 1\nname: large\nregion: ap-northeast-2\nvpcs:\n  main:\n    cidr: 10.0.0.0/16\n"


def route_tables(count: int, extra: str = "") -> str:
    """A spec with a VPC and so many route tables."""
    return HEAD + "    route_tables:\n" + "".join(f"      table-{i:03}: {{{extra}}}\n" for i in range(count))


def codes(text: str) -> list[str]:
    checked, _ = to_cloudformation(check(text.encode(), "spec.yaml"))
    return [one.problem.code for one in checked.diagnostics if one.problem.code.startswith("OUT1")]


@pytest.mark.parametrize(("count", "found"), [(MAX_RESOURCES - 1, []), (MAX_RESOURCES, ["OUT101"])])
def test_a_stack_holds_five_hundred_resources(count: int, found: list[str]) -> None:
    assert codes(route_tables(count)) == found


def test_a_template_has_a_million_bytes() -> None:
    tags = ", ".join(f"key{i}: {'v' * 250}" for i in range(40))
    assert codes(route_tables(60, f"tags: {{{tags}}}")) == []
    assert codes(route_tables(120, f"tags: {{{tags}}}")) == ["OUT103"]


def test_terraform_has_none_of_these_limits() -> None:
    assert to_terraform(check(route_tables(MAX_RESOURCES).encode(), "spec.yaml"))


def test_a_finding_is_at_the_name_of_the_stack_and_says_the_numbers() -> None:
    checked, _ = to_cloudformation(check(route_tables(MAX_RESOURCES).encode(), "spec.yaml"))
    (one,) = [one for one in checked.diagnostics if one.problem.code == "OUT101"]
    assert checked.text[one.primary.span.start : one.primary.span.end] == "large"
    assert one.message == "the template has 501 resources; CloudFormation takes 500"
    assert not checked.is_sound


@pytest.mark.parametrize(
    ("template", "text", "found"),
    [
        ({"Resources": {}}, "", []),
        ({"Resources": dict.fromkeys(range(MAX_RESOURCES))}, "", []),
        ({"Resources": dict.fromkeys(range(MAX_RESOURCES + 1))}, "", ["OUT101"]),
        ({"Resources": {}}, "x" * MAX_BYTES, []),
        ({"Resources": {}}, "x" * (MAX_BYTES - 1) + "é", ["OUT103"]),
        ({"Resources": {}, "Outputs": dict.fromkeys(range(MAX_OUTPUTS))}, "", []),
        ({"Resources": {}, "Outputs": dict.fromkeys(range(MAX_OUTPUTS + 1))}, "", ["OUT104"]),
        ({"Resources": {}, "Parameters": dict.fromkeys(range(MAX_OUTPUTS + 1))}, "", ["OUT104"]),
    ],
)
def test_each_limit_is_the_last_number_that_is_taken(template: dict[str, object], text: str, found: list[str]) -> None:
    assert [one.problem.code for one in over_the_limits(template, text)] == found
