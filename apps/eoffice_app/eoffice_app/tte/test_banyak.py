from dataclasses import replace
from functools import partial

import frappe
from frappe import _

from eoffice_app.exceptions import BerkasTidakSahError
from eoffice_app.tests.dasar import KasusUji, make_pdf
from eoffice_app.tests.naskah_tte import PASSPHRASE, get_otoritas, get_pkcs12, make_permintaan
from eoffice_app.tte.banyak import sign_many
from eoffice_app.tte.basah import Basah
from eoffice_app.tte.galat import BelumDicobaError, PassphraseSalahError, PdfTidakDapatDitandatanganiError
from eoffice_app.tte.lokal import Lokal
from eoffice_app.tte.permintaan import Passphrase
from eoffice_app.tte.sertifikat import BerkasPkcs12
from eoffice_app.tte.verifikasi import SAH, verify_pdf


def _give(permintaan):
	return permintaan


class TestBanyak(KasusUji):
	def sign(self, *daftar):
		frappe.clear_messages()
		pairs = [(f"S-{number}", partial(_give, each)) for number, each in enumerate(daftar)]
		return list(sign_many(pairs, Lokal(BerkasPkcs12(get_pkcs12()))))

	def test_each_letter_stands_for_itself(self):
		results = self.sign(make_permintaan(), make_permintaan(isi=b"rusak"), make_permintaan())
		self.assertEqual([each.surat for each in results], ["S-0", "S-1", "S-2"])
		self.assertEqual([bool(each.hasil) for each in results], [True, False, True])
		self.assertIsInstance(results[1].galat, PdfTidakDapatDitandatanganiError)
		for each in (results[0], results[2]):
			self.assertEqual(verify_pdf(each.hasil.isi, [get_otoritas().export()]).keadaan, SAH)

	def test_after_a_wrong_passphrase_no_other_letter_is_tried(self):
		results = self.sign(*(make_permintaan(passphrase="salah") for _number in range(3)))
		self.assertEqual(
			[type(each.galat) for each in results], [PassphraseSalahError, BelumDicobaError, BelumDicobaError]
		)

	def test_the_certificate_is_opened_once_for_all_and_anew_for_another_passphrase(self):
		opened = []

		class Tercatat(BerkasPkcs12):
			def open(self, passphrase):
				opened.append(passphrase)
				return super().open(passphrase)

		first, second = Passphrase(PASSPHRASE), Passphrase(PASSPHRASE)
		letters = [
			(str(number), partial(_give, replace(make_permintaan(), passphrase=each)))
			for number, each in enumerate((first, first, second))
		]
		results = list(sign_many(letters, Lokal(Tercatat(get_pkcs12()))))
		self.assertTrue(all(each.hasil for each in results))
		self.assertEqual(opened, [first, second])

	def test_ink_among_many(self):
		(result,) = sign_many([("S-1", make_permintaan)], Basah(b"rusak", "surat.pdf"))
		self.assertIsInstance(result.galat, BerkasTidakSahError)

	def test_a_letter_that_may_not_be_signed_does_not_stop_the_others(self):
		def refuse():
			frappe.throw(_("Bukan giliran Anda."), frappe.PermissionError)

		pairs = [("S-1", refuse), ("S-2", make_permintaan)]
		first, second = sign_many(pairs, Lokal(BerkasPkcs12(get_pkcs12())))
		self.assertIsInstance(first.galat, frappe.PermissionError)
		self.assertTrue(second.hasil)

	def test_a_failed_letter_leaves_no_message_on_the_request(self):
		self.sign(make_permintaan(isi=b"rusak"))
		self.assertEqual(frappe.get_message_log(), [])

	def test_a_signed_letter_is_given_before_the_next_is_signed(self):
		def give():
			yield "S-1", make_permintaan
			raise AssertionError("the second letter was asked for")

		first = next(sign_many(give(), Lokal(BerkasPkcs12(get_pkcs12()))))
		self.assertEqual(first.surat, "S-1")


class TestBasah(KasusUji):
	def test_the_scan_is_kept_as_it_is(self):
		scan = make_pdf()
		hasil = Basah(scan, "surat.pdf").sign(make_permintaan())
		self.assertEqual(hasil.isi, scan)
		self.assertNotEqual(hasil.sha256_asli, hasil.sha256_bertanda)
		self.assertEqual(hasil.penerbit, "")

	def test_a_broken_scan_is_refused(self):
		for content in (b"", b"bukan pindaian", make_pdf()[:60]):
			with self.assertRaises(BerkasTidakSahError):
				Basah(content, "surat.pdf").sign(make_permintaan())
