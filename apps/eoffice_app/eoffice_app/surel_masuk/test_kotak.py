"""Mailboxes: what may be one, who looks after it, and that its password is changed in time."""

from datetime import date

import frappe
from frappe.utils import add_days, nowdate

from eoffice_app.loket.pengajuan import submit
from eoffice_app.loket.usulan import get_usulan
from eoffice_app.persuratan.doctype.kotak_surat_masuk.kotak_surat_masuk import KotakTidakSahError
from eoffice_app.surel_masuk.kata_sandi import change_password, remind_of_passwords, send_password_reminders
from eoffice_app.surel_masuk.kotak import list_keepers
from eoffice_app.surel_masuk.tindakan import fetch_now
from eoffice_app.tests.dasar import ORANG, KasusUji, surel
from eoffice_app.tests.kotak_surat import make_kotak_surat, take_kotak_away
from eoffice_app.tests.pengajuan import compose_surel


class TestKotak(KasusUji):
	def setUp(self):
		super().setUp()
		self.kotak = make_kotak_surat(None, "Sanapati")

	def save(self, **values):
		doc = frappe.get_doc(self.kotak.doctype, self.kotak.name)
		doc.update(values)
		return doc.save()

	def test_an_account_that_fetches_nothing_is_none(self):
		for column in ("enable_incoming", "use_imap"):
			frappe.db.set_value("Email Account", self.kotak.akun_surel, {"enable_incoming": 1, "use_imap": 1})
			frappe.db.set_value("Email Account", self.kotak.akun_surel, column, 0)
			with self.subTest(column), self.assertRaises(KotakTidakSahError):
				self.save()

	def test_copies_that_would_come_back_or_go_nowhere_are_refused(self):
		own = frappe.db.get_value("Email Account", self.kotak.akun_surel, "email_id")
		for addresses in ("bukan alamat", own.upper()):
			with self.subTest(addresses), self.assertRaises(KotakTidakSahError):
				self.save(alamat_tembusan=addresses)
		doc = self.save(alamat_tembusan=" a@sanapati.example \n\na@sanapati.example")
		self.assertEqual(doc.alamat_tembusan, "a@sanapati.example")
		frappe.db.set_value("Email Account", self.kotak.akun_surel, "enable_outgoing", 0)
		with self.assertRaises(KotakTidakSahError):
			self.save()

	def test_an_outgoing_book_is_refused(self):
		with self.assertRaises(KotakTidakSahError):
			self.save(buku="BK")

	def test_its_book_is_proposed_for_what_came_into_it(self):
		self.save(buku="ND")
		values = {"kotak_masuk": self.kotak.akun_surel, "asal": "Sanapati"}
		name = submit(compose_surel(**values), []).nama
		with self.sebagai("UJI-SANDI"):
			self.assertEqual(get_usulan(name)["surat"]["buku"], "ND")

	def test_its_keepers_are_the_managers_and_who_reads_its_mail(self):
		keepers = set(list_keepers(self.kotak)) & {surel(jabatan) for jabatan in ORANG}
		self.assertEqual(keepers, {surel("UJI-PENGELOLA"), surel("UJI-SANDI")})

	def test_to_all_others_it_does_not_exist(self):
		for act in (change_password, fetch_now):
			for kode in ("UJI-OPERATOR", "UJI-KADIS", "Guest"):
				with self.subTest(act=act.__name__, kode=kode), self.sebagai(kode):
					self.assertRaises(frappe.DoesNotExistError, act, self.kotak.name)
			with self.sebagai("UJI-SANDI"):
				self.assertRaises(frappe.DoesNotExistError, act, "tidak-ada")

	def test_no_role_but_the_managers_writes_it(self):
		for kode, may in (("UJI-PENGELOLA", True), ("UJI-SANDI", False), ("UJI-OPERATOR", False)):
			with self.subTest(kode), self.sebagai(kode):
				self.assertEqual(frappe.has_permission(self.kotak.doctype, "write", self.kotak.name), may)


class TestKataSandi(KasusUji):
	def setUp(self):
		super().setUp()
		self.kotak = make_kotak_surat(None, "Sanapati")
		self.kotak.update({"kata_sandi_diganti_pada": "2026-01-01", "hari_ganti": 90})
		self.kotak.save()

	def tearDown(self):
		frappe.db.rollback()
		take_kotak_away(self.kotak)
		frappe.db.commit()
		frappe.db.savepoint("uji")
		super().tearDown()

	def remind(self, hari: str) -> int:
		"""Return how often the operator sandi has been told by then."""
		remind_of_passwords(date.fromisoformat(hari))
		told = {"document_name": self.kotak.name, "for_user": surel("UJI-SANDI")}
		return frappe.db.count("Notification Log", told)

	def test_it_is_due_three_months_later_and_said_in_time(self):
		self.assertEqual(str(self.kotak.ganti_sebelum), "2026-04-01")
		for hari, told in (
			("2026-03-17", 0),
			("2026-03-18", 1),
			("2026-03-18", 1),
			("2026-03-24", 1),
			("2026-03-25", 2),
			("2026-04-01", 3),
			("2026-04-01", 3),
			("2026-04-02", 4),
		):
			with self.subTest(hari):
				self.assertEqual(self.remind(hari), told)

	def test_one_that_need_not_be_changed_is_not_chased(self):
		self.kotak.hari_ganti = 0
		self.kotak.save()
		self.assertEqual((self.kotak.ganti_sebelum, self.remind("2026-12-31")), (None, 0))

	def test_a_new_password_begins_the_time_anew(self):
		akun = frappe.get_doc("Email Account", self.kotak.akun_surel)
		akun.save()
		self.kotak.reload()
		self.assertEqual(str(self.kotak.kata_sandi_diganti_pada), "2026-01-01")
		akun.password = "yang-baru"
		akun.save()
		self.kotak.reload()
		self.assertEqual(str(self.kotak.kata_sandi_diganti_pada), nowdate())
		self.assertEqual(str(self.kotak.ganti_sebelum), add_days(nowdate(), 90))

	def test_the_scheduler_alone_starts_the_reminders(self):
		for kode in ("UJI-SANDI", "UJI-PENGELOLA"):
			with self.subTest(kode), self.sebagai(kode):
				self.assertRaises(frappe.PermissionError, send_password_reminders)
