"""Readers of what `infraspec.spec.web_acls` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.values import check_tags as values_check_tags, one_or_many as values_one_or_many
from infraspec.spec.forms.web_acls import acl_arn as web_acls_acl_arn, addresses as web_acls_addresses, answers_what_it_decides as web_acls_answers_what_it_decides, description as web_acls_description, has_its_action as web_acls_has_its_action, headers as web_acls_headers, hides_what_waf_hides as web_acls_hides_what_waf_hides, ip_set_arn as web_acls_ip_set_arn, is_one_condition as web_acls_is_one_condition, is_one_rule as web_acls_is_one_rule, logging as web_acls_logging, logs_something as web_acls_logs_something, managed as web_acls_managed, rate as web_acls_rate, regex_set_arn as web_acls_regex_set_arn, respond as web_acls_respond
from infraspec.spec.forms.web_matches import countries as web_matches_countries, forwarded as web_matches_forwarded, part as web_matches_part, transforms as web_matches_transforms
from infraspec.spec.ready.web_matches import Forwarded as web_matches_Forwarded, Managed as web_matches_Managed, Match as web_matches_Match, Part as web_matches_Part, Rate as web_matches_Rate


class Respond:
    """What `infraspec.spec.web_acls.Respond` is made of."""

    __slots__ = ('status', 'body', 'headers',)
    KEYS = ('status', 'body', 'headers',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('status')
        if v is None:
            self.status = 403
        else:
            known += 1
            if type(v) is not int or not v >= 200 or not v <= 599:
                raise Doubt
            self.status = v
        v = get('body')
        if v is None:
            self.body = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.body = v
        v = get('headers')
        if v is None:
            self.headers = {}
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = web_acls_headers(v)
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
            self.headers = v
        if known != len(data):
            raise Doubt


class Rule:
    """What `infraspec.spec.web_acls.Rule` is made of."""

    __slots__ = ('ip_set', 'countries', 'forwarded', 'label', 'label_namespace', 'contains', 'contains_word', 'starts_with', 'ends_with', 'equals', 'regex', 'regex_set', 'larger_than', 'smaller_than', 'sql_injection', 'script_injection', 'of', 'transform', 'all', 'any', 'not_', 'priority', 'managed', 'rate', 'action', 'respond', 'add_headers', 'add_labels', 'immunity', 'metrics', 'samples',)
    KEYS = ('ip_set', 'countries', 'forwarded', 'label', 'label_namespace', 'contains', 'contains_word', 'starts_with', 'ends_with', 'equals', 'regex', 'regex_set', 'larger_than', 'smaller_than', 'sql_injection', 'script_injection', 'of', 'transform', 'all', 'any', 'not', 'priority', 'managed', 'rate', 'action', 'respond', 'add_headers', 'add_labels', 'immunity', 'metrics', 'samples',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('ip_set')
        if v is None:
            self.ip_set = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.ip_set = v
        v = get('countries')
        if v is None:
            self.countries = []
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = web_matches_countries(v)
            v = values_one_or_many(v)
            if type(v) is not list:
                raise Doubt
            for v_ in v:
                if type(v_) is not str:
                    raise Doubt
            self.countries = v
        v = get('forwarded')
        if v is None:
            self.forwarded = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = web_matches_forwarded(v)
            if v is not None:
                v = web_matches_Forwarded(v)
            self.forwarded = v
        v = get('label')
        if v is None:
            self.label = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.label = v
        v = get('label_namespace')
        if v is None:
            self.label_namespace = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.label_namespace = v
        v = get('contains')
        if v is None:
            self.contains = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.contains = v
        v = get('contains_word')
        if v is None:
            self.contains_word = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.contains_word = v
        v = get('starts_with')
        if v is None:
            self.starts_with = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.starts_with = v
        v = get('ends_with')
        if v is None:
            self.ends_with = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.ends_with = v
        v = get('equals')
        if v is None:
            self.equals = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.equals = v
        v = get('regex')
        if v is None:
            self.regex = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.regex = v
        v = get('regex_set')
        if v is None:
            self.regex_set = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.regex_set = v
        v = get('larger_than')
        if v is None:
            self.larger_than = None
        else:
            known += 1
            if type(v) is not int or not v >= 0:
                raise Doubt
            self.larger_than = v
        v = get('smaller_than')
        if v is None:
            self.smaller_than = None
        else:
            known += 1
            if type(v) is not int or not v >= 0:
                raise Doubt
            self.smaller_than = v
        v = get('sql_injection')
        if v is None:
            self.sql_injection = None
        else:
            known += 1
            if type(v) is not str or v not in ('low', 'high',):
                raise Doubt
            self.sql_injection = v
        v = get('script_injection')
        if v is None:
            self.script_injection = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.script_injection = v
        v = get('of')
        if v is None:
            self.of = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = web_matches_part(v)
            if v is not None:
                v = web_matches_Part(v)
            self.of = v
        v = get('transform')
        if v is None:
            self.transform = []
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = web_matches_transforms(v)
            v = values_one_or_many(v)
            if type(v) is not list:
                raise Doubt
            for v_ in v:
                if type(v_) is not str:
                    raise Doubt
            self.transform = v
        v = get('all')
        if v is None:
            self.all = []
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = web_matches_Match(v_)
                vnew.append(v_)
            v = vnew
            self.all = v
        v = get('any')
        if v is None:
            self.any = []
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = web_matches_Match(v_)
                vnew.append(v_)
            v = vnew
            self.any = v
        v = get('not')
        if v is None:
            self.not_ = None
        else:
            known += 1
            v = web_matches_Match(v)
            self.not_ = v
        v = get('priority')
        if v is None:
            self.priority = None
        else:
            known += 1
            if type(v) is not int or not v >= 0:
                raise Doubt
            self.priority = v
        v = get('managed')
        if v is None:
            self.managed = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = web_acls_managed(v)
            if v is not None:
                v = web_matches_Managed(v)
            self.managed = v
        v = get('rate')
        if v is None:
            self.rate = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = web_acls_rate(v)
            if v is not None:
                v = web_matches_Rate(v)
            self.rate = v
        v = get('action')
        if v is None:
            self.action = None
        else:
            known += 1
            if type(v) is not str or v not in ('allow', 'block', 'count', 'captcha', 'challenge',):
                raise Doubt
            self.action = v
        v = get('respond')
        if v is None:
            self.respond = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = web_acls_respond(v)
            if v is not None:
                v = Respond(v)
            self.respond = v
        v = get('add_headers')
        if v is None:
            self.add_headers = {}
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = web_acls_headers(v)
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
            self.add_headers = v
        v = get('add_labels')
        if v is None:
            self.add_labels = []
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
            self.add_labels = v
        v = get('immunity')
        if v is None:
            self.immunity = None
        else:
            known += 1
            if type(v) is not int or not v >= 60 or not v <= 259200:
                raise Doubt
            self.immunity = v
        v = get('metrics')
        if v is None:
            self.metrics = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.metrics = v
        v = get('samples')
        if v is None:
            self.samples = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.samples = v
        if known != len(data):
            raise Doubt
        web_acls_is_one_rule(self)
        web_acls_has_its_action(self)


class Response:
    """What `infraspec.spec.web_acls.Response` is made of."""

    __slots__ = ('content', 'content_type',)
    KEYS = ('content', 'content_type',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 1
        v = get('content')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.content = v
        v = get('content_type')
        if v is None:
            self.content_type = 'text/plain'
        else:
            known += 1
            if type(v) is not str or v not in ('text/plain', 'text/html', 'application/json',):
                raise Doubt
            self.content_type = v
        if known != len(data):
            raise Doubt


class LogCondition:
    """What `infraspec.spec.web_acls.LogCondition` is made of."""

    __slots__ = ('action', 'label',)
    KEYS = ('action', 'label',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('action')
        if v is None:
            self.action = None
        else:
            known += 1
            if type(v) is not str or v not in ('allow', 'block', 'count', 'captcha', 'challenge', 'excluded-as-count',):
                raise Doubt
            self.action = v
        v = get('label')
        if v is None:
            self.label = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.label = v
        if known != len(data):
            raise Doubt
        web_acls_is_one_condition(self)


class LogFilter:
    """What `infraspec.spec.web_acls.LogFilter` is made of."""

    __slots__ = ('keep', 'drop', 'every',)
    KEYS = ('keep', 'drop', 'every',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('keep')
        if v is None:
            self.keep = []
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = LogCondition(v_)
                vnew.append(v_)
            v = vnew
            self.keep = v
        v = get('drop')
        if v is None:
            self.drop = []
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = LogCondition(v_)
                vnew.append(v_)
            v = vnew
            self.drop = v
        v = get('every')
        if v is None:
            self.every = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.every = v
        if known != len(data):
            raise Doubt


class Logging:
    """What `infraspec.spec.web_acls.Logging` is made of."""

    __slots__ = ('to', 'redact', 'filters', 'default',)
    KEYS = ('to', 'redact', 'filters', 'default',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 1
        v = get('to')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.to = v
        v = get('redact')
        if v is None:
            self.redact = []
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                if type(v_) is not str:
                    doubt_whole(v_)
                v_ = web_matches_part(v_)
                v_ = web_matches_Part(v_)
                vnew.append(v_)
            v = vnew
            self.redact = v
        v = get('filters')
        if v is None:
            self.filters = []
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = LogFilter(v_)
                vnew.append(v_)
            v = vnew
            self.filters = v
        v = get('default')
        if v is None:
            self.default = 'keep'
        else:
            known += 1
            if type(v) is not str or v not in ('keep', 'drop',):
                raise Doubt
            self.default = v
        if known != len(data):
            raise Doubt
        web_acls_hides_what_waf_hides(self)
        web_acls_logs_something(self)


class WebAcl:
    """What `infraspec.spec.web_acls.WebAcl` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'description', 'default', 'respond', 'add_headers', 'rules', 'responses', 'protects', 'logging', 'captcha_immunity', 'challenge_immunity', 'token_domains', 'metrics', 'samples', 'existing', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'description', 'default', 'respond', 'add_headers', 'rules', 'responses', 'protects', 'logging', 'captcha_immunity', 'challenge_immunity', 'token_domains', 'metrics', 'samples', 'existing', 'tags',)

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
        v = get('description')
        if v is None:
            self.description = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = web_acls_description(v)
            if v is not None:
                vwhole = v
                if type(v) is deploy_time_Later:
                    v = str(v)
                if type(v) is not str:
                    raise Doubt
                if type(vwhole) is deploy_time_Later and v == str(vwhole):
                    v = vwhole
            self.description = v
        v = get('default')
        if v is None:
            self.default = 'allow'
        else:
            known += 1
            if type(v) is not str or v not in ('allow', 'block',):
                raise Doubt
            self.default = v
        v = get('respond')
        if v is None:
            self.respond = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = web_acls_respond(v)
            if v is not None:
                v = Respond(v)
            self.respond = v
        v = get('add_headers')
        if v is None:
            self.add_headers = {}
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = web_acls_headers(v)
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
            self.add_headers = v
        v = get('rules')
        if v is None:
            self.rules = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            vnew = {}
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                v_ = Rule(v_)
                vnew[vkey] = v_
            v = vnew
            self.rules = v
        v = get('responses')
        if v is None:
            self.responses = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            vnew = {}
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                v_ = Response(v_)
                vnew[vkey] = v_
            v = vnew
            self.responses = v
        v = get('protects')
        if v is None:
            self.protects = []
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
            self.protects = v
        v = get('logging')
        if v is None:
            self.logging = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = web_acls_logging(v)
            if v is not None:
                v = Logging(v)
            self.logging = v
        v = get('captcha_immunity')
        if v is None:
            self.captcha_immunity = 300
        else:
            known += 1
            if type(v) is not int or not v >= 60 or not v <= 259200:
                raise Doubt
            self.captcha_immunity = v
        v = get('challenge_immunity')
        if v is None:
            self.challenge_immunity = 300
        else:
            known += 1
            if type(v) is not int or not v >= 300 or not v <= 259200:
                raise Doubt
            self.challenge_immunity = v
        v = get('token_domains')
        if v is None:
            self.token_domains = []
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
            self.token_domains = v
        v = get('metrics')
        if v is None:
            self.metrics = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.metrics = v
        v = get('samples')
        if v is None:
            self.samples = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.samples = v
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
            v = web_acls_acl_arn(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.existing = v
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
        web_acls_answers_what_it_decides(self)


class IpSet:
    """What `infraspec.spec.web_acls.IpSet` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'description', 'addresses', 'version', 'existing', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'description', 'addresses', 'version', 'existing', 'tags',)

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
        v = get('description')
        if v is None:
            self.description = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = web_acls_description(v)
            if v is not None:
                vwhole = v
                if type(v) is deploy_time_Later:
                    v = str(v)
                if type(v) is not str:
                    raise Doubt
                if type(vwhole) is deploy_time_Later and v == str(vwhole):
                    v = vwhole
            self.description = v
        v = get('addresses')
        if v is None:
            self.addresses = []
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = web_acls_addresses(v)
            v = values_one_or_many(v)
            if type(v) is not list:
                raise Doubt
            for v_ in v:
                if type(v_) is not str:
                    raise Doubt
            self.addresses = v
        v = get('version')
        if v is None:
            self.version = None
        else:
            known += 1
            if type(v) is not int or v not in (4, 6,):
                raise Doubt
            self.version = v
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
            v = web_acls_ip_set_arn(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.existing = v
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


class RegexSet:
    """What `infraspec.spec.web_acls.RegexSet` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'description', 'patterns', 'existing', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'description', 'patterns', 'existing', 'tags',)

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
        v = get('description')
        if v is None:
            self.description = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = web_acls_description(v)
            if v is not None:
                vwhole = v
                if type(v) is deploy_time_Later:
                    v = str(v)
                if type(v) is not str:
                    raise Doubt
                if type(vwhole) is deploy_time_Later and v == str(vwhole):
                    v = vwhole
            self.description = v
        v = get('patterns')
        if v is None:
            self.patterns = []
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
            self.patterns = v
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
            v = web_acls_regex_set_arn(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.existing = v
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
