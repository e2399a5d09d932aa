"""Work on a letter that takes long: done once at a time, and found again where its worker died.

A letter that waits says so in a field. A job takes it on lease; a killed job's lease runs out, and whoever looks each
minute for letters left waiting finds it again.
"""

from dataclasses import dataclass
from datetime import timedelta

import frappe
from frappe.utils import now_datetime

MENUNGGU = "Menunggu"
# Longer than a job may run: whoever finds an older lease knows that its job is dead.
LAMA_SEWA = timedelta(minutes=3)
PERCOBAAN_TERBANYAK = 5
BANYAK_SEKALI_JALAN = 20


@dataclass(frozen=True)
class Sewa:
	"""The fields of a DocType that say whether work waits, when it was last tried, and how often."""

	doctype: str
	keadaan: str
	dicoba_pada: str
	percobaan: str

	def take(self, name: str) -> bool:
		"""Take a waiting letter; False where it does not wait or another job holds it."""
		now = now_datetime()
		frappe.db.sql(
			f"""
			update `tab{self.doctype}`
			set {self.dicoba_pada} = %(now)s, {self.percobaan} = {self.percobaan} + 1
			where name = %(name)s and {self.keadaan} = %(menunggu)s
				and ({self.dicoba_pada} is null or {self.dicoba_pada} < %(expired)s)
			""",
			{"now": now, "name": name, "menunggu": MENUNGGU, "expired": now - LAMA_SEWA},
		)
		return frappe.db._cursor.rowcount == 1

	def find_left_waiting(self) -> list[str]:
		"""Return the letters that wait although no job can be at them any more, oldest first."""
		return frappe.db.sql_list(
			f"""
			select name from `tab{self.doctype}`
			where {self.keadaan} = %(menunggu)s and ifnull({self.dicoba_pada}, modified) < %(patience)s
			order by modified asc limit %(limit)s
			""",
			{
				"menunggu": MENUNGGU,
				"patience": now_datetime() - LAMA_SEWA,
				"limit": BANYAK_SEKALI_JALAN,
			},
		)
