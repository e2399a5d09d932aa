from unittest import TestCase

from eoffice_app.laporan.angka import BATANG_TERBANYAK, BULAN_TERBANYAK, draw_bars

JUMLAH = {"Jumlah": "jumlah"}


def make_rows(*names: str) -> list[dict]:
	return [{"nama": name, "jumlah": number} for number, name in enumerate(names)]


class TestGrafikBatang(TestCase):
	def test_a_long_name_begins_with_the_number_of_its_row(self):
		chart = draw_bars(make_rows("Kepala Bidang", "Sekretaris"), JUMLAH)
		self.assertEqual(chart["data"]["labels"], ["1. Kepala Bidang", "2. Sekretaris"])
		self.assertEqual(
			draw_bars(make_rows("Biasa", "Segera"), JUMLAH)["data"]["labels"], ["Biasa", "Segera"]
		)

	def test_a_name_is_no_html(self):
		(label,) = draw_bars(make_rows("<b>A</b> & 'B'"), JUMLAH)["data"]["labels"]
		self.assertEqual(label, "1. &lt;b&gt;A&lt;/b&gt; &amp; 'B'")

	def test_the_first_rows_are_drawn_and_of_months_the_last(self):
		rows = make_rows(*(f"{number}" for number in range(100)))
		self.assertEqual(draw_bars(rows, JUMLAH)["data"]["datasets"][0]["values"], [*range(BATANG_TERBANYAK)])
		drawn = draw_bars(rows, JUMLAH, by_month=True)["data"]["datasets"][0]["values"]
		self.assertEqual(drawn, [*range(100 - BULAN_TERBANYAK, 100)])
		self.assertIsNone(draw_bars([], JUMLAH))
