"""What could not be read, and is reported: what may be there is not called missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from infraspec.spec.kinds import LOAD_BALANCER, TARGET_GROUP

if TYPE_CHECKING:
    from infraspec.resolve.scope import Scope
    from infraspec.spec.listeners import Listener


def is_lost(scope: Scope, *words: str) -> bool:
    """Whether an entry of one of these kinds could not be read."""
    return any(word in scope.parsed.unread or any(kind == word for kind, _ in scope.broken) for word in words)


def is_listener_lost(scope: Scope) -> bool:
    """Whether a balancer, a listener of one, or what one sends to could not be read."""
    balancers, groups = scope.of(LOAD_BALANCER).values(), scope.names.get(TARGET_GROUP.word, {})
    if is_lost(scope, LOAD_BALANCER.word) or any(entry.dropped for entry in balancers):
        return True
    return any(group not in groups for group in sent_to(scope))


def sent_to(scope: Scope) -> Iterator[str]:
    """The target groups that some balancer sends to, by its text."""
    for entry in scope.of(LOAD_BALANCER).values():
        for _, item in entry.items("listeners"):
            yield from _to(item)


def _to(item: object) -> Iterator[str]:
    """The target groups that a listener and its rules send to."""
    listener = cast("Listener", item)
    for forward in (listener.forward, *(rule.forward for rule in listener.rules)):
        yield from (group.removeprefix("target_group:") for group in forward or ())
