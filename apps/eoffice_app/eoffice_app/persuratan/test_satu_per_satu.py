from unittest.mock import patch

import frappe

from eoffice_app.persuratan.satu_per_satu import TERBANYAK, TerlaluBanyakError, try_each
from eoffice_app.tests.dasar import KasusUji


class TestSatuPerSatu(KasusUji):
	def setUp(self):
		super().setUp()
		# Each document is a transaction of its own, and here all of them are the test's.
		for name in ("commit", "rollback"):
			patcher = patch.object(frappe.db, name)
			patcher.start()
			self.addCleanup(patcher.stop)

	def test_a_refusal_without_a_word_is_a_refusal(self):
		def act(name: str):
			if name != "boleh":
				raise frappe.PermissionError(*([name] if name == "terlambat" else []))

		outcomes = try_each(["boleh", "terlambat", "bisu"], act)
		self.assertEqual(outcomes[:2], [None, "terlambat"])
		self.assertIn("tidak berwenang", outcomes[2])

	def test_a_fault_of_the_program_is_none_of_the_refusals(self):
		def act(_name: str):
			raise ZeroDivisionError

		self.assertRaises(ZeroDivisionError, try_each, ["satu"], act)

	def test_more_than_a_person_can_look_over_are_refused_before_the_first(self):
		acted = []
		names = [str(number) for number in range(TERBANYAK + 1)]
		self.assertRaises(TerlaluBanyakError, try_each, names, acted.append)
		self.assertEqual(acted, [])
