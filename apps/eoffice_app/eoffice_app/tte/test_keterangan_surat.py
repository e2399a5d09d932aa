from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.persuratan.cetak.tanggal import write_date
from eoffice_app.persuratan.kode_cetak import group_code
from eoffice_app.tests.dasar import KasusUji
from eoffice_app.tests.surat_terbit import make_surat_terbit
from eoffice_app.tte.keterangan_surat import BELUM_BERNOMOR, describe_surat, find_surat

SEMUA = {
	"Nomor Surat",
	"Tanggal Surat",
	"Jenis Naskah",
	"Penanda Tangan",
	"Jabatan",
	"Unit Kerja",
	"Perihal",
}


class TestKeteranganSurat(KasusUji):
	def ask(self, kode: str):
		with self.sebagai("Guest"):
			found = find_surat(kode)
			return found and describe_surat(found)

	def test_everybody_with_the_code_reads_what_the_sifat_allows(self):
		for sifat, labels in (
			("Biasa", SEMUA),
			("Terbatas", SEMUA - {"Perihal"}),
			*((rahasia, set()) for rahasia in SIFAT_RAHASIA),
		):
			with self.subTest(sifat=sifat):
				said = self.ask(make_surat_terbit(sifat=sifat).kode_verifikasi)
				self.assertTrue(said.berlaku)
				self.assertEqual({label for label, _value in said.rincian}, labels)

	def test_what_is_said_is_what_the_letter_says(self):
		surat = make_surat_terbit(perihal="Undangan rapat")
		said = dict(self.ask(surat.kode_verifikasi).rincian)
		self.assertEqual(
			(said["Nomor Surat"], said["Tanggal Surat"], said["Perihal"]),
			(surat.nomor, write_date(surat.tanggal_surat), "Undangan rapat"),
		)
		self.assertEqual(
			(said["Penanda Tangan"], said["Jabatan"], said["Unit Kerja"]),
			("Pegawai UJI-KADIS", "Plh. Jabatan UJI-KADIS", "UJI-BID-A"),
		)

	def test_a_code_may_be_typed_as_people_type(self):
		kode = make_surat_terbit().kode_verifikasi
		for typed in (group_code(kode), kode.lower(), f" {group_code(kode).replace('-', ' ')} "):
			self.assertTrue(self.ask(typed), typed)

	def test_before_its_number_a_letter_is_as_unknown_as_a_wrong_code(self):
		for keadaan in BELUM_BERNOMOR:
			self.assertIsNone(self.ask(make_surat_terbit(keadaan=keadaan).kode_verifikasi), keadaan)
		cancelled = make_surat_terbit(keadaan="Batal")
		cancelled.db_set("nomor", None)
		self.assertIsNone(self.ask(cancelled.kode_verifikasi))

	def test_a_wrong_code_says_no_more_than_none(self):
		surat = make_surat_terbit()
		kode = surat.kode_verifikasi
		for wrong in ("", "%", "_" * 26, surat.name, surat.nomor, kode[:-1], kode + "A", "A" * 5000):
			self.assertIsNone(self.ask(wrong), wrong)

	def test_letters_sent_and_filed_stay_genuine_and_one_withdrawn_does_not(self):
		for keadaan in ("Bernomor", "Terkirim", "Diarsipkan", "Keadaan buatan kantor"):
			self.assertTrue(self.ask(make_surat_terbit(keadaan=keadaan).kode_verifikasi).berlaku, keadaan)
		self.assertFalse(self.ask(make_surat_terbit(keadaan="Batal").kode_verifikasi).berlaku)
		secret = self.ask(make_surat_terbit(keadaan="Batal", sifat="Rahasia").kode_verifikasi)
		self.assertEqual((secret.berlaku, secret.rincian), (False, ()))
