from unittest.mock import Mock

import frappe
from frappe.utils import set_request

from eoffice_app.hak_akses.surat import can_see
from eoffice_app.ingatan_permintaan import remember_while_reading
from eoffice_app.tests.dasar import KasusUji, make_surat_menunggu, surel


class TestIngatanPermintaan(KasusUji):
	def begin_request(self, method: str) -> None:
		set_request(path="/", method=method)

	def setUp(self):
		super().setUp()
		self.addCleanup(lambda: hasattr(frappe.local, "request") and delattr(frappe.local, "request"))

	def test_a_question_is_asked_once_in_a_request_that_only_reads(self):
		read = Mock(side_effect=[1, 2, 3])
		self.begin_request("GET")
		self.assertEqual([remember_while_reading("soal", "a", read) for _time in range(2)], [1, 1])
		self.assertEqual(remember_while_reading("soal lain", "a", read), 2)
		self.begin_request("GET")
		self.assertEqual(remember_while_reading("soal", "a", read), 3)

	def test_every_other_request_asks_each_time(self):
		read = Mock(side_effect=range(3))
		self.assertEqual(remember_while_reading("soal", "a", read), 0)
		self.begin_request("POST")
		self.assertEqual([remember_while_reading("soal", "a", read) for _time in range(2)], [1, 2])

	def test_who_lost_the_sight_of_a_letter_has_lost_it_at_the_next_request(self):
		surat = make_surat_menunggu()
		reader, stranger = surel("UJI-KADIS"), surel("UJI-STAF-B")
		self.begin_request("GET")
		self.assertEqual([can_see(surat.name, user) for user in (reader, stranger)], [True, False])
		frappe.db.delete("Akses Surat", {"surat": surat.name})
		for method in ("POST", "GET"):
			self.begin_request(method)
			self.assertFalse(can_see(surat.name, reader), method)
