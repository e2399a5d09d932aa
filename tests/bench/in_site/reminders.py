"""Finding and queueing due reminders beside as many bare inserts: reminders.py SITE LETTERS."""

import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta

import frappe
from eoffice_app.organisasi.waktu_kerja import next_opening
from eoffice_app.persuratan.keadaan import MENUNGGU_DISPOSISI
from eoffice_app.persuratan.pengingat import queue_due, queue_some_letters
from figures import Figure, hand_over
from frappe.utils import getdate, nowdate

from in_site.connection import connected

GOAL = 30
TOGETHER = 500
OWNER = "pengingat@bench.example"


def main(site: str, letters: int) -> None:
	"""Measure both, look whether each letter has its one notice, and hand over the figures."""
	with connected(site):
		moment = next_opening(getdate(nowdate())) + timedelta(hours=1)
		names = write_letters(letters, moment)
		try:
			bare = measure(lambda: insert_bare(names))
			queued = measure(lambda: queue_due(queue_some_letters, moment))
			faults = count_faults(names)
			again = measure(lambda: queue_due(queue_some_letters, moment))
		finally:
			remove_all()
	hand_over(Figure(f"{letters:,} bare rows inserted", bare, "s", None, "one by one, committed in parts"))
	hand_over(
		Figure(
			f"{letters:,} due reminders found and queued", queued, "s", GOAL, f"bare inserts: {bare:.1f} s"
		)
	)
	hand_over(Figure("due letters without notice or with two", faults, "", 0, "counted in SQL"))
	hand_over(Figure("the same asked again, nothing due", again * 1000, "ms", None, "by the index"))


def measure(job: Callable[[], None]) -> float:
	"""Return the seconds a job takes."""
	begun = time.perf_counter()
	job()
	return time.perf_counter() - begun


def write_letters(letters: int, moment: datetime) -> list[str]:
	"""Write letters that have waited for four days and are due at the moment; returns their names."""
	jabatan = frappe.get_all("Jabatan", order_by="lft asc", limit=1, pluck="name")[0]
	waiting = (MENUNGGU_DISPOSISI, jabatan, moment - timedelta(days=4), moment - timedelta(hours=1), OWNER)
	names = [frappe.generate_hash(length=10) for _number in range(letters)]
	for start in range(0, letters, TOGETHER):
		rows = [(name, *waiting) for name in names[start : start + TOGETHER]]
		frappe.db.sql(
			"""
			insert into `tabSurat Masuk`
				(name, workflow_state, tujuan, menunggu_sejak, pengingat_berikut, owner)
			values """
			+ ", ".join(["(%s, %s, %s, %s, %s, %s)"] * len(rows)),
			[value for row in rows for value in row],
		)
		frappe.db.commit()
	return names


def insert_bare(names: list[str]) -> None:
	"""Insert one row for each name into the table of notices, without finding, rule or stamp."""
	for number, name in enumerate(names, start=1):
		frappe.db.sql(
			"insert into `tabPemberitahuan Surat` (name, kunci, keadaan, owner) values (%s, %s, 'Gugur', %s)",
			(name, f"polos:{name}", OWNER),
		)
		if number % TOGETHER == 0:
			frappe.db.commit()
	frappe.db.commit()


def count_faults(names: list[str]) -> int:
	"""Return how many of the letters have not exactly one notice."""
	told = frappe.db.sql_list(
		"""
		select surat_masuk from `tabPemberitahuan Surat`
		where kunci like 'menunggu:%%' group by surat_masuk having count(*) = 1
		"""
	)
	return len(set(names) - set(told))


def remove_all() -> None:
	"""Remove the letters and their notices, for the next figure."""
	frappe.db.sql(
		"""
		delete notice from `tabPemberitahuan Surat` notice
		left join `tabSurat Masuk` surat on surat.name = notice.surat_masuk
		where surat.owner = %(owner)s or notice.owner = %(owner)s
		""",
		{"owner": OWNER},
	)
	frappe.db.delete("Surat Masuk", {"owner": OWNER})
	frappe.db.commit()


if __name__ == "__main__":
	main(sys.argv[1], int(sys.argv[2]))
