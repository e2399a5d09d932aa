"""The tree in plain values: what is open, what is late, on what the end of a letter depends. No database."""

from datetime import date
from unittest import TestCase

import frappe

from eoffice_app.persuratan.disposisi.pohon import (
	build_tree,
	count_branches,
	count_days_late,
	is_all_done,
	list_deciding,
	summarize,
)


def node(name: str, status: str, induk: str | None = None, **values) -> frappe._dict:
	return frappe._dict(
		{
			"name": name,
			"status": status,
			"disposisi_induk": induk,
			"peran_penerima": "Penanggung Jawab",
			"perlu_jawaban": 1,
			**values,
		}
	)


class TestCabang(TestCase):
	def test_a_branch_is_open_until_the_report_at_its_top_is_accepted(self):
		for statuses, terbuka in (
			(("Ditindaklanjuti", "Terkirim"), 1),
			(("Ditindaklanjuti", "Dilaporkan"), 1),
			(("Ditindaklanjuti", "Selesai"), 1),
			(("Dilaporkan", "Selesai"), 1),
			(("Selesai", "Selesai"), 0),
		):
			nodes = [node("kabid", statuses[0]), node("kasi", statuses[1], "kabid")]
			self.assertEqual(count_branches(nodes), (2, terbuka), statuses)

	def test_the_letter_waits_in_as_many_places_as_it_has_lowest_open_disposisi(self):
		nodes = [
			node("kabid", "Ditindaklanjuti"),
			node("kasi-1", "Dibaca", "kabid"),
			node("kasi-2", "Terkirim", "kabid"),
			node("sekdin", "Selesai"),
		]
		self.assertEqual(count_branches(nodes), (4, 2))

	def test_who_assists_and_all_below_him_hold_nothing_up(self):
		nodes = [
			node("kabid", "Selesai"),
			node("sekdin", "Ditindaklanjuti", peran_penerima="Membantu"),
			node("kasubbag", "Terkirim", "sekdin"),
		]
		self.assertEqual([row.name for row in list_deciding(nodes)], ["kabid"])
		self.assertTrue(is_all_done(*count_branches(nodes)))

	def test_what_needs_no_report_holds_nothing_up_where_another_reports(self):
		nodes = [node("kabid", "Selesai"), node("sekdin", "Terkirim", perlu_jawaban=0)]
		self.assertEqual(count_branches(nodes), (2, 0))

	def test_where_nobody_has_to_report_all_have_to_read(self):
		nodes = [node("kabid", "Selesai", perlu_jawaban=0), node("sekdin", "Terkirim", perlu_jawaban=0)]
		self.assertEqual(count_branches(nodes), (2, 1))

	def test_the_withdrawn_do_not_count_and_nothing_is_not_done(self):
		self.assertEqual(count_branches([node("kabid", "Selesai"), node("sekdin", "Ditarik")]), (1, 0))
		self.assertFalse(is_all_done(*count_branches([node("sekdin", "Ditarik")])))
		self.assertFalse(is_all_done(*count_branches([])))

	def test_where_he_who_answers_was_withdrawn_those_who_assist_decide(self):
		nodes = [node("kabid", "Ditarik"), node("sekdin", "Dibaca", peran_penerima="Membantu")]
		self.assertEqual(count_branches(nodes), (1, 1))


class TestTerlambat(TestCase):
	HARI_INI = date(2026, 11, 21)

	def count(self, status: str, batas: date | None, lapor: str | None = None) -> int:
		return count_days_late(
			node("kabid", status, batas_waktu=batas, umpan_balik_pada=lapor), self.HARI_INI
		)

	def test_days_are_counted_from_the_day_after_the_deadline(self):
		self.assertEqual(self.count("Dibaca", date(2026, 11, 21)), 0)
		self.assertEqual(self.count("Dibaca", date(2026, 11, 19)), 2)
		self.assertEqual(self.count("Dibaca", None), 0)

	def test_a_report_stops_the_clock_whoever_takes_it_when(self):
		self.assertEqual(self.count("Dilaporkan", date(2026, 11, 19), "2026-11-19 23:59:00"), 0)
		self.assertEqual(self.count("Selesai", date(2026, 11, 19), "2026-11-20 08:00:00"), 1)

	def test_the_withdrawn_are_never_late(self):
		self.assertEqual(self.count("Ditarik", date(2026, 11, 1)), 0)


class TestRingkasan(TestCase):
	def test_figures_leave_out_the_withdrawn(self):
		nodes = [
			node("a", "Selesai"),
			node("b", "Dilaporkan"),
			node("c", "Dibaca", terlambat=True),
			node("d", "Ditarik"),
		]
		self.assertEqual(summarize(nodes), {"jumlah": 3, "selesai": 1, "dilaporkan": 1, "terlambat": 1})

	def test_each_hangs_below_the_one_it_came_from(self):
		(top,) = build_tree([node("a", "Dibaca"), node("b", "Dibaca", "a"), node("c", "Dibaca", "a")])
		self.assertEqual([child.name for child in top.anak], ["b", "c"])
