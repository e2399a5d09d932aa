"""Working time in minutes, counted so that the time between two moments is a mere difference. No database here."""

from datetime import date, datetime, time

from eoffice_app.organisasi.kalender import SEHARI, KalenderKerja

# Before any letter of an office that keeps its books here. Day 0 has no minute, so that 0 can mean "not yet".
PANGKAL = date(2000, 1, 1)
SEMENIT = 60


class PencacahMenit:
	"""Counts the minutes that an office has worked, from its opening to its closing on each work day.

	A letter of Friday 15:50 that is answered on Monday 07:40 took 20 minutes of an office open 07:30 to 16:00.
	"""

	def __init__(self, kalender: KalenderKerja):
		self.kalender = kalender
		self.sampai: dict[date, int] = {PANGKAL: 1}
		self.terakhir = PANGKAL

	def count(self, saat: datetime | None) -> int:
		"""Return the minutes worked from PANGKAL to a moment; 0 for a moment that has not come or lies before PANGKAL."""
		if saat is None or saat.date() < PANGKAL:
			return 0
		return self._before(saat.date()) + self._within(saat)

	def _within(self, saat: datetime) -> int:
		closing = self.kalender.closing_time(saat.date())
		if closing is None:
			return 0
		return _minutes(self.kalender.jam_masuk, min(saat.time(), closing))

	def _before(self, day: date) -> int:
		while self.terakhir < day:
			closing = self.kalender.closing_time(self.terakhir)
			worked = _minutes(self.kalender.jam_masuk, closing) if closing else 0
			self.sampai[self.terakhir + SEHARI] = self.sampai[self.terakhir] + worked
			self.terakhir += SEHARI
		return self.sampai[day]


def _minutes(mulai: time, sampai: time) -> int:
	seconds = (sampai.hour - mulai.hour) * 3600 + (sampai.minute - mulai.minute) * 60 + sampai.second
	return max(0, seconds - mulai.second) // SEMENIT
