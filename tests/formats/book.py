# SPDX-License-Identifier: Apache-2.0
"""A workbook as its sheets, names and properties."""
import re
import xml.etree.ElementTree as ET
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/" \
    "custom-properties}property"


class Workbook:
    """The sheets as lists of rows: {column letters: text}."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.bad = archive.testzip()
            parts = {i.filename: archive.read(i) for i in archive.infolist()}
        book = ET.fromstring(parts["xl/workbook.xml"])
        self.names = [s.get("name") for s in book.iter(MAIN + "sheet")]
        self.ranges = {n.get("name"): n.text
                       for n in book.iter(MAIN + "definedName")}
        self.properties = {p.get("name"): "".join(p.itertext()) for p in
                           ET.fromstring(parts["docProps/custom.xml"])
                           .iter(PROPERTY)}
        self.core = parts["docProps/core.xml"].decode()
        self.roots = {name: ET.fromstring(
            parts["xl/worksheets/sheet%d.xml" % (i + 1)])
            for i, name in enumerate(self.names)}
        self.rows = {name: rows_of(root) for name, root in self.roots.items()}

    def column(self, name):
        """The sheet, the letters and the rows that a name stands for."""
        found = re.fullmatch(r"'(.*)'!\$([A-Z]+)\$(\d+):\$\2\$(\d+)",
                             self.ranges[name])
        return found.group(1), found.group(2), \
            range(int(found.group(3)), int(found.group(4)) + 1)

    def values(self, name):
        sheet, letters, rows = self.column(name)
        return [self.rows[sheet].get(row, {}).get(letters, "") for row in rows]


def rows_of(root):
    rows = {}
    for row in root.iter(MAIN + "row"):
        cells = rows[int(row.get("r"))] = {}
        for cell in row.iter(MAIN + "c"):
            letters = re.match("[A-Z]+", cell.get("r")).group(0)
            cells[letters] = "".join(cell.itertext())
    return rows


def decoded(text):
    """As a spreadsheet shows it."""
    return re.sub("_x([0-9A-Fa-f]{4})_",
                  lambda m: chr(int(m.group(1), 16)), text)
