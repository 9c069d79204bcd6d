"""What may stand in `user_data:`: one of three forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infraspec.spec.problems import UNKNOWN_FIELD, WRONG_VALUE
from infraspec.spec.refusal import Refusal

if TYPE_CHECKING:
    from infraspec.spec.user_data import FlaskBehindNginx

_FORMS = "write text, {file: PATH}, or {template: NAME} with its parameters"


def one_of_three(value: object) -> object:
    """Text, or a mapping in which what stands beside `template` are its parameters."""
    if isinstance(value, str):
        return {"text": value}
    if not isinstance(value, dict):
        raise Refusal(WRONG_VALUE, "`user_data` is what runs at the first boot", help=_FORMS)
    chosen = [key for key in ("text", "file", "template") if key in value]
    if len(chosen) != 1:
        found = " and ".join(f"`{key}`" for key in chosen) or "none of them"
        raise Refusal(WRONG_VALUE, f"`user_data` takes one of `text`, `file` and `template`, not {found}", help=_FORMS)
    rest = {key: item for key, item in value.items() if key != chosen[0]}
    if rest and chosen != ["template"]:
        message = f"`user_data` has no field `{next(iter(rest))}` beside `{chosen[0]}`"
        raise Refusal(UNKNOWN_FIELD, message, help="only a template takes parameters")
    return {chosen[0]: value[chosen[0]], "parameters": rest}


def two_ports(template: FlaskBehindNginx) -> None:
    """Refuse one port for both: each of the two listens on its own."""
    if template.port == template.app_port:
        message = f"Nginx and the application cannot both listen on port {template.port}"
        raise Refusal(WRONG_VALUE, message, help="write another `app_port`, or leave it out")
