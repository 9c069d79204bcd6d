"""Stub."""

def image_parameter(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def launch_template(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def instance(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def volume(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def volume_attachment(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def network_interface(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def elastic_ip_association(node, ids):  # type: ignore[no-untyped-def]
    raise NotImplementedError
