"""AWS IAM: who vouches for people and programs, and what holds for a whole account."""

from infraspec.graph.resource import Resource, Tags, node


@node
class OidcProvider(Resource):
    """AWS::IAM::OIDCProvider: a service that signs web identities, such as GitHub Actions."""

    url: str
    client_ids: tuple[str, ...]
    """The audiences that tokens may be for."""
    thumbprints: tuple[str, ...]
    """Of the certificate behind the URL; none where IAM finds it by itself."""
    tags: Tags


@node
class SamlProvider(Resource):
    """AWS::IAM::SAMLProvider: a directory of people that signs SAML assertions."""

    name: str
    metadata: str
    """The XML document that the provider publishes of itself."""
    tags: Tags


@node
class ServiceLinkedRole(Resource):
    """AWS::IAM::ServiceLinkedRole: the role of a service itself. CloudFormation cannot tag one, so neither does."""

    aws_service_name: str
    custom_suffix: str | None
    description: str | None


@node
class PasswordPolicy(Resource):
    """aws_iam_account_password_policy: what passwords of users are made of, in the whole account."""

    instead = "run `aws iam update-account-password-policy` once for the account"

    minimum_length: int
    require_uppercase: bool
    require_lowercase: bool
    require_numbers: bool
    require_symbols: bool
    users_may_change: bool
    max_age_days: int | None
    """Days until a password must be changed; None for ever."""
    reuse_prevention: int | None
    """How many of a user's last passwords are refused; None for none."""
    hard_expiry: bool

    def by_hand(self) -> str:
        """The command that sets the same policy."""
        flags = {
            "require-uppercase-characters": self.require_uppercase,
            "require-lowercase-characters": self.require_lowercase,
            "require-numbers": self.require_numbers,
            "require-symbols": self.require_symbols,
            "allow-users-to-change-password": self.users_may_change,
            "hard-expiry": self.hard_expiry,
        }
        numbers = {"max-password-age": self.max_age_days, "password-reuse-prevention": self.reuse_prevention}
        words = [f"--minimum-password-length {self.minimum_length}"]
        words += [f"--{flag}" for flag, is_on in flags.items() if is_on]
        words += [f"--{name} {number}" for name, number in numbers.items() if number is not None]
        return f"take it out of the spec, and run: aws iam update-account-password-policy {' '.join(words)}"
