"""Stub."""

def interface_endpoint(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def gateway_endpoint(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError
