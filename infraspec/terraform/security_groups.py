"""Stub."""

def security_group(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def ingress_rule(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def egress_rule(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError
