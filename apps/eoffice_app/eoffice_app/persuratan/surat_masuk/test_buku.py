import frappe

from eoffice_app.persuratan.surat_masuk.buku import BukuTidakSesuaiError
from eoffice_app.tests.dasar import KasusUji, compose_surat_masuk, make_surat_masuk


class TestBuku(KasusUji):
	def test_each_book_counts_for_itself(self):
		before = make_surat_masuk().nomor_agenda
		make_surat_masuk(sifat="Rahasia")
		make_surat_masuk(buku="BM")
		self.assertEqual(int(make_surat_masuk().nomor_agenda), int(before) + 1)

	def test_a_secret_letter_is_refused_in_an_open_book(self):
		for sifat in ("Rahasia", "Sangat Rahasia"):
			with self.assertRaisesRegex(BukuTidakSesuaiError, "SMR"):
				make_surat_masuk(sifat=sifat, buku="SM")

	def test_an_open_letter_is_refused_in_a_secret_book(self):
		for sifat in ("Biasa", "Terbatas"):
			with self.assertRaisesRegex(BukuTidakSesuaiError, "BM"):
				make_surat_masuk(sifat=sifat, buku="SMR")

	def test_an_ordinary_operator_does_not_register_a_secret_letter(self):
		with self.sebagai("UJI-OPERATOR"), self.assertRaisesRegex(BukuTidakSesuaiError, "Operator Sandi"):
			frappe.get_doc(compose_surat_masuk(sifat="Rahasia")).insert()

	def test_an_incoming_letter_is_refused_in_a_book_for_outgoing_ones(self):
		for buku in ("SK", "BK"):
			with self.assertRaisesRegex(BukuTidakSesuaiError, "SM"):
				make_surat_masuk(buku=buku)
