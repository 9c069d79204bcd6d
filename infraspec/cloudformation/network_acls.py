"""Stub."""

def network_acl(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def network_acl_entry(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def network_acl_association(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError
