"""The pages that follow a letter and are signed with it. No database here."""

from collections.abc import Sequence
from contextlib import ExitStack
from io import BytesIO

from eoffice_app.naskah.tempat import TANDA_TANGAN, add_tempat, remove_marks
from eoffice_app.tte.naskah import open_pdf


def append_lampiran(isi: bytes, lampiran: Sequence[bytes]) -> bytes:
	"""Return the PDF of a letter with the pages of others after it.

	A place in an attachment is none, and the signature belongs on the letter: where it keeps no place for it, the foot of
	its last page becomes one.

	:param lampiran: PDFs that were found sound
	:raises PdfTidakDapatDitandatanganiError: see `open_pdf`
	"""
	with open_pdf(isi) as pdf, ExitStack() as opened:
		add_tempat(pdf, TANDA_TANGAN)
		for content in lampiran:
			other = opened.enter_context(open_pdf(content))
			for page in other.pages:
				remove_marks(page)
			pdf.pages.extend(other.pages)
		stream = BytesIO()
		pdf.save(stream)
	return stream.getvalue()
