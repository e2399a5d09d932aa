"""Small Word files, put together by hand: the tests from outside need no library for it."""

import io
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PLAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
WITH_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"


def make_docx(*lines: str, kind: str = PLAIN) -> bytes:
	"""A .docx with one paragraph for each line."""
	paragraphs = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
	parts = {
		"[Content_Types].xml": f"""<Types xmlns="{PACKAGE}/content-types">
			<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
			<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>""",
		"_rels/.rels": f"""<Relationships xmlns="{PACKAGE}/relationships">
			<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>""",
		"word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{paragraphs}</w:body></w:document>',
	}
	stream = io.BytesIO()
	with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
		for name, part in parts.items():
			archive.writestr(name, part)
	return stream.getvalue()
