"""Advice about keys and secrets: what is never renewed, and what cannot be brought back."""

from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, fix
from infraspec.graph.graph import Graph
from infraspec.graph.kms import Key
from infraspec.graph.secretsmanager import Secret
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"

ROTATION = Problem(
    code="KMS102",
    name="key-without-rotation",
    level=Level.WARNING,
    title="A key that is never renewed",
    explanation="KMS makes new key material by itself and keeps the old one for what was encrypted with it: nothing else has to change.",
    bad=_HEAD + "kms_keys:\n  data:\n    rotation: false  # <- KMS102\n",
    good=_HEAD + "kms_keys:\n  data: {}\n",
    source="https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html",
)
LOST = Problem(
    code="SCR103",
    name="secret-lost-at-once",
    level=Level.WARNING,
    title="A secret that cannot be brought back",
    explanation="With `on_delete: delete` a secret whose entry goes is deleted without a time in which it could be restored: CloudFormation "
    "gives it none, so Terraform is told to give none either.",
    bad=_HEAD + "secrets:\n  token:\n    on_delete: delete  # <- SCR103\n",
    good=_HEAD + "secrets:\n  token: {}\n",
    source="https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html",
)


def rotation(graph: Graph) -> Iterator[Finding]:
    """Look for symmetric keys that are not rotated."""
    for key in graph.of(Key):
        if key.existing is None and key.key_spec == "SYMMETRIC_DEFAULT" and not key.enable_key_rotation:
            at, help_ = (*key.origin, "rotation"), "remove `rotation: false`"
            fixes = fix(help_, Edit(at, how=How.REMOVE))
            message = f"the key `{key.key}` is never renewed"
            yield Finding(problem=ROTATION, at=at, message=message, help=help_, fixes=fixes)


def lost(graph: Graph) -> Iterator[Finding]:
    """Look for secrets that go with their entry."""
    for secret in graph.of(Secret):
        if secret.existing is None and secret.on_delete == "delete":
            at, help_ = (*secret.origin, "on_delete"), "remove `on_delete: delete`"
            fixes = fix(help_, Edit(at, how=How.REMOVE))
            message = f"the secret `{secret.key}` is lost when its entry goes"
            yield Finding(problem=LOST, at=at, message=message, help=help_, fixes=fixes)


RULES = (Rule(ROTATION, rotation), Rule(LOST, lost))
