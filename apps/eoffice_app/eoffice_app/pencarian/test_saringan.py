from unittest import TestCase

from eoffice_app.pencarian.saringan import (
	SaringanTidakDikenalError,
	compose_ciri,
	list_groups,
	read_saringan,
)


class TestSaringan(TestCase):
	def test_a_letter_is_found_by_each_group_above_its_code(self):
		self.assertEqual(list_groups("000.8.3"), ["000", "000.8", "000.8.3"])
		self.assertEqual(
			compose_ciri(sifat="Biasa", klasifikasi="000.8", unit=None),
			("sifat:Biasa", "klasifikasi:000", "klasifikasi:000.8"),
		)

	def test_only_what_letters_have_narrows_a_search_down(self):
		self.assertEqual(read_saringan('{"tahun": 2026, "sifat": ""}'), ("tahun:2026",))
		self.assertEqual(read_saringan(None), ())
		for values in ({"subjek": "user:x"}, {"sifat": ["a"]}, "[1]", {"bulan": "202611"}):
			with self.assertRaises(SaringanTidakDikenalError, msg=values):
				read_saringan(values)
