import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import getdate

from eoffice_app.exceptions import NomorTerkunciError
from eoffice_app.hak_akses.dokumen import DokumenSurat
from eoffice_app.penomoran.penghitung import allocate_number
from eoffice_app.penomoran.pola import check_pola, format_nomor
from eoffice_app.persuratan.keadaan import KEADAAN_DITUTUP

POLA_BAWAAN = "{urut}"


class Agenda(DokumenSurat):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		buku: DF.Link
		keadaan: DF.Literal["Terdaftar", "Dikembalikan", "Ditolak", "Dibatalkan"]
		kunci_nomor: DF.Data | None
		nomor_agenda: DF.Data | None
		nomor_urut: DF.Int
		pengirim: DF.Link | None
		perihal: DF.SmallText | None
		pola_nomor: DF.Data | None
		surat_masuk: DF.Link
		tahun: DF.Int
		tanggal_terima: DF.Datetime
	# end: auto-generated types

	def on_trash(self):
		if not frappe.flags.in_uninstall:
			frappe.throw(
				_("Baris agenda tidak dapat dihapus: nomor agenda harus tetap utuh. Batalkan suratnya."),
				NomorTerkunciError,
				title=_("Nomor agenda terkunci"),
			)

	def take_number(self, unit: str, klasifikasi: str):
		self.nomor_urut = allocate_number(f"Agenda/{self.buku}/{self.tahun}")
		self.nomor_agenda = format_nomor(
			self.pola_nomor, self.nomor_urut, getdate(self.tanggal_terima), self.buku, unit, klasifikasi
		)
		self.kunci_nomor = f"{self.buku}/{self.tahun}/{self.nomor_urut}"


def enter_in_agenda(surat: Document) -> str:
	"""Write a letter's line into its agenda book under the next number of the book and the year of receipt.

	The last act of the transaction that saves the letter: see `allocate_number`.
	Source: SOP 000, A.2 ("Operator mengagendakan surat").

	:param surat: a saved Surat Masuk without number
	:return: the agenda number as it is written
	"""
	line = frappe.get_doc(
		{
			"doctype": "Agenda",
			"buku": surat.buku,
			"tahun": getdate(surat.tanggal_terima).year,
			"surat_masuk": surat.name,
			"tanggal_terima": surat.tanggal_terima,
			"pengirim": surat.pengirim,
			"perihal": surat.perihal,
			"keadaan": "Terdaftar",
		}
	)
	line.set_user_and_timestamp()
	line.set_new_name()
	# The office's Server Script sets the pattern here; without one the running number alone is the number.
	line.run_method("before_insert")
	line.pola_nomor = check_pola(line.pola_nomor or POLA_BAWAAN)
	line.take_number(surat.unit_penerima or "", surat.klasifikasi or "")
	# The rest of a document's insert (links, permissions, versions) was done for the letter, whose values these are.
	line.db_insert()
	return line.nomor_agenda


def follow_letter(surat: Document) -> None:
	"""Keep a letter's line in step with the letter: corrections, and its being returned, refused or cancelled."""
	frappe.db.set_value(
		"Agenda",
		{"surat_masuk": surat.name},
		{
			"tanggal_terima": surat.tanggal_terima,
			"pengirim": surat.pengirim,
			"perihal": surat.perihal,
			"keadaan": surat.workflow_state if surat.workflow_state in KEADAAN_DITUTUP else "Terdaftar",
		},
	)


def on_doctype_update():
	# The lines of a book in a period, in its order and of the letters one may see, without reading any other.
	columns = ["buku", "tahun", "nomor_urut", "tanggal_terima", "surat_masuk"]
	frappe.db.add_index("Agenda", columns)
