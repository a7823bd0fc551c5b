# SPDX-License-Identifier: Apache-2.0
"""Files that are made to do harm: entities that grow or that name other files,
archives that unpack to more than they say, endless nesting and repetition, names
that climb out of a folder. Each is refused by its word or read for what it
holds, quickly, in little memory; where strace is installed, no file of
another's choosing is opened and no socket."""
import io
import json
import os
import re
import resource
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib

import cases
import make_office
import make_pdf
import tools

MIB = 1 << 20
FAST = os.environ.get("EKIMU_TESTS") == "fast"  # perhaps with sanitizers
SECONDS, MEMORY = 100 if FAST else 20, 3 << 30  # of time; of address space
LIMITS = ("--limit", "seconds=2")
SECRET = "confidential words of another file"
READ = ""
REFUSED = ("refused",)
LIMIT = ("limit",)
BAD = ("refused", "limit", "damaged")


def laughs():
    lines = ['<!ENTITY a0 "' + "lol " * 16 + '">']
    for i in range(1, 12):
        lines.append('<!ENTITY a%d "%s">' % (i, "&a%d;" % (i - 1) * 10))
    return "<!DOCTYPE x [%s]>" % "".join(lines), "&a11;"


def outside(path):
    return '<!DOCTYPE x [<!ENTITY e SYSTEM "file://%s">]>' % path, "&e;"


def remote():
    return ('<!DOCTYPE x SYSTEM "http://192.0.2.1/x.dtd" [<!ENTITY % p SYSTEM '
            '"http://192.0.2.1/p.dtd"> %p; <!ENTITY e SYSTEM '
            '"http://192.0.2.1/e.txt">]>', "&e;")


def with_entity(form, part, entity):
    """An office file in one part of which an entity is told and used."""
    parts = dict(getattr(make_office, form + "_parts")(cases.OFFICE))
    told, used = entity
    head, rest = parts[part].split("\n", 1)
    where = rest.rindex("</w:t>" if form == "docx" else "</text:p>")
    parts[part] = head + told + rest[:where] + used + rest[where:]
    return make_office.archive(parts.items(), ("mimetype",))


def with_body(form, body):
    """An office file of this markup alone."""
    parts = dict(getattr(make_office, form + "_parts")([("p", "@@")]))
    part = "word/document.xml" if form == "docx" else "content.xml"
    parts[part] = re.sub(r"<(w:p|text:p)>(?:(?!</\1>).)*@@.*?</\1>",
                         lambda _: body, parts[part])
    return make_office.archive(parts.items(), ("mimetype",))


def lying(data, name, size):
    """The entry says in both headers that it is so large."""
    out = bytearray(data)
    for mark, sizes, names, length in ((b"PK\3\4", 22, 30, 26),
                                       (b"PK\1\2", 24, 46, 28)):
        at = out.find(mark)
        while at >= 0:
            n = struct.unpack_from("<H", out, at + length)[0]
            if out[at + names:at + names + n] == name.encode():
                struct.pack_into("<I", out, at + sizes, size)
            at = out.find(mark, at + 4)
    return bytes(out)


def blank(size):
    """A text that costs nothing but its bytes."""
    return b"one line of words" + b"\n" * size


def one_for_all(entries, text):
    """Many names in the directory for one and the same piece of data."""
    pack = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = pack.compress(text) + pack.flush()
    sizes = struct.pack("<III", zlib.crc32(text), len(data), len(text))
    local = b"PK\3\4" + struct.pack("<HHHHH", 20, 0, 8, 0, 33) + sizes + \
        struct.pack("<HH", 5, 0) + b"0.txt" + data
    rows = b""
    for i in range(entries):
        name = b"%04d.txt" % i
        rows += b"PK\1\2" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 33) + \
            sizes + struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, 0) + name
    return local + rows + b"PK\5\6" + struct.pack(
        "<HHHHIIH", 0, 0, entries, entries, len(rows), len(local), 0)


def many_entries(n):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for i in range(n):
            file.writestr("%d.txt" % i, "x")
    return out.getvalue()


def letters(depth):
    """Mails that enclose one another."""
    text = "Subject: x\r\nContent-Type: text/plain\r\n\r\n" + cases.TYPED
    for _ in range(depth):
        text = ("Subject: x\r\nMIME-Version: 1.0\r\n"
                "Content-Type: message/rfc822\r\n\r\n" + text)
    return ("From: a@example.com\r\nTo: b@example.org\r\n" + text).encode()


def multiparts(depth):
    head = "".join(
        'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n'
        % (i, i) for i in range(depth))
    return ("From: a@example.com\r\nMIME-Version: 1.0\r\n" + head +
            "Content-Type: text/plain\r\n\r\n" + cases.TYPED).encode()


def entity_bombs(secret):
    parts = (("docx", "word/document.xml"), ("docx", "word/footnotes.xml"),
             ("odt", "content.xml"), ("odt", "styles.xml"))
    for form, part in parts:
        name = os.path.basename(part)[:-4] + "." + form
        yield "laughs-" + name, with_entity(form, part, laughs()), REFUSED
        yield ("outside-" + name, with_entity(form, part, outside(secret)),
               REFUSED)
        yield "remote-" + name, with_entity(form, part, remote()), REFUSED
    yield ("outside.html", cases.page(cases.EN).replace(
        b"<!DOCTYPE html>", outside(secret)[0].encode()), (READ,) + REFUSED)


def archive_bombs(_):
    document = b"<w:p/>" * (12 * MIB)
    big = make_office.archive([
        *(p for p in make_office.docx_parts([("p", "a")])
          if p[0] != "word/document.xml"), ("word/document.xml", document)])
    yield "big.docx", big, LIMIT
    yield "lying.docx", lying(big, "word/document.xml", 100), BAD
    low = ("--limit", "unpacked=8M")
    yield "big.zip", make_office.archive(
        [("%d.txt" % i, blank(MIB)) for i in range(12)]), \
        ("no-contract",) + LIMIT, low
    yield "lying.zip", lying(make_office.archive(
        [("a.txt", blank(32 * MIB))]), "a.txt", 9), BAD, low
    yield "one-for-all.zip", one_for_all(1000, blank(MIB // 32)), \
        ("no-contract",) + BAD, low
    yield "entries.zip", many_entries(20500), LIMIT
    yield "deep.zip", cases.nested(40), LIMIT
    tricks = [("../climb.txt", cases.TYPED), ("/root.txt", cases.TYPED),
              ("C:\\drive.txt", cases.TYPED), ("a/../../b.txt", cases.TYPED),
              ("x" * 60000 + ".txt", cases.TYPED), ("\x1b[31mred.txt",
                                                    cases.TYPED)]
    yield "tricks.zip", make_office.archive(tricks), (READ,) + REFUSED
    yield "names.docx", make_office.archive(
        [("../" + name, data) for name, data in
         make_office.docx_parts(cases.OFFICE)]), BAD + ("unsupported-format",)


def deep_ones(_):
    n = 100000
    yield "deep.html", cases.page("<div>" * n + cases.EN), (READ,) + BAD
    yield "lists.html", cases.page("<ol><li>" * n + "We access data."), \
        (READ, "no-contract") + BAD
    crowd = " ".join("a%d=%s1%s" % (i, *'""') for i in range(n))
    yield "attributes.html", cases.page("<p %s>%s</p>" % (crowd, cases.EN)), \
        (READ,) + BAD
    yield "attributes.docx", with_body(
        "docx", "<w:p %s><w:r><w:t>We access your data.</w:t></w:r></w:p>"
        % crowd), REFUSED
    yield "deep.rtf", b"{\\rtf1 " + b"{" * n + b"Terms" + b"}" * n + b"}", \
        ("no-contract",) + BAD
    yield "bin.rtf", b"{\\rtf1 We access data.{\\pict\\bin2147483647 x}}", \
        (READ, "no-contract") + BAD
    text = "<w:p><w:r><w:t>We access your data.</w:t></w:r></w:p>"
    yield "deep.docx", with_body("docx", "<w:sdt><w:sdtContent>" * n + text +
                                 "</w:sdtContent></w:sdt>" * n), \
        (READ, "no-contract") + BAD
    yield "tables.docx", with_body(
        "docx", "<w:tbl><w:tr><w:tc>" * n + text +
        "</w:tc></w:tr></w:tbl>" * n), (READ, "no-contract") + BAD
    yield "deep.odt", with_body("odt", "<text:section>" * n + "<text:p>We "
                                "access your data.</text:p>" +
                                "</text:section>" * n), \
        (READ, "no-contract") + BAD
    yield "deep.eml", letters(500), (READ,) + BAD
    yield "parts.eml", multiparts(2000), (READ, "no-contract") + BAD


def endless_ones(_):
    most = 2000000000
    fine = (READ, "no-contract") + BAD
    yield "spaces.odt", with_body(
        "odt", '<text:p>We access<text:s text:c="%d"/>your data.</text:p>'
        % most), fine
    cell = "<table:table-cell table:number-columns-repeated=\"%d\"><text:p>" \
           "We access your data.</text:p></table:table-cell>" % most
    yield "cells.odt", with_body(
        "odt", "<table:table><table:table-row table:number-rows-repeated="
        "\"%d\">%s</table:table-row></table:table>" % (most, cell)), fine
    yield "span.docx", with_body(
        "docx", "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"%d\"/>"
        "</w:tcPr><w:p><w:r><w:t>We access your data.</w:t></w:r></w:p>"
        "</w:tc></w:tr></w:tbl>" % most), fine
    yield "level.docx", with_body(
        "docx", "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"%d\"/><w:numId "
        "w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>We access your data.</w:t>"
        "</w:r></w:p>" % most), fine
    yield "start.html", cases.page(
        "<ol start=99999999999999><li>We access your data.</ol><table><tr>"
        "<td colspan=%d rowspan=%d>We access your data.</table>"
        % (most, most)), fine
    yield "unicode.rtf", b"{\\rtf1\\uc2147483647 We access data\\u26085 ?}", \
        ("no-contract", "empty", READ) + BAD


def pdf_bombs(_):
    if not tools.has_helper("ekimu-pdf"):
        return
    yield "bomb.pdf", make_pdf.make("bomb"), (READ, "empty") + BAD
    yield "loop.pdf", make_pdf.make("loop"), (READ,) + BAD
    yield "nested.pdf", make_pdf.make("nested"), ("limit", "damaged",
                                                  "no-contract")
    yield "count.pdf", make_pdf.make("text").replace(
        b"/Count 2", b"/Count 2000000000"), (READ,) + BAD
    yield "many.pdf", make_pdf.many(2100), ("empty", "no-contract") + BAD


def own_limits():
    """Each limit of the table, set low."""
    zipped = make_office.archive([("a.txt", cases.TYPED),
                                  ("b.txt", cases.TYPED_JA)])
    docx = make_office.docx(cases.OFFICE)
    rows = (("bytes=100", "a.txt", cases.TYPED.encode()),
            ("bytes=3000", "b.docx", docx), ("unpacked=3000", "c.docx", docx),
            ("unpacked=100", "d.zip", zipped), ("entries=1", "e.zip", zipped),
            ("nesting=1", "f.zip", cases.nested(2)),
            ("seconds=1", "g.pdf", make_pdf.make("nested")))
    if not tools.has_helper("ekimu-pdf"):
        rows = rows[:-1]
    for limit, name, data in rows:
        yield limit + "-" + name, data, LIMIT, ("--limit", limit)


def memory_bounded():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def run(path, options, traced):
    words = [tools.EKIMU, "scan", "--quiet", "--format", "ndjson", *LIMITS,
             *options, path]
    trace = path + ".trace"
    if traced:
        words = ["strace", "-f", "--seccomp-bpf", "-qq", "-o", trace, "-e",
                 "trace=openat,open,socket,connect", *words]
    began, seen = time.monotonic(), ""
    process = subprocess.Popen(
        words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, start_new_session=True,
        preexec_fn=None if FAST else memory_bounded)
    try:
        out, err = process.communicate(timeout=2 * SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        out, err = process.communicate()
    took = time.monotonic() - began
    if traced:
        with open(trace, encoding="utf-8", errors="replace") as file:
            seen = file.read()
        os.unlink(trace)
    return process.returncode, out, err, took, seen


def words_of(result):
    """A document without one of its parts has the word of that part."""
    document = result["document"]
    parts = {unread["why"] for unread in document["extraction"]["unread"]
             if unread["what"] == "part"}
    return parts or {document["no_result"]}


def troubles(status, out, err, took, seen, allowed):
    if status not in tools.STATUSES:
        yield "status %d after %.1f s: %s" % (status, took, err[-300:])
        return
    results = [json.loads(line) for line in out.splitlines()]
    words = set().union(*map(words_of, results))
    if not results:
        yield "no result"
    if words - set(allowed):
        yield "word %s, not one of %s" % (sorted(words), allowed)
    if SECRET.encode() in out:
        yield "the other file was read"
    if took > SECONDS:
        yield "took %.1f s" % took
    if "AF_INET" in seen:
        yield "opened a socket"
    if "secret.txt" in seen:
        yield "opened the other file"


def main():
    # Sanitizers look for leaks by tracing, and two cannot.
    traced = bool(shutil.which("strace")) and not FAST
    done = bad = 0
    slowest = (0, "")
    with tempfile.TemporaryDirectory() as room:
        secret = os.path.join(room, "secret.txt")
        with open(secret, "w", encoding="utf-8") as file:
            file.write(SECRET)
        inner = os.path.join(room, "inner")
        os.mkdir(inner)
        makers = [make(secret) for make in
                  (entity_bombs, archive_bombs, deep_ones, endless_ones,
                   pdf_bombs)] + [own_limits()]
        for name, data, allowed, *options in (
                row for rows in makers for row in rows):
            if sys.argv[1:] and not any(a in name for a in sys.argv[1:]):
                continue
            path = os.path.join(inner, name)
            with open(path, "wb") as file:
                file.write(data)
            ended = run(path, options[0] if options else (), traced)
            lines = list(troubles(*ended, allowed))
            for line in lines:
                print("%s: %s" % (name, line))
            done, bad = done + 1, bad + bool(lines)
            slowest = max(slowest, (ended[3], name))
            os.unlink(path)
        if os.listdir(inner) or sorted(os.listdir(room)) != ["inner",
                                                             "secret.txt"]:
            print("files were left behind")
            bad += 1
    print("%d files, %d wrong, slowest %.1f s (%s)%s" % (
        done, bad, *slowest, "" if traced else "; not traced"))
    return 1 if bad or not done else 0


if __name__ == "__main__":
    sys.exit(main())
