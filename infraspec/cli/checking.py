"""One spec by its path: read, and checked together with the files that it names."""

from argparse import Namespace
from collections.abc import Mapping
from types import MappingProxyType

from infraspec.cli import beside, files
from infraspec.cli.failure import Failure
from infraspec.compiler import Checked, check
from infraspec.triage.outcome import Outcome

_NONE: Mapping[str, str] = MappingProxyType({})


def checked(path: str, options: Namespace, *, advice: bool) -> Checked:
    """Check the spec at `path`; with `advice`, also for what is no mistake and could be better."""
    name = files.shown(path, options.stdin_filename)
    return checked_text(files.read(path), name, beside.reader(path), options, advice=advice)


def checked_text(
    raw: bytes, name: str, read: beside.Reader, options: Namespace, *, advice: bool, texts: Mapping[str, str] = _NONE
) -> Checked:
    """Check a text as the spec of this name; `texts` are those of overlays that are not as their files have them."""
    overlays = tuple((one, texts[one].encode() if one in texts else its) for one, its in map(_overlay, options.overlay))
    try:
        return check(raw, name, read, advice=advice, overlays=overlays, settings=_settings(options.set))
    except ValueError as error:
        from infraspec.spec.refusal import NotSettable

        if not isinstance(error, NotSettable):
            raise
        raise Failure(f"--set {error}") from None


def _overlay(path: str) -> tuple[str, bytes]:
    """The name and content of an overlay."""
    if path == "-":
        raise Failure("--overlay takes a file: standard input is for the spec")
    return files.shown(path, path), files.read(path)


def _settings(written: list[str]) -> dict[str, str]:
    """What variables are set to."""
    made: dict[str, str] = {}
    for one in written:
        name, sign, value = one.partition("=")
        if not sign or not name:
            raise Failure(f"--set takes NAME=VALUE, not `{one}`")
        if name in made:
            raise Failure(f"--set gives `{name}` two values: keep one")
        made[name] = value
    return made


def outcome_of(spec: Checked) -> Outcome:
    """Everything that was found in a spec."""
    return Outcome(file=spec.file, texts=spec.files.texts(), diagnostics=spec.diagnostics)
