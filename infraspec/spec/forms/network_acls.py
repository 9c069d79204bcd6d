"""What may stand in `network_acls:`: checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infraspec.spec.forms.traffic import traffic_of
from infraspec.spec.problems import WRONG_VALUE
from infraspec.spec.refusal import Refusal

if TYPE_CHECKING:
    from infraspec.spec.network_acls import AclEntry


def is_one_entry(entry: AclEntry) -> None:
    """Refuse an entry that would be several: its number stands once."""
    if len(list(traffic_of(entry))) > 1:
        help_ = "give each range an entry with a number of its own"
        raise Refusal(WRONG_VALUE, f"entry {entry.number} has one protocol and one range", help=help_)
