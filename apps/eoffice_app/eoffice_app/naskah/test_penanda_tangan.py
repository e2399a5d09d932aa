from unittest import TestCase

import frappe

from eoffice_app.naskah.penanda_tangan import (
	KEPALA_DAERAH,
	SEKRETARIS_DAERAH,
	TANPA_GELAR,
	compose_nama,
	describe_penanda_tangan,
)
from eoffice_app.tests.dasar import KasusUji, compose_surat_keluar, make_pegawai, make_pemangku, surel

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


class TestBlok(KasusUji):
	def test_the_block_says_in_whose_name_and_as_what_it_is_signed(self):
		make_pemangku("UJI-KABID-A", make_pegawai("UJI-PLH", "Pejabat"), "Plh.")
		surat = frappe.get_doc(compose_surat_keluar(penanda_tangan="UJI-KABID-A", cara_tanda_tangan="a.n."))
		blok = describe_penanda_tangan(surat)
		self.assertEqual(blok["baris"], ["a.n. Jabatan UJI-KADIS", "Plh. Jabatan UJI-KABID-A,"])
		self.assertEqual((blok["nama"], blok["pangkat"]), ("Pegawai UJI-PLH", "Penata / III/c"))

	def test_post_and_kind_decide_what_stands_below_the_signature(self):
		surat = frappe.get_doc(compose_surat_keluar())
		frappe.db.set_value("Pegawai", {"user": surel("UJI-KADIS")}, "nama_lengkap", "Dr. Pegawai UJI-KADIS")
		self.assertEqual(describe_penanda_tangan(surat)["nama"], "Dr. Pegawai UJI-KADIS")
		frappe.db.set_value("Jabatan", "UJI-KADIS", "kedudukan", KEPALA_DAERAH)
		self.assertEqual(describe_penanda_tangan(surat)["pangkat"], "")
		frappe.db.set_value("Jenis Naskah", surat.jenis_naskah, "penulisan_gelar", TANPA_GELAR)
		frappe.clear_document_cache("Jenis Naskah", surat.jenis_naskah)
		self.assertEqual(describe_penanda_tangan(surat)["nama"], "Pegawai UJI-KADIS")
		self.addCleanup(frappe.clear_document_cache, "Jenis Naskah", surat.jenis_naskah)

	def test_a_post_that_nobody_holds_leaves_the_name_empty(self):
		blok = describe_penanda_tangan(frappe.get_doc(compose_surat_keluar(penanda_tangan="UJI-KOSONG")))
		self.assertEqual((blok["jabatan"], blok["nama"]), ("Jabatan UJI-KOSONG", ""))
