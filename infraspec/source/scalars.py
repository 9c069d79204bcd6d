"""What a plain scalar means, and which ones mean something else to another YAML reader."""

import re
from typing import NamedTuple, Self

Scalar = str | int | float | bool | None

_CONSTANTS: dict[str, Scalar] = {"": None, "~": None, "null": None, "true": True, "false": False}
_DIGIT = "0123456789"
_BEGINS_NUMBER = frozenset("-+.0123456789")
MOST_DIGITS = 300
"""Characters of a number: nothing in AWS is near, and Python's own numbers end soon after."""


class Decimal(float):
    """A number that remembers how it was written: `8.10` is not `8.1` where a version was meant."""

    _text: str

    def __new__(cls, text: str) -> Self:
        """The number that `text` writes."""
        made = super().__new__(cls, text)
        made._text = text
        return made

    def __str__(self) -> str:
        return self._text


Reading = Scalar | list[Scalar]


class Hazard(NamedTuple):
    """A scalar that YAML readers take for something else than what stands there."""

    message: str
    label: str
    help: str
    instead: tuple[str, ...] = ()
    """What may have been meant, as it is written; that it is text goes without saying."""

    def readings(self, text: str) -> tuple[tuple[str, Reading], ...]:
        """Everything that may have been meant by `text`, and the value of each."""
        plain = tuple((one, _reading(one)) for one in self.instead)
        return (*plain, (f'"{text}"', text)) if '"' not in text and "\\" not in text else plain


def _reading(text: str) -> Reading:
    """The value of a scalar, or of a list of them."""
    return [plain_value(one) for one in text[1:-1].split(", ")] if text.startswith("[") else plain_value(text)


def plain_value(text: str) -> Scalar:
    """The value of an unquoted scalar: YAML 1.2's core schema, without the numbers that readers disagree about."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] in _BEGINS_NUMBER and len(text) <= MOST_DIGITS:
        whole, point, rest = text.removeprefix("-").partition(".")
        if whole and not whole.strip(_DIGIT) and (whole[0] != "0" or len(whole) == 1):
            if not point:
                return int(text)
            if rest and not rest.strip(_DIGIT):
                return Decimal(text)
    return text


_WORDS = {
    **dict.fromkeys(("yes", "Yes", "YES", "on", "On", "ON"), "true"),
    **dict.fromkeys(("no", "No", "NO", "off", "Off", "OFF"), "false"),
    **dict.fromkeys(("True", "TRUE"), "true"),
    **dict.fromkeys(("False", "FALSE"), "false"),
    **dict.fromkeys(("Null", "NULL"), "null"),
}
_SEXAGESIMAL = r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?\Z"
_ZERO_LED = r"(?P<sign>[-+]?)0[0-9_]+\Z"
_BASED = r"(?P<sign>[-+]?)0(?:o(?P<o>[0-7_]+)|x(?P<x>[0-9a-fA-F_]+)|b(?P<b>[01_]+))\Z"
_GROUPED = r"[-+]?[0-9][0-9_]*_[0-9_]*(?:\.[0-9_]*)?\Z"
_DATE = r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \t]+)[0-9]{1,2}:.*)?\Z"
_EXPONENT = r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][-+]?[0-9]+\Z"
_ODD_NUMBER = r"(?:\+[0-9]+(?:\.[0-9]*)?|[-+]?\.[0-9]+|-?[0-9]+\.)\Z"
_SPECIAL = r"[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z"
_DIGITS = r"-?[0-9]+(?:\.[0-9]+)?\Z"
_BASES = {"o": 8, "x": 16, "b": 2}


def hazard(text: str) -> Hazard | None:
    """What to say of an unquoted scalar that another YAML reader would take for something else."""
    if text in _WORDS:
        word = _WORDS[text]
        if text.lower() == word:
            message = f"`{text}` is {word} to a YAML reader, and infraspec takes only `{word}`"
            return Hazard(message, "not in lower case", f'write {word}, or "{text}" in quotes for the text', (word,))
        return Hazard(
            f"`{text}` is {word} to a YAML 1.1 reader and text to a YAML 1.2 reader",
            "which of the two is meant?",
            f'write {word}, or "{text}" in quotes for the text',
            (word,),
        )
    if text[:1] not in _BEGINS_NUMBER or ("/" in text and "-" not in text):
        return None  # the commonest text that begins with a digit is a block of addresses
    if len(text) > MOST_DIGITS:
        return _too_long(text)
    return _number_hazard(text)


def _too_long(text: str) -> Hazard | None:
    if not (re.match(_DIGITS, text) or re.match(_SEXAGESIMAL, text) or re.match(_GROUPED, text)):
        return None
    return Hazard(f"a number of {len(text):,} characters", "no reader keeps all of it", "put it in quotes for the text")


def _number_hazard(text: str) -> Hazard | None:
    """The hazards that begin with a digit, a sign or a point."""
    if re.match(_SEXAGESIMAL, text):
        return _sexagesimal(text)
    if re.match(_DATE, text):
        return Hazard(f"`{text}` is a date to a YAML reader, not text", "a date", f'write "{text}" in quotes')
    if found := re.match(_ZERO_LED, text):
        return _zero_led(text, found["sign"].strip("+"))
    if found := re.match(_BASED, text):
        base = str(found.lastgroup)
        digits = found[base].replace("_", "") or "0"
        number = f"{found['sign'].strip('+')}{int(digits, _BASES[base])}"
        return _either(text, f"the number {number}", "not in base 10", number)
    if re.match(_GROUPED, text):
        number = text.replace("_", "").strip("+")
        return Hazard(
            f"`{text}` is the number {number} to a YAML 1.1 reader and text to a YAML 1.2 reader",
            "digits grouped by `_`",
            f'write {number}, or "{text}" in quotes for the text',
            (number,),
        )
    if re.match(_EXPONENT, text) or re.match(_SPECIAL, text):
        return _either(text, "a number", "not the same to every reader", "a plain number")
    if re.match(_ODD_NUMBER, text):
        whole, point, rest = text.lstrip("+-").partition(".")
        number = text[0].strip("+.0123456789") + (whole or "0") + (point + rest if rest else "")
        return _either(text, "a number", "not the same to every reader", number)
    return None


def _either(text: str, reading: str, label: str, instead: str) -> Hazard:
    """A text that some readers take for a number."""
    message = f"`{text}` is {reading} to some YAML readers and text to others"
    plain = () if " " in instead else (instead,)
    return Hazard(message, label, f'write {instead}, or "{text}" in quotes for the text', plain)


def _zero_led(text: str, sign: str) -> Hazard:
    """`010`, which is 8 in YAML 1.1 and 10 in YAML 1.2."""
    digits = text.replace("_", "").lstrip("+-")
    octal = f"{sign}{int(digits, 8)}" if not digits.strip("01234567") else ""
    number = f"{sign}{digits.lstrip('0') or '0'}"
    return Hazard(
        f"`{text}` is the octal number {octal} to a YAML 1.1 reader and {number} to a YAML 1.2 reader"
        if octal
        else f"`{text}` is text to a YAML 1.1 reader and the number {number} to a YAML 1.2 reader",
        "a leading zero changes what this is",
        f'write {number} for the number, or "{text}" in quotes for the text',
        (number,),
    )


def _sexagesimal(text: str) -> Hazard:
    """`22:30`, which YAML 1.1 reads in base 60."""
    parts = text.replace("_", "").lstrip("+-").split(":")
    numbers = [float(part) if "." in part else int(part) for part in parts]
    value: float = 0
    for number in numbers:
        value = value * 60 + number
    two = len(parts) == 2
    return Hazard(
        f"`{text}` is the number {'-' if text.startswith('-') else ''}{value} to a YAML 1.1 reader",
        f"in base 60: {numbers[0]} x 60 + {numbers[1]}" if two else "in base 60",
        f"for ports {parts[0]} to {parts[1]} write {parts[0]}-{parts[1]}; for two ports write "
        f'[{parts[0]}, {parts[1]}]; for the text write "{text}"'
        if two
        else f'write "{text}" in quotes',
        (f"{parts[0]}-{parts[1]}", f"[{parts[0]}, {parts[1]}]") if two else (),
    )
