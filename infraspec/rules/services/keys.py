"""Keys of KMS: what can be encrypted with them."""

import dataclasses
from collections.abc import Iterator

from infraspec.diagnostic import Finding, Level, Problem, Related
from infraspec.graph.graph import Graph
from infraspec.graph.kms import Alias, Key
from infraspec.graph.resource import Ref
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_SYMMETRIC = "SYMMETRIC_DEFAULT"

CANNOT_ENCRYPT = Problem(
    code="KMS104",
    name="key-that-cannot-encrypt",
    level=Level.ERROR,
    title="Something that is encrypted with a key for signatures",
    explanation="AWS's services encrypt what they keep with a symmetric key: `spec: SYMMETRIC_DEFAULT`, which is the default. Keys of other "
    "kinds sign, or are used by programs that call KMS themselves.",
    bad=_HEAD + "kms_keys:\n  sign: {spec: ECC_NIST_P256}\nsecrets:\n  token:\n    kms_key: sign  # <- KMS104\n",
    good=_HEAD + "kms_keys:\n  data: {}\nsecrets:\n  token:\n    kms_key: data\n",
    source="https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html",
)


def cannot_encrypt(graph: Graph) -> Iterator[Finding]:
    """Look for what names a key of another kind."""
    others = {key.key: key for key in graph.of(Key) if key.existing is None and key.key_spec != _SYMMETRIC}
    for node in graph if others else ():
        if isinstance(node, Alias) or node.existing is not None:
            continue
        for field in dataclasses.fields(node):
            value = getattr(node, field.name)
            if isinstance(value, Ref) and value.kind == "Key" and value.key in others:
                key = others[value.key]
                yield Finding(
                    problem=CANNOT_ENCRYPT,
                    at=(*node.origin, "kms_key"),
                    message=f"`{key.key}` is a key of the kind {key.key_spec}, with which nothing is encrypted",
                    related=(Related(at=(*key.origin, "spec"), label="its kind"),),
                    help="name a symmetric key",
                )


RULES = (Rule(CANNOT_ENCRYPT, cannot_encrypt),)
