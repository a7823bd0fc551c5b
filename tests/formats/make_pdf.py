# SPDX-License-Identifier: Apache-2.0
"""Makes small PDFs for the tests, each with one peculiarity:
make_pdf.py KIND >FILE, or make_pdf.make(KIND). Own wording, no libraries."""
import hashlib
import struct
import sys
import zlib

WIDTH, HEIGHT = 595, 842
LEFT, TOP, SIZE, LEADING = 72, 770, 11, 14
WORDS = ("The Provider keeps the data of the Customer in the region that the "
         "Customer has chosen, and does not read it unless the Customer asks "
         "for support in writing.").split()
CLAUSES = (
    "1. Storage. The Provider stores customer data in the chosen region.",
    "2. Access. The Provider does not access customer data without consent.",
    "3. Disclosure. Customer data is disclosed only by order of a court.",
)
JAPANESE = ("第1条　当社は、お客様のデータを閲覧しません。",
            "第2条　当社は、裁判所の令状による場合に限り、データを開示します。")
PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E80"
                    "2F0CA9FE6453697A")


def rc4(key, data):
    s, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + s[i] + key[i % len(key)]) & 255
        s[i], s[j] = s[j], s[i]
    i = j = 0
    for byte in data:
        i = (i + 1) & 255
        j = (j + s[i]) & 255
        s[i], s[j] = s[j], s[i]
        out.append(byte ^ s[(s[i] + s[j]) & 255])
    return bytes(out)


class Cipher:
    """The standard security handler, revision 2 (RC4, 40 bits)."""

    def __init__(self, user, owner):
        def padded(word):
            return (word.encode() + PAD)[:32]
        self.ident = hashlib.md5(b"ekimu").digest()
        self.rights = -4
        self.owner = rc4(hashlib.md5(padded(owner)).digest()[:5],
                         padded(user))
        self.key = hashlib.md5(
            padded(user) + self.owner +
            (self.rights & 0xffffffff).to_bytes(4, "little") +
            self.ident).digest()[:5]
        self.user = rc4(self.key, PAD)

    def stream(self, number, data):
        key = self.key + number.to_bytes(3, "little") + b"\0\0"
        return rc4(hashlib.md5(key).digest()[:10], data)

    def dictionary(self):
        return "<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P %d>>" % (
            self.owner.hex(), self.user.hex(), self.rights)


class Pdf:
    """Objects are added as text or (dictionary, stream); write() puts them
    behind one another with their table."""

    def __init__(self, cipher=None):
        self.objects = [None, None]  # 1: the catalogue, 2: the pages
        self.pages, self.catalogue, self.cipher = [], "", cipher
        self.fonts = {"F": self.standard("Helvetica"),
                      "B": self.standard("Helvetica-Bold")}

    def add(self, body, stream=None):
        self.objects.append((body, stream))
        return len(self.objects)

    def standard(self, name, more="/Encoding/WinAnsiEncoding"):
        return self.add("<</Type/Font/Subtype/Type1/BaseFont/%s%s>>" %
                        (name, more))

    def page(self, content, more="", resources="", packed=True):
        if isinstance(content, str):
            content = content.encode("latin-1")
        filters = "/Filter/FlateDecode" if packed else ""
        stream = self.add("<<%s/Length %%d>>" % filters,
                          zlib.compress(content) if packed else content)
        fonts = "".join("/%s %d 0 R" % font for font in self.fonts.items())
        box = "" if "/MediaBox" in more else "/MediaBox[0 0 %d %d]" % (
            WIDTH, HEIGHT)
        self.pages.append(self.add(
            "<</Type/Page/Parent 2 0 R%s%s/Contents %d 0 R"
            "/Resources<</Font<<%s>>%s>>>>" %
            (box, more, stream, fonts, resources)))
        return self.pages[-1]

    def body(self, number, body, stream):
        if stream is None:
            return body.encode("latin-1")
        if self.cipher:
            stream = self.cipher.stream(number, stream)
        return (body % len(stream)).encode("latin-1") + \
            b"\nstream\n" + stream + b"\nendstream"

    def write(self):
        kids = " ".join("%d 0 R" % page for page in self.pages)
        self.objects[0] = ("<</Type/Catalog/Pages 2 0 R%s>>" % self.catalogue,
                           None)
        self.objects[1] = ("<</Type/Pages/Kids[%s]/Count %d>>" %
                           (kids, len(self.pages)), None)
        out, places = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"), []
        for number, (body, stream) in enumerate(self.objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (
                number, self.body(number, body, stream))
        table = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        crypt = self.cipher and "/Encrypt %s/ID[<%s><%s>]" % (
            self.cipher.dictionary(), self.cipher.ident.hex(),
            self.cipher.ident.hex())
        out += ("trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n"
                % (len(places) + 1, crypt or "", table)).encode()
        return bytes(out)


def escaped(words):
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def at(x, y, words, font="F", size=SIZE, matrix="1 0 0 1"):
    return "BT /%s %d Tf %s %d %d Tm (%s) Tj ET\n" % (
        font, size, matrix, x, y, escaped(words))


def coded(x, y, code, font="J", size=SIZE):
    return "BT /%s %d Tf 1 0 0 1 %d %d Tm <%s> Tj ET\n" % (
        font, size, x, y, code.hex())


def lines_of(words, wide):
    """Broken to lines of at most so many letters."""
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) >= wide:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    return lines


def paragraph(x, y, words, wide=80):
    return "".join(at(x, y - i * LEADING, line)
                   for i, line in enumerate(lines_of(words, wide)))


def clauses(y=TOP - 40):
    return at(LEFT, TOP, "Terms of Service", "B", 16) + "".join(
        at(LEFT, y - i * 2 * LEADING, words)
        for i, words in enumerate(CLAUSES))


def text():
    pdf = Pdf()
    pdf.page(clauses())
    pdf.page(paragraph(LEFT, TOP, WORDS * 3))
    return pdf.write()


def columns():
    """Two columns; the left one is read first."""
    pdf = Pdf()
    words = ["left%d" % i for i in range(120)]
    more = ["right%d" % i for i in range(120)]
    pdf.page(paragraph(LEFT, TOP, words, 32) + paragraph(320, TOP, more, 32))
    return pdf.write()


def page_words(number):
    """No two pages begin or end alike."""
    words = WORDS[5 * number:] + WORDS[:5 * number]
    return words * 4 + words[:3 * number]


def headers():
    """Header, footer and page number; sentences go on over the pages."""
    pdf = Pdf()
    for number in range(1, 5):
        pdf.page(at(LEFT, 810, "Example Cloud Terms, version 3", size=8) +
                 at(LEFT, 30, "Confidential", size=8) +
                 at(280, 30, "Page %d of 4" % number, size=8) +
                 paragraph(LEFT, TOP, page_words(number)))
    return pdf.write()


def picture(pdf):
    """A gray square of noise that no text stands in."""
    side, value, grain = 64, 1, bytearray()
    for _ in range(side * side):
        value = value * 1103515245 + 12345 & 0x7fffffff
        grain.append(value >> 16 & 255)
    return pdf.add("<</Type/XObject/Subtype/Image/Width %d/Height %d"
                   "/ColorSpace/DeviceGray/BitsPerComponent 8"
                   "/Filter/FlateDecode/Length %%d>>" % (side, side),
                   zlib.compress(bytes(grain)))


def image_page(pdf, content=""):
    pdf.page("q 480 0 0 700 60 70 cm /I Do Q\n" + content,
             resources="/XObject<</I %d 0 R>>" % picture(pdf))


def image():
    pdf = Pdf()
    image_page(pdf)
    return pdf.write()


def mixed():
    """Two pages of text, one that is an image."""
    pdf = Pdf()
    pdf.page(clauses())
    image_page(pdf)
    pdf.page(paragraph(LEFT, TOP, WORDS * 3))
    return pdf.write()


def hidden():
    """A scan with its text in an invisible layer."""
    pdf = Pdf()
    image_page(pdf, "3 Tr\n" + clauses())
    return pdf.write()


def outlines():
    """Letters drawn as shapes: neither text nor image."""
    pdf = Pdf()
    shapes = "".join("%d %d 5 8 re f\n" % (LEFT + 7 * x, TOP - LEADING * y)
                     for y in range(30) for x in range(60) if x % 6)
    pdf.page(shapes)
    return pdf.write()


def blank():
    pdf = Pdf()
    pdf.page(clauses())
    pdf.page("")
    return pdf.write()


def composite(pdf, encoding, ordering, base="Ryumin-Light", more=""):
    below = pdf.add(
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/%s/DW 1000/CIDSystemInfo"
        "<</Registry(Adobe)/Ordering(%s)/Supplement 2>>/FontDescriptor %d 0 R"
        ">>" % (base, ordering, pdf.add(
            "<</Type/FontDescriptor/FontName/%s/Flags 4/ItalicAngle 0"
            "/FontBBox[0 -200 1000 900]/Ascent 900/Descent -200/CapHeight 700"
            "/StemV 80>>" % base)))
    return pdf.add("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/%s"
                   "/DescendantFonts[%d 0 R]%s>>" %
                   (base, encoding, below, more))


def japanese():
    """A font that is not embedded, in the encoding of Shift_JIS."""
    pdf = Pdf()
    pdf.fonts["J"] = composite(pdf, "90ms-RKSJ-H", "Japan1")
    pdf.page("".join(coded(LEFT, TOP - 2 * LEADING * i, words.encode("cp932"))
                     for i, words in enumerate(JAPANESE)))
    return pdf.write()


def vertical():
    """Columns from right to left."""
    pdf = Pdf()
    pdf.fonts["J"] = composite(pdf, "90ms-RKSJ-V", "Japan1")
    pdf.page("".join(coded(480 - 30 * i, TOP, words.encode("cp932"))
                     for i, words in enumerate(JAPANESE)))
    return pdf.write()


def truetype(glyphs=100):
    """A font file whose glyphs are boxes, each of its own height; 3 is
    blank."""
    outlines, places = b"", [0]
    for n in range(glyphs):
        if n != 3:
            top = 300 + 5 * n
            outlines += struct.pack(
                ">5hHH4B4h4h2x", 1, 50, 0, 450, top, 3, 0, 1, 1, 1, 1,
                50, 0, 400, 0, 0, top, 0, -top)
        places.append(len(outlines))
    tables = {
        b"glyf": outlines,
        b"head": struct.pack(">IIIIHHQQ4hHHhhh", 0x10000, 0x10000, 0,
                             0x5F0F3CF5, 0, 1000, 0, 0, 0, 0, 500, 900, 0, 8,
                             2, 1, 0),
        b"hhea": struct.pack(">I3hH11hH", 0x10000, 900, -200, 0, 500, 0, 0,
                             500, 1, 0, 0, 0, 0, 0, 0, 0, glyphs),
        b"hmtx": struct.pack(">Hh", 500, 50) * glyphs,
        b"loca": struct.pack(">%dI" % (glyphs + 1), *places),
        b"maxp": struct.pack(">IH13H", 0x10000, glyphs, 4, 1, 0, 0, 1, 0, 0, 0,
                             0, 0, 0, 0, 0),
    }
    head = struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, 32)
    at, body = len(head) + 16 * len(tables), b""
    for name, data in sorted(tables.items()):
        head += name + struct.pack(">III", 0, at + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    return head + body


def embedded(pdf):
    """That font, named by the numbers of its glyphs, and nothing that tells
    what they show."""
    font = truetype()
    file = pdf.add("<</Length1 %d/Length %%d>>" % len(font), font)
    described = pdf.add(
        "<</Type/FontDescriptor/FontName/AAAAAA+Own/Flags 4/ItalicAngle 0"
        "/FontBBox[0 0 500 900]/Ascent 900/Descent -200/CapHeight 700/StemV 80"
        "/FontFile2 %d 0 R>>" % file)
    below = pdf.add(
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Own/DW 500"
        "/CIDToGIDMap/Identity/CIDSystemInfo<</Registry(Adobe)/Ordering"
        "(Identity)/Supplement 0>>/FontDescriptor %d 0 R>>" % described)
    return pdf.add("<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Own/Encoding"
                   "/Identity-H/DescendantFonts[%d 0 R]>>" % below)


def numbers_of(words):
    """As common fonts number their letters."""
    return b"".join((ord(c) - 29).to_bytes(2, "big") for c in words)


def unmapped():
    """Words in a font that does not say which characters it shows."""
    pdf = Pdf()
    pdf.fonts["J"] = embedded(pdf)
    pdf.page("".join(coded(LEFT, TOP - LEADING * i, numbers_of(line))
                     for i, line in enumerate(lines_of(WORDS * 8, 70))))
    return pdf.write()


def drawn(first=161):
    """A font of shapes with names that mean nothing."""
    pdf = Pdf()
    shape = pdf.add("<</Length %d>>", b"600 0 0 0 500 700 d1 0 0 500 700 re f")
    names = " ".join("/s%dx" % n for n in range(40))
    procs = "".join("/s%dx %d 0 R" % (n, shape) for n in range(40))
    pdf.fonts["J"] = pdf.add(
        "<</Type/Font/Subtype/Type3/FontBBox[0 0 600 700]/FontMatrix[0.001 0 "
        "0 0.001 0 0]/CharProcs<<%s>>/Encoding<</Type/Encoding/Differences"
        "[%d %s]>>/FirstChar %d/LastChar %d/Widths[%s]>>" %
        (procs, first, names, first, first + 39, "600 " * 40))
    pdf.page(clauses() + "".join(coded(LEFT, 600 - LEADING * i, bytes(
        first + (n * 7 + i) % 30 for n in range(60))) for i in range(30)))
    return pdf.write()


def mute():
    """Capitals are drawn, and the font says that they are no characters."""
    pdf = Pdf()
    codes = "".join("<%02x> <%04x>\n" % (n, n) for n in range(97, 123))
    table = pdf.add("<</Length %d>>", (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CMapName /Own def /CMapType 2 def\n1 begincodespacerange\n"
        "<00> <ff>\nendcodespacerange\n26 beginbfchar\n%sendbfchar\n"
        "26 beginbfchar\n%sendbfchar\nendcmap end end" % (
            codes, "".join("<%02x> <>\n" % n for n in range(65, 91)))
    ).encode())
    pdf.fonts["M"] = pdf.standard(
        "Courier", "/Encoding<</Type/Encoding/Differences[65%s]>>/ToUnicode "
        "%d 0 R" % ("".join("/g%d" % n for n in range(26)), table))
    pdf.page(clauses() + "".join(
        at(LEFT, 600 - LEADING * i, "THE LAST PART OF IT IS MUTE", "M")
        for i in range(20)))
    return pdf.write()


def half_mapped():
    """A heading that can be read over words that cannot."""
    pdf = Pdf()
    pdf.fonts["J"] = embedded(pdf)
    pdf.page(clauses() + "".join(
        coded(LEFT, 600 - LEADING * i, numbers_of(line))
        for i, line in enumerate(lines_of(WORDS * 8, 70))))
    return pdf.write()


def encrypted():
    """Opens only with a password."""
    pdf = Pdf(Cipher("secret", "owner"))
    pdf.page(clauses())
    return pdf.write()


def owner():
    """Opens for everybody; a password guards what may be done with it."""
    pdf = Pdf(Cipher("", "owner"))
    pdf.page(clauses())
    return pdf.write()


def rotated():
    """A page that viewers turn by a quarter."""
    pdf = Pdf()
    pdf.page("".join(at(LEFT + 40 + 2 * LEADING * i, LEFT, words,
                        matrix="0 1 -1 0") for i, words in enumerate(CLAUSES)),
             "/Rotate 90")
    return pdf.write()


def turned(matrix="0 1 -1 0", x=120, step=2 * LEADING, y=LEFT):
    """Words that climb the page, as on a sheet scanned sideways."""
    pdf = Pdf()
    pdf.page("".join(at(x + step * i, y, words, matrix=matrix)
                     for i, words in enumerate(CLAUSES)))
    return pdf.write()


def falling():
    """Words that run down the page."""
    return turned("0 -1 1 0", 480, -2 * LEADING, TOP)


def upside_down():
    pdf = Pdf()
    pdf.page("".join(at(520, 100 + 2 * LEADING * i, words, matrix="-1 0 0 -1")
                     for i, words in enumerate(CLAUSES)))
    return pdf.write()


def outside():
    """Words beyond the edge that viewers do not show."""
    pdf = Pdf()
    pdf.page(clauses() + at(LEFT, 20, "printer mark beyond the edge") +
             at(LEFT, 1200, "far beyond the edge"), "/CropBox[0 60 595 842]")
    return pdf.write()


def appearance(pdf, words, width, height):
    return pdf.add("<</Type/XObject/Subtype/Form/BBox[0 0 %d %d]/Resources"
                   "<</Font<</F %d 0 R>>>>/Length %%d>>" %
                   (width, height, pdf.fonts["F"]),
                   at(2, 4, words).encode("latin-1"))


def form(shown=True):
    """Fields that somebody has filled in, and words written on the page."""
    pdf = Pdf()
    rows = (("/FT/Tx/T(party)/V(Aoba Trading)", "Aoba Trading", 640),
            ("/FT/Btn/T(agree)/AS/Yes/V/Yes", "", 610),
            ("/FT/Ch/T(region)/Opt[(Tokyo)(Osaka)]/V(Osaka)", "Osaka", 580))
    fields = []
    for keys, words, y in rows:
        seen = "/AP<</N %d 0 R>>" % appearance(pdf, words, 200, 20) \
            if shown and words else ""
        fields.append(pdf.add("<</Type/Annot/Subtype/Widget%s/Rect[200 %d 400 "
                              "%d]/F 4/DA(/F 11 Tf 0 g)%s>>" %
                              (keys, y, y + 20, seen)))
    look = "/AP<</N %d 0 R>>" % appearance(pdf, "Signed by hand", 200, 20) \
        if shown else ""
    note = pdf.add("<</Type/Annot/Subtype/FreeText/Rect[200 500 400 520]/F 4"
                   "/DA(/F 11 Tf 0 g)/Contents(Signed by hand)%s>>" % look)
    notes = " ".join("%d 0 R" % n for n in fields + [note])
    pdf.page(clauses() + at(LEFT, 644, "Party:"), "/Annots[%s]" % notes)
    pdf.catalogue = "/AcroForm<</Fields[%s]/DR<</Font<</F %d 0 R>>>>>>" % (
        " ".join("%d 0 R" % n for n in fields), pdf.fonts["F"])
    return pdf.write()


def unseen_form():
    """The same where no viewer has drawn the fields yet."""
    return form(False)


def attachment():
    pdf = Pdf()
    pdf.page(clauses())
    data = pdf.add("<</Type/EmbeddedFile/Length %d>>", b"the annex")
    spec = pdf.add("<</Type/Filespec/F(annex.txt)/UF(annex.txt)/EF<</F %d 0 R"
                   ">>>>" % data)
    pdf.catalogue = "/Names<</EmbeddedFiles<</Names[(annex.txt) %d 0 R]>>>>" % (
        spec)
    return pdf.write()


def ligatures():
    """Ligatures, soft and hard hyphens at line ends."""
    pdf = Pdf()
    pdf.fonts["F"] = pdf.standard(
        "Helvetica", "/Encoding<</Type/Encoding/BaseEncoding/WinAnsiEncoding"
        "/Differences[128/fi/fl]>>")
    pdf.page(at(LEFT, TOP, "The con\x80dential in\x81uence of the agree-") +
             at(LEFT, TOP - LEADING, "ment is a long-") +
             at(LEFT, TOP - 2 * LEADING, "term matter of pro\xad") +
             at(LEFT, TOP - 3 * LEADING, "viders."))
    return pdf.write()


def footnotes():
    pdf = Pdf()
    pdf.page(paragraph(LEFT, TOP, WORDS * 2) +
             at(LEFT + 300, TOP - 5 * LEADING, "as agreed") +
             at(LEFT + 352, TOP - 5 * LEADING + 5, "1", size=6) +
             "72 110 150 0.5 re f\n" + at(LEFT, 100, "1", size=6) +
             at(LEFT + 6, 96, "Agreed in the order form.", size=8))
    return pdf.write()


def many(pages=300):
    pdf = Pdf()
    for number in range(pages):
        pdf.page(at(LEFT, TOP, "Sheet %d" % (number + 1)))
    return pdf.write()


def bomb():
    """A content stream that unpacks to a gigabyte."""
    pdf = Pdf()
    pack, piece = zlib.compressobj(9), b" " * 1000000
    packed = pack.compress(piece) + pack.flush(zlib.Z_FULL_FLUSH)
    block = pack.compress(piece) + pack.flush(zlib.Z_FULL_FLUSH)
    packed += 998 * block + pack.compress(piece)
    number = pdf.page("")
    stream = pdf.add("<</Filter/FlateDecode/Length %d>>",
                     packed + pack.flush())
    body, none = pdf.objects[number - 1]
    pdf.objects[number - 1] = (body.replace(
        "/Contents %d 0 R" % (number - 1), "/Contents %d 0 R" % stream), none)
    return pdf.write()


def loop():
    """A form that draws itself, twice."""
    pdf = Pdf()
    form_number = len(pdf.objects) + 1
    pdf.add("<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources"
            "<</XObject<</X %d 0 R>>>>/Length %%d>>" % form_number,
            b"/X Do /X Do")
    pdf.page(clauses() + "/X Do\n",
             resources="/XObject<</X %d 0 R>>" % form_number)
    return pdf.write()


def nested(depth=25):
    """Forms that draw the next one twice: two to the 25th of them."""
    pdf = Pdf()
    below = pdf.add("<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources"
                    "<</Font<</F %d 0 R>>>>/Length %%d>>" % pdf.fonts["F"],
                    at(LEFT, TOP, "x").encode())
    for _ in range(depth):
        below = pdf.add("<</Type/XObject/Subtype/Form/BBox[0 0 595 842]"
                        "/Resources<</XObject<</X %d 0 R>>>>/Length %%d>>" %
                        below, b"/X Do /X Do")
    pdf.page("/X Do\n", resources="/XObject<</X %d 0 R>>" % below)
    return pdf.write()


def damaged():
    """The header, and then nothing that holds."""
    return b"%PDF-1.4\n1 0 obj\n<</Type/Cat\n" + b"\0\xff" * 200


KINDS = {function.__name__.replace("_", "-"): function for function in (
    text, columns, headers, image, mixed, hidden, outlines, blank, japanese,
    vertical, unmapped, drawn, mute, half_mapped, encrypted, owner, rotated, turned,
    falling, upside_down, outside, form, unseen_form, attachment, ligatures,
    footnotes, many, bomb, loop, nested, damaged)}


def make(kind):
    return KINDS[kind]()


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in KINDS:
        sys.exit("usage: make_pdf.py KIND >FILE\n\nKINDs: %s" %
                 " ".join(KINDS))
    sys.stdout.buffer.write(make(sys.argv[1]))
