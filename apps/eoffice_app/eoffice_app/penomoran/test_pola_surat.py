from datetime import date
from unittest import TestCase

from eoffice_app.penomoran.permintaan import PermintaanNomor
from eoffice_app.penomoran.pola import PolaNomorError
from eoffice_app.penomoran.pola_surat import (
	check_pola_surat,
	format_nomor_surat,
	format_sisipan,
	require_values,
)


def ask(**values) -> PermintaanNomor:
	given = {"deret": "SURAT", "tanggal": date(2020, 4, 9), "jenis_dokumen": "ToDo", "dokumen": "1", **values}
	return PermintaanNomor(**given)


class TestPolaSurat(TestCase):
	def test_the_formats_in_use_can_be_written(self):
		for pola, values, urut, nomor in (
			(
				"{klasifikasi}/{urut}/{unit}",
				{"klasifikasi": "000.8.3.3", "unit": "OR"},
				15,
				"000.8.3.3/15/OR",
			),
			(
				"{sifat}-{urut}/{unit}/{klasifikasi}/{bulan}/{tahun}",
				{"sifat": "Rahasia", "unit": "IJ", "klasifikasi": "KP.07.6"},
				99,
				"R-99/IJ/KP.07.6/04/2020",
			),
			(
				"{klasifikasi}/{urut:3}/{jabatan}/{bulan_romawi}/{tahun}",
				{"klasifikasi": "140", "jabatan": "TGR", "tanggal": date(2021, 7, 1)},
				1,
				"140/001/TGR/VII/2021",
			),
			("NOMOR {urut} TAHUN {tahun}", {}, 23, "NOMOR 23 TAHUN 2020"),
		):
			self.assertEqual(format_nomor_surat(check_pola_surat(pola), ask(**values), urut), nomor)

	def test_a_number_in_between_stands_right_after_the_running_number(self):
		nomor = format_nomor_surat("{urut:3}/{tahun}", ask(), 15, 1)
		self.assertEqual(nomor, "015.a/2020")

	def test_a_pattern_may_say_where_the_number_in_between_stands(self):
		pola = check_pola_surat("{urut}/{tahun}{sisipan}")
		self.assertEqual(format_nomor_surat(pola, ask(), 15, 2), "15/2020.b")
		self.assertEqual(format_nomor_surat(pola, ask(), 15), "15/2020")

	def test_each_style_of_numbers_in_between(self):
		styles = {"15.a": ".b", "15a": "b", "15.A": ".B", "15A": "B", "15.1": ".2"}
		self.assertEqual({gaya: format_sisipan(2, gaya) for gaya in styles}, styles)

	def test_letters_go_on_after_z_and_none_comes_twice(self):
		written = [format_sisipan(sub) for sub in range(1, 705)]
		self.assertEqual(
			[written[index] for index in (25, 26, 51, 52, 701, 702)],
			[".z", ".aa", ".az", ".ba", ".zz", ".aaa"],
		)
		self.assertEqual(len(set(written)), len(written))

	def test_an_unknown_token_is_named_together_with_those_there_are(self):
		with self.assertRaisesRegex(PolaNomorError, r"nomer.*\{sisipan\}"):
			check_pola_surat("{nomer}/{urut}")

	def test_a_letter_without_what_the_pattern_asks_for_is_told_so(self):
		with self.assertRaisesRegex(PolaNomorError, "klasifikasi"):
			require_values("{klasifikasi}/{urut}", ask())
		require_values("{klasifikasi}/{urut}", ask(klasifikasi="005"))
