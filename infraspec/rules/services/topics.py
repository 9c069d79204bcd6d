"""Topics: names, and what one that keeps the order does not take."""

import re
from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, SpecPath, fix
from infraspec.graph.cloudwatch import Alarm, CompositeAlarm
from infraspec.graph.graph import Graph
from infraspec.graph.resource import Ref
from infraspec.graph.sns import Subscription, Topic
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\ntopics:\n"
_ALARM = "alarms:\n  slow: {namespace: web, metric: seconds, above: 2, to: [news]}\n"

NAME = Problem(
    code="NAM142",
    name="topic-name",
    level=Level.ERROR,
    title="A name that a topic cannot have",
    explanation="A topic has 1 to 256 letters, digits, hyphens and underscores. One with `fifo: true` ends with `.fifo`, which counts, and no "
    "other does. Its display name has at most 100 characters.",
    bad=_HEAD + "  orders: {fifo: true}  # <- NAM142\n",
    good=_HEAD + "  orders.fifo: {fifo: true}\n",
    source="https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html",
)


def name(graph: Graph) -> Iterator[Finding]:
    """Compare each name with the form."""
    for topic in graph.of(Topic):
        if topic.existing is not None:
            continue
        text = topic.topic_name
        plain = re.sub(r"[^A-Za-z0-9_-]+", "-", text.removesuffix(".fifo")).strip("-")[:250]
        meant = f"{plain}.fifo" if topic.fifo_topic else plain
        if text != meant:
            yield Finding(
                problem=NAME,
                at=topic.origin,
                message=f"a topic {'with' if topic.fifo_topic else 'without'} `fifo` cannot be called `{text}`",
                help=f"write `{meant}`",
                fixes=fix(f"write `{meant}`", Edit(topic.origin, meant, How.RENAME)) if plain else (),
                on_key=True,
            )
        if len(topic.display_name or "") > 100:
            at = (*topic.origin, "display_name")
            yield Finding(
                problem=NAME, at=at, message="the display name is too long", help="write at most 100 characters"
            )


FIFO = Problem(
    code="OBS124",
    name="fifo-topic",
    level=Level.ERROR,
    title="A topic with `fifo` that sends where it cannot",
    explanation="A topic that keeps the order of its messages sends to queues alone, and alarms do not send to it.",
    bad=_HEAD + "  news.fifo:\n    fifo: true\n    subscriptions: [{email: ops@example.com}]  # <- OBS124\n",
    good=_HEAD + "  news:\n    subscriptions: [{email: ops@example.com}]\n",
    source="https://docs.aws.amazon.com/sns/latest/dg/sns-fifo-topics.html",
)


def fifo(graph: Graph) -> Iterator[Finding]:
    """Look at who gets the messages of such topics, and who sends them."""
    for found in graph.of(Subscription):
        if graph.get(found.topic).fifo_topic and found.protocol != "sqs":
            message = f"`{found.topic.key}` keeps the order of its messages, and sends to queues alone"
            yield Finding(problem=FIFO, at=found.origin, message=message, help="write `sqs:`, or remove `fifo`")
    for alarm, topic, at in _told(graph):
        if topic.fifo_topic:
            message = f"alarms do not send to a topic with `fifo`, such as `{topic.key}`"
            related = (Related(at=topic.origin, label="defined here", on_key=True),)
            help_ = f"name another topic for `{alarm.key}`"
            yield Finding(problem=FIFO, at=at, message=message, related=related, help=help_)


KEY = Problem(
    code="OBS125",
    name="topic-key-without-alarms",
    level=Level.ERROR,
    title="Alarms that cannot write to an encrypted topic",
    explanation="The policy of `alias/aws/sns`, the key that SNS has of its own, does not let CloudWatch use it, and cannot be changed. Alarms "
    "then fail to send in silence. A key of your own may let `cloudwatch.amazonaws.com` use it.",
    bad=_HEAD
    + "  news: {kms_key: alias/aws/sns, subscriptions: [ops@example.com]}\n"
    + _ALARM.replace("[news]}", "[news]}  # <- OBS125"),
    good=_HEAD + "  news: {subscriptions: [ops@example.com]}\n" + _ALARM,
    source="https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html",
)


def key(graph: Graph) -> Iterator[Finding]:
    """Look for alarms that send to topics with SNS's own key."""
    for _, topic, at in _told(graph):
        if topic.kms_master_key_id == "alias/aws/sns":
            where = (*topic.origin, "kms_key")
            yield Finding(
                problem=KEY,
                at=at,
                message=f"CloudWatch cannot write to `{topic.key}`, which SNS encrypts with its own key",
                related=(Related(at=where, label="this key"),),
                help="remove `kms_key` of the topic, or name a key of your own",
                fixes=fix("remove `kms_key` of the topic", Edit(where, how=How.REMOVE)),
            )


def _told(graph: Graph) -> Iterator[tuple[Alarm | CompositeAlarm, Topic, SpecPath]]:
    """Every topic that an alarm sends to, once for each alarm, and where that is written."""
    alarms: list[Alarm | CompositeAlarm] = [*graph.of(Alarm), *graph.of(CompositeAlarm)]
    for alarm in alarms:
        lists = {"to": alarm.alarm_actions, "ok_to": alarm.ok_actions, "no_data_to": alarm.insufficient_data_actions}
        seen = set()
        for field, actions in lists.items():
            for one in actions:
                if isinstance(one, Ref) and one not in seen:
                    seen.add(one)
                    of_set = alarm.origin[-1] == "alarms" and len(alarm.origin) > 2
                    yield alarm, graph.get(one), alarm.origin if of_set else (*alarm.origin, field)


RULES = (Rule(NAME, name), Rule(FIFO, fifo), Rule(KEY, key))
