"""Stub."""

def db_subnet_group(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def db_parameter_group(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def db_instance(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError
