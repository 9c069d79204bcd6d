"""The templates of `user_data:`, and their parameters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from infraspec.diagnostic import Finding, SpecPath
from infraspec.spec.reading import reader_of

TEMPLATES: Final = {"flask-behind-nginx": ("user_data", "FlaskBehindNginx")}
"""Each template's name, and the module and name of the model of its parameters."""


def parameters_of(
    template: str, written: Mapping[str, object], at: SpecPath
) -> tuple[dict[str, object] | None, tuple[Finding, ...]]:
    """A template's parameters with their defaults, or what is wrong with them."""
    reader = reader_of(*TEMPLATES[template])
    try:
        read = reader(dict(written))
    except ValueError:
        from infraspec.spec.judge import parameters_judged  # noqa: PLC0415 - it imports pydantic

        return parameters_judged(template, *TEMPLATES[template], dict(written), at)
    return {key: getattr(read, key) for key in reader.KEYS}, ()
