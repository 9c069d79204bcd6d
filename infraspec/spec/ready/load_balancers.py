"""Readers of what `infraspec.spec.load_balancers` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.alarm_sets import alarm_set as alarm_sets_alarm_set
from infraspec.spec.forms.load_balancers import elastic_ip as load_balancers_elastic_ip, listener_has_one_port_and_action as load_balancers_listener_has_one_port_and_action, redirect as load_balancers_redirect, response as load_balancers_response, rule_has_one_action as load_balancers_rule_has_one_action, subnets as load_balancers_subnets, weights as load_balancers_weights
from infraspec.spec.forms.values import check_tags as values_check_tags, one_or_many as values_one_or_many, parse_address_v4 as values_parse_address_v4
from infraspec.spec.ready.alarm_sets import AlarmSet as alarm_sets_AlarmSet


class SubnetAddress:
    """What `infraspec.spec.load_balancers.SubnetAddress` is made of."""

    __slots__ = ('elastic_ip', 'private_ip',)
    KEYS = ('elastic_ip', 'private_ip',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('elastic_ip')
        if v is None:
            self.elastic_ip = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = load_balancers_elastic_ip(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.elastic_ip = v
        v = get('private_ip')
        if v is None:
            self.private_ip = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = values_parse_address_v4(v)
            self.private_ip = v
        if known != len(data):
            raise Doubt


class Redirect:
    """What `infraspec.spec.load_balancers.Redirect` is made of."""

    __slots__ = ('protocol', 'port', 'host', 'path', 'query', 'status',)
    KEYS = ('protocol', 'port', 'host', 'path', 'query', 'status',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('protocol')
        if v is None:
            self.protocol = None
        else:
            known += 1
            if type(v) is not str or v not in ('http', 'https',):
                raise Doubt
            self.protocol = v
        v = get('port')
        if v is None:
            self.port = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 65535:
                raise Doubt
            self.port = v
        v = get('host')
        if v is None:
            self.host = None
        else:
            known += 1
            if type(v) is not str or len(v) < 1 or len(v) > 128:
                raise Doubt
            self.host = v
        v = get('path')
        if v is None:
            self.path = None
        else:
            known += 1
            if type(v) is not str or len(v) < 1 or len(v) > 128:
                raise Doubt
            self.path = v
        v = get('query')
        if v is None:
            self.query = None
        else:
            known += 1
            if type(v) is not str or len(v) > 128:
                raise Doubt
            self.query = v
        v = get('status')
        if v is None:
            self.status = 301
        else:
            known += 1
            if type(v) is not int or v not in (301, 302,):
                raise Doubt
            self.status = v
        if known != len(data):
            raise Doubt


class Response:
    """What `infraspec.spec.load_balancers.Response` is made of."""

    __slots__ = ('status', 'body', 'content_type',)
    KEYS = ('status', 'body', 'content_type',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 1
        v = get('status')
        if v is None:
            raise Doubt
        if type(v) is not int:
            raise Doubt
        self.status = v
        v = get('body')
        if v is None:
            self.body = ''
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.body = v
        v = get('content_type')
        if v is None:
            self.content_type = 'text/plain'
        else:
            known += 1
            if type(v) is not str or v not in ('text/plain', 'text/css', 'text/html', 'application/javascript', 'application/json',):
                raise Doubt
            self.content_type = v
        if known != len(data):
            raise Doubt


class ListenerRule:
    """What `infraspec.spec.load_balancers.ListenerRule` is made of."""

    __slots__ = ('priority', 'host', 'path', 'forward', 'redirect', 'respond',)
    KEYS = ('priority', 'host', 'path', 'forward', 'redirect', 'respond',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 1
        v = get('priority')
        if v is None:
            raise Doubt
        if type(v) is not int:
            raise Doubt
        self.priority = v
        v = get('host')
        if v is None:
            self.host = []
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
            self.host = v
        v = get('path')
        if v is None:
            self.path = []
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
            self.path = v
        v = get('forward')
        if v is None:
            self.forward = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = load_balancers_weights(v)
            if v is not None:
                if type(v) is not dict:
                    raise Doubt
                for vkey, v_ in v.items():
                    if type(vkey) is not str:
                        raise Doubt
                    if v_ is not None:
                        if type(v_) is not int:
                            raise Doubt
            self.forward = v
        v = get('redirect')
        if v is None:
            self.redirect = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = load_balancers_redirect(v)
            if v is not None:
                v = Redirect(v)
            self.redirect = v
        v = get('respond')
        if v is None:
            self.respond = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = load_balancers_response(v)
            if v is not None:
                v = Response(v)
            self.respond = v
        if known != len(data):
            raise Doubt
        load_balancers_rule_has_one_action(self)


class Listener:
    """What `infraspec.spec.load_balancers.Listener` is made of."""

    __slots__ = ('http', 'https', 'tcp', 'tls', 'udp', 'tcp_udp', 'certificate', 'certificates', 'ssl_policy', 'forward', 'redirect', 'respond', 'rules',)
    KEYS = ('http', 'https', 'tcp', 'tls', 'udp', 'tcp_udp', 'certificate', 'certificates', 'ssl_policy', 'forward', 'redirect', 'respond', 'rules',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('http')
        if v is None:
            self.http = None
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.http = v
        v = get('https')
        if v is None:
            self.https = None
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.https = v
        v = get('tcp')
        if v is None:
            self.tcp = None
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.tcp = v
        v = get('tls')
        if v is None:
            self.tls = None
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.tls = v
        v = get('udp')
        if v is None:
            self.udp = None
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.udp = v
        v = get('tcp_udp')
        if v is None:
            self.tcp_udp = None
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.tcp_udp = v
        v = get('certificate')
        if v is None:
            self.certificate = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.certificate = v
        v = get('certificates')
        if v is None:
            self.certificates = []
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
            self.certificates = v
        v = get('ssl_policy')
        if v is None:
            self.ssl_policy = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.ssl_policy = v
        v = get('forward')
        if v is None:
            self.forward = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = load_balancers_weights(v)
            if v is not None:
                if type(v) is not dict:
                    raise Doubt
                for vkey, v_ in v.items():
                    if type(vkey) is not str:
                        raise Doubt
                    if v_ is not None:
                        if type(v_) is not int:
                            raise Doubt
            self.forward = v
        v = get('redirect')
        if v is None:
            self.redirect = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = load_balancers_redirect(v)
            if v is not None:
                v = Redirect(v)
            self.redirect = v
        v = get('respond')
        if v is None:
            self.respond = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = load_balancers_response(v)
            if v is not None:
                v = Response(v)
            self.respond = v
        v = get('rules')
        if v is None:
            self.rules = []
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = ListenerRule(v_)
                vnew.append(v_)
            v = vnew
            self.rules = v
        if known != len(data):
            raise Doubt
        load_balancers_listener_has_one_port_and_action(self)


class LoadBalancer:
    """What `infraspec.spec.load_balancers.LoadBalancer` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'type', 'scheme', 'subnets', 'security_groups', 'listeners', 'deletion_protection', 'cross_zone', 'idle_timeout', 'http2', 'drop_invalid_header_fields', 'alarms', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'type', 'scheme', 'subnets', 'security_groups', 'listeners', 'deletion_protection', 'cross_zone', 'idle_timeout', 'http2', 'drop_invalid_header_fields', 'alarms', 'tags',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 2
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
        v = get('type')
        if v is None:
            raise Doubt
        if type(v) is not str or v not in ('application', 'network',):
            raise Doubt
        self.type = v
        v = get('scheme')
        if v is None:
            self.scheme = 'internal'
        else:
            known += 1
            if type(v) is not str or v not in ('internet-facing', 'internal',):
                raise Doubt
            self.scheme = v
        v = get('subnets')
        if v is None:
            raise Doubt
        if type(v) is not str:
            doubt_whole(v)
        v = load_balancers_subnets(v)
        if type(v) is not dict:
            raise Doubt
        vnew = {}
        for vkey, v_ in v.items():
            if type(vkey) is not str:
                raise Doubt
            if v_ is not None:
                v_ = SubnetAddress(v_)
            vnew[vkey] = v_
        v = vnew
        self.subnets = v
        v = get('security_groups')
        if v is None:
            self.security_groups = []
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
            self.security_groups = v
        v = get('listeners')
        if v is None:
            self.listeners = []
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = Listener(v_)
                vnew.append(v_)
            v = vnew
            self.listeners = v
        v = get('deletion_protection')
        if v is None:
            self.deletion_protection = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.deletion_protection = v
        v = get('cross_zone')
        if v is None:
            self.cross_zone = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.cross_zone = v
        v = get('idle_timeout')
        if v is None:
            self.idle_timeout = None
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.idle_timeout = v
        v = get('http2')
        if v is None:
            self.http2 = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.http2 = v
        v = get('drop_invalid_header_fields')
        if v is None:
            self.drop_invalid_header_fields = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.drop_invalid_header_fields = v
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
