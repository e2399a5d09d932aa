import frappe
from frappe.utils import get_url_to_form

from eoffice_app.persuratan.disposisi import report_back, withdraw_disposisi, write_disposisi
from eoffice_app.persuratan.pemberitahuan import queue_disposisi_notice, send_notices, send_waiting_notices
from eoffice_app.tests.dasar import KasusUji, make, make_surat_menunggu, surel


class TestPemberitahuan(KasusUji):
	def setUp(self):
		super().setUp()
		make(
			"Email Account",
			{"email_id": "surat@uji.example"},
			email_account_name="Surat Uji",
			enable_outgoing=1,
			default_outgoing=1,
			smtp_server="127.0.0.1",
			no_smtp_authentication=1,
			awaiting_password=1,
		)

	def write(self, **values) -> str:
		self.surat = make_surat_menunggu(**values)
		with self.sebagai("UJI-KADIS"):
			return write_disposisi(self.surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])[0]

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

	def test_the_recipient_is_told_once_by_bell_and_mail_with_a_link(self):
		name = self.write()
		for _time in range(3):
			send_notices(name)
		self.assertEqual(len(self.bells("UJI-KABID-A")), 1)
		(mail,) = self.mails("UJI-KABID-A")
		address = get_url_to_form("Surat Masuk", self.surat.name)
		self.assertIn(address.rsplit("/", 1)[-1], mail)

	def test_who_did_not_write_it_asks_for_nothing(self):
		name = self.write()
		with self.sebagai("UJI-STAF-B"), self.assertRaises(frappe.DoesNotExistError):
			queue_disposisi_notice(name)

	def test_without_the_offices_script_nobody_is_told(self):
		frappe.db.set_value("Server Script", "Beri Tahu Penerima Disposisi", "disabled", 1)
		frappe.cache.delete_value("server_script_map")
		self.addCleanup(frappe.cache.delete_value, "server_script_map")
		send_notices(self.write())
		self.assertEqual(self.bells("UJI-KABID-A"), [])

	def test_a_withdrawn_disposisi_is_not_announced(self):
		name = self.write()
		with self.sebagai("UJI-KADIS"):
			withdraw_disposisi(name)
		send_notices(name)
		self.assertEqual(self.bells("UJI-KABID-A"), [])

	def test_the_one_above_is_told_of_the_report(self):
		name = self.write()
		with self.sebagai("UJI-KABID-A"):
			report_back(name, "Sudah")
		send_notices(name)
		self.assertEqual(len(self.bells("UJI-KADIS")), 1)

	def test_a_secret_letter_is_announced_by_its_agenda_number_alone(self):
		name = self.write(sifat="Rahasia", perihal="Perihal sandi jingga")
		send_notices(name)
		(bell,) = self.bells("UJI-KABID-A")
		self.assertIn(self.surat.nomor_agenda, bell.subject)
		self.assertNotIn("jingga", bell.subject + "".join(self.mails("UJI-KABID-A")))

	def test_what_still_waits_is_found_again(self):
		name = self.write()
		self.assertEqual(frappe.db.get_value("Disposisi", name, "pemberitahuan"), "Menunggu")
		# The run commits each notice, and with it what this test has made.
		self.addCleanup(frappe.db.commit)
		self.addCleanup(frappe.delete_doc, "Email Account", "Surat Uji", force=True)
		self.addCleanup(frappe.db.delete, "Email Queue", {"reference_name": self.surat.name})
		send_waiting_notices()
		send_waiting_notices()
		frappe.db.savepoint("uji")
		self.assertEqual(len(self.bells("UJI-KABID-A")), 1)
