from unittest import TestCase

import frappe
from frappe.utils import add_to_date, nowdate

from eoffice_app.exceptions import JabatanTanpaPemangkuError
from eoffice_app.organisasi.doctype.pemangku_jabatan.pemangku_jabatan import PemangkuGandaError
from eoffice_app.organisasi.jabatan import is_below, list_above, list_below
from eoffice_app.organisasi.pemangku import (
	acts_for,
	choose_holder,
	holder_on,
	list_posts_acted_for,
	require_holder,
)
from eoffice_app.tests.dasar import KasusUji, make_pegawai, make_pemangku, surel


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

	def test_one_person_may_act_for_several_posts(self):
		make_pemangku("UJI-KOSONG", make_pegawai("UJI-SEKDIN"), "Plt.", mulai=nowdate())
		self.assertEqual(set(list_posts_acted_for(surel("UJI-SEKDIN"))), {"UJI-SEKDIN", "UJI-KOSONG"})

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

	def test_an_empty_post_is_named_in_the_message(self):
		with self.assertRaisesRegex(JabatanTanpaPemangkuError, "Jabatan UJI-KOSONG"):
			require_holder("UJI-KOSONG")


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
		self.assertEqual(list_below("UJI-KABID-A"), ["UJI-KASI-A1", "UJI-KASI-A2"])
		self.assertEqual(list_above("UJI-KASI-A1"), ["UJI-KABID-A", "UJI-KADIS"])
		self.assertTrue(is_below("UJI-KASI-A1", "UJI-KADIS"))
		self.assertFalse(is_below("UJI-KABID-B", "UJI-KABID-A"))
		self.assertFalse(is_below("UJI-KABID-A", "UJI-KABID-A"))

	def test_an_unknown_post_has_nobody_above_or_below(self):
		self.assertEqual((list_below("TIDAK-ADA"), list_above("TIDAK-ADA")), ([], []))
