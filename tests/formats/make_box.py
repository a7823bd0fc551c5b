# SPDX-License-Identifier: Apache-2.0
"""Archives and mails, right ones and such as no honest program writes."""
import base64
import io
import struct
import zipfile
import zlib

EN = ("# Terms of Service\n\n1. Data. We may disclose Customer Data if a court "
      "order requires it.\n")
JA = ("利用規約\n\n第1条(登録データ)\n当社は、裁判所の命令がある場合に限り、"
      "契約者のデータを開示します。\n")
UTF8_NAME = 0x800
ENCRYPTED = 1


def archive(entries, method=zipfile.ZIP_DEFLATED):
    """As zipfile writes it; names that are not ASCII are marked as UTF-8."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, data in entries:
            file.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()


class Raw:
    """An archive written byte by byte: any name, any size, any place."""

    def __init__(self):
        self.out, self.directory, self.entries = b"", b"", 0

    def add(self, name, data, flags=0, says=None, at=None, method=0, extra=b""):
        """name is bytes; says: the sizes that the headers tell; at: the place
        of an entry that is there already (they overlap)."""
        place = len(self.out) if at is None else at
        packed = data
        if method == zipfile.ZIP_DEFLATED:
            packer = zlib.compressobj(9, zlib.DEFLATED, -15)
            packed = packer.compress(data) + packer.flush()
        size = len(data) if says is None else says
        common = struct.pack("<HHHHLLLHH", flags, method, 0, 0x21,
                             zlib.crc32(data), len(packed), size, len(name),
                             len(extra))
        if at is None:
            self.out += b"PK\3\4" + struct.pack("<H", 20) + common + name
            self.out += extra + packed
        self.directory += b"PK\1\2" + struct.pack("<HH", 20, 20) + common
        self.directory += struct.pack("<HHHLL", 0, 0, 0, 0, place)
        self.directory += name + extra
        self.entries += 1
        return self

    def bytes(self):
        end = struct.pack("<HHHHLLH", 0, 0, self.entries, self.entries,
                          len(self.directory), len(self.out), 0)
        return self.out + self.directory + b"PK\5\6" + end


def unicode_path(name, raw):
    """The extra field 0x7075 of Info-ZIP."""
    body = struct.pack("<BL", 1, zlib.crc32(raw)) + name.encode("utf-8")
    return struct.pack("<HH", 0x7075, len(body)) + body


def nested(depth):
    data = EN.encode()
    name = "terms.md"
    for _ in range(depth):
        data, name = archive([(name, data)]), "in.zip"
    return data


def part(kind, body, *headers, plain=False):
    """One part of a mail; base64, unless it is plain already."""
    lines = ["Content-Type: " + kind, *headers]
    if not plain:
        lines.append("Content-Transfer-Encoding: base64")
        body = base64.encodebytes(body)
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body + b"\r\n"


def attached(name):
    return "Content-Disposition: attachment; filename=\"%s\"" % name


def multipart(kind, parts, mark="mark", parameters=""):
    line = b"--" + mark.encode()
    body = b"".join(line + b"\r\n" + one for one in parts)
    return (b"Content-Type: multipart/%s; boundary=\"%s\"%s\r\n\r\n"
            % (kind.encode(), mark.encode(), parameters.encode())
            + body + line + b"--\r\n")


def mail(body):
    return (b"From: sales@example.com\r\nTo: legal@example.org\r\n"
            b"Subject: Terms\r\nMIME-Version: 1.0\r\n" + body)


def letter(text=EN, charset="utf-8", parameters=""):
    return part("text/plain; charset=%s%s" % (charset, parameters),
                text.encode(charset))


def encoded_word(text, charset="iso-2022-jp"):
    return "=?%s?B?%s?=" % (charset, base64.b64encode(
        text.encode(charset)).decode())


def percent_coded(text, charset="utf-8"):
    return "%s'ja'%s" % (charset, "".join("%%%02X" % byte for byte in
                                          text.encode(charset)))
