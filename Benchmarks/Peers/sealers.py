"""Libraries that seal one value, each used as its own pages tell: one key for everybody who may read."""
import os
import uuid

import bson
import tink
from bson.binary import STANDARD, Binary
from bson.codec_options import CodecOptions
from cryptography.fernet import Fernet, InvalidToken
from pymongocrypt.errors import MongoCryptError
from pymongocrypt.options import MongoCryptOptions
from pymongocrypt.synchronous.explicit_encrypter import ExplicitEncrypter
from pymongocrypt.synchronous.state_machine import MongoCryptCallback
from tink import aead


class Refused(Exception):
    """The library's own word that something is wrong."""


class FernetSealer:
    name = "Fernet"

    def __init__(self):
        self.key = Fernet(Fernet.generate_key())

    def seal(self, place, value):
        return self.key.encrypt(value.encode())

    def open(self, place, sealed):
        try:
            return self.key.decrypt(sealed).decode()
        except InvalidToken as fault:
            raise Refused from fault


class TinkSealer:
    name = "Tink"
    is_bound = False

    def __init__(self):
        aead.register()
        keys = tink.new_keyset_handle(aead.aead_key_templates.XCHACHA20_POLY1305)
        self.key = keys.primitive(aead.Aead)

    def seal(self, place, value):
        return self.key.encrypt(value.encode(), self.said(place))

    def open(self, place, sealed):
        try:
            return self.key.decrypt(sealed, self.said(place)).decode()
        except tink.TinkError as fault:
            raise Refused from fault

    def said(self, place):
        return place.encode() if self.is_bound else b""


class BoundTinkSealer(TinkSealer):
    """What is said beside the value is the caller's to think of: here table, person and column."""

    name = "Tink, place as AAD"
    is_bound = True


class KeyVault(MongoCryptCallback):
    """The one data key of a client, kept here where MongoDB keeps it in a collection."""

    options = CodecOptions(uuid_representation=STANDARD)

    def __init__(self):
        self.document = None

    def kms_request(self, kms_context): raise NotImplementedError

    def collection_info(self, database, filter): raise NotImplementedError

    def mark_command(self, database, cmd): raise NotImplementedError

    def fetch_keys(self, filter):
        return [self.document]

    def insert_data_key(self, data_key):
        self.document = bytes(data_key)
        return bson.decode(self.document, self.options)["_id"]

    def bson_encode(self, doc):
        return bson.encode(doc, codec_options=self.options)

    def close(self): pass


class MongoSealer:
    name = "MongoDB explicit encryption"

    def __init__(self):
        local = {"local": {"key": os.urandom(96)}}
        self.vault = KeyVault()
        self.key = ExplicitEncrypter(self.vault, MongoCryptOptions(local))
        made = self.key.create_data_key("local")
        self.id = made.bytes if isinstance(made, uuid.UUID) else bytes(made)

    def seal(self, place, value):
        sealed = self.key.encrypt(self.vault.bson_encode({"v": value}),
                                  "AEAD_AES_256_CBC_HMAC_SHA_512-Random", self.id)
        return bytes(bson.decode(sealed)["v"])

    def open(self, place, sealed):
        try:
            opened = self.key.decrypt(self.vault.bson_encode({"v": Binary(sealed, 6)}))
        except MongoCryptError as fault:
            raise Refused from fault
        value = bson.decode(opened)["v"]
        # What it does not take for a sealed value it hands back as it is.
        if not isinstance(value, str):
            raise Refused
        return value


ALL = [FernetSealer, TinkSealer, BoundTinkSealer, MongoSealer]
