import unittest
from datetime import date, datetime, time

from eoffice_app.laporan.menit_kerja import PencacahMenit
from eoffice_app.organisasi.kalender import KalenderKerja

LIBUR = date(2026, 11, 25)
SETENGAH = date(2026, 11, 26)


class TestMenitKerja(unittest.TestCase):
	"""An office open 07:30 to 16:00; Wednesday 25 November is a holiday, Thursday closes at noon."""

	def setUp(self):
		kalender = KalenderKerja(time(7, 30), time(16), False, lambda year: {LIBUR: None, SETENGAH: time(12)})
		self.pencacah = PencacahMenit(kalender)

	def between(self, mulai: str, sampai: str) -> int:
		first, last = map(datetime.fromisoformat, (mulai, sampai))
		return self.pencacah.count(last) - self.pencacah.count(first)

	def test_within_a_day(self):
		self.assertEqual(self.between("2026-11-23 09:00", "2026-11-23 09:05"), 5)

	def test_nights_and_week_ends_do_not_count(self):
		self.assertEqual(self.between("2026-11-20 15:50", "2026-11-23 07:40"), 20)

	def test_what_comes_before_the_opening_or_after_the_closing_counts_from_the_next_opening(self):
		self.assertEqual(self.between("2026-11-23 05:00", "2026-11-23 07:45"), 15)
		self.assertEqual(self.between("2026-11-23 20:00", "2026-11-24 07:45"), 15)
		self.assertEqual(self.between("2026-11-22 10:00", "2026-11-23 07:45"), 15)

	def test_holidays_and_half_days(self):
		self.assertEqual(self.between("2026-11-24 15:00", "2026-11-26 08:30"), 120)
		self.assertEqual(self.between("2026-11-26 11:00", "2026-11-27 08:00"), 90)

	def test_whole_days(self):
		self.assertEqual(self.between("2026-11-23 07:30", "2026-11-24 07:30"), 510)

	def test_the_order_of_questions_does_not_matter(self):
		later = self.pencacah.count(datetime(2026, 11, 27, 9))
		earlier = self.pencacah.count(datetime(2026, 11, 23, 9))
		self.assertEqual(later - earlier, 510 + 510 + 270)

	def test_what_has_not_come_is_nought_and_what_has_come_never_is(self):
		self.assertEqual(self.pencacah.count(None), 0)
		self.assertEqual(self.pencacah.count(datetime(1999, 12, 31, 12)), 0)
		self.assertGreater(self.pencacah.count(datetime(2000, 1, 1, 0)), 0)
