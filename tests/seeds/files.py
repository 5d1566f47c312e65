"""Files as bytes, written for the tests: PDF and Word documents with sentences of our own."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape

#: What stands on a page of a PDF: a text at so many points from the left and from the bottom.
Placed = tuple[float, float, str]
WIDE, HIGH, LEADING = 595, 842, 14


def pdf(pages: Sequence[Sequence[Placed]], title: str = "") -> bytes:
    """Write a PDF of A4 pages in Helvetica, each text drawn in the order given."""
    objects = ["<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    objects.append(f"<< /Title ({title}) /Author (Ana Petrov) >>")
    kids = []
    for page in pages:
        drawn = "\n".join(f"BT /F1 10 Tf 1 0 0 1 {x} {y} Tm ({_quoted(text)}) Tj ET" for x, y, text in page)
        kids.append(f"{len(objects) + 2} 0 R")
        objects.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDE} {HIGH}] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252")
    at = len(out)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{at}\n%%EOF\n".encode()
    return bytes(out)


def _quoted(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def column(lines: Sequence[str], left: float, top: float = 740) -> list[Placed]:
    """Place lines below each other."""
    return [(left, top - LEADING * number, line) for number, line in enumerate(lines)]


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paragraph(text: str, style: str = "") -> str:
    """Give a paragraph of a Word document."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{named}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def table(rows: Sequence[Sequence[str]]) -> str:
    """Give a table of a Word document."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def docx(body: str, *, notes: str = "", title: str = "", prolog: str = "", **others: bytes) -> bytes:
    """Write a Word document; `others` are more files in it, with __ for the slash and _ for the dot in their names."""
    styles = "".join(
        f'<w:style w:styleId="{style}"><w:name w:val="{name}"/></w:style>'
        for style, name in (("berschrift1", "heading 1"), ("Titel", "Title"), ("Beschriftung", "caption"))
    )
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>Ana Petrov</dc:creator></cp:coreProperties>"
    )
    parts = {
        "word/document.xml": f'{prolog}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{_WORD}">{styles}</w:styles>',
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{_WORD}"><w:footnote>{notes}</w:footnote></w:footnotes>',
        "docProps/core.xml": core,
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
        for name, data in others.items():
            file.writestr(name.replace("__", "/").replace("_", "."), data)
    return out.getvalue()
