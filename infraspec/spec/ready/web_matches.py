"""Readers of what `infraspec.spec.web_matches` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.values import one_or_many as values_one_or_many
from infraspec.spec.forms.web_matches import countries as web_matches_countries, counts_all_of_some as web_matches_counts_all_of_some, forwarded as web_matches_forwarded, is_one_key as web_matches_is_one_key, is_one_match as web_matches_is_one_match, is_one_part as web_matches_is_one_part, part as web_matches_part, rate_key as web_matches_rate_key, transforms as web_matches_transforms


class Forwarded:
    """What `infraspec.spec.web_matches.Forwarded` is made of."""

    __slots__ = ('header', 'fallback', 'position',)
    KEYS = ('header', 'fallback', 'position',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('header')
        if v is None:
            self.header = 'X-Forwarded-For'
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.header = v
        v = get('fallback')
        if v is None:
            self.fallback = 'no-match'
        else:
            known += 1
            if type(v) is not str or v not in ('match', 'no-match',):
                raise Doubt
            self.fallback = v
        v = get('position')
        if v is None:
            self.position = 'first'
        else:
            known += 1
            if type(v) is not str or v not in ('first', 'last', 'any',):
                raise Doubt
            self.position = v
        if known != len(data):
            raise Doubt


class Part:
    """What `infraspec.spec.web_matches.Part` is made of."""

    __slots__ = ('part', 'header', 'argument', 'look_at', 'oversize',)
    KEYS = ('part', 'header', 'argument', 'look_at', 'oversize',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('part')
        if v is None:
            self.part = None
        else:
            known += 1
            if type(v) is not str or v not in ('path', 'query', 'method', 'body', 'json', 'arguments', 'headers', 'cookies',):
                raise Doubt
            self.part = v
        v = get('header')
        if v is None:
            self.header = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.header = v
        v = get('argument')
        if v is None:
            self.argument = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.argument = v
        v = get('look_at')
        if v is None:
            self.look_at = 'both'
        else:
            known += 1
            if type(v) is not str or v not in ('keys', 'values', 'both',):
                raise Doubt
            self.look_at = v
        v = get('oversize')
        if v is None:
            self.oversize = 'continue'
        else:
            known += 1
            if type(v) is not str or v not in ('continue', 'match', 'no-match',):
                raise Doubt
            self.oversize = v
        if known != len(data):
            raise Doubt
        web_matches_is_one_part(self)


class Leaf:
    """What `infraspec.spec.web_matches.Leaf` is made of."""

    __slots__ = ('ip_set', 'countries', 'forwarded', 'label', 'label_namespace', 'contains', 'contains_word', 'starts_with', 'ends_with', 'equals', 'regex', 'regex_set', 'larger_than', 'smaller_than', 'sql_injection', 'script_injection', 'of', 'transform',)
    KEYS = ('ip_set', 'countries', 'forwarded', 'label', 'label_namespace', 'contains', 'contains_word', 'starts_with', 'ends_with', 'equals', 'regex', 'regex_set', 'larger_than', 'smaller_than', 'sql_injection', 'script_injection', 'of', 'transform',)

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
                v = Forwarded(v)
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
                v = Part(v)
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
        if known != len(data):
            raise Doubt
        web_matches_is_one_match(self)


class Inner:
    """What `infraspec.spec.web_matches.Inner` is made of."""

    __slots__ = ('ip_set', 'countries', 'forwarded', 'label', 'label_namespace', 'contains', 'contains_word', 'starts_with', 'ends_with', 'equals', 'regex', 'regex_set', 'larger_than', 'smaller_than', 'sql_injection', 'script_injection', 'of', 'transform', 'all', 'any', 'not_',)
    KEYS = ('ip_set', 'countries', 'forwarded', 'label', 'label_namespace', 'contains', 'contains_word', 'starts_with', 'ends_with', 'equals', 'regex', 'regex_set', 'larger_than', 'smaller_than', 'sql_injection', 'script_injection', 'of', 'transform', 'all', 'any', 'not',)

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
                v = Forwarded(v)
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
                v = Part(v)
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
                v_ = Leaf(v_)
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
                v_ = Leaf(v_)
                vnew.append(v_)
            v = vnew
            self.any = v
        v = get('not')
        if v is None:
            self.not_ = None
        else:
            known += 1
            v = Leaf(v)
            self.not_ = v
        if known != len(data):
            raise Doubt
        web_matches_is_one_match(self)


class Match:
    """What `infraspec.spec.web_matches.Match` is made of."""

    __slots__ = ('ip_set', 'countries', 'forwarded', 'label', 'label_namespace', 'contains', 'contains_word', 'starts_with', 'ends_with', 'equals', 'regex', 'regex_set', 'larger_than', 'smaller_than', 'sql_injection', 'script_injection', 'of', 'transform', 'all', 'any', 'not_',)
    KEYS = ('ip_set', 'countries', 'forwarded', 'label', 'label_namespace', 'contains', 'contains_word', 'starts_with', 'ends_with', 'equals', 'regex', 'regex_set', 'larger_than', 'smaller_than', 'sql_injection', 'script_injection', 'of', 'transform', 'all', 'any', 'not',)

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
                v = Forwarded(v)
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
                v = Part(v)
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
                v_ = Inner(v_)
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
                v_ = Inner(v_)
                vnew.append(v_)
            v = vnew
            self.any = v
        v = get('not')
        if v is None:
            self.not_ = None
        else:
            known += 1
            v = Inner(v)
            self.not_ = v
        if known != len(data):
            raise Doubt
        web_matches_is_one_match(self)


class Managed:
    """What `infraspec.spec.web_matches.Managed` is made of."""

    __slots__ = ('name', 'vendor', 'version', 'overrides', 'inspection', 'only',)
    KEYS = ('name', 'vendor', 'version', 'overrides', 'inspection', 'only',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 1
        v = get('name')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.name = v
        v = get('vendor')
        if v is None:
            self.vendor = 'AWS'
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.vendor = v
        v = get('version')
        if v is None:
            self.version = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.version = v
        v = get('overrides')
        if v is None:
            self.overrides = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                if type(v_) is not str or v_ not in ('allow', 'block', 'count', 'captcha', 'challenge',):
                    raise Doubt
            self.overrides = v
        v = get('inspection')
        if v is None:
            self.inspection = None
        else:
            known += 1
            if type(v) is not str or v not in ('common', 'targeted',):
                raise Doubt
            self.inspection = v
        v = get('only')
        if v is None:
            self.only = None
        else:
            known += 1
            v = Match(v)
            self.only = v
        if known != len(data):
            raise Doubt


class RateKey:
    """What `infraspec.spec.web_matches.RateKey` is made of."""

    __slots__ = ('key', 'header', 'cookie', 'argument', 'label_namespace', 'transform',)
    KEYS = ('key', 'header', 'cookie', 'argument', 'label_namespace', 'transform',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('key')
        if v is None:
            self.key = None
        else:
            known += 1
            if type(v) is not str or v not in ('ip', 'forwarded-ip', 'query', 'path', 'method', 'all',):
                raise Doubt
            self.key = v
        v = get('header')
        if v is None:
            self.header = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.header = v
        v = get('cookie')
        if v is None:
            self.cookie = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.cookie = v
        v = get('argument')
        if v is None:
            self.argument = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.argument = v
        v = get('label_namespace')
        if v is None:
            self.label_namespace = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.label_namespace = v
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
        if known != len(data):
            raise Doubt
        web_matches_is_one_key(self)


class Rate:
    """What `infraspec.spec.web_matches.Rate` is made of."""

    __slots__ = ('limit', 'window', 'by', 'forwarded', 'only',)
    KEYS = ('limit', 'window', 'by', 'forwarded', 'only',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 1
        v = get('limit')
        if v is None:
            raise Doubt
        if type(v) is not int:
            raise Doubt
        self.limit = v
        v = get('window')
        if v is None:
            self.window = 300
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.window = v
        v = get('by')
        if v is None:
            self.by = []
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = values_one_or_many(v)
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = web_matches_rate_key(v_)
                v_ = RateKey(v_)
                vnew.append(v_)
            v = vnew
            self.by = v
        v = get('forwarded')
        if v is None:
            self.forwarded = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = web_matches_forwarded(v)
            if v is not None:
                v = Forwarded(v)
            self.forwarded = v
        v = get('only')
        if v is None:
            self.only = None
        else:
            known += 1
            v = Match(v)
            self.only = v
        if known != len(data):
            raise Doubt
        web_matches_counts_all_of_some(self)
