"""Stub."""

def image_parameter(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def launch_template(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def instance(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def volume(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def volume_attachment(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def network_interface(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError


def elastic_ip_association(node, labels):  # type: ignore[no-untyped-def]
    raise NotImplementedError
