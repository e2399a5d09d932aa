from functools import partial
from io import BytesIO

import frappe
from PIL import Image

from eoffice_app.tests.dasar import KasusUji
from eoffice_app.tests.naskah_tte import ask_poppler, make_permintaan
from eoffice_app.tests.tiruan_bsre import (
	NIK,
	NIK_ASING,
	NIK_DICABUT,
	NIK_KEDALUWARSA,
	NIK_TANPA_SERTIFIKAT,
	PASSPHRASE,
	PENGGUNA,
	SANDI,
	TOTP,
	find_closed_port,
	running_bsre,
)
from eoffice_app.tte.banyak import sign_many
from eoffice_app.tte.bsre import Bsre
from eoffice_app.tte.bsre_sambungan import Sambungan
from eoffice_app.tte.galat import (
	AksesLayananDitolakError,
	BelumDicobaError,
	HasilTidakPastiError,
	LayananMenolakError,
	LayananTidakTerjangkauError,
	PassphraseSalahError,
	PenandaTanganTidakTerdaftarError,
	SertifikatDicabutError,
	SertifikatKedaluwarsaError,
	SertifikatTidakAktifError,
	TteError,
)
from eoffice_app.tte.permintaan import Letak, Passphrase

TANDA_TANGAN = {1: "POST /api/sign/pdf", 2: "POST /api/v2/sign/pdf"}


class TestBsre(KasusUji):
	def setUp(self):
		super().setUp()
		running = running_bsre()
		self.tiruan = running.__enter__()
		self.addCleanup(running.__exit__, None, None, None)

	def make_bsre(self, versi: int = 2, sandi: str = SANDI, totp: bool = False, **values) -> Bsre:
		values = {
			"alamat": self.tiruan.alamat,
			"batas_sambung": 1,
			"batas_tanya": 1,
			"batas_tanda_tangan": 1,
			"jeda": 0.01,
			**values,
		}
		return Bsre(Sambungan(pengguna=PENGGUNA, sandi=Passphrase(sandi), **values), versi, totp)

	def sign(self, versi: int = 2, nik: str = NIK, passphrase: str = PASSPHRASE, **values):
		return self.make_bsre(versi, **values).sign(make_permintaan(passphrase=passphrase, nik=nik))

	def on_both(self):
		"""Give each version after the other, the stand-in having forgotten what it saw."""
		for versi in (1, 2):
			self.tiruan.permintaan.clear()
			self.tiruan.isian.clear()
			self.tiruan.banyak_tanda_tangan = 0
			yield versi

	def misbehave(self, way: str, *tricks) -> None:
		self.tiruan.tingkah[way] = list(tricks)

	def test_both_versions_sign_after_asking_for_the_status(self):
		for versi in self.on_both():
			hasil = self.sign(versi)
			self.assertIn("Signature is Valid", ask_poppler("pdfsig", hasil.isi))
			self.assertIn("OTORITAS UJI", hasil.penerbit)
			status = f"GET /api/user/status/{NIK}" if versi == 1 else "POST /api/v2/user/check/status"
			self.assertEqual(self.tiruan.permintaan, [status, TANDA_TANGAN[versi]])

	def test_what_is_sent_is_what_the_gateway_documents(self):
		permintaan = make_permintaan(passphrase=PASSPHRASE, nik=NIK, letak=Letak(0, 50, 60, 200, 80))
		self.make_bsre(1).sign(permintaan)
		self.make_bsre(2).sign(permintaan)
		first, second = self.tiruan.isian
		picture = first.pop("imageTTD")
		self.assertEqual(Image.open(BytesIO(picture)).format, "PNG")
		place = {"page": "1", "xAxis": "50", "yAxis": "60", "width": "200", "height": "80"}
		said = {"nik": NIK, "passphrase": PASSPHRASE, "tampilan": "visible", "image": "true"}
		self.assertEqual(first, {**said, **place})
		(look,) = second["signatureProperties"]
		self.assertEqual(set(second), {"nik", "passphrase", "signatureProperties", "file"})
		self.assertEqual(
			(look["tampilan"], look["page"], look["originX"], look["originY"]), ("VISIBLE", 1, 50, 60)
		)
		self.assertEqual((look["location"], look["reason"]), ("Kota Uji", "Surat dinas"))

	def test_the_page_names_bsre_and_the_law(self):
		said = " ".join(ask_poppler("pdftotext", self.sign().isi).split())
		self.assertIn("diterbitkan oleh Balai Besar Sertifikasi Elektronik (BSrE), BSSN", said)
		self.assertIn("UU ITE Nomor 11 Tahun 2008 Pasal 5 ayat 1", said)

	def test_a_one_time_code_instead_of_the_passphrase(self):
		bsre = self.make_bsre(totp=True)
		bsre.request_totp(NIK, 12)
		hasil = bsre.sign(make_permintaan(passphrase=TOTP, nik=NIK))
		self.assertIn("Signature is Valid", ask_poppler("pdfsig", hasil.isi))
		self.assertEqual(self.tiruan.isian[-1]["totp"], TOTP)
		self.assertNotIn("passphrase", self.tiruan.isian[-1])

	def test_a_one_time_code_that_is_not_sent(self):
		self.misbehave("tanda tangan", 400)
		self.tiruan.kata = {"error": "Batas permintaan TOTP tercapai"}
		with self.assertRaisesRegex(LayananMenolakError, "Batas permintaan TOTP tercapai"):
			self.make_bsre(totp=True).request_totp(NIK)

	def test_wrong_passphrase(self):
		for versi in self.on_both():
			with self.assertRaisesRegex(PassphraseSalahError, "Passphrase salah"):
				self.sign(versi, passphrase="salah")
			self.assertEqual(self.tiruan.banyak_tanda_tangan, 0)

	def test_who_may_not_sign_is_never_asked_for_a_signature(self):
		for versi in self.on_both():
			for nik, error, words in (
				(NIK_ASING, PenandaTanganTidakTerdaftarError, "belum terdaftar"),
				(NIK_TANPA_SERTIFIKAT, SertifikatTidakAktifError, "belum mempunyai sertifikat"),
				(NIK_KEDALUWARSA, SertifikatKedaluwarsaError, "sudah berakhir"),
				(NIK_DICABUT, SertifikatDicabutError, "sudah dicabut"),
				("", PenandaTanganTidakTerdaftarError, "NIK penanda tangan belum diisi"),
			):
				with self.assertRaisesRegex(error, words):
					self.sign(versi, nik)
			self.assertNotIn(TANDA_TANGAN[versi], self.tiruan.permintaan)

	def test_a_state_of_the_signer_that_is_new_to_us(self):
		self.misbehave("status", 200)
		self.tiruan.kata = {"status": "WAITING_FOR_VERIFICATION"}
		with self.assertRaisesRegex(SertifikatTidakAktifError, "WAITING_FOR_VERIFICATION"):
			self.sign()

	def test_the_gateway_does_not_know_the_office(self):
		for versi in self.on_both():
			with self.assertRaisesRegex(AksesLayananDitolakError, "menolak akun kantor"):
				self.sign(versi, sandi="bukan-itu")

	def test_the_gateway_is_down(self):
		for versi in self.on_both():
			with self.assertRaisesRegex(LayananTidakTerjangkauError, "belum ditandatangani"):
				self.sign(versi, alamat=f"http://127.0.0.1:{find_closed_port()}")

	def test_addresses_that_are_none(self):
		for alamat in ("", "bukan alamat", "ftp://127.0.0.1", "http://"):
			with self.assertRaises(LayananTidakTerjangkauError):
				self.sign(alamat=alamat)

	def test_the_status_is_asked_again(self):
		for trick in ("lambat", "putus", "separuh", 503):
			self.misbehave("status", trick, trick)
			self.assertIn("Signature is Valid", ask_poppler("pdfsig", self.sign().isi))
		self.misbehave("status", 503, 503, 503)
		with self.assertRaises(LayananTidakTerjangkauError):
			self.sign()

	def test_an_order_to_sign_that_may_have_arrived_is_never_repeated(self):
		for versi in self.on_both():
			for trick in ("lambat", "putus", "separuh", "rusak", "palsu", 500, 502, 504):
				self.tiruan.permintaan.clear()
				self.misbehave("tanda tangan", trick)
				with self.assertRaisesRegex(HasilTidakPastiError, "belum pasti"):
					self.sign(versi)
				self.assertEqual(self.tiruan.permintaan.count(TANDA_TANGAN[versi]), 1, trick)

	def test_half_an_answer_was_signed_once(self):
		for versi in self.on_both():
			self.misbehave("tanda tangan", "separuh")
			with self.assertRaises(HasilTidakPastiError):
				self.sign(versi)
			self.assertEqual(self.tiruan.banyak_tanda_tangan, 1)

	def test_each_refusal_of_the_gateway_is_said_plainly(self):
		for status, words, error, said in (
			(400, {"error": "Dokumen tidak valid"}, LayananMenolakError, "Dokumen tidak valid"),
			(400, {}, LayananMenolakError, "tanpa keterangan"),
			(200, {"status_code": 2031, "error": "x"}, PassphraseSalahError, "Passphrase salah"),
			(500, {"status_code": 2031}, PassphraseSalahError, "Passphrase salah"),
			(400, {"status_code": 2021}, SertifikatTidakAktifError, "Aktifkan sertifikat"),
			(400, {"message": "Sertifikat kadaluarsa"}, SertifikatKedaluwarsaError, "Perpanjang"),
			(400, {"message": "certificate revoked"}, SertifikatDicabutError, "dicabut"),
			(403, {}, AksesLayananDitolakError, "alamat server yang diizinkan"),
			(404, {}, AksesLayananDitolakError, "Alamat layanan BSrE tidak benar"),
			(302, {}, AksesLayananDitolakError, "Alamat layanan BSrE tidak benar"),
			(413, {}, LayananMenolakError, "terlalu besar"),
			(429, {}, LayananTidakTerjangkauError, "sedang penuh"),
			(200, {}, HasilTidakPastiError, "belum pasti"),
		):
			with self.subTest(status=status, words=words):
				self.misbehave("tanda tangan", status)
				self.tiruan.kata = words
				with self.assertRaisesRegex(error, said):
					self.sign()

	def test_words_of_the_gateway_are_shown_as_text(self):
		self.misbehave("tanda tangan", 400)
		self.tiruan.kata = {"error": "<script>alert(1)</script>"}
		with self.assertRaisesRegex(LayananMenolakError, "&lt;script&gt;"):
			self.sign()

	def test_the_passphrase_is_not_repeated_though_the_gateway_does(self):
		self.misbehave("tanda tangan", 400)
		self.tiruan.kata = {"error": f"Gagal memproses {PASSPHRASE}"}
		with self.assertRaisesRegex(LayananMenolakError, r"Gagal memproses \*\*\*"):
			self.sign()

	def test_a_redirect_is_not_followed_with_the_passphrase(self):
		self.misbehave("tanda tangan", 307)
		with self.assertRaises(AksesLayananDitolakError):
			self.sign()
		self.assertNotIn("POST /lain", self.tiruan.permintaan)

	def test_the_passphrase_is_in_no_trace_with_variables(self):
		for versi in self.on_both():
			for trick in ("lambat", "putus", "separuh", 400, 500):
				permintaan, bsre = make_permintaan(passphrase=PASSPHRASE, nik=NIK), self.make_bsre(versi)
				self.misbehave("tanda tangan", trick)
				try:
					bsre.sign(permintaan)
				except TteError:
					trace = frappe.get_traceback(with_context=True)
				self.assertIn("permintaan", trace, "the trace shows no variables, so it proves nothing")
				self.assertNotIn(PASSPHRASE, trace)
				self.assertNotIn(SANDI, trace)

	def test_of_many_letters_none_is_ordered_after_an_uncertain_one(self):
		self.misbehave("tanda tangan", None, "putus")
		prepare = partial(make_permintaan, passphrase=PASSPHRASE, nik=NIK)
		letters = [(str(number), prepare) for number in range(4)]
		results = list(sign_many(letters, self.make_bsre()))
		self.assertEqual(
			[type(each.galat) for each in results],
			[type(None), HasilTidakPastiError, BelumDicobaError, BelumDicobaError],
		)
		self.assertEqual(self.tiruan.permintaan.count(TANDA_TANGAN[2]), 2)
