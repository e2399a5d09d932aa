"""The papers that go with a copy: the covering letter (surat pengantar) and the receipt (tanda terima).

Source: SOP 003 ("membubuhi cap asli, tindasan, dan tanda terima"; "dibuatkan surat pengantar").
"""

import frappe
import segno
from frappe import _
from frappe.model.document import Document
from frappe.utils import getdate, nowdate

from eoffice_app.hak_akses.riwayat import CETAK, record_opening
from eoffice_app.persuratan.cetak.kop import get_kop
from eoffice_app.persuratan.cetak.riwayat import name_user
from eoffice_app.persuratan.cetak.tanggal import write_date
from eoffice_app.persuratan.cetak.teks import write_text
from eoffice_app.persuratan.kode_cetak import group_code

DOCTYPE = "Pengiriman Surat"


def get_surat_pengantar(pengiriman: str) -> dict:
	"""Return what the covering letter of a copy says.

	:param pengiriman: name of the Pengiriman Surat
	:return: dict of `kop`, `kiriman` (see `describe_pengiriman`), `petugas` and `dicetak`
	:raises: as `get_printable_pengiriman`
	"""
	doc = get_printable_pengiriman(pengiriman)
	return {
		"kop": get_kop(),
		"kiriman": describe_pengiriman(doc),
		"petugas": name_user(frappe.session.user, getdate(nowdate())),
		"dicetak": write_date(nowdate()),
	}


def get_tanda_terima(pengiriman: str) -> dict:
	"""Return what the receipt of a copy says, with the QR by which the caraka finds it.

	:param pengiriman: name of the Pengiriman Surat
	:return: as `get_surat_pengantar`, and `kode` (as it is typed) and `kode_qr` (image)
	:raises: as `get_printable_pengiriman`
	"""
	doc = get_printable_pengiriman(pengiriman)
	return {
		**get_surat_pengantar(pengiriman),
		"kode": group_code(doc.kode),
		"kode_qr": segno.make(doc.kode, error="m", micro=False).png_data_uri(scale=6),
	}


def get_printable_pengiriman(name: str) -> Document:
	"""Return a delivery whose papers the user may print, and note the opening where its letter is secret.

	:raises frappe.DoesNotExistError: no such delivery, or not for this user
	:raises frappe.PermissionError: the user may not print papers of deliveries
	"""
	if not frappe.db.exists(DOCTYPE, name) or not frappe.has_permission(DOCTYPE, "read", name):
		frappe.throw(
			_("Pengiriman ini tidak ditemukan."), frappe.DoesNotExistError, title=_("Tidak ditemukan")
		)
	doc = frappe.get_doc(DOCTYPE, name)
	doc.check_permission("print")
	record_opening(doc.surat_keluar, CETAK, "Surat Keluar")
	return doc


def describe_pengiriman(doc: Document) -> dict:
	"""Return the words of a delivery for paper; of a letter that is not Biasa its perihal stays unsaid, because
	covering letter and receipt travel outside the envelope."""
	perihal = write_text(doc.perihal) if doc.sifat == "Biasa" else f"Surat {doc.sifat} (tertutup)"
	return {
		"nomor_surat": doc.nomor_surat or "-",
		"tanggal_surat": write_date(doc.tanggal_surat),
		"perihal": perihal,
		"lampiran": frappe.db.get_value("Surat Keluar", doc.surat_keluar, "lampiran") or "-",
		"jenis_salinan": doc.jenis_salinan,
		"penerima": doc.nama_penerima,
		"melalui": doc.melalui or "",
		"alamat": write_text(doc.alamat) or "di tempat",
		"saluran": doc.saluran or "-",
	}
