import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import getdate

from eoffice_app.exceptions import NomorTerkunciError
from eoffice_app.penomoran.penghitung import allocate_number
from eoffice_app.penomoran.pola import check_pola, format_nomor
from eoffice_app.persuratan.keadaan import KEADAAN_DITUTUP

POLA_BAWAAN = "{urut}"


class Agenda(Document):
	def validate(self):
		# The pattern comes from the office's Server Script; without one the running number alone is the number.
		self.pola_nomor = check_pola(self.pola_nomor or POLA_BAWAAN)

	def on_trash(self):
		if not frappe.flags.in_uninstall:
			frappe.throw(
				_("Baris agenda tidak dapat dihapus: nomor agenda harus tetap utuh. Batalkan suratnya."),
				NomorTerkunciError,
				title=_("Nomor agenda terkunci"),
			)

	def take_number(self, unit: str | None, klasifikasi: str | None) -> str:
		"""Give this line the next number of its book and year. The last act of a transaction: see `allocate_number`.

		:param unit: code of the registering unit, for the pattern
		:param klasifikasi: classification code of the letter, for the pattern
		:return: the agenda number as it is written
		"""
		self.nomor_urut = allocate_number(f"Agenda/{self.buku}/{self.tahun}")
		self.nomor_agenda = format_nomor(
			self.pola_nomor,
			self.nomor_urut,
			getdate(self.tanggal_terima),
			self.buku,
			unit or "",
			klasifikasi or "",
		)
		self.kunci_nomor = f"{self.buku}/{self.tahun}/{self.nomor_urut}"
		frappe.db.set_value(
			"Agenda",
			self.name,
			{
				"nomor_urut": self.nomor_urut,
				"nomor_agenda": self.nomor_agenda,
				"kunci_nomor": self.kunci_nomor,
			},
			update_modified=False,
		)
		return self.nomor_agenda


def open_line(surat: Document) -> Agenda:
	"""Write a letter's line into its agenda book, still without number.

	:param surat: a saved Surat Masuk
	:return: the line, to be numbered by `take_number`
	"""
	return frappe.get_doc(
		{
			"doctype": "Agenda",
			"buku": surat.buku,
			"tahun": getdate(surat.tanggal_terima).year,
			"surat_masuk": surat.name,
			"tanggal_terima": surat.tanggal_terima,
			"pengirim": surat.pengirim,
			"perihal": surat.perihal,
		}
	).insert(ignore_permissions=True)


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
