"""Stub."""

def load_balancer(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def target_group(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def listener(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def listener_certificate(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def listener_rule(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError
