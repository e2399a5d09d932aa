from concurrent.futures import ThreadPoolExecutor

import frappe

from eoffice_app.penomoran.penghitung import allocate_number
from eoffice_app.tests.dasar import KasusUji

DERET = "Uji/serentak"


class TestPenghitung(KasusUji):
	def tearDown(self):
		super().tearDown()
		frappe.db.delete("Penghitung Nomor", {"name": ["like", "Uji/%"]})
		frappe.db.commit()

	def test_a_series_starts_at_one_and_counts(self):
		self.assertEqual([allocate_number("Uji/a") for _time in range(3)], [1, 2, 3])

	def test_series_do_not_disturb_each_other(self):
		allocate_number("Uji/a")
		self.assertEqual(allocate_number("Uji/b"), 1)

	def test_a_rollback_gives_the_number_back(self):
		allocate_number("Uji/a")
		frappe.db.savepoint("nomor")
		allocate_number("Uji/a")
		frappe.db.rollback(save_point="nomor")
		self.assertEqual(allocate_number("Uji/a"), 2)

	def test_many_connections_at_once_get_each_number_once(self):
		site, each, clients = frappe.local.site, 25, 8
		with ThreadPoolExecutor(clients) as pool:
			taken = [n for numbers in pool.map(_take, [(site, each)] * clients) for n in numbers]
		self.assertEqual(sorted(taken), list(range(1, each * clients + 1)))

	def test_a_number_of_a_failed_transaction_is_given_to_the_next(self):
		site = frappe.local.site
		with ThreadPoolExecutor(4) as pool:
			taken = [n for numbers in pool.map(_take_and_fail_each_third, [(site, 15)] * 4) for n in numbers]
		self.assertEqual(sorted(taken), list(range(1, len(taken) + 1)))


def _take(job: tuple[str, int]) -> list[int]:
	site, count = job
	with _connection(site):
		return [_commit(allocate_number(DERET)) for _time in range(count)]


def _take_and_fail_each_third(job: tuple[str, int]) -> list[int]:
	site, count = job
	taken = []
	with _connection(site):
		for time in range(count):
			number = allocate_number(DERET)
			if time % 3 == 2:
				frappe.db.rollback()
			else:
				taken.append(_commit(number))
	return taken


def _commit(number: int) -> int:
	frappe.db.commit()
	return number


class _connection:
	"""A connection of its own for the running thread: frappe.local is local to a thread."""

	def __init__(self, site: str):
		self.site = site

	def __enter__(self):
		frappe.init(site=self.site)
		frappe.connect()

	def __exit__(self, *exception):
		frappe.destroy()
