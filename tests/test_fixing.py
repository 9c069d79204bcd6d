"""`--fix`, `--unsafe-fixes` and `--diff` on files, as a user sees them."""

from pathlib import Path

import pytest
from test_cli import infraspec

TEXT = (
    "version: 1\nname: demo  # the name\nregion: ap-northeast-2\n\nvpcs:\n  main:\n    cdir: 10.0.0.0/16\n"
    "    security_groups:\n      web: {egress: [{tcp: 443, to: 'wep'}]}\n"
)
SAFE = TEXT.replace("cdir", "cidr")
UNSAFE = SAFE.replace("'wep'", "web")


def written(folder: Path, text: str, name: str = "infraspec.yaml") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def test_safe_fixes_are_written_and_what_is_left_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, TEXT)
    done = infraspec("validate", "--fix", cwd=tmp_path)
    assert path.read_bytes() == SAFE.encode()
    assert b"SPC004" in done.stdout
    assert b"SPC001" not in done.stdout
    assert (done.returncode, done.stderr) == (
        1,
        b"Found 1 error in 1 spec. Explain one: infraspec explain SPC004\nFixed 1 (1 file).\n",
    )


def test_unsafe_fixes_are_made_when_they_are_asked_for(tmp_path: Path) -> None:
    path = written(tmp_path, TEXT)
    done = infraspec("validate", "--fix", "--unsafe-fixes", cwd=tmp_path)
    assert path.read_bytes() == UNSAFE.encode()
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        b"",
        b"Found nothing wrong in 1 spec.\nFixed 2 (1 file).\n",
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_the_mark_of_utf_8_stay(newline: str, mark: str, tmp_path: Path) -> None:
    path = written(tmp_path, mark + TEXT.replace("\n", newline))
    infraspec("validate", "--fix", "--unsafe-fixes", cwd=tmp_path)
    assert path.read_bytes().decode() == mark + UNSAFE.replace("\n", newline)


def test_a_diff_writes_nothing_and_is_1(tmp_path: Path) -> None:
    path = written(tmp_path, TEXT)
    done = infraspec("lint", "--diff", cwd=tmp_path)
    assert path.read_bytes() == TEXT.encode()
    assert (done.returncode, done.stderr) == (1, b"Would fix 1 (1 file).\n")
    assert done.stdout.decode().splitlines()[:2] == ["--- a/infraspec.yaml", "+++ b/infraspec.yaml"]
    assert b"\n-    cdir: 10.0.0.0/16\n+    cidr: 10.0.0.0/16\n" in done.stdout


def test_a_diff_of_what_is_right_is_empty_and_0(tmp_path: Path) -> None:
    written(tmp_path, UNSAFE)
    done = infraspec("validate", "--diff", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"Would fix 0.\n")


def test_standard_input_goes_fixed_to_standard_output(tmp_path: Path) -> None:
    done = infraspec("validate", "--fix", "-", cwd=tmp_path, stdin=TEXT.encode())
    assert (done.returncode, done.stdout) == (1, SAFE.encode())
    assert b"SPC004" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_only_named_files_are_written(tmp_path: Path) -> None:
    other = written(tmp_path, TEXT, "other.infraspec.yaml")
    written(tmp_path, TEXT)
    infraspec("validate", "--fix", "infraspec.yaml", cwd=tmp_path)
    assert other.read_bytes() == TEXT.encode()


def test_a_text_that_is_no_yaml_is_mended_as_far_as_it_goes(tmp_path: Path) -> None:
    path = written(tmp_path, UNSAFE.replace("name: demo", "name:\u00a0demo"))
    infraspec("validate", "--fix", cwd=tmp_path)
    assert path.read_text(encoding="utf-8") == UNSAFE


def test_unsafe_fixes_alone_are_no_command(tmp_path: Path) -> None:
    done = infraspec("validate", "--unsafe-fixes", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, b"infraspec: --unsafe-fixes stands beside --fix or --diff\n")
