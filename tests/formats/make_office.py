# SPDX-License-Identifier: Apache-2.0
"""Makes DOCX, ODT and RTF files out of one model, without an office suite.

A document is a list of blocks: ("h", runs), ("p", runs), ("n", level, runs) an
item of the list 第1条 / (1) / (a), ("t", rows of strings), ("box", string).
Runs are a string or a list of strings and pairs: ("ins", s), ("del", s) tracked
changes; ("note", s), ("end", s) notes; ("comment", s); ("hidden", s);
("link", s); ("split", s) one run a letter; ("field", s)."""
import io
import zipfile
from xml.sax.saxutils import escape

HEADER, FOOTER = "波止場書庫 社外秘", "Sorrelmere draft, not for signature"


def archive(parts, stored=()):
    """Parts is a list of names and bytes or strings."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts:
            file.writestr(zipfile.ZipInfo(name), data,
                          zipfile.ZIP_STORED if name in stored
                          else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def runs_of(runs):
    for run in [runs] if isinstance(runs, str) else runs:
        yield ("", run) if isinstance(run, str) else run


# DOCX

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
     'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
     'relationships" '
     'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
     'xmlns:wps="http://schemas.microsoft.com/office/word/2010/'
     'wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"')
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = ("http://schemas.openxmlformats.org/officeDocument/2006/"
          "relationships")
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
WHO = 'w:id="%d" w:author="A" w:date="2026-01-01T00:00:00Z"'
LEVELS = (("decimal", "第%1条"), ("decimal", "(%2)"), ("lowerLetter", "(%3)"))
STYLES = XML + ('<w:styles %s><w:style w:type="paragraph" w:styleId="H1">'
                '<w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/>'
                '</w:pPr></w:style></w:styles>' % W)
NUMBERING = XML + ('<w:numbering %s><w:abstractNum w:abstractNumId="0">%s'
                   '</w:abstractNum><w:num w:numId="1"><w:abstractNumId '
                   'w:val="0"/></w:num></w:numbering>') % (W, "".join(
                       '<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt '
                       'w:val="%s"/><w:lvlText w:val="%s"/></w:lvl>'
                       % (i, *level) for i, level in enumerate(LEVELS)))


class Docx:
    def __init__(self, blocks):
        self.notes = {"foot": [], "end": []}
        self.comments, self.changes = [], 0
        self.body = "".join(map(self.block, blocks))

    def run(self, text, inside="", element="t"):
        return ('<w:r>%s<w:%s xml:space="preserve">%s</w:%s></w:r>'
                % (inside, element, escape(text), element))

    def note(self, kind, text):
        self.notes[kind].append(text)
        return ('<w:r><w:%snoteReference w:id="%d"/></w:r>'
                % (kind, len(self.notes[kind]) + 1))

    def change(self, element, text):
        self.changes += 1
        inner = self.run(text, element="delText" if element == "del" else "t")
        return "<w:%s %s>%s</w:%s>" % (element, WHO % self.changes, inner,
                                       element)

    def comment(self, text):
        self.comments.append(text)
        return ('<w:r><w:commentReference w:id="%d"/></w:r>'
                % len(self.comments))

    def runs(self, runs):
        make = {
            "": self.run,
            "ins": lambda text: self.change("ins", text),
            "del": lambda text: self.change("del", text),
            "note": lambda text: self.note("foot", text),
            "end": lambda text: self.note("end", text),
            "comment": self.comment,
            "hidden": lambda text: self.run(
                text, "<w:rPr><w:vanish/></w:rPr>"),
            "link": lambda text: '<w:hyperlink w:anchor="x">%s</w:hyperlink>'
                                 % self.run(text),
            "split": lambda text: "".join(map(self.run, text)),
            "field": lambda text: '<w:fldSimple w:instr=" REF a ">%s'
                                  '</w:fldSimple>' % self.run(text),
        }
        return "".join(make[kind](text) for kind, text in runs_of(runs))

    def paragraph(self, runs, properties=""):
        return "<w:p><w:pPr>%s</w:pPr>%s</w:p>" % (properties,
                                                   self.runs(runs))

    def box(self, text):
        inner = "<w:txbxContent>%s</w:txbxContent>" % self.paragraph(text)
        return ("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">"
                "<w:drawing><wps:wsp><wps:txbx>%s</wps:txbx></wps:wsp>"
                "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
                "<v:textbox>%s</v:textbox></v:shape></w:pict></mc:Fallback>"
                "</mc:AlternateContent></w:r></w:p>" % (inner, inner))

    def block(self, block):
        kind = block[0]
        if kind == "h":
            return self.paragraph(block[1], '<w:pStyle w:val="H1"/>')
        if kind == "n":
            return self.paragraph(block[2], '<w:numPr><w:ilvl w:val="%d"/>'
                                            '<w:numId w:val="1"/></w:numPr>'
                                  % block[1])
        if kind == "t":
            return "<w:tbl>%s</w:tbl>" % "".join(
                "<w:tr>%s</w:tr>" % "".join(
                    "<w:tc>%s</w:tc>" % self.paragraph(cell) for cell in row)
                for row in block[1])
        return (self.box if kind == "box" else self.paragraph)(block[1])

    def listed(self, element, items, first):
        """A part of notes or comments."""
        plural = element + "s"
        return XML + "<w:%s %s>%s</w:%s>" % (plural, W, "".join(
            '<w:%s w:id="%d">%s</w:%s>' % (element, i, self.paragraph(text),
                                           element)
            for i, text in enumerate(items, first)), plural)

    def edge(self, element, text):
        return XML + "<w:%s %s>%s</w:%s>" % (element, W,
                                             self.paragraph(text), element)

    def parts(self):
        """Name, relation and content of what stands beside the document."""
        yield "styles", "styles", STYLES
        yield "numbering", "numbering", NUMBERING
        yield "header1", "header", self.edge("hdr", HEADER)
        yield "footer1", "footer", self.edge("ftr", FOOTER)
        for kind, notes in self.notes.items():
            if notes:
                yield (kind + "notes", kind + "notes",
                       self.listed(kind + "note", notes, 2))
        if self.comments:
            yield "comments", "comments", self.listed("comment",
                                                      self.comments, 1)


def docx_parts(blocks):
    made = Docx(blocks)
    beside = list(made.parts())
    document = XML + (
        "<w:document %s><w:body>%s<w:sectPr><w:headerReference r:id=\"r3\" "
        "w:type=\"default\"/><w:footerReference r:id=\"r4\" "
        "w:type=\"default\"/></w:sectPr></w:body></w:document>"
        % (W, made.body))
    relations = "".join(
        '<Relationship Id="r%d" Type="%s/%s" Target="%s.xml"/>'
        % (i, OFFICE, relation, name)
        for i, (name, relation, _) in enumerate(beside, 1))
    types = "".join(
        '<Override PartName="/word/%s.xml" ContentType="%s%s+xml"/>'
        % (name, MAIN, relation) for name, relation, _ in
        [("document", "document.main", "")] + beside)
    around = XML + '<%s xmlns="' + PACKAGE + '/%s">%s</%s>'
    return [
        ("[Content_Types].xml", around % (
            "Types", "content-types",
            '<Default Extension="rels" ContentType="application/vnd.openxml'
            'formats-package.relationships+xml"/><Default Extension="xml" '
            'ContentType="application/xml"/>' + types, "Types")),
        ("_rels/.rels", around % (
            "Relationships", "relationships",
            '<Relationship Id="r1" Type="%s/officeDocument" '
            'Target="word/document.xml"/>' % OFFICE, "Relationships")),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", around % (
            "Relationships", "relationships", relations, "Relationships")),
    ] + [("word/%s.xml" % name, content) for name, _, content in beside]


def docx(blocks):
    return archive(docx_parts(blocks))


# ODT

NAMES = " ".join(
    'xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % pair
    for pair in (("office", "office"), ("text", "text"), ("table", "table"),
                 ("draw", "drawing"), ("style", "style"),
                 ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"))) + (
    ' xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"')
INFO = ("<office:change-info><dc:creator>A</dc:creator>"
        "<dc:date>2026-01-01T00:00:00</dc:date></office:change-info>")
ODT_LEVELS = (("第", "条", "1"), ("(", ")", "1"), ("(", ")", "a"))
ODT_AUTOMATIC = (
    '<style:style style:name="Hid" style:family="text">'
    '<style:text-properties text:display="none"/></style:style>'
    '<text:list-style style:name="L1">%s</text:list-style>' % "".join(
        '<text:list-level-style-number text:level="%d" style:num-prefix="%s" '
        'style:num-suffix="%s" style:num-format="%s"/>' % (i, *level)
        for i, level in enumerate(ODT_LEVELS, 1)))


class Odt:
    def __init__(self, blocks):
        self.changes, self.notes = [], 0
        self.body, around = "", False
        for block in blocks:
            if block[0] == "n":
                self.body += self.item(block[1], block[2], around)
                around = True
            else:
                self.body += self.block(block)

    def change(self, kind, text):
        name = "ct%d" % (len(self.changes) + 1)
        element = "insertion" if kind == "ins" else "deletion"
        gone = self.paragraph(text) if kind == "del" else ""
        self.changes.append(
            '<text:changed-region text:id="%s"><text:%s>%s%s</text:%s>'
            '</text:changed-region>' % (name, element, INFO, gone, element))
        if kind == "del":
            return '<text:change text:change-id="%s"/>' % name
        return ('<text:change-start text:change-id="%s"/>%s'
                '<text:change-end text:change-id="%s"/>'
                % (name, escape(text), name))

    def note(self, kind, text):
        self.notes += 1
        return ('<text:note text:id="n%d" text:note-class="%snote">'
                '<text:note-citation>%d</text:note-citation><text:note-body>'
                '%s</text:note-body></text:note>'
                % (self.notes, kind, self.notes, self.paragraph(text)))

    def runs(self, runs):
        span = "<text:span>%s</text:span>"
        make = {
            "": escape,
            "ins": lambda text: self.change("ins", text),
            "del": lambda text: self.change("del", text),
            "note": lambda text: self.note("foot", text),
            "end": lambda text: self.note("end", text),
            "comment": lambda text:
                "<office:annotation><dc:creator>A</dc:creator>%s"
                "</office:annotation>" % self.paragraph(text),
            "hidden": lambda text: '<text:span text:style-name="Hid">%s'
                                   '</text:span>' % escape(text),
            "link": lambda text: '<text:a xlink:type="simple" '
                                 'xlink:href="#x">%s</text:a>' % escape(text),
            "split": lambda text: "".join(span % escape(c) for c in text),
            "field": lambda text: "<text:bookmark-ref text:ref-name=\"a\">%s"
                                  "</text:bookmark-ref>" % escape(text),
        }
        return "".join(make[kind](text) for kind, text in runs_of(runs))

    def paragraph(self, runs):
        return "<text:p>%s</text:p>" % self.runs(runs)

    def item(self, level, runs, on):
        begin = "<text:list%s><text:list-item>"
        first = begin % ' text:style-name="L1"%s' % (
            ' text:continue-numbering="true"' if on else "")
        return (first + begin % "" * level + self.paragraph(runs) +
                "</text:list-item></text:list>" * (level + 1))

    def block(self, block):
        if block[0] == "h":
            return '<text:h text:outline-level="1">%s</text:h>' % self.runs(
                block[1])
        if block[0] == "t":
            return ("<table:table><table:table-column table:number-columns-"
                    "repeated=\"%d\"/>%%s</table:table>"
                    % len(block[1][0])) % "".join(
                "<table:table-row>%s</table:table-row>" % "".join(
                    "<table:table-cell>%s</table:table-cell>"
                    % self.paragraph(cell) for cell in row)
                for row in block[1])
        if block[0] == "box":
            return ('<text:p><draw:frame text:anchor-type="paragraph" '
                    'svg:width="5cm"><draw:text-box>%s</draw:text-box>'
                    '</draw:frame></text:p>' % self.paragraph(block[1]))
        return self.paragraph(block[1])


def odt_parts(blocks):
    made = Odt(blocks)
    tracked = "<text:tracked-changes>%s</text:tracked-changes>" % "".join(
        made.changes) if made.changes else ""
    content = XML + (
        "<office:document-content %s><office:automatic-styles>%s"
        "</office:automatic-styles><office:body><office:text>%s%s"
        "</office:text></office:body></office:document-content>"
        % (NAMES, ODT_AUTOMATIC, tracked, made.body))
    styles = XML + (
        "<office:document-styles %s><office:automatic-styles>"
        '<style:page-layout style:name="P"/></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Standard" '
        'style:page-layout-name="P"><style:header><text:p>%s</text:p>'
        "</style:header><style:footer><text:p>%s</text:p></style:footer>"
        "</style:master-page></office:master-styles>"
        "</office:document-styles>" % (NAMES, HEADER, FOOTER))
    media = "application/vnd.oasis.opendocument.text"
    manifest = XML + (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:'
        'xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry '
        'manifest:full-path="/" manifest:media-type="%s"/>%s'
        "</manifest:manifest>" % (media, "".join(
            '<manifest:file-entry manifest:full-path="%s" '
            'manifest:media-type="text/xml"/>' % name
            for name in ("content.xml", "styles.xml"))))
    return [("mimetype", media), ("content.xml", content),
            ("styles.xml", styles), ("META-INF/manifest.xml", manifest)]


def odt(blocks):
    return archive(odt_parts(blocks), stored=("mimetype",))


# RTF

def rtf_text(text):
    """ASCII as it is, all else as UTF-16 units with a question mark."""
    out = []
    for c in text:
        if c in "\\{}":
            out.append("\\" + c)
        elif c < "\x7f":
            out.append(c)
        else:
            units = c.encode("utf-16-le")
            for i in range(0, len(units), 2):
                unit = int.from_bytes(units[i:i + 2], "little", signed=True)
                out.append("\\u%d?" % unit)
    return "".join(out)


RTF_LEVELS = (("0", "第\1条"), ("0", "(\1)"), ("4", "(\1)"))


def rtf_level(index, nfc, text):
    count = "\\'%02x" % len(text)
    shown = "".join("\\'%02x" % index if c == "\1" else rtf_text(c)
                    for c in text)
    return ("{\\listlevel\\levelnfc%s\\levelstartat1{\\leveltext%s%s;}"
            "{\\levelnumbers\\'02;}}" % (nfc, count, shown))


class Rtf:
    def __init__(self, blocks):
        self.counts = [0, 0, 0]
        self.body = "".join(map(self.block, blocks))

    def runs(self, runs):
        group = "{\\%s %s}"
        make = {
            "": rtf_text,
            "ins": lambda text: group % ("revised", rtf_text(text)),
            "del": lambda text: group % ("deleted", rtf_text(text)),
            "note": lambda text: "{\\super\\chftn}{\\footnote\\pard\\plain "
                                 "{\\super\\chftn} %s}" % rtf_text(text),
            "end": lambda text: "{\\super\\chftn}{\\footnote\\ftnalt\\pard"
                                "\\plain {\\super\\chftn} %s}"
                                % rtf_text(text),
            "comment": lambda text: "{\\*\\annotation %s}" % rtf_text(text),
            "hidden": lambda text: group % ("v", rtf_text(text)),
            "link": lambda text: '{\\field{\\*\\fldinst HYPERLINK "x"}'
                                 "{\\fldrslt %s}}" % rtf_text(text),
            "split": lambda text: "".join("{%s}" % rtf_text(c)
                                          for c in text),
            "field": lambda text: "{\\field{\\*\\fldinst REF a}"
                                  "{\\fldrslt %s}}" % rtf_text(text),
        }
        return "".join(make[kind](text) for kind, text in runs_of(runs))

    def number(self, level):
        self.counts[level] += 1
        self.counts[level + 1:] = [0] * (2 - level)
        n = self.counts[level]
        shown = chr(96 + n) if level == 2 else str(n)
        text = RTF_LEVELS[level][1].replace("\1", shown)
        return "{\\listtext\\pard\\plain %s\\tab}" % rtf_text(text)

    def block(self, block):
        kind = block[0]
        if kind == "h":
            return "\\pard\\outlinelevel0\\b %s\\b0\\par\n" % self.runs(
                block[1])
        if kind == "n":
            return "\\pard\\ls1\\ilvl%d%s%s\\par\n" % (
                block[1], self.number(block[1]), self.runs(block[2]))
        if kind == "t":
            return "".join("\\trowd%s\\pard\\intbl %s\\row\n" % (
                "".join("\\cellx%d" % (2000 * i)
                        for i in range(1, len(row) + 1)),
                "".join(self.runs(cell) + "\\cell " for cell in row))
                for row in block[1])
        if kind == "box":
            return ("\\pard{\\shp{\\*\\shpinst{\\shptxt\\pard %s\\par}}}"
                    "\\par\n" % self.runs(block[1]))
        return "\\pard %s\\par\n" % self.runs(block[1])


def rtf(blocks):
    made = Rtf(blocks)
    levels = "".join(rtf_level(i, *level)
                     for i, level in enumerate(RTF_LEVELS))
    # Only level one counts upwards from its own number in \leveltext.
    head = ("{\\rtf1\\ansi\\ansicpg932\\deff0\\uc1{\\fonttbl{\\f0\\fnil "
            "Serif;}}{\\*\\listtable{\\list%s\\listid7}}"
            "{\\*\\listoverridetable{\\listoverride\\listid7"
            "\\listoverridecount0\\ls1}}" % levels)
    edges = ("{\\header\\pard %s\\par}{\\footer\\pard %s\\par}\n"
             % (rtf_text(HEADER), rtf_text(FOOTER)))
    return (head + edges + made.body + "}").encode("ascii")


MAKERS = {"docx": docx, "odt": odt, "rtf": rtf}
