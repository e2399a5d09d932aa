"""The counters: the one place that takes a number from a series in the database."""

from datetime import date
from functools import lru_cache

import frappe
from frappe.utils import now


def allocate_number(deret: str) -> int:
	"""Take the next number of a series: 1, 2, 3 … without gap and without double.

	One statement creates or raises the counter and returns it, so that the first number of a new series cannot
	deadlock. The row stays locked until the transaction ends: call this as its last
	act. A rollback gives the number back.

	:param deret: name of the series, for example "SM/2026"
	:return: the number
	"""
	return _raise_counter(deret, 1, None)[0]


def allocate_dated(deret: str, tanggal: date, jumlah: int = 1) -> tuple[int, date]:
	"""Take the next `jumlah` numbers of a series whose numbers follow the dates of letters; see `allocate_number`.

	:return: the last of the numbers, and the latest date of the series so far, `tanggal` included
	"""
	return _raise_counter(deret, jumlah, tanggal)


def allocate_in_order(deret: str, tanggal: date) -> tuple[int, date]:
	"""Take the next number of a series unless a later letter has one; see `allocate_dated`.

	:return: the number, and the latest date of the series: later than `tanggal` where no number was taken
	"""
	return _raise_counter(deret, 1, tanggal, "if(tanggal_terakhir > %(tanggal)s, 0, 1)")


def give_back_number(deret: str, terakhir: date | None) -> None:
	"""Put a series back by the number that this transaction has just taken.

	:param terakhir: the latest date of the series without it
	"""
	frappe.db.sql(
		"update `tabPenghitung Nomor` set nilai = nilai - 1, tanggal_terakhir = %s where name = %s",
		(terakhir, deret),
	)


def start_after(deret: str, dahulu: int, terakhir: int, tanggal: date | None = None) -> bool:
	"""Let a series go on after the last number of its paper book, unless it has given a number already.

	The first statement locks the counter, so that a number taken at the same moment is never passed over or given again.

	:param dahulu: after which number the series was told to begin before, 0 where it was not
	:param terakhir: the last number on paper; 0 begins at 1
	:param tanggal: the date of the last letter on paper, for a series whose numbers follow the dates
	:return: False where the series has given a number, and stays as it is
	"""
	lock = """
		insert into `tabPenghitung Nomor` (name, creation, modified, modified_by, owner, nilai)
		values (%(deret)s, %(saat)s, %(saat)s, %(user)s, %(user)s, %(dahulu)s)
		on duplicate key update nilai = nilai
		returning nilai
	"""
	values = {"deret": deret, "saat": now(), "user": frappe.session.user, "dahulu": dahulu}
	if frappe.db.sql(_allow_current(lock), values)[0][0] != dahulu:
		return False
	frappe.db.sql(
		_allow_current(
			"update `tabPenghitung Nomor` set nilai = %(terakhir)s, tanggal_terakhir = %(tanggal)s where name = %(deret)s"
		),
		{"deret": deret, "terakhir": terakhir, "tanggal": tanggal},
	)
	return True


def lock_counter(deret: str) -> date | None:
	"""Keep others from taking numbers of a series until the transaction ends; returns its latest date."""
	rows = read_current(
		"select tanggal_terakhir from `tabPenghitung Nomor` where name = %(deret)s for update",
		{"deret": deret},
	)
	return rows[0][0] if rows else None


def read_current(statement: str, values: dict) -> tuple:
	"""Return the rows of a locking read, as they are now and not as they were when the transaction began."""
	return frappe.db.sql(_allow_current(statement), values)


def _raise_counter(
	deret: str, jumlah: int, tanggal: date | None, raised_by: str = "%(jumlah)s"
) -> tuple[int, date | None]:
	statement = f"""
		insert into `tabPenghitung Nomor`
			(name, creation, modified, modified_by, owner, nilai, tanggal_terakhir)
		values (%(deret)s, %(saat)s, %(saat)s, %(user)s, %(user)s, %(jumlah)s, %(tanggal)s)
		on duplicate key update nilai = nilai + {raised_by},
			tanggal_terakhir = greatest(ifnull(tanggal_terakhir, %(tanggal)s), %(tanggal)s)
		returning nilai, tanggal_terakhir
	"""
	values = {
		"deret": deret,
		"saat": now(),
		"user": frappe.session.user,
		"jumlah": jumlah,
		"tanggal": tanggal,
	}
	return frappe.db.sql(_allow_current(statement), values)[0]


def _allow_current(statement: str) -> str:
	# MariaDB 11.6.2 and later refuse (error 1020) to lock or raise a row that another transaction changed since ours
	# began, although the lock makes this safe.
	if _snapshot_isolation_is_on(f"{frappe.conf.db_host}:{frappe.conf.db_port}"):
		return "set statement innodb_snapshot_isolation = OFF for " + statement
	return statement


@lru_cache
def _snapshot_isolation_is_on(server: str) -> bool:
	rows = frappe.db.sql("show variables like 'innodb_snapshot_isolation'")
	return bool(rows) and rows[0][1] == "ON"
