"""The counters: the one place that takes a number from a series in the database."""

from functools import lru_cache

import frappe


def allocate_number(deret: str) -> int:
	"""Take the next number of a series: 1, 2, 3 … without gap and without double.

	One statement creates or raises the counter and returns it, so that the first number of a new series cannot
	deadlock. The row stays locked until the transaction ends: call this as its last
	act. A rollback gives the number back.

	:param deret: name of the series, for example "SM/2026"
	:return: the number
	"""
	statement = """
		insert into `tabPenghitung Nomor` (name, creation, modified, modified_by, owner, nilai)
		values (%(deret)s, now(), now(), %(user)s, %(user)s, 1)
		on duplicate key update nilai = nilai + 1, modified = now(), modified_by = %(user)s
		returning nilai
	"""
	if _snapshot_isolation_is_on(f"{frappe.conf.db_host}:{frappe.conf.db_port}"):
		# MariaDB 11.6.2 and later refuse (error 1020) to raise a row that another transaction changed since ours
		# began, although the lock makes this safe.
		statement = "set statement innodb_snapshot_isolation = OFF for " + statement
	return frappe.db.sql(statement, {"deret": deret, "user": frappe.session.user})[0][0]


@lru_cache
def _snapshot_isolation_is_on(server: str) -> bool:
	rows = frappe.db.sql("show variables like 'innodb_snapshot_isolation'")
	return bool(rows) and rows[0][1] == "ON"
