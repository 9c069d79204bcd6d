"""What an instance runs at its first boot: text, a file beside the spec, or a template with its parameters."""

from __future__ import annotations

from functools import lru_cache, partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from infraspec.diagnostic import Finding, SpecPath
from infraspec.graph.launch_templates import UserData as UserDataNode
from infraspec.resolve.problems import NO_FILE
from infraspec.resolve.scope import Scope
from infraspec.spec.problems import UNKNOWN_NAME
from infraspec.spec.refusal import Unreadable, closest
from infraspec.spec.templates import TEMPLATES, parameters_of

if TYPE_CHECKING:
    from jinja2 import Template

    from infraspec.spec.user_data import UserData


def user_data(scope: Scope, written: UserData | None, at: SpecPath) -> UserDataNode | None:
    """What `user_data`, which stands at `at`, runs; None, with a finding, where it cannot be made."""
    if written is None:
        return None
    if written.template is not None:
        return _rendered(scope, written.template, written.parameters, at)
    text = written.text if written.file is None else file_text(scope, written.file, (*at, "file"))
    return None if text is None else UserDataNode(text)


def file_text(scope: Scope, name: str, at: SpecPath) -> str | None:
    """A text file in the spec's folder or below it."""
    path = PurePosixPath(name)
    message = f"`{name}` lies outside the folder of the spec"
    help_ = "write its path from the spec's folder, with `/` between the parts"
    if not (path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name):
        try:
            text = scope.read_file(name)
        except Unreadable as why:
            message = f"`{name}` {why}"
        else:
            if text is not None:
                return text
            message = f"there is no file `{name}` beside the spec"
    scope.report(Finding(problem=NO_FILE, at=at, message=message, help=help_, leaves_out=False))
    return None


def _rendered(scope: Scope, name: str, written: dict[str, object], at: SpecPath) -> UserDataNode | None:
    """A template with its parameters in it."""
    if name not in TEMPLATES:
        close = closest(name, TEMPLATES)
        message, label = f"no template is called `{name}`", f"did you mean `{close}`?" if close else ""
        help_ = f"write `{close}`" if close else "there is " + ", ".join(f"`{one}`" for one in TEMPLATES)
        scope.report(Finding(problem=UNKNOWN_NAME, at=(*at, "template"), message=message, label=label, help=help_))
        return None
    parameters, findings = parameters_of(name, written, at)
    for finding in findings:
        scope.report(finding)
    return None if parameters is None else UserDataNode(None, partial(render, name, parameters))


def render(name: str, parameters: dict[str, object]) -> str:
    """The text of a template. A template that uses what it is not given is our own mistake, and raises."""
    return _template(name).render(parameters)


@lru_cache(maxsize=8)
def _template(name: str) -> Template:
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415 - only rendering needs it, checking does not

    from infraspec.shipped import text  # noqa: PLC0415 - as above

    # What is written is a shell script, not a page; each value is quoted by a filter for where it stands.
    environment = Environment(undefined=StrictUndefined, keep_trailing_newline=True)  # noqa: S701
    environment.filters["shell"] = _shell
    environment.filters["python"] = ascii
    return environment.from_string(text("templates", "user_data", f"{name}.sh.j2"))


def _shell(value: object) -> str:
    """A value as one word of a shell command."""
    from shlex import quote  # noqa: PLC0415 - as above

    return quote(str(value))
