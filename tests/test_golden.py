"""Each spec's two documents, byte for byte."""

import json
from pathlib import Path

import pytest

from infraspec.cloudformation.emit import emit as cloudformation
from infraspec.compiler import check
from infraspec.json_text import json_text
from infraspec.terraform.emit import emit as terraform

ROOT = Path(__file__).parent.parent
SPECS = sorted((ROOT / "specs").glob("*.yaml"))
GOLDEN = ROOT / "tests" / "golden"


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.stem)
def test_a_spec_is_emitted_as_its_golden(spec: Path, request: pytest.FixtureRequest) -> None:
    checked = check(spec.read_bytes(), spec.name)
    assert [(one.problem.code, one.message) for one in checked.diagnostics if one.is_error] == []
    assert checked.graph is not None
    for name, document in (("template.json", cloudformation(checked.graph)), ("main.tf.json", terraform(checked.graph))):
        golden = GOLDEN / spec.stem / name
        text = json_text(document)
        assert json.loads(text) == document
        if request.config.getoption("--update-golden"):
            golden.parent.mkdir(parents=True, exist_ok=True)
            golden.write_text(text, encoding="utf-8", newline="\n")
        assert golden.read_text(encoding="utf-8") == text
