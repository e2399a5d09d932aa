"""The PDF that is to be signed: whether it can be, and where on it the visible signature stands."""

from dataclasses import replace
from io import BytesIO

import frappe
import pikepdf
from frappe import _

from eoffice_app.tte.galat import PdfTidakDapatDitandatanganiError
from eoffice_app.tte.permintaan import Letak


def open_pdf(isi: bytes) -> pikepdf.Pdf:
	"""Open what is to be signed.

	:raises PdfTidakDapatDitandatanganiError: no PDF, a broken one, one without pages or one that is encrypted
	"""
	try:
		pdf = pikepdf.open(BytesIO(isi))
	except pikepdf.PasswordError:
		pdf = None
		message = _("Naskah dilindungi kata sandi. Buat PDF tanpa kata sandi, lalu tanda tangani kembali.")
	except pikepdf.PdfError:
		pdf = None
		message = _("Naskah bukan PDF yang utuh. Buat kembali PDF naskah, lalu tanda tangani kembali.")
	if pdf and pdf.is_encrypted:
		message = _(
			"PDF naskah dikunci terhadap perubahan. Buat PDF tanpa kunci, lalu tanda tangani kembali."
		)
	elif pdf and not len(pdf.pages):
		message = _(
			"PDF naskah tidak mempunyai halaman. Buat kembali PDF naskah, lalu tanda tangani kembali."
		)
	elif pdf:
		return pdf
	frappe.throw(message, PdfTidakDapatDitandatanganiError, title=_("Naskah tidak dapat ditandatangani"))


def is_signed(pdf: pikepdf.Pdf) -> bool:
	"""Whether a PDF bears a signature: whatever is written into such a one afterwards breaks it."""
	form = pdf.Root.get("/AcroForm")
	return bool(form and int(form.get("/SigFlags", 0)) & 1)


def fit_letak(pdf: pikepdf.Pdf, letak: Letak) -> Letak:
	"""Return a place with its page counted from 0, moved as little as needed to lie on a page that there is."""
	page = letak.halaman if letak.halaman >= 0 else len(pdf.pages) + letak.halaman
	page = max(0, min(page, len(pdf.pages) - 1))
	left, bottom, right, top = (float(edge) for edge in pdf.pages[page].mediabox)
	x = max(0, min(letak.x, right - left - letak.lebar))
	y = max(0, min(letak.y, top - bottom - letak.tinggi))
	return replace(letak, halaman=page, x=x, y=y)
