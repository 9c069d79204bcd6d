"""What stands at the top of a spec beside the entries."""

from infraspec.spec.base import Names, SpecModel, Tags


class Top(SpecModel):
    """What stands at the top of a spec beside the entries."""

    version: int
    """The version of the language: 1."""
    name: str
    """The name of the whole, a letter and then letters, digits and hyphens: the stack's name."""
    region: str
    """The AWS region, such as `ap-northeast-2`."""
    description: str | None = None
    """One line that both documents carry."""
    tags: Tags = {}
    """Tags that everything carries."""
    include: Names = []
    """Further files of the spec, each by its path from the file that includes it. Each name is defined once over all of
    them; `version`, `name` and `region` stand in the first alone."""
