"""Each spec's two documents, byte for byte, and what is said of the spec."""

import json

import pytest
from examples import GOLDEN, SPECS, bare_texts, checked, documents, marked, reported, text_of, texts


@pytest.mark.parametrize("name", SPECS)
def test_a_spec_is_reported_where_it_is_marked_and_nowhere_else(name: str) -> None:
    assert reported(checked(name)) == marked(text_of(name))


@pytest.mark.parametrize("name", SPECS)
def test_a_spec_is_emitted_as_its_golden(name: str, request: pytest.FixtureRequest) -> None:
    for file, text in texts(name).items():
        golden = GOLDEN / name / file
        if request.config.getoption("--update-golden"):
            golden.parent.mkdir(parents=True, exist_ok=True)
            golden.write_text(text, encoding="utf-8", newline="\n")
        assert golden.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", SPECS)
def test_the_text_says_what_the_data_says(name: str) -> None:
    read = [json.loads(text) for text in bare_texts(name).values()]
    assert read == list(documents(name))


def test_no_golden_outlives_its_spec() -> None:
    assert sorted(folder.name for folder in GOLDEN.iterdir() if folder.name not in ("report", "show")) == sorted(SPECS)
