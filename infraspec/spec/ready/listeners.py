"""Readers of what `infraspec.spec.listeners` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.listeners import listener_has_one_port_and_action as listeners_listener_has_one_port_and_action, mutual as listeners_mutual, redirect as listeners_redirect, response as listeners_response, rule_has_one_action as listeners_rule_has_one_action, user_pool as listeners_user_pool, verifies_by_a_store as listeners_verifies_by_a_store, weights as listeners_weights
from infraspec.spec.forms.values import one_or_many as values_one_or_many, parse_network as values_parse_network


class MutualAuthentication:
    """What `infraspec.spec.listeners.MutualAuthentication` is made of."""

    __slots__ = ('mode', 'trust_store', 'ignore_expired', 'advertise_ca_names',)
    KEYS = ('mode', 'trust_store', 'ignore_expired', 'advertise_ca_names',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 1
        v = get('mode')
        if v is None:
            raise Doubt
        if type(v) is not str or v not in ('off', 'passthrough', 'verify',):
            raise Doubt
        self.mode = v
        v = get('trust_store')
        if v is None:
            self.trust_store = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.trust_store = v
        v = get('ignore_expired')
        if v is None:
            self.ignore_expired = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.ignore_expired = v
        v = get('advertise_ca_names')
        if v is None:
            self.advertise_ca_names = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.advertise_ca_names = v
        if known != len(data):
            raise Doubt
        listeners_verifies_by_a_store(self)


class Authentication:
    """What `infraspec.spec.listeners.Authentication` is made of."""

    __slots__ = ('user_pool', 'client', 'domain', 'scope', 'on_unauthenticated', 'cookie', 'session_timeout',)
    KEYS = ('user_pool', 'client', 'domain', 'scope', 'on_unauthenticated', 'cookie', 'session_timeout',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 3
        v = get('user_pool')
        if v is None:
            raise Doubt
        vwhole = v
        if type(v) is deploy_time_Later:
            v = str(v)
        if type(v) is not str:
            doubt_whole(v)
        v = listeners_user_pool(v)
        if type(v) is not str:
            raise Doubt
        if type(vwhole) is deploy_time_Later and v == str(vwhole):
            v = vwhole
        self.user_pool = v
        v = get('client')
        if v is None:
            raise Doubt
        vwhole = v
        if type(v) is deploy_time_Later:
            v = str(v)
        if type(v) is not str:
            raise Doubt
        if type(vwhole) is deploy_time_Later and v == str(vwhole):
            v = vwhole
        self.client = v
        v = get('domain')
        if v is None:
            raise Doubt
        vwhole = v
        if type(v) is deploy_time_Later:
            v = str(v)
        if type(v) is not str:
            raise Doubt
        if type(vwhole) is deploy_time_Later and v == str(vwhole):
            v = vwhole
        self.domain = v
        v = get('scope')
        if v is None:
            self.scope = 'openid'
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.scope = v
        v = get('on_unauthenticated')
        if v is None:
            self.on_unauthenticated = 'authenticate'
        else:
            known += 1
            if type(v) is not str or v not in ('authenticate', 'allow', 'deny',):
                raise Doubt
            self.on_unauthenticated = v
        v = get('cookie')
        if v is None:
            self.cookie = 'AWSELBAuthSessionCookie'
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.cookie = v
        v = get('session_timeout')
        if v is None:
            self.session_timeout = 604800
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 604800:
                raise Doubt
            self.session_timeout = v
        if known != len(data):
            raise Doubt


class Redirect:
    """What `infraspec.spec.listeners.Redirect` is made of."""

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
    """What `infraspec.spec.listeners.Response` is made of."""

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
    """What `infraspec.spec.listeners.ListenerRule` is made of."""

    __slots__ = ('priority', 'host', 'path', 'header', 'method', 'query', 'source_ip', 'forward', 'sticky', 'authenticate', 'redirect', 'respond',)
    KEYS = ('priority', 'host', 'path', 'header', 'method', 'query', 'source_ip', 'forward', 'sticky', 'authenticate', 'redirect', 'respond',)

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
        v = get('header')
        if v is None:
            self.header = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            vnew = {}
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                if type(v_) is not str:
                    doubt_whole(v_)
                v_ = values_one_or_many(v_)
                if type(v_) is not list:
                    raise Doubt
                for v__ in v_:
                    if type(v__) is not str:
                        raise Doubt
                vnew[vkey] = v_
            v = vnew
            self.header = v
        v = get('method')
        if v is None:
            self.method = []
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
            self.method = v
        v = get('query')
        if v is None:
            self.query = []
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
            self.query = v
        v = get('source_ip')
        if v is None:
            self.source_ip = []
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = values_one_or_many(v)
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = values_parse_network(v_)
                vnew.append(v_)
            v = vnew
            self.source_ip = v
        v = get('forward')
        if v is None:
            self.forward = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = listeners_weights(v)
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
        v = get('sticky')
        if v is None:
            self.sticky = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 604800:
                raise Doubt
            self.sticky = v
        v = get('authenticate')
        if v is None:
            self.authenticate = None
        else:
            known += 1
            v = Authentication(v)
            self.authenticate = v
        v = get('redirect')
        if v is None:
            self.redirect = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = listeners_redirect(v)
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
            v = listeners_response(v)
            if v is not None:
                v = Response(v)
            self.respond = v
        if known != len(data):
            raise Doubt
        listeners_rule_has_one_action(self)


class Listener:
    """What `infraspec.spec.listeners.Listener` is made of."""

    __slots__ = ('http', 'https', 'tcp', 'tls', 'udp', 'tcp_udp', 'geneve', 'certificate', 'certificates', 'ssl_policy', 'mutual_authentication', 'alpn', 'idle_timeout', 'forward', 'sticky', 'authenticate', 'redirect', 'respond', 'rules',)
    KEYS = ('http', 'https', 'tcp', 'tls', 'udp', 'tcp_udp', 'geneve', 'certificate', 'certificates', 'ssl_policy', 'mutual_authentication', 'alpn', 'idle_timeout', 'forward', 'sticky', 'authenticate', 'redirect', 'respond', 'rules',)

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
        v = get('geneve')
        if v is None:
            self.geneve = None
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.geneve = v
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
        v = get('mutual_authentication')
        if v is None:
            self.mutual_authentication = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = listeners_mutual(v)
            if v is not None:
                v = MutualAuthentication(v)
            self.mutual_authentication = v
        v = get('alpn')
        if v is None:
            self.alpn = None
        else:
            known += 1
            if type(v) is not str or v not in ('HTTP1Only', 'HTTP2Only', 'HTTP2Optional', 'HTTP2Preferred', 'None',):
                raise Doubt
            self.alpn = v
        v = get('idle_timeout')
        if v is None:
            self.idle_timeout = None
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.idle_timeout = v
        v = get('forward')
        if v is None:
            self.forward = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = listeners_weights(v)
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
        v = get('sticky')
        if v is None:
            self.sticky = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 604800:
                raise Doubt
            self.sticky = v
        v = get('authenticate')
        if v is None:
            self.authenticate = None
        else:
            known += 1
            v = Authentication(v)
            self.authenticate = v
        v = get('redirect')
        if v is None:
            self.redirect = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = listeners_redirect(v)
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
            v = listeners_response(v)
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
        listeners_listener_has_one_port_and_action(self)
