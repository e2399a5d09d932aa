from dataclasses import replace
from unittest import TestCase

from eoffice_app.hak_akses.aturan import SuratTerlihat, list_subjek


class TestAturan(TestCase):
	"""KADIS > SEKDIN, KABID > KASI; the letter goes to KABID, registered by op@ in unit UMPEG."""

	surat = SuratTerlihat(
		sifat="Biasa",
		pendaftar="op@x",
		unit="UMPEG",
		rantai=frozenset({"KABID"}),
		atasan=frozenset({"KADIS"}),
		menunggu_verifikasi=True,
	)

	def test_biasa_is_seen_by_chain_superiors_registering_unit_and_offices(self):
		self.assertEqual(
			list_subjek(self.surat),
			{
				"user:op@x",
				"jabatan:KABID",
				"jabatan:KADIS",
				"unit:UMPEG",
				"peran:Verifikator",
				"peran:Pimpinan",
			},
		)

	def test_terbatas_is_seen_by_the_verifikator_only_until_verified(self):
		terbatas = replace(self.surat, sifat="Terbatas")
		self.assertEqual(list_subjek(terbatas), {"user:op@x", "jabatan:KABID", "peran:Verifikator"})
		self.assertEqual(
			list_subjek(replace(terbatas, menunggu_verifikasi=False)), {"user:op@x", "jabatan:KABID"}
		)

	def test_rahasia_is_seen_by_chain_and_operator_sandi_alone(self):
		for sifat in ("Rahasia", "Sangat Rahasia"):
			for menunggu in (True, False):
				surat = replace(self.surat, sifat=sifat, menunggu_verifikasi=menunggu)
				self.assertEqual(list_subjek(surat), {"peran:Operator Sandi", "jabatan:KABID"}, sifat)

	def test_the_secretary_who_gives_his_paraf_sees_all_but_secret_letters(self):
		for sifat, sees in (("Biasa", 1), ("Terbatas", 1), ("Rahasia", 0), ("Sangat Rahasia", 0)):
			subjek = list_subjek(replace(self.surat, sifat=sifat, pemaraf="SEKDIN"))
			self.assertEqual("jabatan:SEKDIN" in subjek, bool(sees), sifat)

	def test_who_was_told_that_an_ordinary_letter_waits_sees_it(self):
		for sifat in ("Biasa", "Terbatas", "Rahasia", "Sangat Rahasia"):
			subjek = list_subjek(replace(self.surat, sifat=sifat, dieskalasi_kepada="SEKDIN"))
			self.assertEqual("jabatan:SEKDIN" in subjek, sifat == "Biasa", sifat)

	def test_a_letter_registered_outside_any_unit_opens_to_no_unit(self):
		subjek = list_subjek(replace(self.surat, unit=None))
		self.assertFalse([name for name in subjek if name.startswith("unit:")])
