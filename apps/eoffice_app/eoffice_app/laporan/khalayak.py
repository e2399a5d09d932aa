"""Who may see what the roll-up has counted: letters that the same subjects may see have one audience between them.

To ask the rule of sight letter by letter takes seconds for a year and a minute for ten. An office has as many letters as
it gets, but only as many audiences as there are ways through its posts.
"""

from collections.abc import Iterable
from hashlib import sha256

import frappe

PANJANG_NAMA = 20
# What nobody sees.
TANPA_KHALAYAK = ""


class PembacaKhalayak:
	"""Reads the audiences of letters, and keeps the subjects of each that it has not met before."""

	def __init__(self):
		self.dikenal: set[str] = set()

	def read(self, surat: Iterable[str]) -> dict[str, str]:
		"""Return the audience of each letter; a letter that nobody sees is not among them.

		:param surat: names of letters, incoming or outgoing
		"""
		names = list(set(surat))
		if not names:
			return {}
		found = {}
		for name, subjek in frappe.db.sql(
			"""
			select surat, group_concat(subjek order by subjek separator '\n') from `tabAkses Surat`
			where surat in %s group by surat
			""",
			(names,),
		):
			found[name] = sha256(subjek.encode()).hexdigest()[:PANJANG_NAMA]
			self._keep(found[name], subjek.split("\n"))
		return found

	def _keep(self, khalayak: str, subjek: list[str]) -> None:
		if khalayak in self.dikenal:
			return
		self.dikenal.add(khalayak)
		kept = frappe.get_all("Khalayak Surat", filters={"khalayak": khalayak}, pluck="subjek")
		# A subject that was renamed since has left its new name here.
		if sorted(kept) != sorted(subjek):
			frappe.db.delete("Khalayak Surat", {"khalayak": khalayak})
			frappe.db.bulk_insert(
				"Khalayak Surat",
				["name", "khalayak", "subjek"],
				[(frappe.generate_hash(length=PANJANG_NAMA), khalayak, name) for name in subjek],
			)


def compose_within(column: str, subjek: str) -> str:
	"""Return the SQL condition that some subjects belong to the audience named in a column.

	:param subjek: see `hak_akses.surat.quote_subjek`
	"""
	return f"{column} in (select kelompok.khalayak from `tabKhalayak Surat` kelompok where kelompok.subjek in ({subjek}))"


def rename_subjek(old: str, new: str) -> None:
	"""Let a subject that is called otherwise now stay in its audiences, within the running transaction.

	:param old: the subject before, for example "jabatan:KADIS"
	"""
	frappe.db.sql("update `tabKhalayak Surat` set subjek = %s where subjek = %s", (new, old))
