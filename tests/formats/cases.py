# SPDX-License-Identifier: Apache-2.0
"""Small documents in every format, each with one peculiarity, and what has to
come of them. All wording is our own."""
import struct
from email.message import EmailMessage

import make_office
import make_pdf
import tools
from make_office import FOOTER, HEADER, archive

READ = ""  # the word of a document that was read


class Case:
    """word: of no_result. must: strings of the text in this order, must_not:
    none of it (blanks do not count). unread: pairs of what and why. apart: words
    that must be counted. options: of ekimu."""

    def __init__(self, name, data, word=READ, must=(), must_not=(), unread=(),
                 apart=(), options=()):
        self.name, self.data, self.word = name, data, word
        self.must, self.must_not = tuple(must), tuple(must_not)
        self.unread, self.apart = tuple(unread), tuple(apart)
        self.options = tuple(options)


OFFICE = [
    ("h", "波止場書庫 利用規約"),
    ("p", "株式会社波止場情報保管(以下「当社」という。)は、利用規約を定める。"),
    ("n", 0, "(登録データ)"),
    ("n", 1, ["当社は、契約者の", ("ins", "事前の"), ("del", "事後の"),
              "承諾を得て登録データを閲覧する。"]),
    ("n", 2, "障害の原因を調べる場合"),
    ("n", 2, "契約者から依頼を受けた場合"),
    ("n", 1, ["当社は、登録データを開示しない。",
              ("note", "裁判所の令状による場合を除く。")]),
    ("n", 0, ["(", ("split", "安全管理"), ")"]),
    ("n", 1, "登録データは、保存時に暗号化する。"),
    ("t", [["機能", "標準"], ["操作記録", "なし"]]),
    ("box", "本欄の記載は別紙一に優先する。"),
    ("p", [("link", "別紙一"), "に従い、", ("field", "第1条"),
           "を適用する。", ("comment", "要確認です"),
           ("hidden", "隠された文")]),
    ("p", ["準拠法は日本法とする。", ("end", "文末の注である。")]),
]
FINAL = ("#波止場書庫 利用規約", "第1条(登録データ)",
         "(1)当社は、契約者の事前の承諾を得て登録データを閲覧する。",
         "(a)障害の原因を調べる場合", "(b)契約者から依頼を受けた場合",
         "(2)当社は、登録データを開示しない。",
         "裁判所の令状による場合を除く。", "第2条(安全管理)",
         "(1)登録データは、保存時に暗号化する。", "|機能|標準|",
         "|操作記録|なし|", "別紙一に従い、第1条を適用する。",
         "準拠法は日本法とする。")
ORIGINAL = tuple(s.replace("事前の", "事後の") for s in FINAL)
NEVER = ("要確認です", "隠された文", HEADER, FOOTER)
APART = ("comment", "header", "footer", "hidden")
BOX = "本欄の記載は別紙一に優先する。"
END = "文末の注である。"


def office_cases():
    for form, make in make_office.MAKERS.items():
        data = make(OFFICE)
        yield Case("office." + form, data, READ, FINAL + (END,),
                   NEVER + ("事後の",), apart=APART + ("deleted",))
        yield Case("box." + form, data, READ, (BOX,), (BOX + BOX,))
        yield Case("original." + form, data, READ, ORIGINAL + (END,),
                   NEVER + ("事前の",), apart=APART + ("inserted",),
                   options=("--tracked", "original"))
        yield Case("both." + form, data, READ, ("事前の事後の承諾",), NEVER,
                   options=("--tracked", "both"))
    yield Case("empty.docx", make_office.docx([("p", "")]), "empty")
    yield Case("empty.odt", make_office.odt([("p", "")]), "empty")
    yield Case("empty.rtf", make_office.rtf([("p", "")]), "empty")
    yield Case("encrypted.docx", ole("EncryptedPackage", "EncryptionInfo"),
               "encrypted")
    yield Case("old.doc", ole("WordDocument", "1Table"),
               "unsupported-format")
    yield Case("encrypted.odt", encrypted_odt(), "encrypted")
    yield Case("no-document.docx", archive(
        [(name, data) for name, data in make_office.docx_parts(OFFICE)
         if name != "word/document.xml"]), "damaged")
    yield Case("no-footnotes.docx", archive(
        [(name, data) for name, data in make_office.docx_parts(OFFICE)
         if name != "word/footnotes.xml"]), READ, ("第1条(登録データ)",),
        unread=(("part", "missing"),))
    yield Case("half.docx", archive(
        [(name, data if name != "word/document.xml" else
          data[:len(data) // 2])
         for name, data in make_office.docx_parts(OFFICE)]), "damaged")


def encrypted_odt():
    parts = dict(make_office.odt_parts(OFFICE))
    parts["META-INF/manifest.xml"] = parts["META-INF/manifest.xml"].replace(
        'manifest:full-path="content.xml" manifest:media-type="text/xml"/>',
        'manifest:full-path="content.xml" manifest:media-type="text/xml">'
        '<manifest:encryption-data manifest:checksum="x"><manifest:algorithm '
        'manifest:algorithm-name="aes256-cbc"/></manifest:encryption-data>'
        "</manifest:file-entry>")
    parts["content.xml"] = bytes(i * 89 % 251 for i in range(3000))
    return archive(parts.items(), stored=("mimetype",))


def ole(*names):
    """A compound file with streams of these names."""
    sector, end, free = 512, 0xfffffffe, 0xffffffff
    entries = b""
    for i, name in enumerate(("Root Entry", *names)):
        coded = (name + "\0").encode("utf-16-le")
        entries += coded.ljust(64, b"\0") + struct.pack(
            "<HBBIII16sIQQIQ", len(coded), 5 if i == 0 else 2, 1, free,
            i + 1 if 0 < i < len(names) else free, 1 if i == 0 else free,
            b"", 0, 0, 0, end if i == 0 else 2, 0 if i == 0 else 4096)
    entries = entries.ljust(sector, b"\0")[:sector]
    fat = struct.pack("<II", 0xfffffffd, end) + b"".join(
        struct.pack("<I", i + 1) for i in range(2, 9)) + struct.pack(
            "<I", end)
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack(
        "<HHHHH6xIIIIIIIIII", 0x3e, 3, 0xfffe, 9, 6, 0, 1, 1, 0, 4096, end,
        0, end, 0, 0)
    head += struct.pack("<I", free) * ((sector - len(head)) // 4)
    return head + fat.ljust(sector, b"\xff") + entries + bytes(4096)


def pdf_cases():
    clauses = make_pdf.CLAUSES
    left = " ".join("left%d" % i for i in range(120))
    right = " ".join("right%d" % i for i in range(120))
    sentence = " ".join(make_pdf.WORDS)
    expected = {
        "text": (READ, clauses + (sentence,)),
        "columns": ("no-contract", (left, right)),
        "headers": (READ, (" ".join(word for i in range(1, 5) for word in
                                    make_pdf.page_words(i)),),
                    ("Example Cloud", "Confidential", "of 4")),
        "image": ("image-only", ()),
        "mixed": (READ, clauses, (), (("page", "image-only"),)),
        "hidden": (READ, clauses),
        "outlines": ("image-only", ()),
        "japanese": (READ, make_pdf.JAPANESE),
        "vertical": (READ, make_pdf.JAPANESE),
        "unmapped": ("missing-cmap", ()),
        "half-mapped": ("missing-cmap", ()),
        "mute": ("missing-cmap", ()),
        "unseen-form": (READ, clauses + ("Party:", "Aoba Trading",)),
        "encrypted": ("encrypted", ()),
        "owner": (READ, clauses),
        "rotated": (READ, clauses),
        "turned": (READ, clauses),
        "falling": (READ, clauses),
        "upside-down": (READ, clauses),
        "outside": (READ, clauses, ("beyond the edge",)),
        "form": (READ, clauses + ("Party:", "Aoba Trading",)),
        "attachment": (READ, clauses, (), (("attachment", "not-read"),)),
        "ligatures": ("no-contract", (
            "The confidential influence of the agreement is a long-term "
            "matter of providers.",)),
        "footnotes": (READ, (sentence, "Agreed in the order form.")),
        "damaged": ("damaged", ()),
    }
    for kind, what in expected.items():
        yield Case(kind + ".pdf", make_pdf.make(kind), *what)


EN = ("<h1>Terms of Service</h1><ol><li>We do not access Customer Data "
      "without your prior consent.</li><li>We may disclose Customer Data "
      "under a court order.</li></ol>")
EN_TEXT = ("# Terms of Service",
           "1. We do not access Customer Data without your prior consent.",
           "2. We may disclose Customer Data under a court order.")


def page(body, head=""):
    return ("<!DOCTYPE html><html lang=en><head><meta charset=utf-8>"
            "<title>Terms</title>%s</head><body>%s</body></html>"
            % (head, body)).encode("utf-8")


def html_cases():
    yield Case("around.html", page(
        "<nav><a>Home</a> <a>Pricing</a></nav><main>%s</main>"
        "<div id=cookie-banner role=dialog>We use cookies to make this site "
        "work. <button>Accept all</button></div><footer>Imprint of the site"
        "</footer>" % EN), READ, EN_TEXT,
        ("Pricing", "Accept all", "Imprint of the site"))
    yield Case("hidden.html", page(
        EN + "<p hidden>Hidden one</p><p style='display:none'>Hidden two</p>"
        "<script>var hidden = 'three';</script>"), READ, EN_TEXT,
        ("Hidden one", "Hidden two", "three"))
    yield Case("lists.html", page(
        "<h1>Terms of Service</h1><ol start=4 type=A><li>We do not access "
        "Customer Data.<li value=9>We encrypt Customer Data.</ol><dl><dt>"
        "Customer Data<dd>what you store in the service</dl><details>"
        "<summary>Courts</summary><p>We disclose data under a court order."
        "</details>"), READ,
        ("D. We do not access Customer Data.", "I. We encrypt Customer Data.",
         "Customer Data", "what you store in the service", "Courts",
         "We disclose data under a court order."))
    yield Case("ruby.html", page(
        "<h1>利用規約</h1><p>当社は、登録データを<ruby>閲覧<rp>(</rp><rt>"
        "えつらん</rt><rp>)</rp></ruby>しない。</p>"), READ,
        ("登録データを閲覧しない。",), ("えつらん",))
    yield Case("script-only.html", page(
        "<div id=root></div><script src=app.js></script>"), "needs-browser")
    yield Case("blocked.html", page(
        "<h1>Just a moment...</h1><p>Checking your browser before accessing "
        "the site. Please enable JavaScript and cookies to continue.</p>"
        "<div class=cf-challenge></div>"), "blocked")
    yield Case("login.html", page(
        "<h1>Log in</h1><form method=post><input type=email name=user>"
        "<input type=password name=pass><button>Log in</button></form>"
        "<a href=/forgot>Forgot your password?</a>"), "login")
    yield Case("frame.html", page(EN + "<iframe src='annex.html'></iframe>"),
               READ, EN_TEXT, (), (("frame", "elsewhere"),))


TYPED = ("TERMS OF SERVICE\n\n1. We do not access Customer Data without your "
         "prior consent.\n2. We may disclose Customer Data under a court "
         "order.\n")
TYPED_JA = ("利用規約\n\n第1条(登録データ)\n1 当社は、契約者の事前の承諾を得て"
            "登録データを閲覧する。\n2 登録データは、保存時に暗号化する。\n")


def text_cases():
    yield Case("empty.txt", b"", "empty")
    yield Case("blank.txt", b" \r\n\t\r\n", "empty")
    yield Case("binary.txt", bytes(i * 7 % 256 for i in range(4000)),
               "unsupported-format")
    yield Case("nul.txt", TYPED.replace("Data ", "Data\0 ", 1).encode(), READ,
               ("2. We may disclose Customer Data under a court order.",))
    yield Case("mac.txt", TYPED.replace("\n", "\r").encode(), READ,
               ("1. We do not access", "2. We may disclose"))
    yield Case("half-width.txt", TYPED_JA.replace(
        "データ", "ﾃﾞｰﾀ").encode("cp932"), READ, ("登録データ",))
    yield Case("cut.txt", TYPED_JA.encode("utf-8")[:-3], READ,
               ("第1条(登録データ)",))
    yield Case("french.txt", (
        "Conditions générales d’utilisation. Le prestataire n’accède pas aux "
        "données du client sans son accord préalable. Les données sont "
        "chiffrées. Les présentes sont régies par le droit suisse.\n" * 4
        ).encode("cp1252"), "unsupported-language")
    yield Case("chinese.txt", (
        "服务条款。未经您的事先同意，我们不会访问您的数据。我们会对数据进行加密。"
        "本条款适用中华人民共和国法律。\n" * 6).encode("gbk"), "unsupported-language")


def mail(parts, text="The terms are attached.\n"):
    message = EmailMessage()
    message["From"], message["To"] = "sales@example.com", "legal@example.org"
    message["Subject"] = "Terms"
    message.set_content(text)
    for name, data in parts:
        message.add_attachment(data, maintype="application",
                               subtype="octet-stream", filename=name)
    return message.as_bytes()


def locked(data):
    """A ZIP file whose entries say that they are encrypted."""
    out = bytearray(data)
    for mark, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        place = out.find(mark)
        while place >= 0:
            out[place + at] |= 1
            place = out.find(mark, place + 4)
    return bytes(out)


def nested(depth):
    data = TYPED.encode()
    name = "terms.txt"
    for i in range(depth):
        data, name = archive([(name, data)]), "level%d.zip" % i
    return data


def box_cases():
    office = make_office.docx(OFFICE)
    yield Case("terms.zip", archive([("a/terms.txt", TYPED), ("b.docx",
                                                              office)]),
               READ, ("1. We do not access Customer Data",
                      "第1条(登録データ)"))
    yield Case("twice.zip", nested(2), READ, ("1. We do not access",))
    yield Case("deep.zip", nested(9), "limit")
    yield Case("nothing.zip", archive([("a.xyz", b"\0\1\2" * 40)]),
               "unsupported-format")
    yield Case("no-entries.zip", archive([]), "empty")
    yield Case("locked.zip", locked(archive([("terms.txt", TYPED)])),
               "encrypted")
    yield Case("mail.eml", mail([("terms.docx", office)]), READ,
               ("第1条(登録データ)",))
    yield Case("letter.eml", mail([], TYPED), READ,
               ("1. We do not access Customer Data",
                "2. We may disclose Customer Data under a court order."))


def every():
    if tools.has_helper("ekimu-pdf"):
        yield from pdf_cases()
    for cases in (office_cases, html_cases, text_cases, box_cases):
        yield from cases()

