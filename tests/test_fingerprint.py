"""What a diagnostic is known by: the same wherever its lines are, another for anything else."""

import re
from pathlib import Path

import pytest

from infraspec.compiler import check
from infraspec.triage.fingerprint import below, fingerprint

TEXT = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.20.0.0/16
    tiers:
      app:
        subnets:
          app-a: {zone: a, cidr: 10.20.10.0/24}
          app-b: {zone: b, cidr: 10.20.10.128/25}
"""


def prints(text: str, file: str = "infraspec.yaml", root: Path = Path()) -> list[str]:
    return [fingerprint(one, root) for one in check(text.encode(), file).diagnostics]


def test_a_fingerprint_is_32_hex_digits() -> None:
    found = prints(TEXT)
    assert found
    assert all(re.fullmatch("[0-9a-f]{32}", one) for one in found)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    "moved",
    [
        "# one\n\n# two\n" + TEXT,
        TEXT.replace("    tiers:", "    # the tiers\n\n    tiers:"),
        TEXT.replace("zone: b, cidr", "zone: b,     cidr"),
        TEXT.replace("10.20.10.128/25", "10.20.10.64/26"),
    ],
    ids=["lines above", "lines between", "columns", "another value"],
)
def test_what_moves_in_the_text_is_still_known(moved: str) -> None:
    assert moved != TEXT
    assert prints(moved) == prints(TEXT)


@pytest.mark.parametrize("name", ["app-a", "app-b"])
def test_another_entry_on_either_side_is_another(name: str) -> None:
    assert set(prints(TEXT.replace(name, "web-x"))).isdisjoint(prints(TEXT))


def test_another_file_is_another_and_another_folder_is_not(tmp_path: Path) -> None:
    assert prints(TEXT, "other.yaml") != prints(TEXT)
    assert prints(TEXT, str(tmp_path / "infraspec.yaml"), tmp_path) == prints(TEXT)
    assert prints(TEXT, str(tmp_path / "net" / "infraspec.yaml"), tmp_path) != prints(TEXT)


def test_a_file_is_named_from_the_root(tmp_path: Path) -> None:
    assert below("a/../net/x.yaml", Path()) == "net/x.yaml"
    assert below(str(tmp_path / "net" / "x.yaml"), tmp_path) == "net/x.yaml"
    assert below(str(tmp_path / "x.yaml"), tmp_path / "net") == (tmp_path / "x.yaml").as_posix()
    (tmp_path / "link").symlink_to(tmp_path / "net")
    (tmp_path / "net").mkdir()
    assert below(str(tmp_path / "link" / "x.yaml"), (tmp_path / "net").resolve()) == "x.yaml"
