from contextlib import contextmanager

import frappe
from frappe.utils import get_url_to_form, nowdate

from eoffice_app.hak_akses.surat import can_see
from eoffice_app.persuratan.disposisi.langkah import withdraw_disposisi, write_disposisi
from eoffice_app.persuratan.disposisi.umpan_balik import report_back
from eoffice_app.persuratan.konsep.langkah import send_draft
from eoffice_app.persuratan.pemberitahuan import notify_post, pengirim, queue_disposisi_notice
from eoffice_app.persuratan.pemberitahuan.pengirim import send_notice, send_safely, send_waiting_notices
from eoffice_app.tests.dasar import (
	KasusUji,
	make_pegawai,
	make_pemangku,
	make_surat_keluar,
	make_surat_menunggu,
	make_surel_keluar,
	surel,
)

TABEL = "Pemberitahuan Surat"


class KasusPemberitahuan(KasusUji):
	"""An office that can send e-mail, and what its people find in their bells and mailboxes."""

	def setUp(self):
		super().setUp()
		make_surel_keluar()

	def write(self, **values) -> str:
		self.surat = make_surat_menunggu(**values)
		with self.sebagai("UJI-KADIS"):
			return write_disposisi(self.surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])[0]

	@contextmanager
	def committing(self):
		"""For what commits each notice, and with it what this test has made: that is removed afterwards."""
		self.addCleanup(frappe.db.commit)
		self.addCleanup(frappe.db.delete, TABEL, {"surat_masuk": self.surat.name})
		self.addCleanup(frappe.db.delete, "Email Queue", {"reference_name": self.surat.name})
		self.addCleanup(frappe.delete_doc, "Email Account", "Surat Uji", force=True)
		yield
		frappe.db.savepoint("uji")

	def bells(self, kode: str) -> list:
		return frappe.get_all(
			"Notification Log",
			filters={"for_user": surel(kode), "document_name": self.surat.name},
			fields=["subject", "document_type"],
		)

	def mails(self, kode: str) -> list[str]:
		return [
			frappe.get_doc("Email Queue", name).message
			for name in frappe.get_all(
				"Email Queue", filters={"reference_name": self.surat.name}, pluck="name"
			)
			if frappe.db.exists("Email Queue Recipient", {"parent": name, "recipient": surel(kode)})
		]

	def keadaan(self, kunci: str) -> str:
		return frappe.db.get_value(TABEL, {"kunci": kunci}, "keadaan")


class TestPemberitahuan(KasusPemberitahuan):
	def test_the_recipient_is_told_once_by_bell_and_mail_with_a_link(self):
		kunci = f"disposisi:{self.write()}"
		for _time in range(3):
			send_notice(kunci)
		(bell,) = self.bells("UJI-KABID-A")
		self.assertIn("Disposisi baru dari Jabatan UJI-KADIS", bell.subject)
		(mail,) = self.mails("UJI-KABID-A")
		address = get_url_to_form("Surat Masuk", self.surat.name)
		self.assertIn(address.rsplit("/", 1)[-1], mail)
		row = frappe.get_doc(TABEL, {"kunci": kunci})
		self.assertEqual((row.keadaan, row.penerima), ("Terkirim", surel("UJI-KABID-A")))
		self.assertTrue(row.dikirim_pada)

	def test_who_is_to_check_a_draft_is_told_by_bell_and_mail_with_a_link(self):
		self.surat = make_surat_keluar(perihal="Undangan rapat uji")
		with self.sebagai("UJI-STAF-A1"):
			send_draft(self.surat.name)
		(kunci,) = frappe.get_all(TABEL, {"surat_keluar": self.surat.name}, pluck="kunci")
		for _time in range(2):
			send_notice(kunci)
		(bell,) = self.bells("UJI-KASI-A1")
		self.assertEqual(
			(bell.subject, bell.document_type),
			("Konsep menunggu paraf Anda: Undangan rapat uji", "Surat Keluar"),
		)
		(mail,) = self.mails("UJI-KASI-A1")
		self.assertIn(f"surat-keluar/{self.surat.name}", mail.replace("=\n", "").replace("=\r\n", ""))

	def test_asking_twice_is_asking_once(self):
		name = self.write()
		for _time in range(2):
			queue_disposisi_notice(name)
		self.assertEqual(frappe.db.count(TABEL, {"disposisi": name}), 1)

	def test_who_did_not_write_it_asks_for_nothing(self):
		name = self.write()
		with self.sebagai("UJI-STAF-B"), self.assertRaises(frappe.DoesNotExistError):
			queue_disposisi_notice(name)
		with self.sebagai("UJI-STAF-B"), self.assertRaises(frappe.DoesNotExistError):
			queue_disposisi_notice("tidak-ada")

	def test_without_the_offices_script_nobody_is_told(self):
		frappe.db.set_value("Server Script", "Beri Tahu Penerima Disposisi", "disabled", 1)
		frappe.cache.delete_value("server_script_map")
		self.addCleanup(frappe.cache.delete_value, "server_script_map")
		self.assertFalse(frappe.db.exists(TABEL, {"disposisi": self.write()}))

	def test_a_withdrawn_disposisi_is_not_announced(self):
		name = self.write()
		with self.sebagai("UJI-KADIS"):
			withdraw_disposisi(name)
		send_notice(f"disposisi:{name}")
		self.assertEqual(self.bells("UJI-KABID-A"), [])
		self.assertEqual(self.keadaan(f"disposisi:{name}"), "Gugur")

	def test_the_one_above_is_told_of_the_report(self):
		name = self.write()
		with self.sebagai("UJI-KABID-A"):
			report_back(name, "Sudah")
		(kunci,) = frappe.get_all(TABEL, {"disposisi": name, "jabatan": "UJI-KADIS"}, pluck="kunci")
		send_notice(kunci)
		self.assertEqual(len(self.bells("UJI-KADIS")), 1)

	def test_whoever_acts_on_the_day_of_sending_is_told(self):
		kunci = f"disposisi:{self.write()}"
		make_pemangku("UJI-KABID-A", make_pegawai("UJI-KABID-B"), "Plh.", mulai=nowdate(), sampai=nowdate())
		send_notice(kunci)
		self.assertEqual(len(self.bells("UJI-KABID-B")), 1)
		self.assertEqual(self.bells("UJI-KABID-A"), [])

	def test_a_post_without_holder_is_told_nothing(self):
		self.write()
		notify_post("uji:kosong", "UJI-KOSONG", self.surat.name, "Kabar")
		send_notice("uji:kosong")
		self.assertEqual(self.keadaan("uji:kosong"), "Gugur")

	def test_who_lost_sight_of_the_letter_is_told_nothing(self):
		self.write(sifat="Rahasia")
		self.assertFalse(can_see(self.surat.name, surel("UJI-STAF-B")))
		notify_post("uji:orang-luar", "UJI-STAF-B", self.surat.name, "Kabar")
		send_notice("uji:orang-luar")
		self.assertEqual(self.bells("UJI-STAF-B"), [])
		self.assertEqual(self.keadaan("uji:orang-luar"), "Gugur")

	def test_a_secret_letter_is_announced_by_its_agenda_number_alone(self):
		for sifat in ("Terbatas", "Rahasia", "Sangat Rahasia"):
			name = self.write(sifat=sifat, perihal="Perihal sandi jingga")
			send_notice(f"disposisi:{name}")
			(bell,) = self.bells("UJI-KABID-A")
			self.assertEqual(bell.subject, f"Surat Rahasia, agenda {self.surat.nomor_agenda}")
			(mail,) = self.mails("UJI-KABID-A")
			self.assertNotIn("jingga", mail)
			self.assertNotIn("Disposisi baru", mail)

	def test_what_still_waits_is_found_again(self):
		kunci = f"disposisi:{self.write()}"
		self.assertEqual(self.keadaan(kunci), "Menunggu")
		with self.committing():
			send_waiting_notices()
			send_waiting_notices()
		self.assertEqual(len(self.bells("UJI-KABID-A")), 1)

	def test_one_that_cannot_be_sent_does_not_hold_up_the_others(self):
		kunci = f"disposisi:{self.write()}"
		notify_post("uji:rusak", "UJI-KABID-A", self.surat.name, "Kabar")
		self.addCleanup(frappe.db.delete, "Error Log", {"reference_doctype": TABEL})
		with self.committing():
			frappe.db.commit()
			for _time in range(pengirim.PERCOBAAN_TERBANYAK):
				self.assertEqual(self.keadaan("uji:rusak"), "Menunggu")
				send_safely(fail, "uji:rusak")
			send_safely(send_notice, kunci)
		self.assertEqual(self.keadaan("uji:rusak"), "Gagal")
		self.assertEqual(self.keadaan(kunci), "Terkirim")


def fail(kunci: str):
	raise RuntimeError(kunci)
