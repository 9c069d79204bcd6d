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


ACCOUNT = "version: 1\nname: account\nregion: ap-northeast-2\niam:\n  password_policy: {minimum_length: 12}\n"


def test_what_no_template_can_hold_is_said_with_what_does_it() -> None:
    sound = check(ACCOUNT.encode(), "spec.yaml")
    assert sound.is_sound
    checked, template = to_cloudformation(sound)
    (one,) = [one for one in checked.diagnostics if one.problem.code == "OUT111"]
    assert checked.text[one.primary.span.start : one.primary.span.end] == "password_policy"
    assert one.message == "CloudFormation has no resource type for this; Terraform has"
    assert "aws iam update-account-password-policy --minimum-password-length 12 " in one.help
    assert not checked.is_sound
    assert "password" not in template
    assert "aws_iam_account_password_policy" in to_terraform(sound)


def test_what_exists_is_not_asked_of_a_template() -> None:
    assert codes(HEAD + "directories: {corp: {existing: d-9067a1b2c3, registration: {}}}\n") == ["OUT111"]
    assert codes(HEAD + "directories: {corp: {existing: d-9067a1b2c3}}\n") == []
