"""Names of entries, and the words for their kinds."""

_RESERVED = frozenset({"self", "vpc", "internet", "all", "auto", "anywhere"})
WITH_PATHS = frozenset({"kms_key", "log_group", "parameter", "secret"})
"""Kinds whose names are paths in AWS: `/my-app/web`."""
_WORDS = {
    "auto_scaling_group": "Auto Scaling group",
    "dhcp_options": "set of DHCP options",
    "ip_set": "IP set",
    "kms_key": "KMS key",
    "nat_gateway": "NAT gateway",
    "network_acl": "network ACL",
    "oidc_provider": "OIDC provider",
    "regex_set": "set of patterns",
    "saml_provider": "SAML provider",
    "transit_attachment": "transit gateway attachment",
    "transit_route_table": "transit gateway route table",
    "vpc": "VPC",
    "vpn_connection": "VPN connection",
    "vpn_gateway": "VPN gateway",
    "web_acl": "web ACL",
}


def unusable(name: str, word: str = "") -> str | None:
    """Why a name of a kind cannot be a Name tag or be referred to; None where it can."""
    if not name or len(name) > 255:
        return "a name has 1 to 255 characters"
    if name != name.strip():
        return "it starts or ends with white space"
    if not name.isprintable():
        return "it holds a character that cannot be seen"
    if name in _RESERVED:
        return f"`{name}` is a word of the language"
    if ("/" in name and word not in WITH_PATHS) or ":" in name:
        return "`/` and `:` stand between other things"
    return None


def words(kind: str) -> str:
    """A kind of entry as people say it."""
    return _WORDS.get(kind, kind.replace("_", " "))


def a_word(kind: str) -> str:
    """A kind of entry with its article."""
    said = words(kind)
    return f"an {said}" if said[0] in "aAeioO" else f"a {said}"


def many(kind: str) -> str:
    """Several entries of a kind."""
    said = words(kind)
    if said.startswith("set of "):
        return f"sets of {said.removeprefix('set of ')}"
    return f"{said[:-1]}ies" if said.endswith("y") else f"{said}s"
