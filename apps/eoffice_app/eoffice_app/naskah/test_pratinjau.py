import base64

import frappe

from eoffice_app.naskah.berkas_konsep import BERKAS
from eoffice_app.naskah.pratinjau import make_pratinjau, make_pratinjau_pdf
from eoffice_app.naskah.siap import SEWA, store_result, try_to_compose
from eoffice_app.naskah.test_berkas_konsep import make_by_file
from eoffice_app.naskah.test_tempat import read_text
from eoffice_app.persuratan.konsep.langkah import send_draft
from eoffice_app.setup.jenis_naskah import read_templat
from eoffice_app.tests.dasar import KasusUji, compose_surat_keluar, make_surat_keluar


class TestPratinjau(KasusUji):
	def setUp(self):
		super().setUp()
		frappe.db.set_value("Jenis Naskah", "Nota Dinas", "templat", read_templat("nota"))

	def test_a_letter_is_shown_before_its_first_save(self):
		with self.sebagai("UJI-STAF-A1"):
			shown = make_pratinjau(self.compose(name="new-surat-keluar-1", perihal="Belum disimpan"))
			text = self.read(self.compose(name="new-surat-keluar-1", perihal="Belum disimpan"))
		self.assertEqual(shown["jumlah"], 1)
		picture = base64.b64decode(shown["halaman"][0].removeprefix("data:image/png;base64,"))
		self.assertTrue(picture.startswith(b"\x89PNG"))
		for part in ("Belum disimpan", "Instansi Uji", "[nomor]", "[tanggal]", "tempat tanda tangan"):
			self.assertIn(part, text)

	def test_a_letter_hardly_begun_says_what_is_missing(self):
		with self.sebagai("UJI-STAF-A1"):
			self.assertIn("jenis naskah", make_pratinjau("{}")["galat"])
			bare = make_pratinjau('{"jenis_naskah": "Nota Dinas", "tujuan": [{"idx": 1}]}')
			self.assertEqual(bare["jumlah"], 1)

	def test_what_is_wrong_with_the_template_is_said_in_words_and_in_no_window(self):
		frappe.db.set_value("Jenis Naskah", "Nota Dinas", "templat", "{% if surat %}")
		frappe.clear_cache(doctype="Jenis Naskah")
		frappe.clear_messages()
		with self.sebagai("UJI-STAF-A1"):
			answer = make_pratinjau(self.compose())
		self.assertIn("Templat naskah tidak dapat disusun", answer["galat"])
		self.assertEqual(frappe.message_log, [])

	def test_who_writes_it_sees_what_he_has_not_saved_and_others_what_was_sent(self):
		surat = make_surat_keluar()
		changed = {**surat.as_dict(), "isi": "<p>Kalimat belum disimpan</p>"}
		with self.sebagai("UJI-STAF-A1"):
			self.assertIn("Kalimat belum disimpan", self.read(frappe.as_json(changed)))
			send_draft(surat.name)
			self.assertNotIn("Kalimat belum disimpan", self.read(frappe.as_json(changed)))
		with self.sebagai("UJI-KASI-A1"):
			self.assertIn("Kalimat belum disimpan", self.read(frappe.as_json(changed)))
		with self.sebagai("UJI-KADIS"):
			self.assertIn("Dengan hormat", self.read(frappe.as_json(changed)))

	def test_a_stranger_learns_nothing(self):
		surat = make_surat_keluar()
		for kode, error in (("UJI-STAF-B", frappe.DoesNotExistError), ("Guest", frappe.DoesNotExistError)):
			with self.sebagai(kode), self.assertRaises(error):
				make_pratinjau(frappe.as_json(surat.as_dict()))
		with self.sebagai("Guest"), self.assertRaises(frappe.PermissionError):
			make_pratinjau(self.compose())

	def test_a_file_is_shown_once_it_is_a_pdf(self):
		surat = make_by_file()
		with self.sebagai("UJI-STAF-A1"):
			self.assertIn("sedang diubah", make_pratinjau(frappe.as_json(surat.as_dict()))["menunggu"])
			self.assertIn("Simpan konsep", make_pratinjau(self.compose(cara_menulis=BERKAS))["galat"])
			SEWA.take(surat.name)
			store_result(surat, *try_to_compose(surat))
			self.assertIn("laporan kegiatan", self.read(frappe.as_json(surat.as_dict())))

	def compose(self, **values) -> str:
		return frappe.as_json(compose_surat_keluar(**values))

	def read(self, naskah: str) -> str:
		return read_text(base64.b64decode(make_pratinjau_pdf(naskah)["pdf"]))
