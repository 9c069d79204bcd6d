"""Readers of what `infraspec.spec.topics` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.alarm_sets import alarm_set as alarm_sets_alarm_set
from infraspec.spec.forms.topics import address as topics_address, arn as topics_arn, function as topics_function, https as topics_https, is_named_for_fifo as topics_is_named_for_fifo, is_one_endpoint as topics_is_one_endpoint, kms_key as topics_kms_key, queue as topics_queue, stream as topics_stream, subscription as topics_subscription, telephone as topics_telephone
from infraspec.spec.forms.values import check_tags as values_check_tags, one_or_many as values_one_or_many
from infraspec.spec.ready.alarm_sets import AlarmSet as alarm_sets_AlarmSet


class Subscription:
    """What `infraspec.spec.topics.Subscription` is made of."""

    __slots__ = ('email', 'email_json', 'https', 'sms', 'sqs', 'lambda_', 'firehose', 'role', 'raw', 'filter', 'filter_on',)
    KEYS = ('email', 'email_json', 'https', 'sms', 'sqs', 'lambda', 'firehose', 'role', 'raw', 'filter', 'filter_on',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('email')
        if v is None:
            self.email = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = topics_address(v)
            if v is not None:
                vwhole = v
                if type(v) is deploy_time_Later:
                    v = str(v)
                if type(v) is not str:
                    raise Doubt
                if type(vwhole) is deploy_time_Later and v == str(vwhole):
                    v = vwhole
            self.email = v
        v = get('email_json')
        if v is None:
            self.email_json = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = topics_address(v)
            if v is not None:
                vwhole = v
                if type(v) is deploy_time_Later:
                    v = str(v)
                if type(v) is not str:
                    raise Doubt
                if type(vwhole) is deploy_time_Later and v == str(vwhole):
                    v = vwhole
            self.email_json = v
        v = get('https')
        if v is None:
            self.https = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = topics_https(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.https = v
        v = get('sms')
        if v is None:
            self.sms = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = topics_telephone(v)
            if v is not None:
                vwhole = v
                if type(v) is deploy_time_Later:
                    v = str(v)
                if type(v) is not str:
                    raise Doubt
                if type(vwhole) is deploy_time_Later and v == str(vwhole):
                    v = vwhole
            self.sms = v
        v = get('sqs')
        if v is None:
            self.sqs = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = topics_queue(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.sqs = v
        v = get('lambda')
        if v is None:
            self.lambda_ = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = topics_function(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.lambda_ = v
        v = get('firehose')
        if v is None:
            self.firehose = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = topics_stream(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.firehose = v
        v = get('role')
        if v is None:
            self.role = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.role = v
        v = get('raw')
        if v is None:
            self.raw = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.raw = v
        v = get('filter')
        if v is None:
            self.filter = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                doubt_whole(v_)
            self.filter = v
        v = get('filter_on')
        if v is None:
            self.filter_on = 'attributes'
        else:
            known += 1
            if type(v) is not str or v not in ('attributes', 'body',):
                raise Doubt
            self.filter_on = v
        if known != len(data):
            raise Doubt
        topics_is_one_endpoint(self)


class Topic:
    """What `infraspec.spec.topics.Topic` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'display_name', 'kms_key', 'publishers', 'subscriptions', 'fifo', 'deduplicate', 'tracing', 'existing', 'alarms', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'display_name', 'kms_key', 'publishers', 'subscriptions', 'fifo', 'deduplicate', 'tracing', 'existing', 'alarms', 'tags',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('cloudformation')
        if v is None:
            self.cloudformation = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                doubt_whole(v_)
            self.cloudformation = v
        v = get('terraform')
        if v is None:
            self.terraform = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                doubt_whole(v_)
            self.terraform = v
        v = get('display_name')
        if v is None:
            self.display_name = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.display_name = v
        v = get('kms_key')
        if v is None:
            self.kms_key = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = topics_kms_key(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.kms_key = v
        v = get('publishers')
        if v is None:
            self.publishers = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = values_one_or_many(v)
            if type(v) is not list:
                raise Doubt
            for v_ in v:
                if type(v_) is not str:
                    raise Doubt
            self.publishers = v
        v = get('subscriptions')
        if v is None:
            self.subscriptions = []
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                if type(v_) is not str:
                    doubt_whole(v_)
                v_ = topics_subscription(v_)
                v_ = Subscription(v_)
                vnew.append(v_)
            v = vnew
            self.subscriptions = v
        v = get('fifo')
        if v is None:
            self.fifo = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.fifo = v
        v = get('deduplicate')
        if v is None:
            self.deduplicate = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.deduplicate = v
        v = get('tracing')
        if v is None:
            self.tracing = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.tracing = v
        v = get('existing')
        if v is None:
            self.existing = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = topics_arn(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.existing = v
        v = get('alarms')
        if v is None:
            self.alarms = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = alarm_sets_alarm_set(v)
            if v is not None:
                v = alarm_sets_AlarmSet(v)
            self.alarms = v
        v = get('tags')
        if v is None:
            self.tags = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                v_whole = v_
                if type(v_) is deploy_time_Later:
                    v_ = str(v_)
                if type(v_) is not str:
                    raise Doubt
                if type(v_whole) is deploy_time_Later and v_ == str(v_whole):
                    v_ = v_whole
            v = values_check_tags(v)
            self.tags = v
        if known != len(data):
            raise Doubt
        topics_is_named_for_fifo(self)
