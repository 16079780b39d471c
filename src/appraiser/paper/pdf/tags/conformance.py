"""What a file must hold beside its tags to be PDF/UA-1 and PDF/A-2a.

Loading this also changes how ReportLab writes a stream, of every file it writes from then on.
"""

from __future__ import annotations

import struct
from functools import cache
from html import escape
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

_DATES = "Create", "Modify"
_END = b"endstream\n"
_CONDITION = "sRGB IEC61966-2.1"
_DATED = slice(24, 36)
"""Where a profile holds when it was made."""

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<pdf:Keywords>{keywords}</pdf:Keywords>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>{dates}
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""


def conform(document: Any, structure: PDFDictionary) -> None:
    """Give a document its tree, its metadata and its colours."""
    catalog = document.Catalog
    catalog.StructTreeRoot = structure
    catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    catalog.Metadata = PDFStream(
        PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}),
        _packet(document.info).encode(),
        filters=[],
    )
    profile = PDFStream(PDFDictionary({"N": 3}), _profile(), filters=[pdfdoc.PDFZCompress])
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString(_CONDITION),
        "Info": PDFString(_CONDITION),
        "DestOutputProfile": document.Reference(profile),
    }
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = PDFArray([PDFDictionary(intent)])


def _packet(info: Any) -> str:
    names = ("title", "author", "subject", "keywords", "producer", "creator")
    held = {name: escape(str(getattr(info, name) or ""), quote=False) for name in names}
    day = info.dated
    dates = "".join(f"\n<xmp:{each}Date>{day:%Y-%m-%d}</xmp:{each}Date>" for each in _DATES if day)
    return _PACKET.format(**held, dates=dates)


@cache
def _profile() -> bytes:
    """Give the colours of a screen, as every colour here is meant; always the same bytes."""
    from PIL import ImageCms

    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    found = bytearray(made)
    found[_DATED] = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    return bytes(found)


def _ended(format_: Any) -> Any:
    def format(self: PDFStream, document: Any) -> bytes:  # noqa: A001
        written: bytes = format_(self, document)
        return written.removesuffix(_END) + b"\n" + _END

    return format


PDFStream.format = _ended(PDFStream.format)  # type: ignore[method-assign]
"""PDF/A wants the end of a stream on a line of its own (6.1.7.1), and ReportLab runs it on."""

rl_config.useA85 = 0
"""A stream is bytes. Spelled out in letters, it takes longer to write and a quarter more room."""
