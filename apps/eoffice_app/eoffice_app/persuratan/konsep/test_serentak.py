"""Several check one draft in the same moment, each over a connection of his own."""

import frappe

from eoffice_app.persuratan.konsep.langkah import give_paraf, return_draft, send_draft
from eoffice_app.tests.dasar import KasusUji, make_surat_keluar, remove_surat_keluar
from eoffice_app.tests.serentak import act_at_once


class TestKonsepSerentak(KasusUji):
	def setUp(self):
		super().setUp()
		surat = make_surat_keluar(
			"UJI-KABID-A", koordinasi=[{"jabatan": "UJI-KABID-B"}, {"jabatan": "UJI-SEKDIN"}]
		)
		self.surat = surat.name
		with self.sebagai("UJI-KABID-A"):
			send_draft(self.surat)
		# The other connections see only what is committed; tearDown takes it away again.
		frappe.db.commit()
		frappe.db.savepoint("uji")

	def tearDown(self):
		super().tearDown()
		remove_surat_keluar(self.surat)
		frappe.db.commit()

	def read(self):
		return frappe.get_doc("Surat Keluar", self.surat)

	def test_two_parafs_at_once_both_count_and_the_last_sends_it_on(self):
		results = act_at_once(
			"Surat Keluar",
			("UJI-KABID-B", lambda: give_paraf(self.surat, 1)),
			("UJI-SEKDIN", lambda: give_paraf(self.surat, 1)),
		)
		self.assertEqual(sorted(map(str, results)), ["Menunggu Paraf", "Menunggu Tanda Tangan"])
		self.assertEqual({row.keadaan for row in self.read().paraf}, {"Diparaf"})

	def test_the_same_paraf_from_two_windows_is_given_once(self):
		results = act_at_once("Surat Keluar", *[("UJI-KABID-B", lambda: give_paraf(self.surat, 1))] * 3)
		refused = [type(result).__name__ for result in results if isinstance(result, Exception)]
		self.assertEqual(refused, ["BukanGiliranError"] * 2)

	def test_returned_and_given_at_once_leave_no_paraf_on_a_returned_draft_unasked(self):
		results = act_at_once(
			"Surat Keluar",
			("UJI-KABID-B", lambda: return_draft(self.surat, "Perbaiki.")),
			("UJI-SEKDIN", lambda: give_paraf(self.surat, 1)),
		)
		surat = self.read()
		self.assertEqual(surat.workflow_state, "Dikembalikan")
		given = [row.jabatan for row in surat.paraf if row.keadaan == "Diparaf"]
		self.assertEqual(given, [] if isinstance(results[1], Exception) else ["UJI-SEKDIN"])
