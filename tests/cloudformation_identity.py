"""A CloudFormation template's users, groups and identity providers, read back into plain facts.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_IAM.html
"""

from collections.abc import Iterator

from cloudformation_network import tags_of
from facts import Body, Fact


def _policies(holder: str, body: Body) -> Iterator[tuple[str, Fact]]:
    for arn in body("ManagedPolicyArns", []):
        yield f"attached_policy/{holder} {arn}", {}
    for one in body.blocks("Policies"):
        yield f"own_policy/{holder} {one('PolicyName')}", {"document": one.document("PolicyDocument")}


def user(body: Body) -> Iterator[tuple[str, Fact]]:
    key = f"user/{body('UserName')}"
    yield key, {"path": body("Path", "/"), "boundary": body("PermissionsBoundary"), "tags": tags_of(body)}
    if body.has("Groups"):
        yield f"membership/{key}", {"groups": body.set_of("Groups")}
    yield from _policies(key, body)


def group(body: Body) -> Iterator[tuple[str, Fact]]:
    key = f"group/{body('GroupName')}"
    yield key, {"path": body("Path", "/")}
    yield from _policies(key, body)


def oidc_provider(body: Body) -> Iterator[tuple[str, Fact]]:
    fact = {"audiences": body.set_of("ClientIdList"), "thumbprints": body("ThumbprintList"), "tags": tags_of(body)}
    yield f"oidc_provider/{body('Url')}", fact


def saml_provider(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"saml_provider/{body('Name')}", {"metadata": body("SamlMetadataDocument"), "tags": tags_of(body)}


def service_linked_role(body: Body) -> Iterator[tuple[str, Fact]]:
    key = f"service_linked_role/{body('AWSServiceName')} {body('CustomSuffix')}"
    yield key, {"description": body("Description")}


READERS = {
    "AWS::IAM::User": user,
    "AWS::IAM::Group": group,
    "AWS::IAM::OIDCProvider": oidc_provider,
    "AWS::IAM::SAMLProvider": saml_provider,
    "AWS::IAM::ServiceLinkedRole": service_linked_role,
}

REF = {
    "AWS::IAM::User": "name",
    "AWS::IAM::Group": "name",
    "AWS::IAM::OIDCProvider": "arn",
    "AWS::IAM::SAMLProvider": "arn",
}
