"""Stub."""

def managed_policy(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def role(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def instance_profile(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError
