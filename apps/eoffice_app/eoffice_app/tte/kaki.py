"""The footer of an electronically signed letter: by which law it counts, and who issued the certificate."""

from io import BytesIO

import pikepdf

from eoffice_app.tte.naskah import is_signed, open_pdf
from eoffice_app.tte.tulisan import draw_on_page, measure, wrap, write_line

# What stands on the letter is Indonesian in whatever language its reader uses the application.
DASAR_HUKUM = (
	"UU ITE Nomor 11 Tahun 2008 Pasal 5 ayat 1: Informasi Elektronik dan/atau Dokumen Elektronik dan/atau "
	"hasil cetaknya merupakan alat bukti hukum yang sah."
)
KETERANGAN = "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh {}."
UKURAN = 6.5
JARAK_TEPI = 16
JARAK_BARIS = 8
MARGIN = 40


def add_kaki(isi: bytes, penerbit: str) -> bytes:
	"""Return a PDF with the footer on each page; one that bears a signature already is returned as it is.

	:param penerbit: who issued the certificate, as the footer names him
	:raises PdfTidakDapatDitandatanganiError: no PDF, a broken one, or one locked by a password
	"""
	with open_pdf(isi) as pdf:
		if is_signed(pdf):
			return isi
		for page in pdf.pages:
			_write_on(page, [KETERANGAN.format(penerbit), DASAR_HUKUM])
		stream = BytesIO()
		pdf.save(stream)
	return stream.getvalue()


def _write_on(page: pikepdf.Page, texts: list[str]) -> None:
	left, bottom, right, _top = (float(edge) for edge in page.mediabox)
	width = right - left
	lines = [line for text in texts for line in wrap(text, width - 2 * MARGIN, UKURAN)]
	drawn = b"".join(
		write_line(
			line,
			left + (width - measure(line, UKURAN)) / 2,
			bottom + JARAK_TEPI + (len(lines) - 1 - number) * JARAK_BARIS,
			UKURAN,
		)
		for number, line in enumerate(lines)
	)
	draw_on_page(page, drawn)
