from datetime import date, datetime, time
from unittest import TestCase

from eoffice_app.organisasi.kalender import KalenderKerja, TanpaHariKerjaError

SENIN, JUMAT, SABTU = date(2026, 11, 23), date(2026, 11, 27), date(2026, 11, 28)
# The end of Ramadan in the joint decree of 2026: from Wednesday 18 to Tuesday 24 March.
LEBARAN = {date(2026, 3, day): None for day in (18, 19, 20, 21, 22, 23, 24)}
TUTUP_TAHUN = {date(2026, 12, 24): None, date(2026, 12, 25): None, date(2027, 1, 1): None}


def kalender(hari_lain: dict | None = None, enam_hari_kerja: bool = False) -> KalenderKerja:
	hari_lain = hari_lain or {}
	return KalenderKerja(
		time(7, 30),
		time(16),
		enam_hari_kerja,
		lambda tahun: {day: closing for day, closing in hari_lain.items() if day.year == tahun},
	)


def at(day: date, hour: int, minute: int = 0) -> datetime:
	return datetime.combine(day, time(hour, minute))


class TestKalenderKerja(TestCase):
	def test_the_week(self):
		self.assertTrue(kalender().is_work_day(JUMAT))
		self.assertFalse(kalender().is_work_day(SABTU))
		self.assertTrue(kalender(enam_hari_kerja=True).is_work_day(SABTU))
		self.assertFalse(kalender(enam_hari_kerja=True).is_work_day(date(2026, 11, 29)))

	def test_a_special_day_goes_before_the_week(self):
		khusus = kalender({SABTU: time(16), SENIN: None, JUMAT: time(11, 30)})
		self.assertEqual(khusus.closing_time(SABTU), time(16))
		self.assertIsNone(khusus.closing_time(SENIN))
		self.assertEqual(khusus.closing_time(JUMAT), time(11, 30))

	def test_the_work_day_after_friday_is_monday(self):
		self.assertEqual(kalender().next_work_day(JUMAT), date(2026, 11, 30))
		self.assertEqual(kalender({SENIN: None}).next_work_day(date(2026, 11, 20)), date(2026, 11, 24))

	def test_hours_stand_still_over_the_weekend(self):
		self.assertEqual(kalender().add_hours(at(JUMAT, 15), 24), at(date(2026, 11, 30), 15))
		self.assertEqual(kalender().add_hours(at(JUMAT, 15), 48), at(date(2026, 12, 1), 15))
		self.assertEqual(kalender().add_hours(at(SENIN, 9, 10), 24), at(date(2026, 11, 24), 9, 10))
		self.assertEqual(kalender().add_hours(at(SENIN, 9), 4), at(SENIN, 13))

	def test_hours_of_a_saturday_letter_count_from_mondays_opening(self):
		self.assertEqual(kalender().add_hours(at(SABTU, 10), 24), at(date(2026, 12, 1), 7, 30))
		self.assertEqual(
			kalender(enam_hari_kerja=True).add_hours(at(SABTU, 10), 24), at(date(2026, 11, 30), 10)
		)

	def test_work_days_end_when_the_office_closes(self):
		self.assertEqual(kalender().add_work_days(at(SENIN, 9), 5), at(date(2026, 11, 30), 16))
		self.assertEqual(kalender().add_work_days(at(JUMAT, 15), 5), at(date(2026, 12, 4), 16))
		self.assertEqual(kalender().add_work_days(at(SABTU, 10), 5), at(date(2026, 12, 4), 16))

	def test_over_lebaran(self):
		lebaran = kalender(LEBARAN)
		selasa = date(2026, 3, 17)
		self.assertEqual(lebaran.add_hours(at(selasa, 14), 24), at(date(2026, 3, 25), 14))
		self.assertEqual(lebaran.add_work_days(at(selasa, 14), 5), at(date(2026, 3, 31), 16))

	def test_over_the_end_of_the_year(self):
		tutup = kalender(TUTUP_TAHUN)
		self.assertEqual(tutup.add_hours(at(date(2026, 12, 31), 10), 24), at(date(2027, 1, 4), 10))
		self.assertEqual(tutup.add_work_days(at(date(2026, 12, 23), 10), 5), at(date(2027, 1, 4), 16))

	def test_a_half_day_is_a_work_day_that_ends_early(self):
		setengah = kalender({JUMAT: time(11, 30)})
		self.assertEqual(setengah.add_work_days(at(SENIN, 9), 4), at(JUMAT, 11, 30))
		self.assertEqual(setengah.add_hours(at(date(2026, 11, 26), 9), 24), at(JUMAT, 9))

	def test_the_opening_after_a_moment(self):
		self.assertEqual(kalender().opening_from(at(JUMAT, 6)), at(JUMAT, 7, 30))
		self.assertEqual(kalender().opening_from(at(JUMAT, 9)), at(JUMAT, 9))
		self.assertEqual(kalender().opening_from(at(SABTU, 9)), at(date(2026, 11, 30), 7, 30))

	def test_an_office_that_never_opens_is_said_to_be_closed(self):
		closed = KalenderKerja(time(7, 30), time(16), False, _closed_all_year)
		with self.assertRaises(TanpaHariKerjaError):
			closed.add_hours(at(SENIN, 9), 24)


def _closed_all_year(tahun: int) -> dict:
	first = date(tahun, 1, 1).toordinal()
	return {date.fromordinal(first + day): None for day in range(366)}
