"""What may stand in `user_data:`: one of three forms."""

from infraspec.spec.problems import UNKNOWN_FIELD, WRONG_VALUE
from infraspec.spec.refusal import Refusal

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
