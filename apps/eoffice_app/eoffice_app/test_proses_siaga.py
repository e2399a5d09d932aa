"""A process that stands by answers as one started for each question would, and outlives what breaks its forks."""

from unittest import TestCase

from eoffice_app.loket import pembaca_berkas
from eoffice_app.loket.pembaca_berkas import BAIK, BOM, JENIS_PDF, RUSAK, TERKUNCI, read_apart
from eoffice_app.proses_siaga import standing_by
from eoffice_app.proses_terpisah import SIAGA
from eoffice_app.tests.berkas_jahat import make_locked_pdf, make_pdf_bomb, make_png
from eoffice_app.tests.dasar import make_pdf
from eoffice_app.tte.test_proses_verifikasi import make_swelling


class TestProsesSiaga(TestCase):
	def test_it_answers_one_after_the_other(self):
		with standing_by(pembaca_berkas.__name__):
			for isi, jenis, bacaan in (
				(make_pdf(), JENIS_PDF, BAIK),
				(b"%PDF-1.4 rusak", JENIS_PDF, RUSAK),
				(make_pdf_bomb(), JENIS_PDF, BOM),
				(make_locked_pdf(), JENIS_PDF, TERKUNCI),
				(make_png(), "image/png", BAIK),
			):
				self.assertEqual(read_apart(isi, jenis), bacaan)
		self.assertEqual(SIAGA, {})

	def test_a_file_that_takes_its_reader_down_takes_no_other(self):
		with standing_by(pembaca_berkas.__name__):
			self.assertNotEqual(read_apart(make_swelling(1200), JENIS_PDF), BAIK)
			self.assertEqual(read_apart(make_pdf(), JENIS_PDF), BAIK)

	def test_where_it_is_gone_one_is_started_for_the_question(self):
		with standing_by(pembaca_berkas.__name__):
			SIAGA[pembaca_berkas.__name__].process.kill()
			for _time in range(2):
				self.assertEqual(read_apart(make_pdf(), JENIS_PDF), BAIK)
