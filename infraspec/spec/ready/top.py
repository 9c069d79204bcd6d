"""Readers of what `infraspec.spec.top` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.values import check_tags as values_check_tags, one_or_many as values_one_or_many


class BlockPublicAccess:
    """What `infraspec.spec.top.BlockPublicAccess` is made of."""

    __slots__ = ('mode', 'exclusions',)
    KEYS = ('mode', 'exclusions',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 1
        v = get('mode')
        if v is None:
            raise Doubt
        if type(v) is not str or v not in ('block-bidirectional', 'block-ingress',):
            raise Doubt
        self.mode = v
        v = get('exclusions')
        if v is None:
            self.exclusions = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                if type(v_) is not str or v_ not in ('allow-bidirectional', 'allow-egress',):
                    raise Doubt
            self.exclusions = v
        if known != len(data):
            raise Doubt


class Top:
    """What `infraspec.spec.top.Top` is made of."""

    __slots__ = ('version', 'name', 'region', 'description', 'tags', 'vpc_block_public_access', 'alarm_topics', 'include',)
    KEYS = ('version', 'name', 'region', 'description', 'tags', 'vpc_block_public_access', 'alarm_topics', 'include',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 3
        v = get('version')
        if v is None:
            raise Doubt
        if type(v) is not int:
            raise Doubt
        self.version = v
        v = get('name')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.name = v
        v = get('region')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.region = v
        v = get('description')
        if v is None:
            self.description = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.description = v
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
        v = get('vpc_block_public_access')
        if v is None:
            self.vpc_block_public_access = None
        else:
            known += 1
            v = BlockPublicAccess(v)
            self.vpc_block_public_access = v
        v = get('alarm_topics')
        if v is None:
            self.alarm_topics = []
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
            self.alarm_topics = v
        v = get('include')
        if v is None:
            self.include = []
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
            self.include = v
        if known != len(data):
            raise Doubt
