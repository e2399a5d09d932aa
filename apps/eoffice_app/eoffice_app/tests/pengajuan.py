"""Submissions at the counter, as senders make them."""

from pathlib import Path

import frappe
from frappe.utils import nowdate

from eoffice_app.loket.berkas_pengajuan import BerkasTerunggah
from eoffice_app.loket.keadaan import FORMULIR_WEB, SURAT_ELEKTRONIK
from eoffice_app.loket.pengajuan import DataPengajuan, HasilPengajuan, submit
from eoffice_app.tests.dasar import acting_as, make_pdf


def compose_data(**values) -> DataPengajuan:
	"""Return what somebody writes into the form "Kirim Surat"."""
	return DataPengajuan(
		**{
			"asal": FORMULIR_WEB,
			"layanan": "Kirim Surat",
			"nama_pengirim": "Budi Santoso",
			"instansi_pengirim": "Universitas Contoh",
			"surel": "budi@universitas-contoh.example",
			"nomor_surat": f"421/{frappe.generate_hash(length=6)}",
			"tanggal_surat": nowdate(),
			"perihal": "Permohonan narasumber",
			"tujuan": "Kepala Dinas",
			**values,
		}
	)


def compose_surel(**values) -> DataPengajuan:
	"""Return what the reader of a mailbox finds in a mail."""
	return compose_data(
		**{
			"asal": SURAT_ELEKTRONIK,
			"layanan": None,
			"instansi_pengirim": "",
			"nomor_surat": "",
			"tanggal_surat": None,
			"kotak_masuk": make_kotak(),
			"message_id": f"<{frappe.generate_hash(length=12)}@contoh.example>",
			"isi": "Dengan hormat,\n\nterlampir surat kami.",
			**values,
		}
	)


def make_kotak() -> str:
	"""Return a mailbox of the tests, made without asking any server."""
	name = "Kotak Uji"
	if not frappe.db.exists("Email Account", name):
		akun = frappe.get_doc(
			{"doctype": "Email Account", "email_account_name": name, "email_id": "kotak@uji.example"}
		)
		akun.name = name
		akun.db_insert()
	return name


def make_pengajuan(
	nama_berkas: str = "surat.pdf", isi: bytes | None = None, sebagai: str | None = "Guest", **values
) -> HasilPengajuan:
	"""Hand in a submission with one file, as a guest unless told otherwise; None for the present user."""
	with acting_as(sebagai or frappe.session.user):
		return submit(compose_data(**values), [BerkasTerunggah(nama_berkas, isi or make_pdf())])


def read_berkas(address: str) -> bytes:
	"""Return the bytes of a private file."""
	return Path(frappe.get_site_path(address.lstrip("/"))).read_bytes()


def remove_pengajuan(*names: str) -> None:
	"""Take away submissions that were committed, with their files' rows and what tells of them."""
	for doctype, column in (
		("Pengajuan Surat", "name"),
		("Berkas Pengajuan", "parent"),
		("Akses Surat", "surat"),
		("File", "attached_to_name"),
		("Notification Log", "document_name"),
		("Version", "docname"),
	):
		frappe.db.delete(doctype, {column: ["in", names]})


def hand_in(**values) -> str:
	"""Hand in a submission with one file; return its name. For those who look at the office from outside."""
	return make_pengajuan(**values).nama
