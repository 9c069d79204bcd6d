"""Stub."""

def network_acl(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def network_acl_entry(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def network_acl_association(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError
