"""`user_data:`: what an instance runs at its first boot, as text, from a file, or from a template with parameters."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationError

from infraspec.diagnostic import Finding, SpecPath
from infraspec.spec.base import SpecModel
from infraspec.spec.forms import user_data as forms
from infraspec.spec.wording import findings_of


class UserData(SpecModel):
    """One of three: `text`, `file` or `template`."""

    text: str | None = None
    """What runs, as it is written."""
    file: str | None = None
    """A text file beside the spec, by its path from the spec's folder."""
    template: str | None = None
    """The name of a template; its parameters stand beside it."""
    parameters: dict[str, object] = {}
    """The parameters of a template, as they were written beside its name."""


Schema = str | dict[str, str | int | float | bool]

UserDataField = Annotated[UserData | None, BeforeValidator(forms.one_of_three, json_schema_input_type=Schema)]
"""What an instance runs at its first boot."""


class FlaskBehindNginx(SpecModel):
    """A small Flask application behind Nginx, on Ubuntu: `/` greets, `/healthz` answers `ok`."""

    port: int = Field(ge=1, le=65535)
    """The port that Nginx listens on."""
    app_port: int = Field(default=8000, ge=1024, le=65535)
    """The loopback port between Nginx and the application."""
    message: str = Field(default="Hello from Flask", max_length=1000)
    """What `/` says."""


TEMPLATES: dict[str, type[SpecModel]] = {"flask-behind-nginx": FlaskBehindNginx}
"""Each template's name and the model of its parameters."""


def parameters_of(
    template: str, written: Mapping[str, object], at: SpecPath
) -> tuple[dict[str, object] | None, tuple[Finding, ...]]:
    """A template's parameters with their defaults, or what is wrong with them."""
    model = TEMPLATES[template]
    try:
        return model.model_validate(dict(written)).model_dump(), ()
    except ValidationError as error:
        errors = error.errors(include_url=False)
    return None, tuple(findings_of(errors, model, at, f"template `{template}`", ("template",), dict(written)))
