"""`kms_keys:`: keys that other things are encrypted with."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from infraspec.spec.base import LATER, Checks, EntryModel, Names, Properties, Tags, Text
from infraspec.spec.forms import kms_keys as forms


class KmsKey(EntryModel):
    """A key of KMS, with the alias `alias/` and its name."""

    checks: ClassVar[Checks] = (forms.turns_what_can_turn, forms.says_what_it_is_for)

    description: Text | None = None
    """What it is for; its name if left out."""
    spec: Literal[
        "SYMMETRIC_DEFAULT",
        "RSA_2048",
        "RSA_3072",
        "RSA_4096",
        "ECC_NIST_P256",
        "ECC_NIST_P384",
        "ECC_NIST_P521",
        "ECC_SECG_P256K1",
        "HMAC_224",
        "HMAC_256",
        "HMAC_384",
        "HMAC_512",
    ] = "SYMMETRIC_DEFAULT"
    """The kind of key, by KMS's word. Storage is encrypted by the symmetric one alone; it cannot be changed."""
    usage: Literal["ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT"] | None = None
    """What it may do; known from `spec`, but for RSA."""
    rotation: bool | None = None
    """Whether KMS makes new key material by itself. True for a symmetric key, if left out; others cannot."""
    rotation_days: int | None = Field(default=None, ge=90, le=2560)
    """How often it does, in days; without it every 365."""
    deletion_days: int = Field(default=30, ge=7, le=30)
    """Days that a deletion can be taken back."""
    multi_region: bool = False
    """Whether it can be copied to other regions; it cannot be changed."""
    services: Names = []
    """AWS services that may use it for what they keep for this account: `logs`, `sns`, or in full. A log group or a
    topic of this spec that names the key is seen by itself."""
    policy: Properties = {}
    """More statements of its policy, in IAM's own words: `Statement`. That the account's own policies decide who uses
    it always stands, so that nobody is locked out."""
    existing: Annotated[str | None, BeforeValidator(forms.arn), LATER] = None
    """The ARN of a key that exists and is not managed here."""
    on_delete: Literal["retain", "delete"] = "retain"
    """What becomes of the key when the entry goes: with it goes all that it encrypts."""
    tags: Tags = {}
