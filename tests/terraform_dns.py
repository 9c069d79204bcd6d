"""A Terraform document's health checks, read back into plain facts."""

from collections.abc import Iterator

from facts import Body, Fact
from terraform_network import tags_of


def health_check(body: Body) -> Iterator[tuple[str, Fact]]:
    tags = tags_of(body)
    yield (
        f"health_check/{tags['Name']}",
        {
            "type": body("type"),
            "host": body("fqdn"),
            "address": body("ip_address"),
            "port": body.number("port"),
            "path": body("resource_path"),
            "search": body("search_string"),
            "interval": body.number("request_interval"),
            "threshold": body.number("failure_threshold"),
            "sni": body.flag("enable_sni"),
            "latency": body.flag("measure_latency"),
            "regions": body.set_of("regions"),
            "children": body.set_of("child_healthchecks"),
            "at_least": body.number("child_health_threshold"),
            "alarm": [body("cloudwatch_alarm_name"), body("cloudwatch_alarm_region")],
            "without_data": body("insufficient_data_health_status"),
            "inverted": body.flag("invert_healthcheck"),
            "tags": tags,
        },
    )


READERS = {"aws_route53_health_check": health_check}
