"""An agenda book: creating one, and counting what must not be in it."""

from dataclasses import dataclass

import frappe
from frappe.utils import nowdate


@dataclass(frozen=True)
class Checked:
	"""How many lines a book has this year, and how many faults."""

	lines: int
	faults: int


def create_book(kode: str) -> None:
	"""Create an agenda book unless it is there."""
	if not frappe.db.exists("Buku Agenda", kode):
		frappe.get_doc({"doctype": "Buku Agenda", "kode": kode, "nama_buku": f"Buku {kode}"}).insert()


def check_book(kode: str) -> Checked:
	"""Count in SQL the lines of this year, the gaps and doubles among their numbers, and letters not in step."""
	values = {"buku": kode, "tahun": int(nowdate()[:4])}
	lines, numbers, last = frappe.db.sql(
		"""select count(*), count(distinct nomor_urut), ifnull(max(nomor_urut), 0)
		from `tabAgenda` where buku = %(buku)s and tahun = %(tahun)s""",
		values,
	)[0]
	out_of_step = frappe.db.sql(
		"""select count(*) from `tabSurat Masuk` surat
		left join `tabAgenda` agenda on agenda.surat_masuk = surat.name
		where surat.buku = %(buku)s and year(surat.tanggal_terima) = %(tahun)s
			and (agenda.name is null or not (agenda.nomor_agenda <=> surat.nomor_agenda))""",
		values,
	)[0][0]
	return Checked(lines, (last - numbers) + (lines - numbers) + out_of_step)
