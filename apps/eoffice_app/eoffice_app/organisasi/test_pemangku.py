from unittest import TestCase

import frappe
from frappe.utils import add_days, add_to_date, formatdate, nowdate, set_request

from eoffice_app.exceptions import JabatanTanpaPemangkuError
from eoffice_app.organisasi.desk import get_kedudukan
from eoffice_app.organisasi.doctype.pemangku_jabatan.pemangku_jabatan import PemangkuGandaError
from eoffice_app.organisasi.jabatan import is_below, list_above, list_below
from eoffice_app.organisasi.pemangku import (
	acts_for,
	choose_holder,
	holder_on,
	is_clash,
	list_posts_acted_for,
	require_holder,
)
from eoffice_app.persuratan.surat_masuk.pekerjaan import count_open_work
from eoffice_app.tests.dasar import KasusUji, make, make_pegawai, make_pemangku, make_surat_menunggu, surel


def in_days(days: int) -> str:
	return add_days(nowdate(), days)


def read_messages() -> list[str]:
	"""Return the texts of the messages that the user would see."""
	return [entry["message"] for entry in frappe.get_message_log()]


def holding(jenis: str, mulai: str) -> frappe._dict:
	return frappe._dict(jenis=jenis, mulai=mulai)


class TestChooseHolder(TestCase):
	def test_an_acting_official_comes_before_the_definitive_holder(self):
		definitif, plt, plh = (
			holding("Definitif", "2026-01-01"),
			holding("Plt.", "2026-01-01"),
			holding("Plh.", "2026-01-01"),
		)
		self.assertIs(choose_holder([definitif, plt]), plt)
		self.assertIs(choose_holder([definitif, plt, plh]), plh)

	def test_of_two_of_a_kind_the_later_acts(self):
		early, late = holding("Plh.", "2026-01-01"), holding("Plh.", "2026-02-01")
		self.assertIs(choose_holder([early, late]), late)

	def test_nobody(self):
		self.assertIsNone(choose_holder([]))


class TestIsClash(TestCase):
	def assert_clash(self, first: tuple, second: tuple, expected: bool):
		one, other = (
			frappe._dict(zip(("jenis", "mulai", "sampai"), values, strict=True)) for values in (first, second)
		)
		self.assertEqual((is_clash(one, other), is_clash(other, one)), (expected, expected))

	def test_an_acting_official_stands_beside_the_definitive_holder(self):
		self.assert_clash(("Definitif", "2026-01-01", None), ("Plh.", "2026-02-01", "2026-02-05"), False)

	def test_acting_officials_of_whatever_kind_exclude_each_other(self):
		self.assert_clash(("Plt.", "2026-01-01", "2026-06-30"), ("Plh.", "2026-06-30", "2026-07-05"), True)
		self.assert_clash(("Plt.", "2026-01-01", None), ("Plh.", "2027-06-30", "2027-07-05"), True)

	def test_who_follows_on_the_next_day_does_not_clash(self):
		self.assert_clash(("Plt.", "2026-01-01", "2026-06-30"), ("Plh.", "2026-07-01", "2026-07-05"), False)
		self.assert_clash(("Definitif", "2026-01-01", "2026-06-30"), ("Definitif", "2026-07-01", None), False)


class TestPemangku(KasusUji):
	def test_the_holder_acts_on_his_days_and_only_then(self):
		self.assertEqual(holder_on("UJI-KADIS", nowdate()).user, surel("UJI-KADIS"))
		self.assertIsNone(holder_on("UJI-KADIS", add_to_date(nowdate(), years=-2)))

	def test_a_plh_takes_over_the_desk_for_his_dates_and_it_goes_back_by_itself(self):
		today, tomorrow, after = nowdate(), add_to_date(nowdate(), days=1), add_to_date(nowdate(), days=2)
		make_pemangku("UJI-KADIS", make_pegawai("UJI-SEKDIN"), "Plh.", mulai=today, sampai=tomorrow)
		self.assertEqual(holder_on("UJI-KADIS", today).sebagai, "Plh. Jabatan UJI-KADIS")
		self.assertTrue(acts_for(surel("UJI-SEKDIN"), "UJI-KADIS", tomorrow))
		self.assertFalse(acts_for(surel("UJI-KADIS"), "UJI-KADIS", tomorrow))
		self.assertTrue(acts_for(surel("UJI-KADIS"), "UJI-KADIS", after))

	def test_a_request_that_only_reads_asks_once_and_every_other_sees_what_changed(self):
		self.addCleanup(delattr, frappe.local, "request")
		set_request(path="/", method="GET")
		first = holder_on("UJI-KADIS")
		first.sebagai = "coretan"
		make_pemangku("UJI-KADIS", make_pegawai("UJI-SEKDIN"), "Plh.", mulai=nowdate(), sampai=in_days(2))
		self.assertEqual(holder_on("UJI-KADIS").sebagai, "Jabatan UJI-KADIS")
		for method in ("POST", "GET"):
			set_request(path="/", method=method)
			self.assertEqual(holder_on("UJI-KADIS").sebagai, "Plh. Jabatan UJI-KADIS", method)

	def test_one_person_may_act_for_several_posts(self):
		make_pemangku("UJI-KOSONG", make_pegawai("UJI-SEKDIN"), "Plt.", mulai=nowdate())
		self.assertEqual(set(list_posts_acted_for(surel("UJI-SEKDIN"))), {"UJI-SEKDIN", "UJI-KOSONG"})

	def test_it_is_said_on_whose_behalf_an_acting_official_acts(self):
		self.assertIsNone(holder_on("UJI-KADIS").mewakili)
		make_pemangku("UJI-KADIS", make_pegawai("UJI-SEKDIN"), "Plh.", mulai=nowdate(), sampai=in_days(2))
		self.assertEqual(holder_on("UJI-KADIS").mewakili, "Pegawai UJI-KADIS")
		make_pemangku("UJI-KOSONG", make_pegawai("UJI-SEKDIN"), "Plt.", mulai=nowdate(), sampai=in_days(2))
		self.assertIsNone(holder_on("UJI-KOSONG").mewakili)

	def test_two_acting_officials_of_one_post_are_refused_with_names_and_days(self):
		make_pemangku(
			"UJI-KADIS", make_pegawai("UJI-SEKDIN"), "Plt.", mulai="2030-01-01", sampai="2030-03-31"
		)
		with self.assertRaises(PemangkuGandaError) as refused:
			make_pemangku(
				"UJI-KADIS", make_pegawai("UJI-KABID-A"), "Plh.", mulai="2030-03-31", sampai="2030-04-05"
			)
		for told in (
			"Pegawai UJI-SEKDIN",
			"Pegawai UJI-KABID-A",
			*map(formatdate, ("2030-03-31", "2030-04-05")),
		):
			self.assertIn(told, str(refused.exception))

	def test_a_post_has_one_definitive_holder_a_day(self):
		with self.assertRaises(PemangkuGandaError):
			make_pemangku("UJI-KADIS", make_pegawai("UJI-SEKDIN"), mulai=nowdate())

	def test_a_successor_may_follow_the_day_after(self):
		name = frappe.db.get_value("Pemangku Jabatan", {"jabatan": "UJI-KADIS"})
		first = frappe.get_doc("Pemangku Jabatan", name)
		first.sampai = nowdate()
		first.save()
		make_pemangku("UJI-KADIS", make_pegawai("UJI-SEKDIN"), mulai=add_to_date(nowdate(), days=1))
		self.assertEqual(holder_on("UJI-KADIS", nowdate()).user, surel("UJI-KADIS"))
		self.assertEqual(holder_on("UJI-KADIS", add_to_date(nowdate(), days=1)).user, surel("UJI-SEKDIN"))

	def test_acting_for_too_long_is_warned_of_and_allowed(self):
		for jenis, mulai, sampai, warned in (
			("Plh.", "2030-01-01", "2030-03-31", False),
			("Plh.", "2030-04-01", "2030-07-01", True),
			("Plt.", "2031-01-01", "2031-12-31", False),
			("Plt.", "2032-01-01", "2033-01-01", True),
			("Plt.", "2034-01-01", None, True),
		):
			frappe.clear_messages()
			key = {"jabatan": "UJI-KADIS", "pegawai": make_pegawai("UJI-SEKDIN"), "jenis": jenis}
			make("Pemangku Jabatan", {**key, "mulai": mulai}, sampai=sampai)
			self.assertEqual(bool(read_messages()), warned, (jenis, mulai, sampai))

	def test_an_empty_post_is_named_in_the_message(self):
		with self.assertRaisesRegex(JabatanTanpaPemangkuError, "Jabatan UJI-KOSONG"):
			require_holder("UJI-KOSONG")


class TestPekerjaanTinggal(KasusUji):
	"""A holder leaves: his open letters and disposisi stay with the post."""

	@classmethod
	def prepare_class(cls) -> dict:
		return {"surat": make_surat_menunggu(tujuan="UJI-KABID-A")}

	def setUp(self):
		super().setUp()
		self.pemangku = frappe.get_doc("Pemangku Jabatan", {"jabatan": "UJI-KABID-A", "jenis": "Definitif"})
		frappe.clear_messages()

	def leave(self):
		self.pemangku.sampai = nowdate()
		self.pemangku.save()
		return " ".join(read_messages())

	def test_he_is_warned_with_the_count(self):
		terbuka = count_open_work(["UJI-KABID-A"])
		self.assertGreaterEqual(terbuka.surat, 1)
		self.assertIn(str(terbuka), self.leave())

	def test_not_when_somebody_follows(self):
		make_pemangku("UJI-KABID-A", make_pegawai("UJI-SEKDIN"), "Plt.", mulai=in_days(1), sampai=in_days(30))
		frappe.clear_messages()
		self.assertEqual(self.leave(), "")

	def test_not_when_nothing_is_open(self):
		name = make_pemangku("UJI-KOSONG", make_pegawai("UJI-SEKDIN"))
		self.pemangku = frappe.get_doc("Pemangku Jabatan", name)
		self.assertFalse(count_open_work(["UJI-KOSONG"]))
		self.assertEqual(self.leave(), "")

	def test_deleting_a_holding_warns_too(self):
		self.pemangku.delete()
		self.assertIn(str(count_open_work(["UJI-KABID-A"])), " ".join(read_messages()))

	def test_the_work_is_the_successors(self):
		self.leave()
		make_pemangku("UJI-KABID-A", make_pegawai("UJI-SEKDIN"), "Plt.", mulai=in_days(1), sampai=in_days(30))
		besok = in_days(1)
		self.assertIn("UJI-KABID-A", list_posts_acted_for(surel("UJI-SEKDIN"), besok))
		self.assertNotIn("UJI-KABID-A", list_posts_acted_for(surel("UJI-KABID-A"), besok))


class TestKedudukan(KasusUji):
	def test_the_desk_is_told_anew_for_which_posts_its_user_acts(self):
		with self.sebagai("UJI-SEKDIN"):
			self.assertEqual(get_kedudukan(), {"jabatan": ["UJI-SEKDIN"], "peringatan": None})
		make_pemangku("UJI-KADIS", make_pegawai("UJI-SEKDIN"), "Plh.", mulai=nowdate(), sampai=nowdate())
		with self.sebagai("UJI-SEKDIN"):
			self.assertEqual(set(get_kedudukan()["jabatan"]), {"UJI-SEKDIN", "UJI-KADIS"})
		with self.sebagai("UJI-KADIS"):
			self.assertEqual(get_kedudukan(), {"jabatan": [], "peringatan": None})

	def test_a_person_in_no_post_is_told_what_is_missing(self):
		pegawai = make_pegawai("UJI-BARU", "Staf")
		with self.sebagai("UJI-BARU"):
			self.assertIn("tidak memangku jabatan", get_kedudukan()["peringatan"])
		frappe.delete_doc("Pegawai", pegawai)
		with self.sebagai("UJI-BARU"):
			self.assertIn("belum terhubung dengan data pegawai", get_kedudukan()["peringatan"])

	def test_who_works_without_a_post_is_left_in_peace(self):
		with self.sebagai("UJI-PENGELOLA"):
			self.assertIsNone(get_kedudukan()["peringatan"])


class TestPegawai(KasusUji):
	def test_the_full_name_carries_the_titles(self):
		pegawai = frappe.get_doc(
			{"doctype": "Pegawai", "nama": "Melati", "gelar_depan": "Dr.", "gelar_belakang": "M.Kom."}
		).insert()
		self.assertEqual(pegawai.nama_lengkap, "Dr. Melati, M.Kom.")

	def test_a_nip_of_other_than_18_digits_is_refused(self):
		with self.assertRaisesRegex(frappe.ValidationError, "18 angka"):
			frappe.get_doc({"doctype": "Pegawai", "nama": "Melati", "nip": "12345"}).insert()

	def test_spaces_in_a_nip_do_not_matter(self):
		pegawai = frappe.get_doc(
			{"doctype": "Pegawai", "nama": "Melati", "nip": "19900101 201501 2 001"}
		).insert()
		self.assertEqual(pegawai.nip, "199001012015012001")


class TestPohonJabatan(KasusUji):
	def test_below_and_above(self):
		self.assertEqual(list_below("UJI-KABID-A"), ["UJI-KASI-A1", "UJI-STAF-A1", "UJI-KASI-A2"])
		self.assertEqual(list_above("UJI-KASI-A1"), ["UJI-KABID-A", "UJI-KADIS"])
		self.assertTrue(is_below("UJI-KASI-A1", "UJI-KADIS"))
		self.assertFalse(is_below("UJI-KABID-B", "UJI-KABID-A"))
		self.assertFalse(is_below("UJI-KABID-A", "UJI-KABID-A"))

	def test_an_unknown_post_has_nobody_above_or_below(self):
		self.assertEqual((list_below("TIDAK-ADA"), list_above("TIDAK-ADA")), ([], []))
