from unittest import TestCase

from eoffice_app.naskah.penanda_tangan import (
	KEPALA_DAERAH,
	SEKRETARIS_DAERAH,
	TANPA_GELAR,
	compose_nama,
)

PEGAWAI = {
	"nama": "Nama Contoh",
	"nama_lengkap": "Dr. Nama Contoh, S.H.",
	"pangkat": "Pembina",
	"golongan": "IV/a",
	"nip": "197001011995031001",
}
LENGKAP = {"nama": "Dr. Nama Contoh, S.H.", "pangkat": "Pembina / IV/a", "nip": "197001011995031001"}
NAMA_SAJA = {"nama": "Nama Contoh", "pangkat": "", "nip": ""}


class TestNamaPenandaTangan(TestCase):
	"""Permendagri 1/2023, Pasal 44."""

	def name(self, gelar: str = "Dengan Gelar", kedudukan: str = "Pejabat Lain", jenis: str = "Definitif"):
		return compose_nama(PEGAWAI, gelar, kedudukan, jenis)

	def test_ayat_1_pengaturan_and_penetapan_are_signed_without_titles(self):
		self.assertEqual(self.name(TANPA_GELAR)["nama"], "Nama Contoh")

	def test_ayat_2_and_3_other_officials_sign_with_titles_nip_and_pangkat(self):
		for jenis in ("Definitif", "Plt.", "Plh."):
			self.assertEqual(self.name(jenis=jenis), LENGKAP)

	def test_ayat_3_heads_of_the_region_have_titles_in_letters_but_no_nip_and_pangkat(self):
		for kedudukan in (KEPALA_DAERAH, SEKRETARIS_DAERAH):
			self.assertEqual(self.name(kedudukan=kedudukan), {**LENGKAP, "pangkat": "", "nip": ""})

	def test_ayat_4_who_acts_for_the_head_of_the_region_signs_by_bare_name(self):
		for jenis in ("Pj.", "Plt.", "Plh."):
			self.assertEqual(self.name(kedudukan=KEPALA_DAERAH, jenis=jenis), NAMA_SAJA)

	def test_ayat_5_who_acts_for_the_secretary_of_the_region_signs_by_bare_name(self):
		for jenis in ("Pj.", "Plh."):
			self.assertEqual(self.name(kedudukan=SEKRETARIS_DAERAH, jenis=jenis), NAMA_SAJA)

	def test_what_an_employee_has_not_is_not_written(self):
		bare = {**PEGAWAI, "pangkat": None, "golongan": None, "nip": None}
		written = compose_nama(bare, "Dengan Gelar", "Pejabat Lain", "Definitif")
		self.assertEqual((written["pangkat"], written["nip"]), ("", ""))
