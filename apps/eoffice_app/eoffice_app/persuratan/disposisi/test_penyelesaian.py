import frappe
from frappe.model.workflow import apply_workflow

from eoffice_app.exceptions import BukanPemangkuError, TransisiTidakSahError
from eoffice_app.persuratan.disposisi.langkah import get_pilihan_disposisi, write_disposisi
from eoffice_app.persuratan.disposisi.penyelesaian import note_no_disposisi
from eoffice_app.persuratan.disposisi.umpan_balik import accept_report, report_back
from eoffice_app.persuratan.surat_masuk.tindakan import get_tindakan
from eoffice_app.tests.dasar import KasusUji, make_surat_masuk, make_surat_menunggu


class KasusAlurKerja(KasusUji):
	"""A letter that waits, in an office that may have redrawn its workflow."""

	def change_workflow(self, keep):
		"""Leave in the workflow only the transitions that `keep` wants."""
		name = frappe.db.get_value("Workflow", {"document_type": "Surat Masuk", "is_active": 1})
		workflow = frappe.get_doc("Workflow", name)
		workflow.transitions = [row for row in workflow.transitions if keep(row)]
		workflow.save()
		self.addCleanup(frappe.clear_document_cache, "Workflow", name)


class TestTanpaDisposisi(KasusAlurKerja):
	@classmethod
	def prepare_class(cls) -> dict:
		return {"surat": make_surat_menunggu()}

	def test_the_addressee_notes_it_and_the_letter_is_finished(self):
		surat = self.surat
		with self.sebagai("UJI-KADIS"):
			self.assertTrue(get_tindakan(surat.name)["tanpa_disposisi"])
			note_no_disposisi(surat.name, "Cukup diketahui")
			self.assertFalse(get_tindakan(surat.name)["tanpa_disposisi"])
			self.assertFalse(get_pilihan_disposisi(surat.name)["boleh"])
		surat.reload()
		self.assertEqual((surat.workflow_state, surat.tanpa_disposisi), ("Selesai", 1))
		self.assertEqual(surat.catatan_tanpa_disposisi, "Cukup diketahui")

	def test_an_addressee_further_down_too(self):
		surat = make_surat_menunggu(tujuan="UJI-KABID-A")
		with self.sebagai("UJI-KABID-A"):
			note_no_disposisi(surat.name)
		self.assertEqual(frappe.db.get_value("Surat Masuk", surat.name, "workflow_state"), "Selesai")

	def test_only_the_addressee(self):
		surat = self.surat
		with self.sebagai("UJI-OPERATOR"):
			self.assertFalse(get_tindakan(surat.name)["tanpa_disposisi"])
			with self.assertRaises(BukanPemangkuError):
				note_no_disposisi(surat.name)
		with self.sebagai("UJI-STAF-B"):
			for action in (note_no_disposisi, get_tindakan):
				with self.assertRaises(frappe.DoesNotExistError):
					action(surat.name)

	def test_neither_before_it_waits_nor_beside_a_disposisi(self):
		with self.sebagai("UJI-KADIS"), self.assertRaises(TransisiTidakSahError):
			note_no_disposisi(make_surat_masuk().name)
		surat = self.surat
		with self.sebagai("UJI-KADIS"):
			write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])
			with self.assertRaises(TransisiTidakSahError):
				note_no_disposisi(surat.name)

	def test_nobody_notes_it_by_writing_the_letter(self):
		surat = self.surat
		with self.sebagai("UJI-OPERATOR"):
			surat.update({"tanpa_disposisi": 1, "catatan_tanpa_disposisi": "Diselundupkan"})
			surat.save()
		surat.reload()
		self.assertEqual((surat.tanpa_disposisi, surat.catatan_tanpa_disposisi), (0, None))

	def test_a_workflow_without_the_step_is_named(self):
		surat = self.surat
		self.change_workflow(lambda row: row.action != "Nyatakan Tanpa Disposisi")
		with (
			self.sebagai("UJI-KADIS"),
			self.assertRaisesRegex(TransisiTidakSahError, "Alur kerja kantor ini"),
		):
			note_no_disposisi(surat.name)


class TestSelesaiSendiri(KasusAlurKerja):
	def test_where_the_workflow_leaves_it_to_the_operator_he_finishes_it(self):
		surat = make_surat_menunggu()
		self.change_workflow(lambda row: row.action != "Selesaikan" or row.allowed == "Operator Surat")
		with self.sebagai("UJI-KADIS"):
			(name,) = write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])
		with self.sebagai("UJI-KABID-A"):
			report_back(name, "Sudah")
		with self.sebagai("UJI-KADIS"):
			accept_report(name)
		self.assertEqual(frappe.db.get_value("Surat Masuk", surat.name, "workflow_state"), "Didisposisikan")
		with self.sebagai("UJI-OPERATOR"):
			apply_workflow(frappe.get_doc("Surat Masuk", surat.name), "Selesaikan")
		self.assertEqual(frappe.db.get_value("Surat Masuk", surat.name, "workflow_state"), "Selesai")
