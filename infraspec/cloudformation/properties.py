"""What is written as it is, what is left out, and troposphere's objects as plain data."""

from base64 import b64encode
from collections.abc import Iterable
from typing import Any

from troposphere import AWSHelperFn, Base64, BaseAWSObject, Tags

from infraspec.graph.launch_templates import BlockDevice


def given(**properties: Any) -> dict[str, Any]:
    """The properties that have a value: troposphere refuses None."""
    return {name: value for name, value in properties.items() if value is not None}


def tags(pairs: Iterable[tuple[str, str]]) -> Tags:
    """Tags as CloudFormation lists them."""
    return Tags(dict(pairs))


def on_delete(word: str) -> dict[str, str]:
    """What becomes of a thing whose entry goes, or which is replaced: `delete`, `retain` or `snapshot`."""
    return {"DeletionPolicy": word.capitalize(), "UpdateReplacePolicy": word.capitalize()}


def storage(disk: BlockDevice, key: Any) -> dict[str, Any]:
    """What an instance and a launch template both say of a volume."""
    return {
        **given(VolumeSize=disk.size),
        "VolumeType": disk.type,
        **given(Iops=disk.iops),
        "Encrypted": disk.encrypted,
        **given(KmsKeyId=key),
        "DeleteOnTermination": disk.delete_on_termination,
    }


def user_data(text: str) -> Base64 | str:
    """The text, which CloudFormation encodes; encoded here where CloudFormation would take a part of it for its own."""
    if "{{resolve:" in text:
        return b64encode(text.encode()).decode()
    return Base64(text)


def number(value: float | None) -> float | None:
    """A number without the point of a whole one."""
    return int(value) if value is not None and value == int(value) else value


def to_data(value: Any) -> Any:
    """A resource, or anything that stands in one, as plain data.

    The same as troposphere's `to_dict`, in one walk instead of two for every property: on a template of thousands of
    resources that is a tenth of the whole run. `tests/test_mirror.py` holds the two to be equal.
    """
    kind = type(value)
    if kind is str or kind is bool or kind is int:
        return value
    if kind is dict:
        return {key: to_data(item) for key, item in value.items()}
    if kind is list or kind is tuple:
        return [to_data(item) for item in value]
    if isinstance(value, BaseAWSObject):
        if value.do_validation:
            value.validate()
        return {key: to_data(item) for key, item in value.resource.items() if key != "Properties" or item}
    if isinstance(value, Tags):
        return to_data(value.tags)
    return to_data(value.data) if isinstance(value, AWSHelperFn) else value
