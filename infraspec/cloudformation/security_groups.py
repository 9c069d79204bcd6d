"""Stub."""

def security_group(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def ingress_rule(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def egress_rule(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError
