"""Mail that comes back, as the mail servers of the world write it, fetched from a mailbox over a real connection."""

from email import message_from_string
from unittest import TestCase

import frappe

from eoffice_app.saluran.keadaan import DALAM_PENGIRIMAN, TIDAK_TERKIRIM
from eoffice_app.saluran.pengiriman import BuktiTerima, record_delivered
from eoffice_app.saluran.surel import follow_mail
from eoffice_app.saluran.surel_kembali import find_failure, note_returned
from eoffice_app.saluran.test_langsung import KasusSurel
from eoffice_app.tests.dasar import surel
from eoffice_app.tests.tiruan_pop3 import pop3_server

LAPORAN = """From: MAILER-DAEMON@server.example
To: surat@uji.example
Subject: Undelivered Mail Returned to Sender
Message-ID: <laporan-{message_id}>
Date: Mon, 05 Jan 2026 09:00:00 +0700
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="batas"

--batas
Content-Type: text/plain

I am sorry.

--batas
Content-Type: message/delivery-status

Reporting-MTA: dns; server.example

Final-Recipient: rfc822; tujuan@uji.example
Action: {action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown
 in virtual mailbox table

--batas
Content-Type: {salinan}

Message-ID: <{message_id}>
Subject: Surat nomor 005/1

--batas--
"""


def compose_laporan(
	message_id: str = "a@b", action: str = "failed", salinan: str = "text/rfc822-headers"
) -> str:
	return LAPORAN.format(message_id=message_id, action=action, salinan=salinan)


class TestLaporan(TestCase):
	def read(self, **values):
		return find_failure(message_from_string(compose_laporan(**values)))

	def test_a_report_names_the_mail_and_the_reason(self):
		for salinan in ("text/rfc822-headers", "message/rfc822"):
			with self.subTest(salinan=salinan):
				self.assertEqual(
					self.read(salinan=salinan), ("a@b", "550 5.1.1 User unknown in virtual mailbox table")
				)

	def test_a_delay_and_a_success_are_no_failure(self):
		for action in ("delayed", "delivered", "relayed"):
			self.assertIsNone(self.read(action=action), action)

	def test_any_other_mail_is_none(self):
		for text in (
			"Subject: Halo\n\nAction: failed\n",
			"",
			compose_laporan().replace("Message-ID: <a@b>\n", ""),
		):
			self.assertIsNone(find_failure(message_from_string(text)), text)


class TestSurelKembali(KasusSurel):
	def send_off(self, **values):
		doc = self.send(**values)
		frappe.db.set_value("Email Queue", doc.antrean_surel, "status", "Sent")
		follow_mail(doc.name)
		return doc

	def get_message_id(self, doc) -> str:
		return frappe.db.get_value("Email Queue", doc.antrean_surel, "message_id")

	def test_a_returned_mail_is_fetched_and_its_delivery_is_open_again(self):
		doc = self.commit(self.send_off())
		message_id = self.get_message_id(doc)
		ordinary = b"From: orang@uji.example\r\nMessage-ID: <biasa@x>\r\nSubject: Halo\r\n\r\nHalo\r\n"
		with pop3_server([ordinary, compose_laporan(message_id).encode()]) as port:
			self.fetch(port)
		doc.reload()
		self.assertEqual(doc.keadaan, TIDAK_TERKIRIM)
		self.assertEqual(doc.alasan, "Surel kembali: 550 5.1.1 User unknown in virtual mailbox table")
		self.assertEqual(frappe.db.get_value("Surat Keluar", doc.surat_keluar, "workflow_state"), "Bernomor")
		told = frappe.get_all("Notification Log", {"document_name": doc.name}, pluck="for_user")
		self.assertIn(surel("UJI-OPERATOR"), told)

	def fetch(self, port: int):
		account = frappe.get_doc("Email Account", "Surat Uji")
		account.update(
			{
				"enable_incoming": 1,
				"use_imap": 0,
				"use_ssl": 0,
				"email_server": "127.0.0.1",
				"incoming_port": port,
				"password": "rahasia-uji",
				"attachment_limit": 1,
			}
		)
		self.addCleanup(frappe.db.commit)
		self.addCleanup(frappe.db.delete, "Communication", {"email_account": "Surat Uji"})
		account.save()
		account.receive()

	def test_the_same_report_twice_changes_nothing_more(self):
		doc = self.send_off()
		report = message_from_string(compose_laporan(self.get_message_id(doc)))
		self.assertEqual(note_returned(report), [doc.name])
		with self.sebagai("UJI-OPERATOR"):
			frappe.get_attr("eoffice_app.saluran.tindakan.send")(doc.name)
		# The mail that came back is not the one that is under way now.
		self.assertEqual(note_returned(report), [])
		self.assertEqual(doc.get_db_value("keadaan"), DALAM_PENGIRIMAN)

	def test_what_was_signed_for_stays_delivered(self):
		doc = self.send()
		record_delivered(doc.name, BuktiTerima(frappe.utils.now_datetime(), "Penerima"))
		self.assertEqual(note_returned(message_from_string(compose_laporan(self.get_message_id(doc)))), [])

	def test_a_report_of_no_mail_of_ours_is_passed_by(self):
		self.assertEqual(note_returned(message_from_string(compose_laporan("lain@server.example"))), [])
