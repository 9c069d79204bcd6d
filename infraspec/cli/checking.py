"""One spec by its path: read, and checked together with the files that it names."""

from infraspec.cli import beside, files
from infraspec.compiler import Checked, check


def checked(path: str, stdin_filename: str) -> Checked:
    """Check the spec at `path`."""
    return check(files.read(path), files.shown(path, stdin_filename), beside.reader(path))
