"""The page of a letter that was written in the application, as PDF."""

import re
from functools import partial

import frappe
from frappe.model.document import Document

from eoffice_app.naskah.isi import clean_isi
from eoffice_app.naskah.penanda_tangan import describe_penanda_tangan
from eoffice_app.naskah.templat import render_naskah
from eoffice_app.persuratan.cetak.kertas import read_ukuran_naskah
from eoffice_app.persuratan.cetak.kop import embed_image, get_kop
from eoffice_app.persuratan.cetak.kumpulan import make_pdf
from eoffice_app.persuratan.cetak.teks import write_text

HALAMAN = "eoffice_app/templates/naskah/halaman.html"
KOLOM_HALAMAN = ("jenis_naskah", "sifat", "derajat", "klasifikasi", "lampiran", "perihal")
BERKAS_SITUS = re.compile(r"/(?:private/)?files/[^/?#]+")


def make_naskah(surat: Document) -> bytes:
	"""Return the PDF of a Surat Keluar as it is before signing; number, date and signature have their places.

	:param surat: saved or not; what it says is taken as it is
	:raises TemplatTidakSahError: see `render_naskah`
	:raises KuasaTandaTanganError: see `list_kuasa`
	:raises OSError: wkhtmltopdf fails or is not installed
	"""
	templat = frappe.get_cached_value("Jenis Naskah", surat.jenis_naskah, "templat")
	lebar, tinggi = read_ukuran_naskah()
	sheet = frappe.render_template(
		HALAMAN,
		{"badan": render_naskah(templat, describe_naskah(surat)), "lebar": lebar, "tinggi": tinggi},
	)
	return make_pdf([sheet], "", surat.perihal or surat.jenis_naskah)


def describe_naskah(surat: Document) -> dict:
	"""Return what the template of a naskah is given: see `render_naskah`."""
	return {
		"surat": {field: write_text(surat.get(field)) for field in KOLOM_HALAMAN},
		"isi": clean_isi(surat.isi, partial(_embed, surat)),
		"tujuan": [row.nama_penerima for row in surat.tujuan if row.nama_penerima],
		"tembusan": [row.nama_penerima for row in surat.tembusan if row.nama_penerima],
		"penanda_tangan": describe_penanda_tangan(surat),
		"kop": get_kop(),
	}


def _embed(surat: Document, address: str) -> str:
	# A picture of another document is not this letter's to show, and nothing is fetched from elsewhere.
	if not BERKAS_SITUS.fullmatch(address) or not _may_show(surat, address):
		return ""
	embedded = embed_image(address)
	return embedded if embedded.startswith("data:") else ""


def _may_show(surat: Document, address: str) -> bool:
	if frappe.db.exists("File", {"file_url": address, "is_private": 0}):
		return True
	own = {"file_url": address, "attached_to_doctype": surat.doctype, "attached_to_name": surat.name}
	return bool(surat.name and frappe.db.exists("File", own)) or bool(
		frappe.db.exists("File", {"file_url": address, "owner": frappe.session.user})
	)
