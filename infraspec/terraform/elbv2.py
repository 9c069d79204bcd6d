"""Stub."""

def load_balancer(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def target_group(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def listener(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def listener_certificate(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def listener_rule(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError
