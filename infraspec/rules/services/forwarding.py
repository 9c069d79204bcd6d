"""Who forwards to whom: the actions of listeners and their rules, read once for every rule that asks."""

from collections.abc import Iterator
from typing import NamedTuple

from infraspec.diagnostic import SpecPath
from infraspec.graph.elbv2 import LoadBalancer, TargetGroup
from infraspec.graph.graph import Graph
from infraspec.graph.listeners import Action, Listener, ListenerRule
from infraspec.graph.resource import Ref


class Use(NamedTuple):
    """A target group that a listener or a rule of it forwards to."""

    origin: SpecPath
    """The listener or the rule."""
    listener: Listener
    load_balancer: Ref[LoadBalancer]
    target_group: Ref[TargetGroup]


class Acting(NamedTuple):
    """A listener, or one of its rules, with what it does."""

    origin: SpecPath
    listener: Listener
    action: Action


def actions(graph: Graph) -> Iterator[Acting]:
    """What every listener and every rule does."""
    for listener in graph.of(Listener):
        yield Acting(listener.origin, listener, listener.default_action)
    for rule in graph.of(ListenerRule):
        yield Acting(rule.origin, graph.get(rule.listener), rule.action)


def groups_of(action: Action) -> tuple[Ref[TargetGroup], ...]:
    """The target groups of an action."""
    return (action.target_group,) if action.target_group else tuple(one.target_group for one in action.forward)


def forwards(graph: Graph) -> Iterator[Use]:
    """Every target group that is forwarded to, with every place that does."""
    for acting in actions(graph):
        for group in groups_of(acting.action):
            yield Use(acting.origin, acting.listener, acting.listener.load_balancer, group)
