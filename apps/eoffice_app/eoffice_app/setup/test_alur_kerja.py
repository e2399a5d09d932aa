import frappe

from eoffice_app.patches.add_langkah_disposisi import execute
from eoffice_app.patches.prepare_signing import execute as prepare_signing
from eoffice_app.tests.dasar import KasusUji


class TestLangkahBaru(KasusUji):
	def setUp(self):
		super().setUp()
		name = frappe.db.get_value("Workflow", {"document_type": "Surat Masuk", "is_active": 1})
		self.workflow = frappe.get_doc("Workflow", name)
		self.addCleanup(frappe.clear_document_cache, "Workflow", name)

	def draw(self, keep):
		self.workflow.transitions = [row for row in self.workflow.transitions if keep(row)]
		self.workflow.save()

	def read(self) -> list[tuple]:
		self.workflow.reload()
		return [(row.state, row.action, row.allowed) for row in self.workflow.transitions]

	def test_an_older_workflow_gains_the_new_steps_once(self):
		before = self.read()
		self.draw(lambda row: row.allowed not in ("Pimpinan", "Pejabat", "Staf", "Operator Sandi"))
		execute()
		execute()
		self.assertEqual(
			sorted(step for step in before if step[1] != "Disposisikan"),
			sorted(step for step in self.read() if step[1] != "Disposisikan"),
		)

	def test_what_the_office_took_out_itself_stays_out(self):
		self.draw(lambda row: row.action != "Arsipkan" or row.allowed != "Operator Surat")
		execute()
		self.assertNotIn(("Selesai", "Arsipkan", "Operator Surat"), self.read())


class TestLangkahTandaTangan(KasusUji):
	def test_an_older_workflow_gains_signing_and_numbering_once(self):
		name = frappe.db.get_value("Workflow", {"document_type": "Surat Keluar", "is_active": 1})
		self.addCleanup(frappe.clear_document_cache, "Workflow", name)
		workflow = frappe.get_doc("Workflow", name)
		new = ("Tanda Tangani", "Beri Nomor")
		workflow.transitions = [row for row in workflow.transitions if row.action not in new]
		workflow.save()
		prepare_signing()
		prepare_signing()
		workflow.reload()
		added = [(row.action, row.allowed) for row in workflow.transitions if row.action in new]
		self.assertEqual((len(added), len(set(added))), (12, 12))

	def test_a_kind_without_series_gains_its_own_and_the_others_stay(self):
		for nama, deret in (("Surat Dinas", None), ("Nota Dinas", "SURAT")):
			frappe.db.set_value("Jenis Naskah", nama, "deret_nomor", deret)
		prepare_signing()
		self.assertEqual(frappe.db.get_value("Jenis Naskah", "Surat Dinas", "deret_nomor"), "SURAT")
		self.assertEqual(frappe.db.get_value("Jenis Naskah", "Nota Dinas", "deret_nomor"), "SURAT")
		for nama in ("Surat Dinas", "Nota Dinas"):
			frappe.clear_document_cache("Jenis Naskah", nama)
