"""The readers that take a spec without pydantic: current, and in nothing different from the models."""

import copy
import random
import runpy
from collections.abc import Callable
from typing import Annotated, Any, ClassVar, Self

import pytest
from entries import Written, everything, mutated, sound
from examples import ROOT
from pydantic import BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from infraspec.spec.base import SpecModel
from infraspec.spec.judge import judge
from infraspec.spec.reading import model_of, reader_of

TOOL = runpy.run_path(str(ROOT / "tools" / "ready_readers.py"))
MUTATIONS = 20_000


def read(written: Written) -> Any:
    """What the reader makes of it; None if it doubts."""
    try:
        return reader_of(written.module, written.model)(written.data)
    except ValueError:
        return None


def taken(written: Written) -> SpecModel | None:
    """What the model makes of it; None if there is anything wrong with it."""
    model = model_of(written.module, written.model)
    try:
        model.model_validate(written.data)
    except ValidationError:
        return None
    entry, findings = judge(model, written.data, (), "the entry", ())
    return None if entry is None or findings or entry.dropped else entry.model


def differences(read: Any, model: Any, at: str = "") -> list[str]:
    """Where two values differ: in kind, in size, or in what they hold."""
    if isinstance(model, SpecModel):
        fields = list(type(model).model_fields)
        if type(read).__name__ != type(model).__name__ or list(type(read).__slots__) != fields:
            return [f"{at}: {type(read)} for {type(model)}"]
        return [
            one for name in fields for one in differences(getattr(read, name), getattr(model, name), f"{at}.{name}")
        ]
    if type(read) is not type(model):
        return [f"{at}: {read!r} for {model!r}"]
    if isinstance(model, dict) and list(read) == list(model):
        return [one for key in model for one in differences(read[key], model[key], f"{at}[{key!r}]")]
    if isinstance(model, list) and len(read) == len(model):
        return [
            one for i, (a, b) in enumerate(zip(read, model, strict=True)) for one in differences(a, b, f"{at}[{i}]")
        ]
    return [] if read == model and str(read) == str(model) else [f"{at}: {read!r} for {model!r}"]


def test_the_readers_are_those_of_the_models() -> None:
    written = dict(TOOL["written"]())
    held = {path: path.read_text(encoding="utf-8") for path in TOOL["TARGET"].glob("*.py")}
    assert held == written, "run tools/ready_readers.py"


def test_what_is_right_is_read_at_once() -> None:
    assert [one for one in sound() if read(one) is None] == []


def test_what_is_read_at_once_is_what_the_model_makes_of_it() -> None:
    wrong = []
    for one in everything():
        found = read(one)
        if found is not None:
            wrong += [(one, differences(found, taken(one)))] if differences(found, taken(one)) else []
    assert wrong == []


def test_nothing_is_read_at_once_that_the_model_would_not_take_in_the_same_way() -> None:
    chance = random.Random(20_261_124)  # noqa: S311 (no secret)
    entries = everything()
    both = doubted = 0
    for _ in range(MUTATIONS):
        one = mutated(chance.choice(entries), chance)
        found, model = read(one), None
        if found is not None:
            model = taken(one)
            assert model is not None, one
            assert differences(found, model) == [], one
            both += 1
        elif taken(one) is not None:
            doubted += 1
    assert both > MUTATIONS / 20
    assert doubted <= both / 100, "a right value goes the long way seldom"


def test_reading_changes_nothing_of_what_was_written() -> None:
    for one in everything():
        before = copy.deepcopy(one.data)
        read(one)
        assert one.data == before


class Sound(SpecModel):
    """A model as they all are."""

    name: str = Field(min_length=1)


class WithPattern(SpecModel):
    """A bound that the writer of readers does not know."""

    name: Annotated[str, Field(pattern="a+")]


class WithUnion(SpecModel):
    """A choice between forms."""

    name: str | int


class WithMethod(SpecModel):
    """A model that does something."""

    name: str

    def shout(self) -> str:
        """Which its reader could not."""
        return self.name.upper()


class WithModelValidator(SpecModel):
    """A check that is not among the model's checks."""

    name: str

    @model_validator(mode="after")
    def _longer(self) -> Self:
        return self


class WithDefault(SpecModel):
    """A default that is no plain value."""

    name: list[int] = Field(default=[1])


class WithFactory(SpecModel):
    """A default that something else makes."""

    name: list[str] = Field(default_factory=list)


class WithLooseConfig(SpecModel):
    """A model that takes what its keys do not name."""

    model_config = ConfigDict(extra="ignore")

    name: str


class WithOwnValidator(SpecModel):
    """A validator that stands where pydantic is needed."""

    name: Annotated[str, BeforeValidator(lambda value: value)]


class WithOwnCheck(SpecModel):
    """A check that stands where pydantic is needed."""

    checks: ClassVar[tuple[Callable[[Any], None], ...]] = (print,)

    name: str


@pytest.mark.parametrize(
    "model",
    [
        WithPattern,
        WithUnion,
        WithMethod,
        WithModelValidator,
        WithDefault,
        WithFactory,
        WithLooseConfig,
        WithOwnValidator,
        WithOwnCheck,
    ],
)
def test_a_model_of_which_a_reader_would_miss_something_is_refused(model: type[SpecModel]) -> None:
    TOOL["Writer"]().model(Sound)
    with pytest.raises(TOOL["UnknownFeatureError"]):
        TOOL["Writer"]().model(model)
