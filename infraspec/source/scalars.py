"""What a plain scalar means, and which ones mean something else to another YAML reader."""

import re
from typing import NamedTuple

Scalar = str | int | float | bool | None

_CONSTANTS: dict[str, Scalar] = {"": None, "~": None, "null": None, "true": True, "false": False}
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?\Z")
_MAYBE_NUMBER = re.compile(r"[-+.0-9]")
_MAX_DIGITS = 4000  # Python refuses to read longer whole numbers; nothing in AWS is near


class Hazard(NamedTuple):
    """A scalar that YAML 1.1 readers take for something else than what stands there."""

    message: str
    label: str
    help: str


def plain_value(text: str) -> Scalar:
    """The value of an unquoted scalar: YAML 1.2's core schema, without its octal and hexadecimal forms."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _MAYBE_NUMBER.match(text):
        if len(text) < _MAX_DIGITS and _INTEGER.match(text):
            return int(text)
        if _FLOAT.match(text) and len(text) < _MAX_DIGITS:
            return float(text)
    return text


_WORDS = {
    **dict.fromkeys(("yes", "Yes", "YES", "on", "On", "ON"), "true"),
    **dict.fromkeys(("no", "No", "NO", "off", "Off", "OFF"), "false"),
    **dict.fromkeys(("True", "TRUE"), "true"),
    **dict.fromkeys(("False", "FALSE"), "false"),
    **dict.fromkeys(("Null", "NULL"), "null"),
}
_SEXAGESIMAL = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?\Z")
_OCTAL = re.compile(r"[-+]?0[0-7_]+\Z")
_ZERO_LED = re.compile(r"[-+]?0[0-9_]*[89][0-9_]*\Z")
_BASED = re.compile(r"[-+]?0(?:o[0-7_]+|x[0-9a-fA-F_]+|b[01_]+)\Z")
_GROUPED = re.compile(r"[-+]?[0-9][0-9_]*_[0-9_]*(?:\.[0-9_]*)?\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \t]+)[0-9]{1,2}:.*)?\Z")
_SIGNED = re.compile(r"\+[0-9.]+\Z")
_SPECIAL = re.compile(r"[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z")


def hazard(text: str) -> Hazard | None:
    """What to say of an unquoted scalar that another YAML reader would take for something else."""
    if text in _WORDS:
        word = _WORDS[text]
        return Hazard(
            f"`{text}` is {word} to a YAML 1.1 reader and text to a YAML 1.2 reader",
            "which of the two is meant?",
            f'write {word}, or "{text}" in quotes for the text',
        )
    if not _MAYBE_NUMBER.match(text):
        return None
    return _number_hazard(text)


def _number_hazard(text: str) -> Hazard | None:
    """The hazards that begin with a digit, a sign or a point."""
    if _SEXAGESIMAL.match(text):
        return _sexagesimal(text)
    if _DATE.match(text):
        return Hazard(f"`{text}` is a date to a YAML reader, not text", "a date", f'write "{text}" in quotes')
    if _OCTAL.match(text) or _ZERO_LED.match(text) or _BASED.match(text):
        digits = text.replace("_", "").lstrip("+-")
        octal = f"the octal number {int(digits, 8)}" if _OCTAL.match(text) else "not one number"
        return Hazard(
            f"`{text}` is {octal} to some YAML readers and another value to the rest",
            "a leading zero changes what this is",
            f'write {digits.lstrip("0") or "0"} for the number, or "{text}" in quotes for the text',
        )
    if _GROUPED.match(text):
        return Hazard(
            f"`{text}` is the number {text.replace('_', '')} to a YAML 1.1 reader and text to a YAML 1.2 reader",
            "digits grouped by `_`",
            f'write {text.replace("_", "")}, or "{text}" in quotes for the text',
        )
    if _SIGNED.match(text) or _SPECIAL.match(text):
        return Hazard(
            f"`{text}` is a number to some YAML readers and text to others",
            "not the same to every reader",
            f'write "{text}" in quotes for the text, or a plain number',
        )
    return None


def _sexagesimal(text: str) -> Hazard:
    """`22:30`, which YAML 1.1 reads in base 60."""
    parts = text.replace("_", "").split(":")
    sign = -1 if parts[0].startswith("-") else 1
    numbers = [abs(float(part)) if "." in part else abs(int(part)) for part in parts]
    value: float = 0
    for number in numbers:
        value = value * 60 + number
    shown = " x 60 + ".join(f"{number}" for number in numbers)
    two = len(parts) == 2  # noqa: PLR2004 - a pair is what ports and times look like
    return Hazard(
        f"`{text}` is the number {sign * value} to a YAML 1.1 reader",
        f"in base 60: {shown}",
        f"for ports {parts[0]} to {parts[1]} write {parts[0]}-{parts[1]}; for two ports write [{parts[0]}, {parts[1]}]; "
        f'for the text write "{text}"'
        if two
        else f'write "{text}" in quotes',
    )
