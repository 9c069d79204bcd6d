"""Stub."""

def db_subnet_group(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def db_parameter_group(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def db_instance(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError
