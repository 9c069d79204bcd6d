"""What knows CloudFormation and Terraform better than we do accepts every golden of a sound spec."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from examples import GOLDEN, SOUND, asked, graph_of

from tools import imported, initialised, provider_version, run_terraform

ACCEPTED = {
    r"^W3687 .*'\d+'": "a protocol by number has no ports: 0 to 0 is what Terraform sends, and EC2 looks at neither",
    r"^W3010": "a spec names its zones: a subnet that moved to another zone would be replaced",
    r"^(E3691|E9006) .*'\d+(\.\d+)?' is not one of": "they know whole versions alone; RDS takes a major one",
    r"^W3687 .*'icmpv6'": "EC2 takes its type and code as ports, as it does those of `icmp`",
    r"^W9002": "what is not of the spec is named by its ARN",
    r"^W9010": "an image by its identifier is what a spec may ask for",
    r"^W9013": "the identifier of a thing that exists names its account",
    r"^W9011": "a database that the internet reaches is what a spec may ask for, in one visible line",
}
"""What cfn-lint and cloudformation-validate hold against us without effect: a pattern, and the reason."""


@pytest.fixture(scope="module")
def validator() -> Any:
    """The engine of cloudformation-validate: its rules are compiled once."""
    return imported("cloudformation_validate").CelEngine()


each_sound_spec = pytest.mark.parametrize("name", SOUND)


@each_sound_spec
def test_cfn_lint_has_no_error_and_no_warning(name: str) -> None:
    api, config = imported("cfnlint.api"), imported("cfnlint.config")
    settings = config.ManualArgs(regions=[graph_of(name).region])
    found = api.lint(_golden(name, "template.json"), config=settings)
    assert without_accepted(f"{one.rule.id} {one.message}" for one in found) == []


@each_sound_spec
def test_cloudformation_validate_has_no_error_and_no_warning(name: str, validator: Any) -> None:
    report = validator.validate_template(_golden(name, "template.json").encode())
    grave = [one for one in report.diagnostics if one.severity.name in {"WARN", "ERROR", "FATAL"}]
    assert without_accepted(f"{one.rule_id} {one.message} {one.property_path}" for one in grave) == []


@each_sound_spec
def test_terraform_accepts_the_document_with_the_real_provider(name: str, tmp_path: Path) -> None:
    if asked(name) > tuple(int(part) for part in provider_version().split(".")[:2]):
        pytest.skip(f"no provider here takes it: it asks for {asked(name)}")
    folder = initialised(tmp_path, _golden(name, "main.tf.json"))
    answer = json.loads(run_terraform(folder, "validate", "-json", "-no-color"))
    assert answer["diagnostics"] == []
    assert answer["valid"]


def without_accepted(found: Iterable[str]) -> list[str]:
    """What is left of objections."""
    return [one for one in found if not any(re.search(pattern, one) for pattern in ACCEPTED)]


def _golden(name: str, file: str) -> str:
    return (GOLDEN / name / file).read_text(encoding="utf-8")
