import frappe

from eoffice_app.loket.lacak import read_status
from eoffice_app.persuratan.doctype.surat_masuk.surat_masuk import close_with_reason
from eoffice_app.persuratan.kode_cetak import group_code
from eoffice_app.persuratan.surat_masuk.kode_status import (
	fingerprint,
	make_code,
	name_status,
)
from eoffice_app.tests.dasar import KasusUji, make_surat_masuk, make_surat_menunggu


class TestKodeStatus(KasusUji):
	def ask(self, kode: str | None) -> str | None:
		with self.sebagai("Guest"):
			status = read_status(kode)
		return status and status.kata

	def test_a_guest_with_the_code_reads_how_far_the_letter_is(self):
		surat = make_surat_menunggu()
		self.assertEqual(self.ask(make_code(surat.name)), "Diproses")

	def test_a_code_may_be_typed_as_people_type(self):
		code = make_code(make_surat_masuk().name)
		for typed in (group_code(code), code.lower(), f" {group_code(code).replace('-', ' ')} "):
			self.assertEqual(self.ask(typed), "Diterima", typed)
		self.assertEqual(fingerprint("O1B"), fingerprint("0IB"))

	def test_a_wrong_code_says_no_more_than_none(self):
		surat = make_surat_masuk()
		for wrong in (None, "", "%", surat.name, surat.nomor_agenda, make_code(surat.name)[:-1], "A" * 5000):
			self.assertIsNone(self.ask(wrong))

	def test_of_a_secret_letter_only_its_arrival_is_told(self):
		for sifat in ("Rahasia", "Sangat Rahasia"):
			surat = make_surat_menunggu(sifat=sifat)
			self.assertEqual(self.ask(make_code(surat.name)), "Diterima")

	def test_every_state_has_its_word(self):
		words = {"Diverifikasi": "Diverifikasi", "Didisposisikan": "Diproses", "Selesai": "Selesai"}
		words |= {"Diarsipkan": "Selesai", "Ditolak": "Dikembalikan", "Keadaan buatan kantor": "Diproses"}
		self.assertEqual({state: name_status("Biasa", state) for state in words}, words)

	def test_a_returned_letter_is_told_as_returned(self):
		surat = make_surat_masuk()
		with self.sebagai("UJI-VERIFIKATOR"):
			close_with_reason(surat.name, "Kembalikan", "Tidak bertanda tangan")
		self.assertEqual(self.ask(make_code(surat.name)), "Dikembalikan")

	def test_the_database_keeps_only_the_fingerprint(self):
		surat = make_surat_masuk(sidik_kode_status="dari klien")
		code = make_code(surat.name)
		self.assertEqual(surat.sidik_kode_status, fingerprint(code))
		self.assertNotIn(code, frappe.as_json(surat.as_dict()))
		with self.sebagai("UJI-OPERATOR"):
			surat.sidik_kode_status = fingerprint("milik surat lain")
			surat.save()
		self.assertEqual(surat.sidik_kode_status, fingerprint(code))

	def test_codes_differ_and_have_128_bits(self):
		codes = {make_code(name) for name in ("a", "b", "c")}
		self.assertEqual((len(codes), {len(code) for code in codes}), (3, {26}))
