"""Facts of AWS that age: each table says when it was read, and which script reads it anew."""

import json
import re
import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from examples import ROOT

from infraspec.data.database_classes import classes
from infraspec.data.engine_versions import ENGINES
from infraspec.data.instance_types import few_volumes, hibernates, never_spot, previous, types
from infraspec.data.regions import ZONES
from infraspec.data.tls_policies import POLICIES

DATA = ROOT / "infraspec" / "data"
TABLES = sorted(path for path in DATA.iterdir() if path.suffix in (".py", ".json") and path.name != "__init__.py")
each_table = pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)


def written(path: Path) -> str:
    """The text of a table, or of the module that reads it."""
    return path.read_text(encoding="utf-8")


@each_table
def test_a_table_names_the_script_that_refreshes_it(path: Path) -> None:
    named = re.findall(r"tools/\w+\.py", written(path))
    assert named, f"{path.name} names no script"
    assert [name for name in named if not (ROOT / name).is_file()] == []
    script = (ROOT / named[0]).read_text(encoding="utf-8")
    assert path.stem in script, f"{named[0]} does not know {path.name}"


@each_table
def test_a_table_says_when_it_was_read(path: Path) -> None:
    text = written(path)
    if path.with_suffix(".json").is_file():
        found = json.loads(written(path.with_suffix(".json")))["date"]
    else:
        dates = re.findall(r'_DATE: Final = "(\d{4}-\d{2})"', text)
        assert len(dates) == 1, f"{path.name} has {len(dates)} dates"
        (found,) = dates
    assert date.fromisoformat(f"{found}-01") > date(2025, 1, 1)


@each_table
def test_a_table_names_a_page_or_is_recorded(path: Path) -> None:
    recorded = path.with_suffix(".json").is_file() or "writes this module" in written(path)
    assert recorded or "https://" in written(path)


def test_what_is_transcribed_has_its_pages() -> None:
    script = ROOT / "tools" / "refresh_transcribed.py"
    shown = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True).stdout
    named = re.findall(r"^\d{4}-\d{2} infraspec/data/(\w+\.py)", shown, re.MULTILINE)
    by_hand = [path.name for path in TABLES if "refresh_transcribed" in written(path)]
    assert sorted(named) == by_hand
    assert len(re.findall(r"^  https://", shown, re.MULTILINE)) >= len(named)


def test_types_that_are_spoken_of_are_types() -> None:
    families = {name.partition(".")[0] for name in types()}
    assert previous() <= families
    assert never_spot() | hibernates() | few_volumes().keys() <= types()
    assert "t3.micro" in hibernates()
    assert "mac1.metal" in never_spot()


def test_each_engine_has_versions_and_classes() -> None:
    for name, engine in ENGINES.items():
        assert engine.ends.keys() <= engine.known, name
        ends = [engine.ends[version] for version in sorted(engine.ends)]
        assert all(early < late for early, late in pairwise(ends)), name
        assert all(len(version) == engine.length for version in engine.known), name
    for name in ("mysql", "mariadb", "postgres", "oracle-ee-cdb", "oracle-se2", "sqlserver-ex"):
        assert "db.t3.medium" in classes(name)


def test_policies_and_regions_that_everyone_uses_are_there() -> None:
    assert POLICIES["ELBSecurityPolicy-TLS13-1-2-2021-06"]
    assert not POLICIES["ELBSecurityPolicy-2016-08"]
    assert ZONES["ap-northeast-2"].letters == "abcd"
    assert ZONES["us-west-1"].letters == "abc"
