"""What a ready-made reader raises where it is not sure that a value is right."""

from infraspec.diagnostic import Misread


class Doubt(ValueError):  # noqa: N818 - nothing is wrong yet: the model decides
    """The value does not fit at once: ask the model, which knows whether it is wrong, and says why.

    It is a ValueError, as what a validator raises is, so that whoever reads catches one thing.
    """


def whole(value: object) -> None:
    """Doubt a value of any form that holds nothing somewhere, or text that could not be read (`Misread`)."""
    if value is None or (type(value) is Misread):
        raise Doubt
    if isinstance(value, dict):
        for item in value.values():
            whole(item)
    elif isinstance(value, list):
        for item in value:
            whole(item)
