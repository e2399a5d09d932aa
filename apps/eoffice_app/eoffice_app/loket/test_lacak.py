"""What a sender reads with his code: steps and days, never the letter."""

import frappe
from frappe.utils import getdate, nowdate

from eoffice_app.loket.lacak import DIJAWAB, LANGKAH, read_status
from eoffice_app.loket.penerimaan import accept_pengajuan, return_pengajuan, set_rahasia
from eoffice_app.loket.usulan import get_usulan
from eoffice_app.persuratan.disposisi.langkah import write_disposisi
from eoffice_app.persuratan.surat_masuk.kode_status import make_code
from eoffice_app.tests.dasar import KasusUji, make_surat_keluar, make_surat_masuk, make_surat_menunggu, verify
from eoffice_app.tests.pengajuan import make_pengajuan


class TestLacak(KasusUji):
	def ask(self, kode: str | None):
		with self.sebagai("Guest"):
			return read_status(kode)

	def reached(self, kode: str) -> list[str]:
		return [step.nama for step in self.ask(kode).langkah if step.tercapai]

	def accept(self, name: str, **values) -> str:
		with self.sebagai("UJI-OPERATOR"):
			usulan = get_usulan(name)
			given = {"sifat": "Biasa", "derajat": "Biasa", "tujuan": "UJI-KADIS", **usulan["surat"]}
			return accept_pengajuan(name, {**given, "pengirim_baru": usulan["pengirim_baru"], **values})

	def test_from_the_counter_to_the_verified_letter_the_code_stays_the_same(self):
		hasil = make_pengajuan()
		self.assertEqual(self.reached(hasil.kode), ["Diterima"])
		surat = self.accept(hasil.nama)
		self.assertEqual(self.reached(hasil.kode), ["Diterima"])
		with self.sebagai("UJI-VERIFIKATOR"):
			verify(frappe.get_doc("Surat Masuk", surat))
		status = self.ask(hasil.kode)
		self.assertEqual(status.kata, "Diverifikasi")
		self.assertEqual([step.nama for step in status.langkah], list(LANGKAH))
		self.assertEqual([step.tanggal for step in status.langkah[:3]], [getdate(nowdate())] * 2 + [None])

	def test_letter_registered_at_the_desk_is_followed_by_the_same_way(self):
		self.assertEqual(self.reached(make_code(make_surat_menunggu().name)), list(LANGKAH[:3]))

	def test_wrong_code_says_no_more_than_none(self):
		surat = make_surat_masuk()
		for wrong in (None, "", "%", surat.name, surat.nomor_agenda, "A" * 5000, make_code("lain")):
			self.assertIsNone(self.ask(wrong))

	def test_of_a_secret_one_only_its_arrival_is_told(self):
		hasil = make_pengajuan()
		with self.sebagai("UJI-OPERATOR"):
			set_rahasia(hasil.nama, True)
		with self.sebagai("UJI-SANDI"):
			return_pengajuan(hasil.nama, "Salah alamat")
		secret = make_surat_menunggu(sifat="Rahasia")
		for kode in (hasil.kode, make_code(secret.name)):
			self.assertEqual([step.nama for step in self.ask(kode).langkah], ["Diterima"])

	def test_returned_is_told_with_its_day(self):
		hasil = make_pengajuan()
		with self.sebagai("UJI-OPERATOR"):
			return_pengajuan(hasil.nama, "Belum ditandatangani")
		status = self.ask(hasil.kode)
		self.assertEqual(
			(status.kata, self.reached(hasil.kode)), ("Dikembalikan", ["Diterima", "Dikembalikan"])
		)
		self.assertNotIn("ditandatangani", str(status))

	def test_unit_is_named_only_where_the_office_allows_it(self):
		surat = make_surat_menunggu()
		with self.sebagai("UJI-KADIS"):
			write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])
		kode = make_code(surat.name)
		self.assertEqual(self.ask(kode).langkah[2].unit, ())
		frappe.db.set_single_value("Pengaturan E-Office", "lacak_unit", 1)
		frappe.clear_document_cache("Pengaturan E-Office", "Pengaturan E-Office")
		self.addCleanup(frappe.clear_document_cache, "Pengaturan E-Office", "Pengaturan E-Office")
		self.assertEqual(self.ask(kode).langkah[2].unit, ("UJI-BID-A",))

	def test_answer_is_told_once_it_has_its_number_and_is_not_secret(self):
		surat = make_surat_menunggu()
		reply = make_surat_keluar()
		reply.db_set({"membalas": surat.name, "workflow_state": "Bernomor", "tanggal_surat": "2026-11-20"})
		self.assertEqual(self.ask(make_code(surat.name)).langkah[3].tanggal, getdate("2026-11-20"))
		self.assertEqual(self.ask(make_code(surat.name)).kata, DIJAWAB)
		reply.db_set("sifat", "Rahasia")
		self.assertFalse(self.ask(make_code(surat.name)).langkah[3].tercapai)
