import frappe

from eoffice_app.persuratan.sekaligus_bawaan import (
	SemuaDitolakError,
	delete_items,
	submit_cancel_or_update_docs,
)
from eoffice_app.tests.dasar import KasusUji, make, make_surat_masuk

INSTANSI = "Instansi"


class TestSekaligusBawaan(KasusUji):
	"""Each document is a transaction of its own: what is made here is committed, and taken away again."""

	def setUp(self):
		super().setUp()
		self.free, self.used = (
			make(INSTANSI, {"nama_instansi": f"Sekaligus {frappe.generate_hash(length=6)}"})
			for _time in range(2)
		)
		self.letter = make_surat_masuk(pengirim=self.used, sifat="Rahasia")
		frappe.db.commit()
		frappe.db.savepoint("uji")

	def tearDown(self):
		frappe.db.savepoint("uji")
		super().tearDown()
		for doctype in ("Pemberitahuan Surat", "Agenda", "Riwayat Buka"):
			frappe.db.delete(doctype, {"surat_masuk": self.letter.name})
		frappe.db.delete("Scan Surat", {"parent": self.letter.name})
		frappe.db.delete("Akses Surat", {"surat": self.letter.name})
		frappe.db.delete("Surat Masuk", {"name": self.letter.name})
		frappe.db.delete(INSTANSI, {"name": ["in", [self.free, self.used]]})
		frappe.db.commit()
		frappe.db.savepoint("uji")

	def read_refusal(self, kode: str, act, *arguments) -> str:
		"""Return what somebody is told whose whole choice is refused."""
		with self.sebagai(kode), self.assertRaises(SemuaDitolakError) as refused:
			act(*arguments)
		return str(refused.exception)

	def test_each_that_cannot_be_deleted_is_told_and_the_others_are_gone(self):
		frappe.clear_messages()
		self.assertEqual(delete_items(INSTANSI, frappe.as_json([self.used, self.free])), [self.used])
		self.assertFalse(frappe.db.exists(INSTANSI, self.free))
		self.assertTrue(frappe.db.exists(INSTANSI, self.used))
		(told,) = map(str, frappe.get_message_log())
		self.assertIn("1 berhasil, 1 tidak", told)
		self.assertIn(self.read_title(self.used), told)

	def test_what_was_changed_stands_beside_what_was_not(self):
		frappe.clear_messages()
		names = [self.free, "tidak-ada"]
		left = submit_cancel_or_update_docs(INSTANSI, names, "update", {"alamat": "Jalan Lain"})
		self.assertEqual(left, ["tidak-ada"])
		(told,) = map(str, frappe.get_message_log())
		self.assertRegex(
			told, f"(?s)>tidak<.*tidak-ada.*tidak ditemukan.*>berhasil<.*{self.read_title(self.free)}"
		)

	@staticmethod
	def read_title(instansi: str) -> str:
		return frappe.db.get_value(INSTANSI, instansi, "nama_instansi")

	def test_each_that_cannot_be_changed_is_told_by_its_number(self):
		change = ("Surat Masuk", [self.letter.name], "update", {"tujuan": "TIDAK-ADA"})
		self.assertIn(
			self.letter.nomor_agenda, self.read_refusal("UJI-SANDI", submit_cancel_or_update_docs, *change)
		)

	def test_many_are_changed(self):
		left = submit_cancel_or_update_docs(
			INSTANSI, [self.used, self.free], "update", {"alamat": "Jalan Baru"}
		)
		self.assertEqual(left, [])
		self.assertEqual(
			frappe.get_all(INSTANSI, {"name": ["in", [self.used, self.free]]}, pluck="alamat"),
			["Jalan Baru"] * 2,
		)

	def test_a_stranger_is_told_nothing_of_a_letter_that_he_does_not_see(self):
		for act, *further in ((delete_items,), (submit_cancel_or_update_docs, "update", {"perihal": "Lain"})):
			told = {
				self.read_refusal("UJI-STAF-B", act, "Surat Masuk", [name], *further).replace(name, "SURAT")
				for name in (self.letter.name, "tidak-ada")
			}
			self.assertEqual(len(told), 1, told)
			self.assertIn("tidak ditemukan", told.pop())
		self.assertNotEqual(frappe.db.get_value("Surat Masuk", self.letter.name, "perihal"), "Lain")

	def test_a_clerk_who_may_not_delete_is_refused(self):
		self.read_refusal("UJI-STAF-B", delete_items, INSTANSI, [self.free])
		self.assertTrue(frappe.db.exists(INSTANSI, self.free))

	def test_what_is_not_ours_is_frappes(self):
		note = frappe.get_doc({"doctype": "Note", "title": frappe.generate_hash()}).insert().name
		frappe.local.form_dict = frappe._dict(doctype="Note", items=frappe.as_json([note]))
		self.assertEqual(delete_items("Note", frappe.as_json([note])), [])
		self.assertFalse(frappe.db.exists("Note", note))
