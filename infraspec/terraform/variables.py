"""What is left to the deployment, in Terraform: variables, and what refers to them."""

import json
from typing import Any

from infraspec.deploy_time import Piece
from infraspec.graph.graph import Variable
from infraspec.terraform.block import escaped


def variable(variable: Variable) -> tuple[str, dict[str, Any]]:
    """The name and the body of one `variable` block."""
    body = {
        "type": "number" if variable.is_number else "string",
        "description": variable.description,
        "default": variable.default,
        "sensitive": True if variable.is_sensitive else None,
        "validation": _validation(variable) if variable.allowed else None,
    }
    return variable.name, {key: value for key, value in body.items() if value is not None}


def reference(pieces: tuple[Piece, ...]) -> str:
    """A text with variables in it."""
    return "".join(f"${{var.{piece.text}}}" if piece.is_variable else escaped(piece.text) for piece in pieces)


def _validation(variable: Variable) -> dict[str, str]:
    """The values that are allowed; in a condition text is a template, and so escaped twice: for it, and for JSON."""
    allowed = ", ".join(escaped(json.dumps(one, ensure_ascii=False)) for one in variable.allowed)
    condition = f"${{contains([{allowed}], var.{variable.name})}}"
    some = ", ".join(str(one) for one in variable.allowed)
    return {"condition": condition, "error_message": escaped(f"The value of {variable.name} is one of: {some}.")}
