# SPDX-License-Identifier: Apache-2.0
"""Fills in a workbook as a reader or a spreadsheet would: cells by the names of
their columns, rows moved, columns moved, strings in a table of their own."""
import re
import xml.etree.ElementTree as ET
import zipfile

from book import MAIN

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def number(letters):
    n = 0
    for c in letters:
        n = n * 26 + ord(c) - 64
    return n


def letters(n):
    text = ""
    while n:
        n, rest = divmod(n - 1, 26)
        text = chr(65 + rest) + text
    return text


class Filled:
    """A workbook whose cells can be set and whose parts can be written."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.parts = {i.filename: archive.read(i)
                          for i in archive.infolist()}
        self.book = ET.fromstring(self.parts["xl/workbook.xml"])
        self.sheets = {s.get("name"): "xl/worksheets/sheet%d.xml" % (i + 1)
                       for i, s in enumerate(self.book.iter(MAIN + "sheet"))}
        self.roots = {name: ET.fromstring(self.parts[part])
                      for name, part in self.sheets.items()}

    def column(self, name):
        for n in self.book.iter(MAIN + "definedName"):
            if n.get("name") == name:
                found = re.fullmatch(r"'(.*)'!\$([A-Z]+)\$(\d+)(:.*\$(\d+))?",
                                     n.text)
                return found.group(1), found.group(2), int(found.group(3)), \
                    int(found.group(5) or found.group(3))
        raise KeyError(name)

    def row(self, sheet, row):
        for r in self.roots[sheet].iter(MAIN + "row"):
            if r.get("r") == str(row):
                return r
        raise KeyError(row)

    def cell(self, name, at, make=True):
        """The cell of a column in its at-th row."""
        sheet, column, first, _ = self.column(name)
        row = self.row(sheet, first + at)
        ref = "%s%d" % (column, first + at)
        for cell in row.iter(MAIN + "c"):
            if cell.get("r") == ref:
                return cell
        if not make:
            return None
        cell = ET.Element(MAIN + "c", {"r": ref})
        before = [c for c in row if number(re.match("[A-Z]+", c.get("r"))
                                           .group()) < number(column)]
        row.insert(len(before), cell)
        return cell

    def text(self, name, at):
        cell = self.cell(name, at, make=False)
        return "" if cell is None else "".join(cell.itertext())

    def put(self, name, at, value):
        """A text, a number, or nothing."""
        cell = self.cell(name, at)
        for child in list(cell):
            cell.remove(child)
        cell.attrib.pop("t", None)
        if isinstance(value, str) and value:
            cell.set("t", "inlineStr")
            inner = ET.SubElement(ET.SubElement(cell, MAIN + "is"), MAIN + "t")
            inner.text = value
        elif not isinstance(value, str):
            ET.SubElement(cell, MAIN + "v").text = str(value)

    def decide(self, kind, at, **more):
        for key, value in more.items():
            self.put("ekimu_%s_%s" % (kind, key), at, value)

    def turn(self, kind):
        """The rows of a sheet from the last to the first."""
        sheet, _, first, last = self.column("ekimu_%s_state" % kind)
        data = self.roots[sheet].find(MAIN + "sheetData")
        rows = {int(r.get("r")): r for r in data}
        for at, r in rows.items():
            if first <= at <= last:
                to = first + last - at
                r.set("r", str(to))
                for c in r:
                    c.set("r", re.match("[A-Z]+", c.get("r")).group()
                          + str(to))
        data[:] = sorted(rows.values(), key=lambda r: int(r.get("r")))

    def drop(self, kind, at):
        """A row that the user deleted; the others stay where they are."""
        sheet, _, first, _ = self.column("ekimu_%s_state" % kind)
        self.roots[sheet].find(MAIN + "sheetData").remove(
            self.row(sheet, first + at))

    def shift(self, kind, by):
        """A few columns of the user's own before all others."""
        sheet = self.column("ekimu_%s_state" % kind)[0]
        for c in self.roots[sheet].iter(MAIN + "c"):
            found = re.match("([A-Z]+)(.*)", c.get("r"))
            c.set("r", letters(number(found.group(1)) + by) + found.group(2))
        for n in self.book.iter(MAIN + "definedName"):
            if n.get("name").startswith("ekimu_%s_" % kind):
                n.text = re.sub(r"\$([A-Z]+)\$", lambda m: "$%s$" % letters(
                    number(m.group(1)) + by), n.text)

    def share(self):
        """All strings in a table, as most programs save them."""
        table, texts = ET.Element(MAIN + "sst"), {}
        for root in self.roots.values():
            for cell in root.iter(MAIN + "c"):
                if cell.get("t") != "inlineStr":
                    continue
                text = "".join(cell.itertext())
                for child in list(cell):
                    cell.remove(child)
                if text not in texts:
                    texts[text] = len(texts)
                    item = ET.SubElement(table, MAIN + "si")
                    half = len(text) // 2
                    for part in (text[:half], text[half:]):
                        run = ET.SubElement(item, MAIN + "r")
                        ET.SubElement(run, MAIN + "t").text = part
                    spoken = ET.SubElement(item, MAIN + "rPh")
                    ET.SubElement(spoken, MAIN + "t").text = "\u30ab\u30ca"
                cell.set("t", "s")
                ET.SubElement(cell, MAIN + "v").text = str(texts[text])
        self.parts["xl/sharedStrings.xml"] = ET.tostring(table, "utf-8")
        rels = self.parts["xl/_rels/workbook.xml.rels"].decode()
        if "sharedStrings" not in rels:
            rels = rels.replace("</Relationships>",
                                '<Relationship Id="rIdS" Type="%s/sharedStrings'
                                '" Target="sharedStrings.xml"/>'
                                "</Relationships>" % RELATIONS)
        self.parts["xl/_rels/workbook.xml.rels"] = rels.encode()

    def save(self, path):
        for name, root in self.roots.items():
            self.parts[self.sheets[name]] = ET.tostring(root, "utf-8")
        self.parts["xl/workbook.xml"] = ET.tostring(self.book, "utf-8")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(name, data)
