import os
from datetime import datetime, timedelta
from io import BytesIO
from unittest.mock import patch

import frappe
from frappe.utils import getdate, now_datetime
from frappe.utils.password import check_password
from pypdf import PdfReader

from eoffice_app.organisasi.pemangku import holder_on
from eoffice_app.persuratan.disposisi.pohon import read_nodes
from eoffice_app.setup import kantor_demo, kantor_demo_surat
from eoffice_app.setup.demo import kantor
from eoffice_app.setup.demo.acara import plan_acara
from eoffice_app.setup.kantor_demo_surat import SURAT_DEMO
from eoffice_app.tests.dasar import KasusUji

PASSWORD = "Kantor-Contoh-2468"


class TestKantorDemo(KasusUji):
	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		# Once for all: making twenty accounts takes its time. The class's end takes it back.
		kantor_demo.create_organisasi_demo(PASSWORD)

	def test_without_a_password_nothing_is_made(self):
		with patch.dict(os.environ):
			os.environ.pop(kantor_demo.PASSWORD_VARIABLE, None)
			with self.assertRaises(kantor_demo.DemoPasswordMissingError):
				kantor_demo.create_kantor_demo()

	def test_every_account_has_its_roles_and_holds_its_post(self):
		for akun, orang in zip(kantor_demo.list_akun_demo(), kantor.ORANG, strict=True):
			self.assertTrue(set(orang.peran) <= set(frappe.get_roles(akun["email"])))
			self.assertEqual(holder_on(orang.jabatan).user, akun["email"])
			self.assertEqual(frappe.db.get_value("Jabatan", orang.jabatan, "nama_jabatan"), akun["jabatan"])

	def test_a_new_account_takes_the_given_password(self):
		frappe.delete_doc("Pemangku Jabatan", self.find_pemangku("CARAKA"), force=True)
		frappe.delete_doc(
			"Pegawai", frappe.db.get_value("Pegawai", {"user": "caraka@eoffice.example"}), force=True
		)
		frappe.delete_doc("User", "caraka@eoffice.example", force=True)
		kantor_demo.create_organisasi_demo(PASSWORD)
		self.assertEqual(check_password("caraka@eoffice.example", PASSWORD), "caraka@eoffice.example")

	def test_a_second_run_adds_nothing(self):
		counted = (
			"User",
			"Unit Kerja",
			"Jabatan",
			"Pegawai",
			"Pemangku Jabatan",
			"Instansi",
			"Klasifikasi Arsip",
		)
		before = [frappe.db.count(doctype) for doctype in counted]
		kantor_demo.create_organisasi_demo(PASSWORD)
		self.assertEqual([frappe.db.count(doctype) for doctype in counted], before)

	def test_a_vacant_post_has_a_plt(self):
		self.assertEqual(holder_on("KASI-STATISTIK").sebagai, "Plt. Kepala Seksi Statistik Sektoral")

	def test_letters_go_their_course_by_the_rules_of_the_office(self):
		filed = self.create("800.2/0877/BKPSDM/{tahun}")
		self.assertEqual(filed.workflow_state, "Diarsipkan")
		self.assertEqual({node.status for node in read_nodes(filed.name)}, {"Selesai"})
		returned = self.create("140/031/DCM/{bulan}/{tahun}")
		self.assertEqual(returned.workflow_state, "Dikembalikan")
		self.assertIn("belum ditandatangani", returned.alasan)
		secret = self.create("700/166/ITDA/{tahun}")
		self.assertEqual((secret.sifat, secret.workflow_state), ("Rahasia", "Didisposisikan"))
		self.assertEqual((secret.owner, secret.buku), ("kasi.sandi@eoffice.example", "SMR"))

	def test_a_scan_is_a_pdf_of_the_letter_and_its_enclosures(self):
		contoh = self.find("400.12/318/DUKCAPIL/{tahun}")
		surat = self.create(contoh.nomor)
		berkas = frappe.get_doc("File", {"file_url": surat.scan[0].berkas})
		with open(berkas.get_full_path(), "rb") as stream:
			content = stream.read()
		self.assertEqual(len(PdfReader(BytesIO(content)).pages), 1 + len(contoh.lampiran))
		self.assertEqual((berkas.is_private, berkas.attached_to_name), (1, surat.name))
		self.assertLess(len(content), 500_000)

	def find_pemangku(self, jabatan: str) -> str:
		return frappe.db.get_value("Pemangku Jabatan", {"jabatan": jabatan})

	def find(self, nomor: str):
		return next(contoh for contoh in SURAT_DEMO if contoh.nomor == nomor)

	def create(self, nomor: str):
		name = kantor_demo_surat.create_surat(self.find(nomor), now_datetime() - timedelta(minutes=1))
		surat = frappe.get_doc("Surat Masuk", name)
		self.assertLessEqual(getdate(surat.tanggal_surat), getdate(surat.tanggal_terima))
		return surat


class TestJadwalDemo(KasusUji):
	def test_an_invitation_takes_place_on_the_weekday_its_paper_names(self):
		undangan = next(contoh for contoh in SURAT_DEMO if "Rapat Teknis" in contoh.perihal)
		acara = plan_acara(undangan, datetime(2026, 11, 18, 9, 0))
		self.assertEqual((acara["undangan"], acara["acara_mulai"]), (1, "2026-11-26 09:00:00"))
		lain = next(contoh for contoh in SURAT_DEMO if not contoh.acara)
		self.assertEqual(plan_acara(lain, datetime(2026, 11, 18, 9, 0)), {})

	def test_no_letter_comes_from_the_future_or_on_a_day_off(self):
		for sekarang in (
			datetime(2026, 11, 21, 7, 50),
			datetime(2027, 1, 1, 0, 3),
			datetime(2027, 3, 1, 6, 0),
		):
			scheduled = kantor_demo_surat.schedule_surat(SURAT_DEMO, sekarang)
			self.assertEqual(len(scheduled), len(SURAT_DEMO))
			for _contoh, diterima in scheduled:
				self.assertLess(diterima, sekarang)
			days = [diterima for _contoh, diterima in scheduled if diterima < sekarang - timedelta(days=1)]
			self.assertEqual([day for day in days if day.weekday() > 4], [])

	def test_all_states_sifat_and_derajat_occur(self):
		self.assertEqual(len(SURAT_DEMO), 30)
		self.assertEqual({contoh.sifat for contoh in SURAT_DEMO}, {"Biasa", "Terbatas", "Rahasia"})
		self.assertEqual({contoh.derajat for contoh in SURAT_DEMO}, {"Biasa", "Segera", "Sangat Segera"})
		last = {contoh.perjalanan[-1].tindakan if contoh.perjalanan else "" for contoh in SURAT_DEMO}
		expected = {"", "Verifikasi", "Teruskan", "lapor", "Arsipkan", "Kembalikan", "Tolak", "Batalkan"}
		self.assertTrue(expected <= last)
