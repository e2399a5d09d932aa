"""Date, Datetime, Time and DateRange controls, seconds included."""

import pytest
from playwright.sync_api import Locator, Page
from support.console import watcher_of

MAKE_CONTROL = """([fieldtype, time_format]) => {
	frappe.boot.sysdefaults.time_format = time_format;
	frappe.sys_defaults.time_format = time_format;
	frappe.boot.time_zone.user = frappe.boot.time_zone.system;
	window.control_dialog = new frappe.ui.Dialog({
		title: "Uji", fields: [{ fieldtype, fieldname: "nilai", label: "Nilai" }],
	});
	window.control_dialog.show();
}"""
KNOB = 12
"""Width of a slider's knob in the date picker's style sheet."""
WANTED = {"hours": 13, "minutes": 5, "seconds": 9}
VALUE = "() => window.control_dialog.get_value('nilai')"
SET_VALUE = "value => window.control_dialog.set_value('nilai', value)"


class Control:
	"""One control in a dialog of the desk, with its date picker."""

	def __init__(self, page: Page, fieldtype: str, time_format: str = "HH:mm:ss"):
		self.page = page
		page.evaluate(MAKE_CONTROL, [fieldtype, time_format])
		page.locator(".modal.show .modal-title").wait_for()
		self.input = page.locator(".modal.show [data-fieldname=nilai] input").first

	@property
	def picker(self) -> Locator:
		return self.page.locator(".datepicker.active")

	def open(self) -> None:
		self.input.click()
		self.picker.wait_for()

	def choose_day(self, day: int) -> None:
		cell = f".datepicker--cell-day:not(.-other-month-)[data-date='{day}']"
		self.picker.locator(cell).click()

	def slide(self, part: str, value: int) -> str:
		"""Press the slider of hours, minutes or seconds where its knob has to go.

		A pixel may be half a minute wide: returns the value the knob came to, in two digits.
		"""
		slider = self.picker.locator(f"input[name={part}]")
		greatest = int(slider.get_attribute("max"))
		# Pressed on the knob itself a slider does not move: send the knob to the other half first.
		self._press(slider, 0 if value > greatest / 2 else 1)
		self._press(slider, value / greatest)
		reached = int(slider.input_value())
		assert abs(reached - value) <= 1
		return f"{reached:02}"

	@staticmethod
	def _press(slider: Locator, share: float) -> None:
		box = slider.bounding_box()
		x = KNOB / 2 + (box["width"] - KNOB) * share
		# A hand holds the button for a moment; the picker closes when it is let go at once.
		slider.click(position={"x": x, "y": box["height"] / 2}, delay=150)

	def set(self, value: str) -> None:
		self.page.evaluate(SET_VALUE, value)

	def value(self):
		"""The value as the document would keep it."""
		return self.page.evaluate(VALUE)

	def wait_for_value(self, expected) -> None:
		"""Wait until the control holds the value. Raises AssertionError naming what it holds instead."""
		for _ in range(50):
			if self.value() == expected:
				return
			self.page.wait_for_timeout(100)
		assert self.value() == expected


@pytest.fixture
def desk(open_desk) -> Page:
	page = open_desk("/app/todo")
	yield page
	watcher_of(page).assert_silent()


def test_clock_of_the_desk_is_the_clock_of_the_office(desk):
	"""Frappe gives its first users a zone of its own choice, and every time they see would be off."""
	assert desk.evaluate("frappe.boot.time_zone.user") == desk.evaluate("frappe.boot.time_zone.system")


def test_date(desk):
	control = Control(desk, "Date")
	control.set("2026-03-05")
	control.open()
	control.choose_day(17)
	control.wait_for_value("2026-03-17")
	assert control.input.input_value() == "17-03-2026"


def test_datetime_keeps_the_seconds_it_is_given(desk):
	control = Control(desk, "Datetime")
	control.set("2026-03-05 09:08:07")
	assert control.input.input_value() == "05-03-2026 09:08:07"
	control.open()
	assert control.picker.locator(".datepicker--time-current-seconds").inner_text() == "07"
	assert control.picker.locator("input[name=seconds]").input_value() == "7"


def test_datetime_takes_day_and_time_from_the_picker(desk):
	control = Control(desk, "Datetime")
	control.set("2026-03-05 09:08:07")
	control.open()
	seconds = control.slide("seconds", 42)
	control.wait_for_value(f"2026-03-05 09:08:{seconds}")
	minutes = control.slide("minutes", 30)
	control.wait_for_value(f"2026-03-05 09:{minutes}:{seconds}")
	control.choose_day(17)
	control.wait_for_value(f"2026-03-17 09:{minutes}:{seconds}")
	assert control.input.input_value() == f"17-03-2026 09:{minutes}:{seconds}"


def test_first_time_chosen_in_an_empty_datetime(desk):
	"""With no day chosen yet, moving a slider takes today and the time the sliders show."""
	control = Control(desk, "Datetime")
	control.open()
	time = ":".join(control.slide(part, value) for part, value in WANTED.items())
	today = desk.evaluate("frappe.datetime.get_today()")
	control.wait_for_value(f"{today} {time}")


def test_time(desk):
	control = Control(desk, "Time")
	control.set("10:20:30")
	control.open()
	assert control.picker.locator(".datepicker--time-current-seconds").inner_text() == "30"
	seconds = control.slide("seconds", 45)
	control.wait_for_value(f"10:20:{seconds}")
	assert control.input.input_value() == f"10:20:{seconds}"


@pytest.mark.parametrize("fieldtype", ["Datetime", "Time"])
def test_office_without_seconds(desk, fieldtype):
	control = Control(desk, fieldtype, time_format="HH:mm")
	control.open()
	assert control.picker.locator("input[name=minutes]").is_visible()
	assert not control.picker.locator("input[name=seconds]").is_visible()
	assert not control.picker.locator(".datepicker--time-current-seconds").is_visible()


def test_date_range(desk):
	control = Control(desk, "DateRange")
	control.open()
	control.choose_day(10)
	control.choose_day(14)
	month = desk.evaluate("frappe.datetime.get_today()")[:7]
	control.wait_for_value([f"{month}-10", f"{month}-14"])
