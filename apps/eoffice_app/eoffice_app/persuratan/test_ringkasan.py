from datetime import timedelta

import frappe
from frappe.utils import get_url_to_form, getdate, nowdate

from eoffice_app.organisasi.waktu_kerja import next_opening
from eoffice_app.persuratan.pemberitahuan import notify_post
from eoffice_app.persuratan.pemberitahuan.cara import (
	BukanPegawaiError,
	CaraTidakDikenalError,
	get_cara_pemberitahuan,
	set_cara_pemberitahuan,
)
from eoffice_app.persuratan.pemberitahuan.pengirim import send_notice
from eoffice_app.persuratan.pemberitahuan.test_pengirim import KasusPemberitahuan
from eoffice_app.persuratan.ringkasan import send_digest, send_digests
from eoffice_app.tests.dasar import make_pegawai, make_pemangku, surel

TABEL = "Pemberitahuan Surat"


class TestRingkasan(KasusPemberitahuan):
	def setUp(self):
		super().setUp()
		self.pagi = next_opening(getdate(nowdate())).replace(hour=7, minute=0)
		frappe.db.set_value("Pegawai", {"user": surel("UJI-KABID-A")}, "cara_pemberitahuan", "Ringkasan Pagi")

	def digests(self, kode: str) -> list:
		return frappe.get_all(
			"Notification Log",
			filters={"for_user": surel(kode), "subject": ["like", "Ringkasan pagi%"]},
			fields=["subject", "email_content"],
		)

	def list_mails(self, kode: str) -> list[str]:
		return frappe.get_all("Email Queue Recipient", {"recipient": surel(kode)}, pluck="parent")

	def forget_mails(self, kode: str):
		for name in self.list_mails(kode):
			frappe.delete_doc("Email Queue", name, force=True)

	def list_keys(self) -> list[str]:
		return frappe.get_all(
			TABEL, {"jabatan": "UJI-KABID-A", "keadaan": "Menunggu"}, pluck="kunci", order_by="creation asc"
		)

	def put_by(self, **values) -> str:
		kunci = f"disposisi:{self.write(**values)}"
		send_notice(kunci)
		return kunci

	def test_a_notice_is_put_by_for_the_morning(self):
		kunci = self.put_by()
		self.assertEqual(self.bells("UJI-KABID-A"), [])
		self.assertEqual(
			frappe.db.get_value(TABEL, {"kunci": kunci}, ["keadaan", "cara"]), ("Menunggu", "Ringkasan Pagi")
		)
		send_notice(kunci)
		self.assertEqual(self.bells("UJI-KABID-A"), [])

	def test_one_digest_links_each_line_to_its_letter_and_comes_once(self):
		keys, letters = [], []
		for _time in range(3):
			keys.append(self.put_by())
			letters.append(self.surat.name)
		before = len(self.list_mails("UJI-KABID-A"))
		for _time in range(2):
			send_digest(keys)
		(digest,) = self.digests("UJI-KABID-A")
		self.assertIn("3", digest.subject)
		for name in letters:
			self.assertIn(get_url_to_form("Surat Masuk", name), digest.email_content)
		self.assertEqual(len(self.list_mails("UJI-KABID-A")), before + 1)
		self.assertEqual(self.list_keys(), [])

	def test_the_most_urgent_letter_does_not_wait_for_the_morning(self):
		self.put_by(derajat="Sangat Segera")
		self.assertEqual(len(self.bells("UJI-KABID-A")), 1)

	def test_the_digest_names_a_secret_letter_by_its_agenda_number_alone(self):
		kunci = self.put_by(sifat="Rahasia", perihal="Perihal sandi jingga")
		send_digest([kunci])
		(digest,) = self.digests("UJI-KABID-A")
		self.assertIn(f"Surat Rahasia, agenda {self.surat.nomor_agenda}", digest.email_content)
		self.assertNotIn("jingga", digest.email_content)
		self.assertNotIn("Disposisi baru", digest.email_content)

	def test_an_empty_digest_is_not_sent(self):
		kunci = self.put_by()
		frappe.db.set_value("Disposisi", kunci.split(":")[1], "status", "Ditarik")
		send_digest([kunci])
		self.assertEqual(self.digests("UJI-KABID-A"), [])
		self.assertEqual(frappe.db.get_value(TABEL, {"kunci": kunci}, "keadaan"), "Gugur")

	def test_before_the_hour_and_on_closed_days_nothing_is_sent(self):
		kunci = self.put_by()
		sabtu = self.pagi + timedelta(days=5 - self.pagi.weekday())
		for moment in (self.pagi - timedelta(minutes=1), sabtu):
			send_digests(moment)
			self.assertEqual(frappe.db.get_value(TABEL, {"kunci": kunci}, "keadaan"), "Menunggu", moment)

	def test_the_morning_brings_what_waited_until_then_to_who_acts_that_day(self):
		kunci = self.put_by()
		late = "uji:sesudah-jam-ringkasan"
		notify_post(late, "UJI-KABID-A", self.surat.name, "Kabar")
		frappe.db.set_value(TABEL, {"kunci": late}, {"cara": "Ringkasan Pagi", "creation": self.pagi})
		make_pemangku("UJI-KABID-A", make_pegawai("UJI-KABID-B"), "Plh.", mulai=nowdate(), sampai=nowdate())
		digest_bell = "Ringkasan pagi: 1 pemberitahuan surat"
		with self.committing():
			self.addCleanup(self.forget_mails, "UJI-KABID-B")
			self.addCleanup(frappe.db.delete, "Notification Log", {"subject": digest_bell})
			self.addCleanup(frappe.db.delete, "Pemangku Jabatan", {"jenis": "Plh.", "jabatan": "UJI-KABID-A"})
			self.addCleanup(
				frappe.db.set_value,
				"Pegawai",
				{"user": surel("UJI-KABID-A")},
				"cara_pemberitahuan",
				"Langsung",
			)
			for minutes in (0, 15):
				send_digests(self.pagi + timedelta(minutes=minutes))
		self.assertEqual(frappe.db.get_value(TABEL, {"kunci": kunci}, "keadaan"), "Terkirim")
		self.assertEqual(frappe.db.get_value(TABEL, {"kunci": late}, "keadaan"), "Menunggu")
		(digest,) = self.digests("UJI-KABID-B")
		self.assertEqual(digest.subject, digest_bell)
		self.assertEqual(self.digests("UJI-KABID-A"), [])


class TestCaraPemberitahuan(KasusPemberitahuan):
	def test_each_chooses_for_himself(self):
		with self.sebagai("UJI-STAF-B"):
			self.assertEqual(get_cara_pemberitahuan(), "Langsung")
			set_cara_pemberitahuan("Ringkasan Pagi")
			self.assertEqual(get_cara_pemberitahuan(), "Ringkasan Pagi")
		with self.sebagai("UJI-KABID-A"):
			self.assertEqual(get_cara_pemberitahuan(), "Langsung")

	def test_there_is_no_third_way(self):
		with self.sebagai("UJI-STAF-B"), self.assertRaises(CaraTidakDikenalError):
			set_cara_pemberitahuan("Merpati")

	def test_an_account_without_pegawai_is_told_whom_to_ask(self):
		for function in (get_cara_pemberitahuan, lambda: set_cara_pemberitahuan("Langsung")):
			self.assertRaises(BukanPegawaiError, function)
