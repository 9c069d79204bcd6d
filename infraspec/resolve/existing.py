"""What is said of something that exists already, and would have no effect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infraspec.diagnostic import Edit, Finding, How, fix
from infraspec.resolve.problems import PARTS_OF_EXISTING
from infraspec.resolve.scope import Scope
from infraspec.spec.document import Entry

if TYPE_CHECKING:
    from infraspec.spec.instances import Instance


def refuse_parts(scope: Scope, entry: Entry[Instance]) -> None:
    """Report what would be made for an instance that is not managed here."""
    for field, value in (("elastic_ip", entry.model.elastic_ip), ("volumes", entry.model.volumes)):
        if value:
            at = (*entry.path, field)
            message, help_ = f"`{entry.name}` exists already, so `{field}` would have no effect", f"remove `{field}`"
            scope.report(
                Finding(
                    problem=PARTS_OF_EXISTING,
                    at=at,
                    message=message,
                    help=help_,
                    fixes=fix(help_, Edit(at, how=How.REMOVE)),
                    on_key=True,
                )
            )
