"""Ringkasan Pimpinan: who gets it, what it says, one page of paper, and one mail a week."""

from datetime import datetime
from io import BytesIO
from unittest.mock import patch

import frappe
from pypdf import PdfReader

from eoffice_app.laporan.grafik import draw_pairs
from eoffice_app.laporan.lembar_ringkasan import download_ringkasan, get_ringkasan, make_ringkasan_pdf
from eoffice_app.laporan.surat_ringkasan import (
	TERKIRIM_TERAKHIR,
	list_recipients,
	send_summary,
	send_weekly_summary,
)
from eoffice_app.persuratan.disposisi.langkah import write_disposisi
from eoffice_app.tests.dasar import KasusUji, make, make_surat_menunggu, make_surel_keluar, surel

SENIN, SELASA, JUMAT = datetime(2019, 3, 4, 7, 5), datetime(2019, 3, 5, 7, 5), datetime(2019, 3, 8, 7, 5)


class TestRingkasanPimpinan(KasusUji):
	def test_the_leadership_reads_it_and_nobody_else(self):
		with self.sebagai("UJI-KADIS"):
			self.assertIn("Ringkasan Pimpinan", get_ringkasan())
		for kode in ("UJI-SEKDIN", "UJI-KABID-A", "UJI-OPERATOR", "UJI-PENGELOLA", "UJI-SISTEM", "Guest"):
			with self.sebagai(kode):
				for door in (get_ringkasan, download_ringkasan):
					self.assertRaises(frappe.PermissionError, door)

	def test_it_names_posts_safely_and_no_letter(self):
		frappe.db.set_value("Jabatan", "UJI-KABID-B", "nama_jabatan", "Kabid <b>\"B\"</b> & 'lain'")
		surat = make_surat_menunggu(sifat="Rahasia", perihal="Perihal sandi jingga", tujuan="UJI-KADIS")
		with self.sebagai("UJI-KADIS"):
			write_disposisi(surat.name, ["UJI-KABID-B"], ["Tindak lanjuti"])
			written = get_ringkasan()
		self.assertNotIn("<b>", written)
		self.assertNotIn("jingga", written)
		self.assertNotIn(surat.name, written)

	def test_it_is_one_page_of_paper(self):
		pdf = PdfReader(BytesIO(make_ringkasan_pdf()))
		self.assertEqual(len(pdf.pages), 1)
		text = " ".join(pdf.pages[0].extract_text().split())
		for words in ("Ringkasan Pimpinan", "mutu baku SOP", "Disposisi yang belum selesai"):
			self.assertIn(words, text)

	def test_its_chart_says_in_words_what_it_draws(self):
		drawn = draw_pairs("Surat <tiap> bulan", ["Jan", "Feb"], ("Masuk", [3, 0]), ("Keluar", [1, 0]))
		self.assertIn("Surat &lt;tiap&gt; bulan. Jan: Masuk 3, Keluar 1; Feb: Masuk 0, Keluar 0", drawn)
		self.assertEqual(drawn.count("<rect"), 2 + 4)


class TestKirimRingkasan(KasusUji):
	def setUp(self):
		super().setUp()
		# A week that the site has had from elsewhere is not one of these.
		self.forget()
		frappe.db.savepoint("uji")
		self.addCleanup(self.forget)

	def forget(self):
		frappe.db.delete("Notification Log", {"subject": ["like", "Ringkasan Pimpinan%"]})
		for name in self.list_mails():
			frappe.delete_doc("Email Queue", name, force=True)
		frappe.delete_doc("Email Account", "Surat Uji", force=True, ignore_missing=True)
		frappe.db.delete("DefaultValue", {"defkey": TERKIRIM_TERAKHIR})
		frappe.db.commit()
		frappe.cache.delete_value("defaults")

	def list_mails(self) -> list[str]:
		return frappe.get_all(
			"Email Queue",
			{"message": ["like", "%Ringkasan Pimpinan%"]},
			pluck="name",
			order_by="creation asc",
		)

	def bells(self) -> int:
		return frappe.db.count(
			"Notification Log", {"for_user": surel("UJI-KADIS"), "subject": ["like", "Ringkasan Pimpinan%"]}
		)

	def send(self, *moments: datetime) -> int:
		"""Send at each moment; return how many bells the head has heard since. What is sent is committed, see `forget`."""
		for moment in moments:
			send_summary(moment)
		frappe.db.savepoint("uji")
		return self.bells()

	def test_it_comes_once_a_week_with_the_paper(self):
		make_surel_keluar()
		self.assertEqual(self.send(SENIN, SENIN, SELASA, JUMAT), 1)
		mail = frappe.db.get_value(
			"Email Queue Recipient",
			{"recipient": surel("UJI-KADIS"), "parent": ["in", self.list_mails()]},
			"parent",
		)
		message = frappe.db.get_value("Email Queue", mail, "message")
		self.assertIn("application/pdf", message)
		self.assertIn("/app/ringkasan-pimpinan", message.replace("=\n", ""))
		self.assertEqual(len(self.list_mails()), len(list_recipients()))
		self.assertEqual(self.send(datetime(2019, 3, 11, 7, 5)), 2)

	def test_it_waits_for_the_hour_and_for_a_work_day(self):
		closed = make("Hari Khusus", {"tanggal": SENIN.date()}, jenis="Libur")
		self.addCleanup(frappe.db.commit)
		self.addCleanup(frappe.delete_doc, "Hari Khusus", closed, force=True)
		self.assertEqual(self.send(SENIN.replace(hour=6), SENIN, SELASA.replace(hour=6)), 0)
		self.assertEqual(self.send(SELASA), 1)

	def test_only_open_accounts_of_the_leadership_get_it(self):
		self.assertIn(surel("UJI-KADIS"), [row.name for row in list_recipients()])
		frappe.db.set_value("User", surel("UJI-KADIS"), "enabled", 0)
		names = [row.name for row in list_recipients()]
		self.assertNotIn(surel("UJI-KADIS"), names)
		self.assertNotIn(surel("UJI-SEKDIN"), names)

	def test_the_script_of_the_office_is_scheduled_and_queues_it(self):
		script = {"server_script": "Kirim Ringkasan Pimpinan", "stopped": 0}
		self.assertTrue(frappe.db.exists("Scheduled Job Type", script))
		with patch("frappe.enqueue") as enqueue:
			frappe.get_doc("Server Script", "Kirim Ringkasan Pimpinan").execute_scheduled_method()
		self.assertIs(enqueue.call_args.args[0], send_summary)

	def test_no_person_starts_it(self):
		for kode in ("UJI-KADIS", "UJI-STAF-B", "Guest"):
			with self.sebagai(kode):
				self.assertRaises(frappe.PermissionError, send_weekly_summary)
