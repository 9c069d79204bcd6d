"""Stub."""

def managed_policy(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def role(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def instance_profile(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError
