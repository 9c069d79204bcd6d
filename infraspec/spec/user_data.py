"""`user_data:`: what an instance runs at its first boot, as text, from a file, or from a template with parameters."""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from infraspec.spec.base import Checks, SpecModel
from infraspec.spec.forms import user_data as forms


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

    checks: ClassVar[Checks] = (forms.two_ports,)

    port: int = Field(ge=1, le=65535)
    """The port that Nginx listens on."""
    app_port: int = Field(default=8000, ge=1024, le=65535)
    """The loopback port between Nginx and the application."""
    message: str = Field(default="Hello from Flask", max_length=1000)
    """What `/` says."""
