"""What is left to the deployment, in CloudFormation: parameters, and what refers to them."""

from typing import Any

from infraspec.cloudformation.names import logical_id
from infraspec.cloudformation.properties import given
from infraspec.deploy_time import Piece
from infraspec.graph.graph import Variable


def parameter(variable: Variable) -> tuple[str, dict[str, Any]]:
    """The id and the body of one parameter."""
    return _id(variable.name), given(
        Type="Number" if variable.is_number else "String",
        Description=variable.description,
        Default=variable.default,
        AllowedValues=list(variable.allowed) or None,
        NoEcho=True if variable.is_sensitive else None,
    )


def reference(pieces: tuple[Piece, ...]) -> dict[str, Any]:
    """A text with parameters in it. They are joined: in `Fn::Sub` what the user wrote would be read anew."""
    parts = [{"Ref": _id(piece.text)} if piece.is_variable else piece.text for piece in pieces]
    return parts[0] if len(parts) == 1 and isinstance(parts[0], dict) else {"Fn::Join": ["", parts]}


def _id(name: str) -> str:
    return logical_id("Variable", name.replace("_", "-"))
