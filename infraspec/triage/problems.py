"""What can be wrong with comments that silence, and with a baseline."""

from infraspec.diagnostic import Level, Problem


def _example(comment: str, nat: str = "{subnet: edge-a}") -> str:
    """A VPC with one NAT gateway for two zones, which NET401 advises against, and a comment behind it."""
    return f"""version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
    nat_gateways:
      nat: {nat}{f"  # {comment}" if comment else ""}
    route_tables:
      public: {{routes: {{0.0.0.0/0: igw}}}}
      private: {{routes: {{0.0.0.0/0: nat}}}}
    tiers:
      edge:
        route_table: public
        subnets: {{edge-a: {{zone: a, cidr: 10.0.0.0/24}}, edge-c: {{zone: c, cidr: 10.0.1.0/24}}}}
      app:
        route_table: private
        subnets: {{app-a: {{zone: a, cidr: 10.0.2.0/24}}, app-c: {{zone: c, cidr: 10.0.3.0/24}}}}
"""


_GOOD = _example("infraspec: ignore[NET401] the other zone may wait")
_IN_EACH_ZONE = "{subnets: tier:edge}"

UNUSED = Problem(
    code="CFG001",
    name="unused-suppression",
    level=Level.WARNING,
    title="A comment that silences nothing",
    explanation="What the comment was written for is gone, or stands elsewhere. Left behind, it would silence the next mistake at "
    "its place. A comment covers the entry that starts in its line, or below it where it stands alone, with all that is inside. "
    "It is judged by `lint` alone, and only where a spec has no errors: what is broken is not looked at for advice.",
    bad=_example("infraspec: ignore[NET401] the other zone may wait  # <- CFG001", _IN_EACH_ZONE),
    good=_example("", _IN_EACH_ZONE),
)
UNKNOWN_CODE = Problem(
    code="CFG002",
    name="unknown-code",
    level=Level.WARNING,
    title="A comment names a code that nothing has",
    explanation="A comment silences by whole codes, in capitals as they are printed; prefixes such as `NET` are for the settings alone. "
    "A code that nothing has silences nothing.",
    bad=_example("infraspec: ignore[NET401, NET4O2] the other zone may wait  # <- CFG002"),
    good=_GOOD,
)
NO_REASON = Problem(
    code="CFG003",
    name="suppression-without-reason",
    level=Level.WARNING,
    title="A comment that silences without a reason",
    explanation="Whoever reads the spec later cannot tell a decision from an oversight. The reason stands behind the codes and runs "
    "to the end of the line. It is asked for only where the settings say `require-reason = true`.",
    bad=_example("<- CFG003  # infraspec: ignore[NET401]"),
    good=_GOOD,
)
FACT_IGNORED = Problem(
    code="CFG004",
    name="ignored-fact",
    level=Level.WARNING,
    title="A comment or a baseline that would silence a fact",
    explanation="A fact is an error: what is built would be refused, or would not be what the spec says. It stays one whatever a comment "
    "or a baseline says of it. Only advice, which is a warning or a note, can be silenced.",
    bad=_example("infraspec: ignore[NET401, NET101] the other zone may wait  # <- CFG004"),
    good=_GOOD,
)
MALFORMED = Problem(
    code="CFG005",
    name="malformed-suppression",
    level=Level.WARNING,
    title="A comment that would silence and is not written so",
    explanation="A comment silences in one form alone, `# infraspec: ignore[NET401] reason`, with one code or several between the "
    "brackets. `ignore-file` in its place covers the whole file, and stands above its first key.",
    bad=_example("infraspec: ignore NET401 the other zone may wait  # <- CFG005, NET401"),
    good=_GOOD,
)
GONE = Problem(
    code="CFG006",
    name="gone-from-the-spec",
    level=Level.NOTE,
    title="A baseline names a finding that is gone",
    explanation="What the baseline excuses was mended, or its code is no longer asked about. Write the baseline anew with "
    "`infraspec lint --write-baseline FILE`, so that the same mistake counts when it comes back.",
    bad="",
    good="",
)

PROBLEMS = (UNUSED, UNKNOWN_CODE, NO_REASON, FACT_IGNORED, MALFORMED, GONE)
