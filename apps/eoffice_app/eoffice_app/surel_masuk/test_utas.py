"""Mails that answer each other, in and out."""

import frappe

from eoffice_app.loket.pengajuan import submit
from eoffice_app.saluran.test_langsung import KasusSurel
from eoffice_app.surel_masuk.utas import choose_utas, get_utas
from eoffice_app.tests.dasar import make_surat_masuk
from eoffice_app.tests.pengajuan import compose_surel
from eoffice_app.tests.surat_bernomor import make_pengiriman


class TestUtas(KasusSurel):
	def submit(self, **values) -> str:
		return submit(compose_surel(surel="tujuan@uji.example", **values), []).nama

	def get_utas(self, name: str, kode: str = "UJI-OPERATOR") -> list[tuple]:
		with self.sebagai(kode):
			return [(row["name"], row["membalas"]) for row in get_utas(name)]

	def test_an_answer_leads_to_what_it_answers_and_back(self):
		first = self.submit(message_id="satu@x")
		second = self.submit(message_id="dua@x", utas="satu@x")
		self.assertEqual(self.get_utas(first), [(second, 0)])
		self.assertEqual(self.get_utas(second), [(first, 1)])

	def test_what_one_may_not_see_is_not_named(self):
		first = self.submit(message_id="satu@x", asal="Sanapati")
		second = self.submit(message_id="dua@x", utas="satu@x")
		self.assertEqual(self.get_utas(second), [])
		for kode in ("UJI-OPERATOR", "UJI-KADIS", "Guest"):
			with self.subTest(kode):
				self.assertRaises(frappe.DoesNotExistError, self.get_utas, first, kode)

	def test_an_answer_to_a_letter_of_the_office_leads_to_it_after_the_queue_is_cleared(self):
		doc = self.send()
		message_id = frappe.db.get_value("Email Queue", doc.antrean_surel, "message_id")
		frappe.db.delete("Email Queue", {"name": doc.antrean_surel})
		self.assertEqual(choose_utas(["asing@x", message_id]), message_id)
		name = self.submit(message_id="dua@x", utas=message_id)
		self.assertEqual(self.get_utas(name), [(doc.surat_keluar, 1)])

	def test_the_answer_by_e_mail_names_the_mail_it_answers(self):
		name = self.submit(message_id="satu@x")
		for surel, named in (("tujuan@uji.example", True), ("lain@uji.example", False)):
			with self.subTest(surel):
				(doc,) = make_pengiriman("Surel")
				surat = make_surat_masuk()
				frappe.db.set_value("Pengajuan Surat", name, {"surat_masuk": surat.name, "surel": surel})
				frappe.db.set_value("Surat Keluar", doc.surat_keluar, "membalas", surat.name)
				with self.sebagai("UJI-OPERATOR"):
					frappe.get_attr("eoffice_app.saluran.tindakan.send")(doc.name)
				antrean = doc.get_db_value("antrean_surel")
				message = frappe.db.get_value("Email Queue", antrean, "message")
				self.assertEqual("In-Reply-To: <satu@x>" in message, named)
