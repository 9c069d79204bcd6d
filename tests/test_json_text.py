"""JSON as people read it."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infraspec.json_text import json_text

_SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
_VALUES = st.recursive(_SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=30)


@settings(derandomize=True, deadline=None)
@given(_VALUES)
def test_the_text_says_what_the_value_says(value: object) -> None:
    assert json.loads(json_text(value)) == value


@settings(derandomize=True, deadline=None)
@given(_VALUES)
def test_the_text_ends_with_one_line_break_and_has_no_space_at_the_end_of_a_line(value: object) -> None:
    text = json_text(value)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert [line for line in text.split("\n") if line.endswith((" ", "\t"))] == []


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({}, "{}\n"),
        ([], "[]\n"),
        ({"a": {}}, '{\n  "a": {}\n}\n'),
        ({"a": {"b": 1, "c": [1, 2]}}, '{\n  "a": {"b": 1, "c": [1, 2]}\n}\n'),
        ({"a": {"b": {"c": {}}}}, '{\n  "a": {\n    "b": {"c": {}}\n  }\n}\n'),
        ({"a": ["x" * 60, "y" * 60]}, f'{{\n  "a": [\n    "{"x" * 60}",\n    "{"y" * 60}"\n  ]\n}}\n'),
        ({"이름": "서울 😀"}, '{\n  "이름": "서울 😀"\n}\n'),
        ({"a": 'b"\\\n\x07'}, '{\n  "a": "b\\"\\\\\\n\\u0007"\n}\n'),
    ],
)
def test_what_fits_stands_on_a_line(value: object, text: str) -> None:
    assert json_text(value) == text


def test_the_order_is_kept() -> None:
    assert json_text({"b": 1, "a": 2}) == '{\n  "b": 1,\n  "a": 2\n}\n'
