"""Two operators decide upon one submission in the same moment; the disk is full while one does."""

import resource
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import frappe

from eoffice_app.loket import lembar
from eoffice_app.loket.keadaan import BARU
from eoffice_app.loket.lembar import PenyimpananPenuhError
from eoffice_app.loket.penerimaan import PengajuanSudahDiputusError, accept_pengajuan, return_pengajuan
from eoffice_app.loket.pengajuan import submit
from eoffice_app.tests.dasar import KasusUji, acting_as, make_pdf
from eoffice_app.tests.pengajuan import compose_data, compose_surel, make_pengajuan, remove_pengajuan
from eoffice_app.tests.serentak import act_at_once

ISIAN = {
	"buku": "SM",
	"pengirim": "Instansi Uji",
	"nomor_surat": "421/SERENTAK",
	"tanggal_surat": "2026-01-05",
	"perihal": "Diterima sekali",
	"tujuan": "UJI-KADIS",
	"sifat": "Biasa",
	"derajat": "Biasa",
}


class TestSerentak(KasusUji):
	def setUp(self):
		super().setUp()
		self.name = make_pengajuan().nama

	def tearDown(self):
		super().tearDown()
		for name in frappe.get_all("Surat Masuk", filters={"perihal": ISIAN["perihal"]}, pluck="name"):
			remove_surat_masuk(name)
		remove_pengajuan(self.name)
		frappe.db.commit()

	def accept(self):
		return accept_pengajuan(self.name, ISIAN)

	def test_two_operators_at_once_make_one_letter(self):
		results = act_at_once("Pengajuan Surat", *[("UJI-OPERATOR", self.accept)] * 3)
		self.assertEqual(len(set(results)), 1, results)
		self.assertEqual(frappe.db.count("Surat Masuk", {"perihal": ISIAN["perihal"]}), 1)
		self.assertEqual(frappe.db.get_value("Pengajuan Surat", self.name, "surat_masuk"), results[0])

	def test_accepted_and_returned_at_once_only_one_happens(self):
		results = act_at_once(
			"Pengajuan Surat",
			("UJI-OPERATOR", self.accept),
			("UJI-OPERATOR", lambda: return_pengajuan(self.name, "Salah alamat")),
		)
		refused = [result for result in results if isinstance(result, Exception)]
		self.assertEqual([type(result) for result in refused], [PengajuanSudahDiputusError], results)
		letters = frappe.db.count("Surat Masuk", {"perihal": ISIAN["perihal"]})
		state = frappe.db.get_value("Pengajuan Surat", self.name, "keadaan")
		self.assertEqual((letters, state), (0, "Dikembalikan") if letters == 0 else (1, "Diterima"))


class TestKirimSerentak(KasusUji):
	def test_same_form_sent_twice_at_once_is_one(self):
		data = compose_data(kunci_kirim=frappe.generate_hash(length=32), layanan=None)
		results = act_at_once("Pengajuan Surat", *[("UJI-STAF-B", lambda: submit(data, []))] * 3)
		names = {result.nama for result in results if not isinstance(result, Exception)}
		self.addCleanup(frappe.db.commit)
		self.addCleanup(remove_pengajuan, *names)
		self.assertEqual((len(names), len(set(results))), (1, 1), results)


class TestPenuh(KasusUji):
	def test_full_disk_while_accepting_leaves_nothing_half_registered(self):
		name = submit(compose_surel(), []).nama
		before, pdf = frappe.db.count("Surat Masuk"), make_pdf()
		with acting_as("UJI-OPERATOR"):
			frappe.db.savepoint("permintaan")
			# The program that makes the PDF would fail first; here it is the office's own writing that matters.
			with patch.object(lembar, "make_pdf", lambda *sheets: pdf), disk_full():
				with self.assertRaises(PenyimpananPenuhError):
					accept_pengajuan(name, {**ISIAN, "sertakan_isi": 1})
			frappe.db.rollback(save_point="permintaan")
			self.assertEqual(frappe.db.count("Surat Masuk"), before)
			self.assertEqual(frappe.db.get_value("Pengajuan Surat", name, "keadaan"), BARU)
			self.assertEqual(list_left(name), [])
			self.assertTrue(accept_pengajuan(name, {**ISIAN, "sertakan_isi": 1}))


def list_left(name: str) -> list[str]:
	"""Return the files on the disk that a broken attempt left of a submission."""
	return [path.name for path in Path(frappe.get_site_path("private", "files")).glob(f"*{name}-isi*")]


@contextmanager
def disk_full():
	"""Let no file of this process grow past a few bytes, as on a disk that is full."""
	soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
	resource.setrlimit(resource.RLIMIT_FSIZE, (64, hard))
	try:
		yield
	finally:
		resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def remove_surat_masuk(name: str) -> None:
	"""Take away a letter that was committed, and what follows it."""
	for doctype, column in (
		("Scan Surat", "parent"),
		("Agenda", "surat_masuk"),
		("Akses Surat", "surat"),
		("File", "attached_to_name"),
		("Workflow Action", "reference_name"),
		("Antrean Pencarian", "surat"),
		("Surat Masuk", "name"),
	):
		frappe.db.delete(doctype, {column: name})
