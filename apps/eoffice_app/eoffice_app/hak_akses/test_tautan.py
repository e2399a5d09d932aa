from unittest.mock import patch

import frappe
from frappe.desk.form import assign_to

from eoffice_app.hak_akses.dokumen import SURAT_BERUBAH
from eoffice_app.hak_akses.tautan import LaporanTerlarangError, SuratTidakDibagikanError
from eoffice_app.tests.dasar import JABATAN, KasusUji, make_surat_masuk, make_surat_menunggu, surel


class TestTautan(KasusUji):
	def make_todo(self, name: str, **values):
		return frappe.get_doc(
			{
				"doctype": "ToDo",
				"description": "Periksa",
				"assigned_by": frappe.session.user,
				"reference_type": "Surat Masuk",
				"reference_name": name,
				**values,
			}
		)

	def test_a_link_to_a_hidden_letter_is_refused_as_one_to_no_letter(self):
		surat = make_surat_menunggu()
		messages = []
		for name in (surat.name, "0" * len(surat.name)):
			with self.sebagai("UJI-STAF-B"), self.assertRaises(frappe.LinkValidationError) as caught:
				self.make_todo(name).insert()
			messages.append(str(caught.exception).replace(name, "…"))
		self.assertEqual(*messages)

	def test_a_link_made_while_the_letter_was_visible_does_not_lock_the_document(self):
		surat = make_surat_menunggu()
		with self.sebagai("UJI-SEKDIN"):
			todo = self.make_todo(surat.name).insert()
		frappe.db.delete("Akses Surat", {"surat": surat.name})
		todo.description = "Selesai diperiksa"
		todo.status = "Closed"
		todo.save()
		self.assertEqual(frappe.db.get_value("ToDo", todo.name, "status"), "Closed")

	def test_a_letter_is_never_shared(self):
		surat = make_surat_menunggu()
		for values in (
			{"doctype": "DocShare", "share_doctype": "Surat Masuk", "share_name": surat.name, "read": 1},
			{
				"doctype": "Document Share Key",
				"reference_doctype": "Surat Masuk",
				"reference_docname": surat.name,
			},
		):
			with self.assertRaises(SuratTidakDibagikanError, msg=values["doctype"]):
				frappe.get_doc({**values, "user": surel("UJI-STAF-B")}).insert(ignore_permissions=True)

	def test_a_letter_is_assigned_only_to_those_who_see_it(self):
		surat = make_surat_menunggu()
		with self.assertRaises(SuratTidakDibagikanError):
			assign_to.add({"doctype": "Surat Masuk", "name": surat.name, "assign_to": [surel("UJI-STAF-B")]})
		self.make_todo(surat.name, allocated_to=surel("UJI-SEKDIN")).run_method("validate")

	def test_a_comment_mentions_only_those_who_see_the_letter(self):
		surat = make_surat_menunggu()
		mention = '<span class="mention" data-id="{0}" data-value="x" data-is-group="false">@x</span>'
		comment = {
			"doctype": "Comment",
			"comment_type": "Comment",
			"reference_doctype": "Surat Masuk",
			"reference_name": surat.name,
		}
		frappe.get_doc({**comment, "content": mention.format(surel("UJI-SEKDIN"))}).run_method("validate")
		with self.assertRaises(SuratTidakDibagikanError):
			frappe.get_doc({**comment, "content": mention.format(surel("UJI-STAF-B"))}).insert()

	def test_no_report_reads_letters_past_the_rule(self):
		for kind, text in (
			("Query Report", {"query": "select perihal from `tabSurat Masuk`"}),
			("Script Report", {"report_script": 'data = frappe.get_all("Disposisi")'}),
		):
			report = {
				"doctype": "Report",
				"report_name": f"Laporan {kind}",
				"ref_doctype": "Instansi",
				"report_type": kind,
				"is_standard": "No",
				**text,
			}
			with self.assertRaises(LaporanTerlarangError, msg=kind):
				frappe.get_doc(report).insert()
		frappe.get_doc({**report, "report_script": 'data = frappe.get_all("Instansi")'}).insert()

	def test_no_mailed_report_borrows_anothers_sight(self):
		report = frappe.get_doc(
			{
				"doctype": "Report",
				"report_name": "Daftar surat uji",
				"ref_doctype": "Surat Masuk",
				"report_type": "Report Builder",
				"is_standard": "No",
			}
		).insert()
		mailed = {
			"doctype": "Auto Email Report",
			"report": report.name,
			"user": surel("UJI-KADIS"),
			"email_to": surel("UJI-SISTEM"),
			"frequency": "Daily",
			"format": "HTML",
		}
		with self.sebagai("UJI-SISTEM"), self.assertRaises(LaporanTerlarangError):
			frappe.get_doc(mailed).insert()

	def test_changes_of_secret_letters_are_not_announced_to_every_desk(self):
		for sifat, announced in (("Biasa", True), ("Terbatas", False), ("Rahasia", False)):
			with patch("frappe.publish_realtime", wraps=frappe.publish_realtime) as published:
				make_surat_masuk(sifat=sifat)
			told = {call.args[1]["doctype"] for call in published.call_args_list if is_to_all(call)}
			self.assertEqual("Surat Masuk" in told, announced, sifat)

	def test_of_secret_letters_who_sees_them_is_told_that_one_has_changed(self):
		for sifat, readers in (
			("Terbatas", {"UJI-OPERATOR", "UJI-KADIS", "UJI-VERIFIKATOR"}),
			("Rahasia", {"UJI-KADIS", "UJI-SANDI"}),
		):
			with patch("frappe.publish_realtime", wraps=frappe.publish_realtime) as published:
				make_surat_masuk(sifat=sifat)
			notices = [call for call in published.call_args_list if call.args == (SURAT_BERUBAH,)]
			self.assertEqual({tuple(call.kwargs) for call in notices}, {("user", "after_commit")})
			told = {call.kwargs["user"] for call in notices} & {surel(row[0]) for row in JABATAN}
			self.assertEqual(told, set(map(surel, readers)), sifat)


def is_to_all(call) -> bool:
	return bool(call.args) and call.args[0] == "list_update"
