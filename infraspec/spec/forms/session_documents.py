"""What may stand in `session_documents:`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infraspec.diagnostic import Edit, How, fix
from infraspec.spec.problems import WRONG_VALUE
from infraspec.spec.refusal import Refusal

if TYPE_CHECKING:
    from infraspec.spec.session_documents import SessionDocument


def logs_or_not(document: SessionDocument) -> None:
    """Refuse what is said of logs that nobody keeps."""
    for field, holder in (("prefix", "bucket"), ("encrypted_logs", "log_group")):
        if getattr(document, field) is not None and getattr(document, holder) is None:
            help_ = f"remove `{field}`, or add `{holder}`"
            fixes = fix(f"remove `{field}`", Edit((field,), how=How.REMOVE))
            raise Refusal(WRONG_VALUE, f"`{field}` is of a `{holder}` that is not named", help=help_, fixes=fixes)
    profile = document.shell_profile
    for field, text in (("linux", profile.linux), ("windows", profile.windows)):
        if text is not None and len(text) > 512:
            message = f"the shell profile for {field} has {len(text)} characters"
            raise Refusal(WRONG_VALUE, message, help="Session Manager takes 512: keep it on the machine, and call it")
