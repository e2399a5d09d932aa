"""Letters signed through the endpoint, as the desk does it."""

import hashlib

import frappe
from frappe.utils import getdate, nowdate

from eoffice_app.penomoran.pemeriksaan import examine_ledger
from eoffice_app.tests.naskah_tte import ask_poppler, get_otoritas
from eoffice_app.tests.tanda_tangan import DERET, SERI, KasusTandaTangan
from eoffice_app.tte.pengaturan import read_private_file
from eoffice_app.tte.verifikasi import SAH, verify_pdf


class TestPenandatanganan(KasusTandaTangan):
	def test_a_letter_is_signed_numbered_and_kept_with_its_original(self):
		surat = self.read(self.signed())
		tahun = getdate(nowdate()).year
		self.assertEqual((surat.workflow_state, surat.nomor), ("Bernomor", f"001/{tahun}"))
		self.assertEqual(
			(surat.penyedia, surat.nama_penanda_tangan, surat.sebagai),
			("Lokal", "Pegawai UJI-KADIS", "Jabatan UJI-KADIS"),
		)
		self.assertEqual(str(surat.tanggal_surat), nowdate())
		signed, original = (
			read_private_file(surat.get(field)) for field in ("berkas_bertanda", "berkas_asli")
		)
		self.assertEqual(hashlib.sha256(signed).hexdigest(), surat.sha256_bertanda)
		self.assertEqual(hashlib.sha256(original).hexdigest(), surat.sha256_asli)
		self.assertEqual(verify_pdf(signed, [get_otoritas().export()]).keadaan, SAH)
		self.assertIn("Signature is Valid", ask_poppler("pdfsig", signed, "-nocert"))
		for isi in (signed, original):
			self.assertIn(surat.nomor, ask_poppler("pdftotext", isi))

	def signed(self) -> str:
		name = self.wait_for_signature()
		(row,) = self.sign(name)
		self.assertEqual((row["keadaan"], row["keterangan"]), ("Berhasil", None))
		return name

	def assert_ledger_whole(self, numbers: int):
		self.assertEqual(frappe.db.count("Buku Nomor", {"deret": DERET}), numbers)
		self.assertEqual([each for each in examine_ledger() if each.seri.startswith(SERI)], [])
