"""Sixteen clients numbering letters at once, without numbers, and by Frappe's naming series: numbering.py SITE LETTERS.

Each letter is a transaction of 20 ms of other work and one row written. Ours takes the number as its last act; Frappe's
series takes it before the work, as Frappe does when it names a document.
"""

import os
import sys
import time
from collections.abc import Callable
from datetime import date
from statistics import median

import frappe
from eoffice_app.penomoran.buku_nomor import take_number
from eoffice_app.penomoran.pemeriksaan import examine_ledger
from eoffice_app.penomoran.permintaan import PermintaanNomor
from figures import Figure, hand_over
from frappe.model.naming import make_autoname
from frappe.utils import getdate, nowdate

from in_site.clients import measure_clients
from in_site.connection import connected, forget_request

CLIENTS = 16
ROUNDS = 5
WORK = 0.020
WARM_UP = 3
OF_BARE, OF_SERIES = 0.9, 5
SERIES, FRAPPES_SERIES = "BANGKU", "BANGKU-.#####"


def main(site: str, letters: int) -> None:
	"""Compare in alternating rounds and hand over both ratios and the faults of the ledger."""
	with connected(site):
		create_series()
		durable = frappe.db.sql("select @@innodb_flush_log_at_trx_commit")[0][0]
		frappe.db.commit()
	each = letters // ROUNDS // CLIENTS
	rounds = [measure_round(site, each, number) for number in range(ROUNDS)]
	ours, apart, bare, frappes = (median(rates) for rates in zip(*rounds, strict=True))
	with connected(site):
		faults = count_faults(2 * ROUNDS * CLIENTS * (each + WARM_UP))
		remove_all()
		frappe.db.commit()
	rates = f"{ours:.0f} / {bare:.0f} letters/s, {CLIENTS} clients, log flush at commit = {durable}"
	ratio = median(shared / without for shared, _apart, without, _series in rounds)
	hand_over(
		Figure("numbering at once, with / without numbers", ratio, "×", OF_BARE, rates, more_is_better=True)
	)
	rates = f"{ours:.0f} / {apart:.0f} letters/s: what sharing one counter costs"
	ratio = median(shared / apart for shared, apart, _without, _series in rounds)
	hand_over(Figure("one series / a series for each client", ratio, "×", None, rates, more_is_better=True))
	rates = f"{ours:.0f} / {frappes:.0f} letters/s"
	ratio = median(shared / series for shared, _apart, _without, series in rounds)
	hand_over(
		Figure("numbering at once / Frappe's series", ratio, "×", OF_SERIES, rates, more_is_better=True)
	)
	hand_over(Figure("gaps, doubles and letters without number", faults, "", 0, "by the nightly check"))


def create_series() -> None:
	"""Create the series of this figure unless they are there."""
	# Sixteen at once that take the first number of a new series of Frappe's end in a deadlock.
	frappe.db.sql(
		"insert ignore into tabSeries (name, current) values (%s, 0)", FRAPPES_SERIES.partition(".")[0]
	)
	if not frappe.db.exists("Deret Nomor", SERIES):
		values = {"doctype": "Deret Nomor", "kode": SERIES, "nama_deret": SERIES}
		frappe.get_doc({**values, "lingkup": "Buku", "pola": "{urut}/{unit}/{bulan_romawi}/{tahun}"}).insert()


def measure_round(site: str, each: int, number: int) -> list[float]:
	"""Return letters per second with our numbers, with those of a series for each client, without any, and with
	Frappe's; which goes first changes."""
	ways = [write_with_number, write_with_own_number, write_without_number, write_with_series]
	turn = number % len(ways)
	rates = {
		way: measure_clients(CLIENTS, each, write_letters, site, each, way)
		for way in ways[turn:] + ways[:turn]
	}
	return [rates[way] for way in ways]


def write_letters(_number: int, meet, site: str, each: int, way: Callable[[date], None]) -> None:
	"""One client: wait for the others, write letter after letter, each in its own transaction."""
	with connected(site):
		today = getdate(nowdate())
		for _time in range(WARM_UP):
			write_one(way, today)
		with meet():
			for _time in range(each):
				write_one(way, today)


def write_one(way: Callable[[date], None], today: date) -> None:
	"""Write a letter and commit it."""
	way(today)
	frappe.db.commit()
	forget_request()


def write_with_number(today: date) -> None:
	"""Work, write the letter, then number it."""
	name = frappe.generate_hash(length=10)
	work_and_write(name)
	take_number(PermintaanNomor(SERIES, today, "ToDo", name, buku="BERSAMA", unit="UMPEG"))


def write_with_own_number(today: date) -> None:
	"""Do the same in a part of the series that no other client counts in."""
	name = frappe.generate_hash(length=10)
	work_and_write(name)
	take_number(PermintaanNomor(SERIES, today, "ToDo", name, buku=str(os.getpid()), unit="UMPEG"))


def write_without_number(today: date) -> None:
	"""Work and write the letter."""
	work_and_write(frappe.generate_hash(length=10))


def write_with_series(today: date) -> None:
	"""Let Frappe name the letter, then work and write it."""
	work_and_write(make_autoname(FRAPPES_SERIES))


def work_and_write(name: str) -> None:
	"""Be busy elsewhere for a while, and write one row."""
	time.sleep(WORK)
	frappe.db.sql(
		"insert into tabToDo (name, description, owner) values (%s, %s, %s)", (name, SERIES, SERIES)
	)


def count_faults(letters: int) -> int:
	"""Return how many faults the nightly check finds, and how many of the letters have no number."""
	found = [temuan for temuan in examine_ledger() if temuan.seri.startswith(f"Nomor/{SERIES}/")]
	return len(found) + abs(letters - frappe.db.count("Buku Nomor", {"deret": SERIES}))


def remove_all() -> None:
	"""Remove the letters with their numbers and counters, for the next figure."""
	frappe.db.delete("Buku Nomor", {"deret": SERIES})
	frappe.db.delete("Penghitung Nomor", {"name": ["like", f"Nomor/{SERIES}/%"]})
	frappe.db.delete("ToDo", {"owner": SERIES})
	frappe.db.delete("Series", {"name": FRAPPES_SERIES.partition(".")[0]})


if __name__ == "__main__":
	main(sys.argv[1], int(sys.argv[2]))
