"""Letters that have been signed and numbered, for tests of what comes after: their chain is not walked."""

import frappe
from frappe.model.document import Document
from frappe.utils import now_datetime, nowdate

from eoffice_app.hak_akses.akses_keluar import refresh_akses_keluar
from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.persuratan.keadaan_keluar import BERNOMOR
from eoffice_app.saluran.pengiriman import plan_pengiriman
from eoffice_app.tests.dasar import (
	KasusUji,
	make,
	make_berkas,
	make_deret,
	make_pdf,
	make_surat_keluar,
	remove_surat_keluar,
)

DERET = "UJI-NOTA"


class KasusBernomor(KasusUji):
	"""Each Nota Dinas takes its number from DERET, which begins anew with each test."""

	def setUp(self):
		super().setUp()
		make_deret(DERET)
		frappe.db.set_value("Jenis Naskah", "Nota Dinas", {"deret_nomor": DERET, "pola_nomor": ""})
		frappe.clear_document_cache("Jenis Naskah", "Nota Dinas")

	def tearDown(self):
		super().tearDown()
		frappe.clear_document_cache("Jenis Naskah", "Nota Dinas")


def make_surat_bernomor(penyusun: str | None = None, **values) -> Document:
	"""Return a letter that has its number and its signed PDF; drafted by the operator who will send it, and so seen
	by him whatever its sifat."""
	penyusun = penyusun or ("UJI-SANDI" if values.get("sifat") in SIFAT_RAHASIA else "UJI-OPERATOR")
	surat = make_surat_keluar(penyusun, **values)
	berkas = make_berkas(
		make_pdf(), "surat-bertanda.pdf", attached_to_doctype="Surat Keluar", attached_to_name=surat.name
	)
	frappe.db.set_value(
		"Surat Keluar",
		surat.name,
		{
			"workflow_state": BERNOMOR,
			"nomor": f"005/{frappe.generate_hash(length=6)}/2026",
			"tanggal_surat": nowdate(),
			"ditandatangani_pada": now_datetime(),
			"berkas_bertanda": berkas.file_url,
		},
	)
	surat.reload()
	refresh_akses_keluar(surat)
	return surat


def make_pengiriman(saluran: str | None = None, penyusun: str | None = None, **values) -> list[Document]:
	"""Return the deliveries of a new numbered letter, in the order of its addressees.

	:param saluran: name of the Saluran Pengiriman that the rules are to propose for Instansi Uji
	"""
	if saluran:
		set_aturan(saluran)
	surat = make_surat_bernomor(penyusun, **values)
	return [frappe.get_doc("Pengiriman Surat", name) for name in plan_pengiriman(surat)]


def set_aturan(saluran: str, cadangan: str | None = None, instansi: str = "Instansi Uji", **alamat) -> None:
	"""Let letters to an Instansi be proposed for a way, and let it be reached there."""
	aturan = make("Aturan Pengiriman", {"golongan": f"Uji {instansi}"}, saluran=saluran)
	frappe.db.set_value("Aturan Pengiriman", aturan, {"saluran": saluran, "saluran_cadangan": cadangan})
	known = {"surel": "tujuan@uji.example", "faks": "0000-1", "alamat_sanapati": "tujuan@sanapati.example"}
	make("Instansi", {"nama_instansi": instansi})
	frappe.db.set_value(
		"Instansi", instansi, {"golongan": aturan, "alamat": "Jalan Uji 1", **known, **alamat}
	)


def take_away(deliveries: list[Document]) -> None:
	"""Remove letters and deliveries that a test had to commit, with the incoming letters that they became."""
	for doc in deliveries:
		names = frappe.get_all("Pengiriman Surat", {"surat_keluar": doc.surat_keluar}, pluck="name")
		for masuk in frappe.get_all("Surat Masuk", {"pengiriman_asal": ["in", names]}, pluck="name"):
			frappe.db.delete("Scan Surat", {"parent": masuk})
			for doctype, column in (
				("Agenda", "surat_masuk"),
				("Akses Surat", "surat"),
				("Surat Masuk", "name"),
			):
				frappe.db.delete(doctype, {column: masuk})
		frappe.db.delete("Email Queue", {"reference_name": ["in", names]})
		remove_surat_keluar(doc.surat_keluar)
	frappe.db.commit()
	frappe.db.savepoint("uji")
