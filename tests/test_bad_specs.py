"""Specs with one mistake each: exactly the lines that are marked `# <- CODE` are reported."""

import pytest
from examples import ROOT, marked, reported
from weighed import check

FOLDER = ROOT / "tests" / "bad_specs"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


@pytest.mark.parametrize("name", NAMES)
def test_a_bad_spec_is_reported_where_it_is_marked_and_nowhere_else(name: str) -> None:
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    assert marked(text)
    assert reported(check(text.encode(), f"{name}.yaml")) == marked(text)


def test_there_are_bad_specs() -> None:
    assert NAMES
