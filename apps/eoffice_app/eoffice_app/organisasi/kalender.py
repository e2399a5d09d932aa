"""The working time of an office in plain values: which days it works, until when, and what a deadline comes to.

All moments are in the office's own zone, as Frappe stores them; Indonesia changes no clocks in summer. No database here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

HARI_KERJA, JAM = "Hari Kerja", "Jam"
SEHARI = timedelta(days=1)
SABTU, AHAD = 5, 6
# The longest closure of offices is two weeks; nothing is found by looking on for ever.
PALING_LAMA_TUTUP = 366


class TanpaHariKerjaError(ValueError):
	"""The office is closed for a whole year on end."""


@dataclass(frozen=True)
class KalenderKerja:
	"""When an office works.

	`read_hari_lain` returns, for a year, the days that differ from the week's rule: the hour at which the office closes
	on such a day, or None where it stays closed.
	"""

	jam_masuk: time
	jam_pulang: time
	enam_hari_kerja: bool
	read_hari_lain: Callable[[int], Mapping[date, time | None]]

	def closing_time(self, day: date) -> time | None:
		"""Return when the office closes on a day; None if it does not work."""
		hari_lain = self.read_hari_lain(day.year)
		if day in hari_lain:
			return hari_lain[day]
		closed = day.weekday() == AHAD or (day.weekday() == SABTU and not self.enam_hari_kerja)
		return None if closed else self.jam_pulang

	def is_work_day(self, day: date) -> bool:
		"""Whether the office works on a day, be it half of it."""
		return self.closing_time(day) is not None

	def first_work_day(self, day: date) -> date:
		"""Return the day itself or the first work day after it.

		:raises TanpaHariKerjaError: no work day within a year
		"""
		for distance in range(PALING_LAMA_TUTUP):
			found = day + distance * SEHARI
			if self.is_work_day(found):
				return found
		raise TanpaHariKerjaError(day)

	def next_work_day(self, day: date) -> date:
		"""Return the first work day after a day.

		:raises TanpaHariKerjaError: no work day within a year
		"""
		return self.first_work_day(day + SEHARI)

	def add_work_days(self, mulai: datetime, jumlah: int) -> datetime:
		"""Return the closing time of the `jumlah`-th work day after the day of `mulai`, which itself is not counted."""
		day = mulai.date()
		for _count in range(jumlah):
			day = self.next_work_day(day)
		return datetime.combine(day, self.closing_time(day) or self.jam_pulang)

	def add_hours(self, mulai: datetime, jumlah: int) -> datetime:
		"""Return the moment `jumlah` hours later, by a clock that runs day and night but stands still on closed days.

		A letter of Friday 15:00 with 24 hours is due on Monday 15:00. What comes in on a closed day counts from the
		opening of the next work day.
		"""
		moment, left = mulai, timedelta(hours=jumlah)
		if not self.is_work_day(moment.date()):
			moment = datetime.combine(self.first_work_day(moment.date()), self.jam_masuk)
		while moment.date() < (moment + left).date():
			midnight = datetime.combine(moment.date() + SEHARI, time())
			left -= midnight - moment
			moment = datetime.combine(self.first_work_day(midnight.date()), time())
		return moment + left

	def opening_from(self, moment: datetime) -> datetime:
		"""Return the moment itself within a work day from its opening on, otherwise the next opening of the office."""
		day = self.first_work_day(moment.date())
		return max(moment, datetime.combine(day, self.jam_masuk))
