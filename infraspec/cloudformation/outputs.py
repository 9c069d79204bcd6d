"""Exported values in CloudFormation."""

import re
from typing import Any

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.values import data_of
from infraspec.graph.graph import Output


def output(output: Output, ids: LogicalIds) -> tuple[str, dict[str, Any]]:
    """The name and the body of one output. A list becomes text with commas: CloudFormation exports text alone."""
    values = [data_of(ids, address, output.attribute) for address in output.refs]
    listed = output.many or output.attribute == "name_servers"
    value = {"Fn::Join": [",", values if output.many else values[0]]} if listed else values[0]
    name = "".join(word[0].upper() + word[1:] for word in _words(output.name))
    return name, {"Description": output.description, "Value": value}


def _words(name: str) -> list[str]:
    return re.findall(r"[A-Za-z0-9]+", name)
