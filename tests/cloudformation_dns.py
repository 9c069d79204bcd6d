"""A CloudFormation template's health checks, read back into plain facts."""

from collections.abc import Iterator

from cloudformation_network import tags_of
from facts import Body, Fact


def health_check(body: Body) -> Iterator[tuple[str, Fact]]:
    config, tags = body.block("HealthCheckConfig"), tags_of(body, "HealthCheckTags")
    alarm = config.block("AlarmIdentifier")
    yield (
        f"health_check/{tags['Name']}",
        {
            "type": config("Type"),
            "host": config("FullyQualifiedDomainName"),
            "address": config("IPAddress"),
            "port": config.number("Port"),
            "path": config("ResourcePath"),
            "search": config("SearchString"),
            "interval": config.number("RequestInterval"),
            "threshold": config.number("FailureThreshold"),
            "sni": config.flag("EnableSNI"),
            "latency": config.flag("MeasureLatency"),
            "regions": config.set_of("Regions"),
            "children": config.set_of("ChildHealthChecks"),
            "at_least": config.number("HealthThreshold"),
            "alarm": [alarm("Name"), alarm("Region")],
            "without_data": config("InsufficientDataHealthStatus"),
            "inverted": config.flag("Inverted"),
            "tags": tags,
        },
    )
    alarm.done()
    config.done()


READERS = {"AWS::Route53::HealthCheck": health_check}
