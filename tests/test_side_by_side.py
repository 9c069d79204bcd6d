"""The page that compares infraspec with others: what it quotes is what they say, and what it claims is in there."""

import json
import os
import re
import runpy
import shutil
from pathlib import Path
from typing import Any

import pytest
from examples import ROOT

from tools import imported

TOOL = runpy.run_path(str(ROOT / "tools" / "side_by_side.py"))
CASES, FOLDER = TOOL["CASES"], TOOL["FOLDER"]
RESULTS: dict[str, Any] = json.loads(TOOL["RESULTS"].read_text(encoding="utf-8"))


def outputs(tool: str) -> dict[str, str]:
    return {case: RESULTS["cases"][case][tool] for case in CASES}


def test_the_page_is_what_the_results_say() -> None:
    assert TOOL["PAGE"].read_text(encoding="utf-8") == TOOL["page"](RESULTS)
    assert list(RESULTS["cases"]) == list(CASES) == sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
    assert RESULTS["versions"]["checkov"] == TOOL["CHECKOV"]


def test_infraspec_says_what_is_quoted() -> None:
    assert TOOL["infraspec"]() == outputs("infraspec")


def test_cfn_lint_says_what_is_quoted() -> None:
    assert RESULTS["versions"]["cfn-lint"] == imported("cfnlint.version").__version__
    assert TOOL["cfn_lint"]() == outputs("cfn-lint")


def test_checkov_says_what_is_quoted() -> None:
    program = shutil.which(os.environ.get("INFRASPEC_CHECKOV", "checkov"))
    if program is None:
        pytest.skip("checkov is not on PATH: its results stand as they were")
    assert TOOL["checkov"](Path(program)) == outputs("checkov")


ASIDE = {("06-balancer-in-one-zone", "CKV_AWS_131"), ("06-balancer-in-one-zone", "CKV_AWS_91")}
"""Findings of checkov about the resource with the mistake that are not about the mistake: headers, and access logs."""


@pytest.mark.parametrize("case", CASES)
def test_a_tool_says_the_mistake_by_its_code_or_nothing_about_that_place(case: str) -> None:
    number, _ = TOOL["marked"](FOLDER / case / "template.yaml")
    found = re.compile(r"Check: (\w+): .*\n\s*FAILED for resource: \S+\n\s*File: \S+:(\d+)-(\d+)")
    for tool, code in zip(TOOL["TOOLS"], CASES[case].codes, strict=True):
        said = RESULTS["cases"][case][tool]
        if code is not None:
            assert code in said
        else:
            assert f":{number}:" not in said
            there = [one[0] for one in found.findall(said) if int(one[1]) <= number <= int(one[2])]
            assert [one for one in there if (case, one) not in ASIDE] == []


@pytest.mark.parametrize("case", CASES)
def test_advice_that_is_claimed_is_given(case: str) -> None:
    for tool, code, advises in zip(TOOL["TOOLS"], CASES[case].codes, CASES[case].advises, strict=True):
        if tool == "infraspec":
            blocks = [one for one in RESULTS["cases"][case][tool].split("\n\n") if f"[{code}]:" in one]
            given = any(re.search(r"= (help|fix): |did you mean", block) for block in blocks)
            assert given == advises
        assert code is not None or not advises
