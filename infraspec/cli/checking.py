"""One spec by its path: read, and checked together with the files that it names."""

from argparse import Namespace

from infraspec.cli import beside, files
from infraspec.compiler import Checked, check
from infraspec.triage.outcome import Outcome


def checked(path: str, options: Namespace, *, advice: bool) -> Checked:
    """Check the spec at `path`; with `advice`, also for what is no mistake and could be better."""
    name = files.shown(path, options.stdin_filename)
    return check(files.read(path), name, beside.reader(path), advice=advice)


def outcome_of(spec: Checked) -> Outcome:
    """Everything that was found in a spec."""
    return Outcome(file=spec.file, texts=spec.files.texts(), diagnostics=spec.diagnostics)
