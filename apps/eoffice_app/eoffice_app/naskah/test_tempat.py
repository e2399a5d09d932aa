import subprocess
from io import BytesIO
from unittest import TestCase

import pikepdf

from eoffice_app.naskah.tempat import (
	NOMOR,
	TANDA_TANGAN,
	TANGGAL,
	TempatNomorTidakAdaError,
	compose_alamat,
	fill_tempat,
	list_tempat,
	show_tempat,
)

KOTAK = {NOMOR: (100, 700, 250, 714), TANGGAL: (350, 700, 500, 714), TANDA_TANGAN: (300, 200, 535, 284)}
NILAI = {NOMOR: "000.8.3.3/15/OR", TANGGAL: "21 November 2026"}


class TestTempat(TestCase):
	def test_number_and_date_stand_in_their_places_and_no_mark_is_left(self):
		filled = fill_tempat(make_page(NOMOR, TANGGAL, TANDA_TANGAN), NILAI)
		self.assertIn("000.8.3.3/15/OR", read_text(filled.isi))
		self.assertIn("21 November 2026", read_text(filled.isi))
		self.assertEqual(list_tempat(filled.isi), [])

	def test_the_signature_is_told_where_it_stands(self):
		letak = fill_tempat(make_page(NOMOR, TANDA_TANGAN, before=2), NILAI).letak
		self.assertEqual((letak.halaman, letak.x, letak.y, letak.lebar, letak.tinggi), (2, 300, 200, 235, 84))
		self.assertIsNone(fill_tempat(make_page(NOMOR), NILAI).letak)

	def test_a_letter_never_goes_out_without_its_number(self):
		with self.assertRaises(TempatNomorTidakAdaError):
			fill_tempat(make_page(TANGGAL, TANDA_TANGAN), NILAI)
		filled = fill_tempat(make_page(TANDA_TANGAN), NILAI, nomor_wajib=False)
		self.assertNotIn("000.8.3.3", read_text(filled.isi))

	def test_a_letter_signed_by_hand_gets_its_number_by_hand(self):
		self.assertNotIn("000.8.3.3", read_text(fill_tempat(make_page(NOMOR), {}).isi))

	def test_a_number_longer_than_its_place_is_made_smaller_and_not_cut(self):
		long = "000.8.3.3/1234567/DISKOMINFO-APTIKA/SEKRETARIAT/XII/2026"
		filled = fill_tempat(make_page(NOMOR), {NOMOR: long})
		self.assertIn(long, read_text(filled.isi))

	def test_signs_of_pdf_in_a_number_do_not_break_the_page(self):
		self.assertIn("1(a)\\b)", read_text(fill_tempat(make_page(NOMOR), {NOMOR: "1(a)\\b)"}).isi))

	def test_who_reads_it_before_sees_where_number_and_signature_will_be(self):
		shown = read_text(show_tempat(make_page(NOMOR, TANDA_TANGAN), {NOMOR: "[nomor]"}))
		self.assertIn("[nomor]", shown)
		self.assertIn("tempat tanda tangan", shown)

	def test_other_links_stay_and_odd_ones_do_no_harm(self):
		page = make_page(NOMOR, extra=("https://contoh.example/a", "http://[", "https://tempat.invalid/lain"))
		filled = fill_tempat(page, NILAI)
		with pikepdf.open(BytesIO(filled.isi)) as pdf:
			addresses = [str(each.A.URI) for each in pdf.pages[-1].Annots]
		self.assertEqual(addresses, ["https://contoh.example/a", "http://["])


def make_page(*names: str, before: int = 0, extra: tuple = ()) -> bytes:
	"""Return a PDF whose last page keeps some places, after so many empty pages."""
	with pikepdf.new() as pdf:
		for _number in range(before + 1):
			pdf.add_blank_page(page_size=(595, 842))
		marks = [(compose_alamat(name), KOTAK[name]) for name in names]
		marks += [(address, (10, 10, 20, 20)) for address in extra]
		pdf.pages[-1].obj.Annots = pikepdf.Array(
			pdf.make_indirect(
				pikepdf.Dictionary(
					Type=pikepdf.Name.Annot,
					Subtype=pikepdf.Name.Link,
					Rect=pikepdf.Array(rect),
					A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=address),
				)
			)
			for address, rect in marks
		)
		stream = BytesIO()
		pdf.save(stream)
	return stream.getvalue()


def read_text(isi: bytes) -> str:
	"""Return the text of a PDF as poppler reads it."""
	command = ["pdftotext", "-layout", "-", "-"]
	return subprocess.run(command, input=isi, capture_output=True, check=True).stdout.decode()
