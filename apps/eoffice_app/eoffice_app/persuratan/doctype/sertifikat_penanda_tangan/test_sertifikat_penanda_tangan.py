import frappe

from eoffice_app.tests.dasar import KasusUji, make_pegawai, surel
from eoffice_app.tests.naskah_tte import PASSPHRASE, get_pkcs12
from eoffice_app.tte.galat import SertifikatTidakTerbacaError
from eoffice_app.tte.pengaturan import (
	JENIS_PKCS12,
	LOKAL,
	PENGATURAN,
	SERTIFIKAT,
	get_penyedia,
	get_sertifikat,
)
from eoffice_app.tte.permintaan import Passphrase


class TestSertifikatPenandaTangan(KasusUji):
	"""UJI-PENGELOLA-TTE manages the office's settings."""

	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		make_pegawai("UJI-PENGELOLA-TTE", "Pengelola E-Office")
		frappe.db.commit()

	def upload(self, isi: bytes) -> str:
		values = {"doctype": "File", "file_name": f"{frappe.generate_hash(length=5)}.p12", "content": isi}
		return frappe.get_doc(
			{**values, "is_private": 1, "attached_to_doctype": SERTIFIKAT, "attached_to_name": "new-x"}
		).insert()

	def install(self, isi: bytes | None = None, **values):
		with self.sebagai("UJI-PENGELOLA-TTE"):
			berkas = self.upload(isi or get_pkcs12())
			pegawai = make_pegawai("UJI-KADIS")
			doc = {"doctype": SERTIFIKAT, "pegawai": pegawai, "berkas": berkas.file_url, **values}
			return frappe.get_doc(doc).insert(), berkas

	def test_what_was_uploaded_opens_for_the_system_alone(self):
		doc, berkas = self.install()
		self.assertFalse(frappe.db.exists("File", berkas.name))
		self.assertEqual((doc.berkas, bool(doc.terpasang_pada)), (None, True))
		self.assertNotIn(b"PRIVATE", frappe.as_json(doc.as_dict()).encode())
		frappe.db.set_single_value(PENGATURAN, "penyedia", LOKAL)
		frappe.clear_document_cache(PENGATURAN, PENGATURAN)
		self.assertTrue(get_sertifikat(doc.pegawai, (JENIS_PKCS12,)))
		with get_penyedia(doc.pegawai).sertifikat.open(Passphrase(PASSPHRASE)) as signer:
			self.assertIn("Penanda Tangan", signer.subject_name)

	def test_not_even_who_uploaded_it_gets_it_back(self):
		with self.sebagai("UJI-PENGELOLA-TTE"):
			berkas = self.upload(get_pkcs12())
			self.assertFalse(berkas.is_downloadable())

	def test_a_file_that_is_no_certificate(self):
		with self.assertRaises(SertifikatTidakTerbacaError):
			self.install(b"bukan sertifikat")
		with self.sebagai("UJI-PENGELOLA-TTE"), self.assertRaises(SertifikatTidakTerbacaError):
			frappe.get_doc({"doctype": SERTIFIKAT, "pegawai": make_pegawai("UJI-KADIS")}).insert()
		with (
			self.sebagai("UJI-PENGELOLA-TTE"),
			self.assertRaisesRegex(SertifikatTidakTerbacaError, "16 angka"),
		):
			values = {"jenis": "BSrE", "nik": "123"}
			frappe.get_doc({"doctype": SERTIFIKAT, "pegawai": make_pegawai("UJI-KADIS"), **values}).insert()

	def test_nobody_else_sees_or_writes_certificates_and_settings(self):
		doc, _berkas = self.install()
		for kode in ("UJI-KADIS", "UJI-OPERATOR", "UJI-SISTEM", "Guest"):
			user = kode if kode == "Guest" else surel(kode)
			for doctype, name in (
				(SERTIFIKAT, doc.name),
				(PENGATURAN, PENGATURAN),
				("Upaya Tanda Tangan", None),
			):
				for ptype in ("read", "write", "create"):
					with self.subTest(kode=kode, doctype=doctype, ptype=ptype):
						self.assertFalse(frappe.has_permission(doctype, ptype, doc=name, user=user))
