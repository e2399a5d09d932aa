"""Ringkasan Pimpinan: who gets it, what it says, one page of paper, and one mail a week."""

from datetime import datetime
from io import BytesIO
from unittest.mock import patch

import frappe
from frappe.defaults import clear_default
from frappe.utils import getdate
from pypdf import PdfReader

from eoffice_app.laporan.grafik import draw_pairs
from eoffice_app.laporan.khalayak import PembacaKhalayak
from eoffice_app.laporan.lembar_ringkasan import download_ringkasan, get_ringkasan, make_ringkasan_pdf
from eoffice_app.laporan.menit_kerja import PencacahMenit
from eoffice_app.laporan.rekap import count_day
from eoffice_app.laporan.ringkasan import read_ringkasan
from eoffice_app.laporan.sidik_hari import JENIS
from eoffice_app.laporan.surat_ringkasan import (
	TERKIRIM_TERAKHIR,
	list_recipients,
	send_summary,
	send_weekly_summary,
)
from eoffice_app.laporan.triwulan import get_quarter, keep_times, read_times
from eoffice_app.organisasi.waktu_kerja import get_kalender
from eoffice_app.persuratan.disposisi.langkah import write_disposisi
from eoffice_app.persuratan.keadaan import KEADAAN_TUNTAS
from eoffice_app.tests.dasar import (
	KasusUji,
	make,
	make_surat_keluar,
	make_surat_menunggu,
	make_surel_keluar,
	surel,
)

SENIN, SELASA, JUMAT = datetime(2019, 3, 4, 7, 5), datetime(2019, 3, 5, 7, 5), datetime(2019, 3, 8, 7, 5)


def count_days(*days: str) -> None:
	"""Count the documents of days anew."""
	pencacah, khalayak = PencacahMenit(get_kalender()), PembacaKhalayak()
	for day in map(getdate, days):
		for jenis in JENIS:
			count_day(jenis, day, pencacah, khalayak)


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

	def test_its_figures_are_those_of_a_direct_count(self):
		letters = [make_surat_menunggu() for _each in range(3)]
		for surat, day in zip(letters, ("2018-12-24", "2018-12-26", "2018-12-31"), strict=True):
			frappe.db.set_value("Surat Masuk", surat.name, "tanggal_terima", f"{day} 23:59:59")
		konsep = make_surat_keluar().name
		frappe.db.set_value("Surat Keluar", konsep, "creation", "2018-11-30 23:59:59")
		frappe.db.set_value(
			"Surat Masuk", letters[1].name, {"workflow_state": "Selesai", "keadaan_sejak": "2019-01-02"}
		)
		count_days("2018-11-30", "2018-12-24", "2018-12-26", "2018-12-31")
		with self.sebagai("UJI-KADIS"):
			figures = read_ringkasan(getdate("2019-01-02"))
		self.assertEqual(figures["pekan"], {"masuk": 2, "keluar": 0, "selesai": 1})
		self.assertEqual(figures["pekan_lalu"], {"masuk": 1, "keluar": 0, "selesai": 0})
		months = {f"{row['bulan']:%Y-%m}": (row["masuk"], row["keluar"]) for row in figures["bulan"]}
		self.assertEqual(list(months)[0::11], ["2018-02", "2019-01"])
		self.assertEqual(
			[months["2018-11"], months["2018-12"], sum(map(sum, months.values()))], [(0, 1), (3, 0), 4]
		)
		under_way = frappe.db.count("Surat Masuk", {"workflow_state": ["not in", KEADAAN_TUNTAS]})
		self.assertEqual(figures["menunggu"]["berjalan"], under_way)

	def test_the_times_of_the_quarter_are_kept_where_the_roll_up_is_counted(self):
		quarter, counted = get_quarter(getdate("2019-03-05")), datetime(2019, 3, 5, 7)
		keep_times(quarter, counted)
		before = read_times(quarter, counted)
		surat = make_surat_menunggu().name
		frappe.db.set_value("Surat Masuk", surat, "tanggal_terima", "2019-03-04 10:00:00")
		count_days("2019-03-04")
		self.assertEqual(read_times(quarter, counted), before)
		later = read_times(quarter, datetime(2019, 3, 5, 7, 15))
		self.assertEqual(later["tenggat"][-1]["jumlah"], before["tenggat"][-1]["jumlah"] + 1)
		# A standard time of another length is not answered with what was measured before.
		frappe.db.set_value("Mutu Baku", "SM-1", "waktu_menit", 77)
		self.assertEqual(read_times(quarter, counted)["langkah"][0]["waktu_menit"], 77)

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
		clear_default(key=TERKIRIM_TERAKHIR, parent="__global")
		frappe.db.commit()

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

	def test_whoever_leads_on_that_morning_gets_it(self):
		make_surel_keluar()
		# Over the weekend the head left, and the secretary leads in his place.
		frappe.db.set_value("User", surel("UJI-KADIS"), "enabled", 0)
		frappe.get_doc("User", surel("UJI-SEKDIN")).add_roles("Pimpinan")
		self.addCleanup(self.give_back)
		self.assertEqual(self.send(SENIN), 0)
		recipients = frappe.get_all(
			"Email Queue Recipient", {"parent": ["in", self.list_mails()]}, pluck="recipient"
		)
		self.assertIn(surel("UJI-SEKDIN"), recipients)
		self.assertNotIn(surel("UJI-KADIS"), recipients)

	def give_back(self):
		frappe.get_doc("User", surel("UJI-SEKDIN")).remove_roles("Pimpinan")
		frappe.db.set_value("User", surel("UJI-KADIS"), "enabled", 1)
		frappe.db.commit()

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
