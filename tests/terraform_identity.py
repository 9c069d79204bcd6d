"""A Terraform document's users, groups and identity providers, read back into plain facts.

https://registry.terraform.io/providers/hashicorp/aws/latest/docs
"""

from collections.abc import Callable, Iterator

from facts import Body, Fact, owner
from terraform_network import tags_of
from terraform_services import WAITS


def user(body: Body) -> Iterator[tuple[str, Fact]]:
    fact = {"path": body("path", "/"), "boundary": body("permissions_boundary"), "tags": tags_of(body)}
    yield f"user/{body('name')}", fact


def membership(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"membership/{owner(body('user'))}", {"groups": body.set_of("groups")}


def group(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"group/{body('name')}", {"path": body("path", "/")}


def attachment(word: str) -> Callable[[Body], Iterator[tuple[str, Fact]]]:
    def read(body: Body) -> Iterator[tuple[str, Fact]]:
        yield f"attached_policy/{owner(body(word))} {body('policy_arn')}", {}

    return read


def own_policy(word: str) -> Callable[[Body], Iterator[tuple[str, Fact]]]:
    def read(body: Body) -> Iterator[tuple[str, Fact]]:
        yield f"own_policy/{owner(body(word))} {body('name')}", {"document": body.document("policy")}

    return read


def oidc_provider(body: Body) -> Iterator[tuple[str, Fact]]:
    audiences, thumbprints = body.set_of("client_id_list"), body("thumbprint_list")
    yield f"oidc_provider/{body('url')}", {"audiences": audiences, "thumbprints": thumbprints, "tags": tags_of(body)}


def saml_provider(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"saml_provider/{body('name')}", {"metadata": body("saml_metadata_document"), "tags": tags_of(body)}


def service_linked_role(body: Body) -> Iterator[tuple[str, Fact]]:
    key = f"service_linked_role/{body('aws_service_name')} {body('custom_suffix')}"
    yield key, {"description": body("description")}


def password_policy(body: Body) -> Iterator[tuple[str, Fact]]:
    # No template has it, so there is nothing to compare it with: tests/test_identity.py reads it.
    for name in ("minimum_password_length", "max_password_age", "password_reuse_prevention", "hard_expiry"):
        body(name)
    for name in ("uppercase_characters", "lowercase_characters", "numbers", "symbols"):
        body(f"require_{name}")
    yield f"{WAITS}password_policy/{body('allow_users_to_change_password')}", {}


READERS = {
    "aws_iam_user": user,
    "aws_iam_user_group_membership": membership,
    "aws_iam_group": group,
    "aws_iam_user_policy_attachment": attachment("user"),
    "aws_iam_group_policy_attachment": attachment("group"),
    "aws_iam_user_policy": own_policy("user"),
    "aws_iam_group_policy": own_policy("group"),
    "aws_iam_openid_connect_provider": oidc_provider,
    "aws_iam_saml_provider": saml_provider,
    "aws_iam_service_linked_role": service_linked_role,
    "aws_iam_account_password_policy": password_policy,
}

IDENTIFIER = {
    "aws_iam_user": "name",
    "aws_iam_group": "name",
    "aws_iam_openid_connect_provider": "arn",
    "aws_iam_saml_provider": "arn",
}
