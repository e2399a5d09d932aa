import frappe
from frappe.utils import getdate, nowdate

from eoffice_app.exceptions import AlasanKosongError, BerkasTidakSahError, TransisiTidakSahError
from eoffice_app.persuratan.konsep.langkah import NaskahBerubahError, send_draft
from eoffice_app.persuratan.langkah_surat import BukanPetugasSuratError
from eoffice_app.persuratan.surat_keluar.tanda_tangan_basah import (
	attach_numbered_scan,
	attach_signed_scan,
	cancel_surat,
	number_surat,
)
from eoffice_app.persuratan.surat_keluar.transisi import TandaTanganSendiriError
from eoffice_app.tests.dasar import (
	make_pdf,
	make_pegawai,
	make_pemangku,
	make_surat_keluar,
)
from eoffice_app.tests.surat_bernomor import KasusBernomor
from eoffice_app.tte.berkas_surat import BerkasTetapError
from eoffice_app.tte.pengaturan import read_private_file

TAHUN = getdate(nowdate()).year


class TestTandaTanganBasah(KasusBernomor):
	"""UJI-KABID-A drafts, UJI-KADIS signs on paper."""

	def send(self, **values) -> str:
		surat = make_surat_keluar("UJI-KABID-A", **values)
		with self.sebagai("UJI-KABID-A"):
			send_draft(surat.name)
		return surat.name

	def upload(self, isi: bytes | None = None) -> str:
		values = {
			"doctype": "File",
			"file_name": "pindaian.pdf",
			"content": isi or make_pdf(),
			"is_private": 1,
		}
		return frappe.get_doc(values).insert().file_url

	def bring(self, name: str, kode: str = "UJI-KABID-A", versi: int = 1) -> str:
		with self.sebagai(kode):
			return attach_signed_scan(name, versi, self.upload())

	def number(self, name: str, kode: str = "UJI-KABID-A") -> str:
		with self.sebagai(kode):
			return number_surat(name)

	def read(self, name: str):
		return frappe.get_doc("Surat Keluar", name)

	def test_the_scan_is_brought_and_the_number_given_in_its_own_step(self):
		name = self.send()
		self.assertEqual(self.bring(name), "Ditandatangani")
		surat = self.read(name)
		self.assertEqual((surat.penyedia, surat.nomor), ("Basah", None))
		self.assertEqual(surat.nama_penanda_tangan, "Pegawai UJI-KADIS")
		self.assertTrue(read_private_file(surat.berkas_asli).startswith(b"%PDF"))
		self.assertNotEqual(surat.sha256_asli, surat.sha256_bertanda)
		self.assertEqual(self.number(name), f"001/{TAHUN}")
		surat = self.read(name)
		self.assertEqual((surat.workflow_state, str(surat.tanggal_surat)), ("Bernomor", nowdate()))
		self.assertEqual(frappe.db.count("Pengiriman Surat", {"surat_keluar": name}), 1)
		with self.assertRaises(TransisiTidakSahError):
			self.number(name)

	def test_the_scan_with_the_number_comes_beside_the_first(self):
		name = self.send()
		self.bring(name)
		self.number(name)
		first = self.read(name).berkas_bertanda
		with self.sebagai("UJI-KABID-A"):
			second = attach_numbered_scan(name, self.upload())
			self.assertEqual(self.read(name).berkas_bertanda, first)
			self.assertEqual(self.read(name).berkas_bernomor, second)
			with self.assertRaises(BerkasTetapError):
				attach_numbered_scan(name, self.upload())
		for address in (first, second):
			with self.assertRaises(BerkasTetapError):
				frappe.delete_doc("File", frappe.db.get_value("File", {"file_url": address}))

	def test_neither_an_old_version_nor_a_broken_or_foreign_scan(self):
		name = self.send()
		with self.assertRaises(NaskahBerubahError):
			self.bring(name, versi=2)
		foreign = self.upload()
		with self.sebagai("UJI-KABID-A"):
			with self.assertRaises(BerkasTidakSahError):
				attach_signed_scan(name, 1, foreign)
			with self.assertRaises(BerkasTidakSahError):
				attach_signed_scan(name, 1, self.upload(b"bukan pindaian"))
		self.assertEqual(self.read(name).workflow_state, "Menunggu Tanda Tangan")

	def test_to_a_stranger_it_is_not_there_and_others_may_not(self):
		name = self.send(koordinasi=[])
		steps = (
			lambda: attach_signed_scan(name, 1, "/private/files/x.pdf"),
			lambda: number_surat(name),
			lambda: attach_numbered_scan(name, "/private/files/x.pdf"),
			lambda: cancel_surat(name, "x"),
		)
		with self.sebagai("UJI-STAF-B"):
			for step in steps:
				with self.assertRaises(frappe.DoesNotExistError):
					step()
		self.bring(name)
		self.number(name)
		# Of the drafting unit, but not the signer.
		with self.sebagai("UJI-KABID-A"), self.assertRaises(BukanPetugasSuratError):
			cancel_surat(name, "Salah")

	def test_a_signer_who_drafted_it_in_another_post(self):
		name = self.send()
		make_pemangku("UJI-KADIS", make_pegawai("UJI-KABID-A"), "Plh.", mulai=nowdate())
		with self.assertRaises(TandaTanganSendiriError):
			self.bring(name)

	def test_cancelled_after_numbering_the_number_stays_void(self):
		name = self.send()
		self.bring(name)
		nomor = self.number(name)
		with self.sebagai("UJI-KADIS"):
			with self.assertRaises(AlasanKosongError):
				cancel_surat(name, " ")
			self.assertEqual(cancel_surat(name, "Tanggal rapat salah"), "Batal")
		surat = self.read(name)
		line = frappe.get_doc("Buku Nomor", surat.baris_nomor)
		self.assertEqual(
			(line.nomor, line.keadaan, line.alasan_batal), (nomor, "Batal", "Tanggal rapat salah")
		)
		self.assertEqual((surat.alasan, surat.nomor), ("Tanggal rapat salah", nomor))
		self.assertEqual(
			frappe.get_all("Pengiriman Surat", {"surat_keluar": name}, pluck="keadaan"), ["Batal"]
		)
		other = self.send()
		self.bring(other)
		self.assertEqual(self.number(other), f"002/{TAHUN}")

	def test_no_state_is_reached_by_writing_it(self):
		name = self.send()
		for state in ("Ditandatangani", "Bernomor", "Batal"):
			surat = self.read(name)
			surat.update(
				{
					"workflow_state": state,
					"penyedia": "Basah",
					"nama_penanda_tangan": "x",
					"nomor": "1",
					"alasan": "x",
				}
			)
			with self.assertRaises(frappe.ValidationError), self.sebagai("UJI-KADIS"):
				surat.save(ignore_permissions=True)
		self.bring(name)
		surat = self.read(name)
		surat.update({"workflow_state": "Bernomor", "nomor": "1"})
		with self.assertRaises(TransisiTidakSahError):
			surat.save(ignore_permissions=True)

	def test_the_drafter_hears_when_the_number_lacks_something(self):
		surat = make_surat_keluar("UJI-KADIS", jenis_naskah="Surat Dinas", klasifikasi=None)
		if surat.klasifikasi:
			frappe.db.set_value("Surat Keluar", surat.name, "klasifikasi", None)
		with self.sebagai("UJI-KADIS"), self.assertRaisesRegex(frappe.ValidationError, "klasifikasi"):
			send_draft(surat.name)
