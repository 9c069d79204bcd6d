"""Write docs/language.md, docs/rules/ and the table of rules, from the models and problems that are the truth.

    .venv/bin/python tools/reference.py

tests/test_project.py holds the files to what this writes.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

ROOT = Path(__file__).parents[1]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: E402
from meanings import about, meaning  # noqa: E402
from pydantic.fields import FieldInfo  # noqa: E402
from pydantic_core import PydanticUndefined  # noqa: E402

from infraspec.catalogue import PROBLEMS  # noqa: E402
from infraspec.diagnostic import Problem, Safety  # noqa: E402
from infraspec.json_text import json_text  # noqa: E402
from infraspec.report import pages  # noqa: E402
from infraspec.report.rule_table import Row  # noqa: E402
from infraspec.spec.base import LATER, EntryModel, SpecModel  # noqa: E402
from infraspec.spec.kinds import KINDS, TOP  # noqa: E402
from infraspec.spec.names import words  # noqa: E402
from infraspec.spec.reading import model_of  # noqa: E402
from infraspec.spec.templates import TEMPLATES  # noqa: E402

_PLAIN = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "`true` or `false`",
    object: "anything",
    "IPv4Network": "an IPv4 block",
    "IPv6Network": "an IPv6 block",
    "IPv4Address": "an IPv4 address",
    "NoneType": "nothing",
}


class Key(NamedTuple):
    """A row of the manual."""

    name: str
    takes: str
    default: str
    meaning: str


class Section(NamedTuple):
    """An entry's or an inner mapping's keys."""

    title: str
    where: str
    about: str
    keys: list[Key]


def language() -> str:
    """The page of every key."""
    every = _keys(EntryModel)
    sections: list[Section] = []
    shown: dict[str, None] = {}
    for kind in (TOP, *KINDS):
        model = model_of(kind.module, kind.model)
        title = "The top of a spec" if kind is TOP else words(kind.word)[0].upper() + words(kind.word)[1:]
        where = ".".join("NAME" if part == "*" else part for part in kind.where)
        own = [key for key in _keys(model) if key not in every]
        sections.append(Section(title, where, about(model), own))
        inner = [one for one in _inner(model) if one.__name__ not in shown]
        shown.update(dict.fromkeys(one.__name__ for one in inner))
        sections += [Section(f"`{_said(one)}` of a {words(kind.word)}", "", about(one), _keys(one)) for one in inner]
    sections.insert(1, Section("Every entry but outputs and variables", "", about(EntryModel), every))
    for name, place in TEMPLATES.items():
        model = model_of(*place)
        said = f"{about(model)} Written as `user_data: {{template: {name}, …}}`."
        sections.append(Section(f"Template `{name}`", "", said, _keys(model)))
    return _render("language.md.j2", sections=sections, kinds=[kind.word for kind in KINDS])


def rules() -> tuple[Row, ...]:
    """Every problem in short."""
    return tuple(Row(one.code, one.name, str(one.level), fixable(one), one.title) for one in PROBLEMS)


def fixable(problem: Problem) -> str:
    """The best that can be done about the bad example of a problem without its author."""
    safeties = {fix.safety for one in pages.found(problem) for fix in one.fixes}
    return next((str(one) for one in Safety if one in safeties), "no")


def _files() -> Iterator[tuple[str, str]]:
    """Every file of the manual, by its path."""
    yield "docs/language.md", language()
    table = rules()
    yield "infraspec/report/rules.json", json_text({one.code: list(one[1:]) for one in table})
    yield "docs/rules/README.md", pages.index(table)
    for problem, row in zip(PROBLEMS, table, strict=True):
        yield f"docs/rules/{problem.code}.md", pages.markdown(pages.page(problem, row.fixable))


def _render(template: str, **values: Any) -> str:
    loader = FileSystemLoader(ROOT / "templates" / "pages")
    # Markdown is not HTML, and nothing here comes from a user.
    environment = Environment(loader=loader, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["cell"] = lambda text: text.replace("|", "\\|").replace("\n", " ")
    environment.filters["code"] = lambda text: f"`{text}`"
    return environment.get_template(template).render(**values).rstrip() + "\n"


def _keys(model: type[SpecModel]) -> list[Key]:
    return [
        Key(field.alias or name, _takes(field), _default(field), meaning(model, name))
        for name, field in model.model_fields.items()
        if field.annotation is not type(None)
    ]


def _takes(field: FieldInfo) -> str:
    annotation: Any = field.annotation
    said = " or ".join(dict.fromkeys(one for one in _said_all(annotation) if one != "nothing"))
    if LATER in field.metadata or _may_wait(annotation):
        said += ", also of `deploy_time`"
    bounds = [_bound(item) for item in field.metadata]
    return said + "".join(f", {bound}" for bound in bounds if bound)


def _may_wait(annotation: Any) -> bool:
    """Whether a text, or each text of a mapping, may be left to the deployment."""
    inside = get_args(annotation)
    return any(one is LATER for one in inside) or any(
        _may_wait(one) for one in inside if not (isinstance(one, type) and issubclass(one, SpecModel))
    )


def _bound(item: object) -> str:
    for name, word in (("ge", "at least"), ("le", "at most"), ("min_length", "at least"), ("max_length", "at most")):
        if (value := getattr(item, name, None)) is not None:
            return f"{word} {value:,}" + (" long" if "length" in name else "")
    return ""


def _said_all(annotation: Any) -> Iterator[str]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from _said_all(arguments[0])
    elif origin is Literal:
        yield ", ".join(f"`{one}`" for one in arguments)
    elif origin is list:
        yield "a list of " + " or ".join(_said_all(arguments[0]))
    elif origin is dict and arguments[1] is Any:
        yield "a mapping"
    elif origin is dict:
        yield "a mapping from names to " + " or ".join(one for one in _said_all(arguments[1]) if one != "nothing")
    elif origin is Union or type(annotation).__name__ == "UnionType":
        for one in arguments:
            yield from _said_all(one)
    elif isinstance(annotation, type) and issubclass(annotation, SpecModel):
        yield f"`{_said(annotation)}`"
    else:
        yield _PLAIN.get(annotation) or _PLAIN.get(getattr(annotation, "__name__", ""), "text")


def _said(model: type[SpecModel]) -> str:
    """The name of an inner mapping: its model's, in the spelling of keys."""
    name = model.__name__.lstrip("_")
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "**required**"
    value = field.get_default(call_default_factory=True)
    if value is PydanticUndefined or value is None or value in ({}, [], "") or isinstance(value, SpecModel):
        return ""
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def _inner(model: type[SpecModel]) -> Iterator[type[SpecModel]]:
    """The models of inner mappings, depth first."""
    for field in model.model_fields.values():
        for one in _models_in(field.annotation):
            yield one
            yield from _inner(one)


def _models_in(annotation: Any) -> Iterator[type[SpecModel]]:
    if isinstance(annotation, type) and issubclass(annotation, SpecModel):
        yield annotation
    for one in get_args(annotation):
        yield from _models_in(one)


FILES = dict(_files())


if __name__ == "__main__":
    for name, text in FILES.items():
        (ROOT / name).parent.mkdir(exist_ok=True)
        (ROOT / name).write_text(text, encoding="utf-8", newline="\n")
    for page in (ROOT / "docs" / "rules").iterdir():
        if f"docs/rules/{page.name}" not in FILES:
            page.unlink()
    print(f"{len(FILES)} files of the manual")
