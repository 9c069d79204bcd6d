"""Stub."""

def interface_endpoint(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def gateway_endpoint(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError
