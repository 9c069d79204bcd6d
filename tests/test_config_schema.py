"""The JSON Schema of `infraspec.toml`: of draft-07, and of one mind with the reader of the file."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from examples import ROOT
from test_cli import infraspec
from test_schema import ANNOTATIONS, ASSERTIONS, MAPPINGS, SINGLE, within

from infraspec.catalogue import PROBLEMS
from infraspec.triage.codes import Codes
from infraspec.triage.configuration import settings_of
from infraspec.triage.keys import KEYS
from tools import imported

TEXT = (ROOT / "specs" / "config.schema.json").read_text(encoding="utf-8")
SCHEMA: dict[str, Any] = json.loads(TEXT)
PAGE = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
SHOWN = [text for text in re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL) if "tool.infraspec" not in text]
CODES = Codes(PROBLEMS)


def is_valid(text: str) -> bool:
    return bool(imported("jsonschema").Draft7Validator(SCHEMA).is_valid(tomllib.loads(text)))


def is_read(text: str) -> bool:
    return settings_of(text, "infraspec.toml", Path(), lambda: CODES, ())[1] == ()


def test_it_is_a_schema_of_draft_07() -> None:
    imported("jsonschema").Draft7Validator.check_schema(SCHEMA)
    known = ANNOTATIONS | SINGLE | MAPPINGS | ASSERTIONS
    assert {key for _, schema in within(SCHEMA) for key in schema} - known == set()
    tables = SCHEMA["properties"].items()
    assert [f"{name}.{key}" for name, table in tables for key in table["properties"]] == [one.name for one in KEYS]


def test_every_key_says_what_it_is_and_shows_what_is_read() -> None:
    for name, table in SCHEMA["properties"].items():
        for key, schema in table["properties"].items():
            assert schema["description"]
            for example in [*schema["examples"], *([schema["default"]] if "default" in schema else [])]:
                here = imported("jsonschema").Draft7Validator(schema)
                assert here.is_valid(example), f"{name}.{key} = {example!r}"


def test_what_the_manual_shows_is_taken() -> None:
    assert SHOWN
    assert [text for text in SHOWN if not is_valid(text)] == []


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("", True),
        ("[lint]\n", True),
        ('[lint]\nselect = ["ALL"]\nignore = ["NET4", "SEC203"]\n', True),
        ('[lint]\nignore = "NET401"\n', False),
        ("[lint]\nignore = [401]\n", False),
        ('[lint]\nignore = ["net401"]\n', False),
        ('[lint]\nignor = ["NET401"]\n', False),
        ("[lints]\n", False),
        ('select = ["ALL"]\n', False),
        ('[lint]\nfail-on = "never"\n', True),
        ('[lint]\nfail-on = "sometimes"\n', False),
        ('[lint]\nformat = "sarif"\n', True),
        ('[lint]\nformat = "xml"\n', False),
        ("[lint]\nrequire-reason = true\n", True),
        ('[lint]\nrequire-reason = "yes"\n', False),
        ('[lint]\nexclude = ["examples/**"]\n', True),
        ('[lint.per-file-ignores]\n"sandbox/**" = ["SEC"]\n', True),
        ('[lint.per-file-ignores]\n"sandbox/**" = "SEC"\n', False),
        ('[render]\noutput = "build"\n', True),
        ("[render]\noutput = 1\n", False),
    ],
)
def test_it_takes_what_the_reader_takes(text: str, *, taken: bool) -> None:
    assert (is_valid(text), is_read(text)) == (taken, taken)


def test_it_is_printed_as_it_is_published() -> None:
    done = infraspec("schema", "config", cwd=ROOT)
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, TEXT, b"")
