"""Signing by BSrE through the endpoint: slow, down, half an answer, and processes killed in between."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable

import frappe

from eoffice_app.tests.dasar import surel
from eoffice_app.tests.naskah_tte import PASSPHRASE, ask_poppler
from eoffice_app.tests.tanda_tangan import DERET, KasusTandaTangan, forget_sertifikat, set_pengaturan
from eoffice_app.tests.tiruan_bsre import NIK, PENGGUNA, SANDI, find_closed_port, running_bsre
from eoffice_app.tests.tiruan_bsre import PASSPHRASE as PASSPHRASE_BSRE
from eoffice_app.tte.penandatanganan import confirm_unsigned
from eoffice_app.tte.pengaturan import JENIS_BSRE, SERTIFIKAT, read_private_file
from eoffice_app.tte.upaya import is_uncertain

DETIK_TERLAMA = 60
PEKERJA = "eoffice_app.tests.penanda_tangan_lain"


class TestPenandatangananBsre(KasusTandaTangan):
	def setUp(self):
		super().setUp()
		running = running_bsre()
		self.tiruan = running.__enter__()
		self.addCleanup(running.__exit__, None, None, None)
		forget_sertifikat()
		pegawai = frappe.db.get_value("Pegawai", {"user": surel("UJI-KADIS")})
		values = {"doctype": SERTIFIKAT, "pegawai": pegawai, "jenis": JENIS_BSRE, "nik": NIK}
		frappe.get_doc(values).insert()
		self.connect(self.tiruan.alamat)

	def connect(self, alamat: str):
		set_pengaturan(
			penyedia="BSrE",
			bsre_alamat=alamat,
			bsre_pengguna=PENGGUNA,
			bsre_sandi=SANDI,
			bsre_versi="2",
			bsre_batas_detik=1,
		)
		frappe.db.commit()

	def order(self, name: str) -> dict:
		return self.sign(name, passphrase=PASSPHRASE_BSRE)[0]

	def assert_unsigned(self, name: str):
		surat = self.read(name)
		self.assertEqual((surat.workflow_state, surat.nomor), ("Menunggu Tanda Tangan", None))
		self.assertEqual(frappe.db.count("Buku Nomor", {"deret": DERET}), 0)

	def test_a_letter_is_signed_and_numbered(self):
		name = self.wait_for_signature()
		self.assertEqual(self.order(name)["keadaan"], "Berhasil")
		surat = self.read(name)
		self.assertEqual((surat.workflow_state, surat.penyedia), ("Bernomor", "BSrE"))
		isi = read_private_file(surat.berkas_bertanda)
		self.assertIn("Signature is Valid", ask_poppler("pdfsig", isi, "-nocert"))
		self.assertIn(surat.nomor, ask_poppler("pdftotext", isi))

	def test_down_the_letter_waits_and_nothing_is_uncertain(self):
		name = self.wait_for_signature()
		self.connect(f"http://127.0.0.1:{find_closed_port()}")
		row = self.order(name)
		self.assertEqual(row["keadaan"], "Gagal")
		self.assertIn("tidak dapat dihubungi", row["keterangan"])
		self.assert_unsigned(name)
		self.connect(self.tiruan.alamat)
		self.assertEqual(self.order(name)["keadaan"], "Berhasil")

	def test_slow_or_half_an_answer_a_person_looks_first(self):
		self.tiruan.lama_lambat = 2.5
		for trick in ("lambat", "separuh", "putus"):
			with self.subTest(trick=trick):
				name = self.wait_for_signature()
				self.tiruan.tingkah = {"tanda tangan": [trick]}
				self.assertEqual(self.order(name)["keadaan"], "Tidak Pasti")
				self.assert_unsigned(name)
				signed = self.tiruan.banyak_tanda_tangan
				row = self.order(name)
				self.assertEqual(row["keadaan"], "Tidak Pasti")
				self.assertIn("belum pasti apakah BSrE", row["keterangan"])
				self.assertEqual(self.tiruan.banyak_tanda_tangan, signed)
		with self.sebagai("UJI-KADIS"):
			self.assertEqual(confirm_unsigned(name), 2)
		frappe.db.commit()
		self.assertEqual(self.order(name)["keadaan"], "Berhasil")

	def test_only_the_signer_says_that_it_was_not_signed(self):
		name = self.wait_for_signature("UJI-KABID-A")
		with self.sebagai("UJI-STAF-B"), self.assertRaises(frappe.DoesNotExistError):
			confirm_unsigned(name)
		with self.sebagai("UJI-KABID-A"), self.assertRaises(frappe.PermissionError):
			confirm_unsigned(name)

	def test_killed_while_bsre_signs_the_letter_is_uncertain_and_loses_no_number(self):
		name = self.wait_for_signature()
		self.tiruan.lama_lambat = 30
		self.tiruan.tingkah = {"tanda tangan": ["lambat"]}
		set_pengaturan(bsre_batas_detik=40)
		frappe.db.commit()
		self.kill_when(name, PASSPHRASE_BSRE, lambda: self.tiruan.banyak_tanda_tangan == 1)
		self.tiruan.lama_lambat = 0
		self.assert_unsigned(name)
		self.assertTrue(is_uncertain(name))
		self.assertEqual(self.order(name)["keadaan"], "Tidak Pasti")
		with self.sebagai("UJI-KADIS"):
			confirm_unsigned(name)
		frappe.db.commit()
		self.assertEqual(self.order(name)["nomor"].partition("/")[0], "001")

	def kill_when(self, name: str, passphrase: str, is_time: Callable[[], bool]):
		"""Let another process sign a letter, and kill it when it is time."""
		command = [sys.executable, "-m", PEKERJA, frappe.local.site, surel("UJI-KADIS"), name]
		child = subprocess.Popen(command, stdin=subprocess.PIPE, text=True)
		child.stdin.write(f"{passphrase}\n")
		child.stdin.close()
		until = time.monotonic() + DETIK_TERLAMA
		while not is_time():
			self.assertIsNone(child.poll(), "the other process ended by itself")
			self.assertLess(time.monotonic(), until)
			time.sleep(0.05)
		child.send_signal(signal.SIGKILL)
		self.assertEqual(child.wait(), -signal.SIGKILL)
		frappe.db.commit()
		frappe.db.savepoint("uji")


class TestTerbunuhLokal(KasusTandaTangan):
	kill_when = TestPenandatangananBsre.kill_when

	def test_killed_between_signing_and_saving_the_letter_is_simply_signed_again(self):
		name = self.wait_for_signature()
		# The other process has signed when it waits for the book's counter, which we hold.
		holder = frappe.database.get_db(user=frappe.conf.db_name, password=frappe.conf.db_password)
		holder.connect()
		holder.begin()
		holder.sql("select name from `tabPenghitung Nomor` where name like 'Agenda Keluar/%' for update")
		try:
			self.kill_when(name, PASSPHRASE, self.is_waiting_for_book)
		finally:
			holder.rollback()
			holder.close()
		surat = self.read(name)
		self.assertEqual((surat.workflow_state, surat.nomor), ("Menunggu Tanda Tangan", None))
		self.assertEqual(frappe.db.count("Buku Nomor", {"deret": DERET}), 0)
		self.assertFalse(is_uncertain(name))
		(row,) = self.sign(name)
		self.assertEqual((row["keadaan"], row["nomor"].partition("/")[0]), ("Berhasil", "001"))

	def is_waiting_for_book(self) -> bool:
		waiting = frappe.db.sql("show full processlist", as_dict=True)
		return any("Agenda Keluar/" in (row["Info"] or "") and "returning" in row["Info"] for row in waiting)
