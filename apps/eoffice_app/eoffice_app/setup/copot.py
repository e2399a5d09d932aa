"""What the app and its office made outside the app's own modules, removed when it is uninstalled."""

import json
import shutil
from pathlib import Path

import frappe

from eoffice_app.laporan.rekap import BERSAMA_BERUBAH, DIPERIKSA
from eoffice_app.laporan.surat_ringkasan import TERKIRIM_TERAKHIR
from eoffice_app.laporan.triwulan import TERUKUR
from eoffice_app.pencarian.penulis import get_folder
from eoffice_app.persuratan.doctype.scan_surat.scan_surat import INDEKS_ALAMAT
from eoffice_app.setup.peran import PERAN
from eoffice_app.setup.ruang_kerja import remove_ruang_kerja
from eoffice_app.setup.skrip_server import SKRIP
from eoffice_app.setup.tampilan_daftar import remove_tampilan_daftar
from eoffice_app.setup.templat_surel import remove_templat_surel

APP_FOLDER = Path(__file__).parent.parent
# Rows that name a DocType of ours, and the column that does.
BARIS = {
	"Notification Log": "document_type",
	"Comment": "reference_doctype",
	"Version": "ref_doctype",
	"Workflow Action": "reference_doctype",
	"DocShare": "share_doctype",
	"Property Setter": "doc_type",
	"Custom Field": "dt",
	"Custom DocPerm": "parent",
	"Singles": "doctype",
}
# Documents with rows of their own, which the office may have added to a DocType of ours in the desk.
DOKUMEN = {
	"Client Script": "dt",
	"Form Tour": "reference_doctype",
	"Server Script": "reference_doctype",
	"Print Format": "doc_type",
	"Notification": "document_type",
	"Report": "ref_doctype",
	"List Filter": "reference_doctype",
}


def remove_jejak() -> None:
	"""Remove the workflow with its states and actions, and all that hangs on the app's DocTypes."""
	doctypes = list_doctypes()
	_remove_files(doctypes)
	for doctype, field in DOKUMEN.items():
		for name in frappe.get_all(doctype, filters={field: ["in", doctypes]}, pluck="name"):
			frappe.delete_doc(doctype, name, force=True, ignore_permissions=True)
	for doctype, field in BARIS.items():
		frappe.db.delete(doctype, {field: ["in", doctypes]})
	# A digest names letters without naming their DocType.
	frappe.db.delete("Notification Log", {"email_content": ["like", "%/surat-masuk/%"]})
	# A later installation must not find the patches of this one done.
	frappe.db.delete("Patch Log", {"patch": ["like", "eoffice_app.patches.%"]})
	frappe.db.delete(
		"DefaultValue", {"defkey": ["in", [DIPERIKSA, BERSAMA_BERUBAH, TERUKUR, TERKIRIM_TERAKHIR]]}
	)
	_remove_jadwal()
	_remove_alur_kerja()
	_remove_versions("Workflow", *DOKUMEN)
	remove_tampilan_daftar()
	remove_templat_surel()
	remove_ruang_kerja()
	shutil.rmtree(get_folder().parent, ignore_errors=True)
	frappe.db.sql_ddl(f"alter table `tabFile` drop index if exists `{INDEKS_ALAMAT}`")


def list_doctypes() -> list[str]:
	"""Return the names of the app's DocTypes from its files: the database has forgotten them by now."""
	return [json.loads(path.read_text())["name"] for path in sorted(APP_FOLDER.glob("*/doctype/*/*.json"))]


def remove_peran() -> None:
	"""Remove the app's roles and what grants them."""
	for name in PERAN:
		frappe.db.delete("Has Role", {"role": name})
		frappe.delete_doc("Role", name, force=True, ignore_permissions=True)


def _remove_files(doctypes: list[str]) -> None:
	for name in frappe.get_all("File", filters={"attached_to_doctype": ["in", doctypes]}, pluck="name"):
		# A File tells its document that it goes, and that document is no more.
		frappe.db.set_value("File", name, {"attached_to_doctype": None, "attached_to_name": None})
		frappe.delete_doc("File", name, force=True, ignore_permissions=True)


def _remove_jadwal() -> None:
	# Frappe deletes the scripts with their module, but leaves what it scheduled for them.
	jobs = frappe.get_all(
		"Scheduled Job Type",
		or_filters={
			"method": ["like", "eoffice_app.%"],
			"server_script": ["in", [skrip["name"] for skrip in SKRIP]],
		},
		pluck="name",
	)
	for name in jobs:
		frappe.delete_doc("Scheduled Job Type", name, force=True, ignore_permissions=True)


def _remove_alur_kerja() -> None:
	states, actions = set(), set()
	for name in frappe.get_all("Workflow", filters={"document_type": ["in", list_doctypes()]}, pluck="name"):
		workflow = frappe.get_doc("Workflow", name)
		states |= {row.state for row in workflow.states}
		actions |= {row.action for row in workflow.transitions}
		frappe.delete_doc("Workflow", name, force=True, ignore_permissions=True)
	_remove_unused("Workflow State", "Workflow Document State", "state", states)
	_remove_unused("Workflow Action Master", "Workflow Transition", "action", actions)


def _remove_versions(*doctypes: str) -> None:
	# Frappe leaves the versions of what it deletes to a worker, which may not come before the next installation.
	for doctype in doctypes:
		kept = frappe.get_all("Version", filters={"ref_doctype": doctype}, pluck="docname")
		gone = set(kept) - set(frappe.get_all(doctype, pluck="name"))
		if gone:
			frappe.db.delete("Version", {"ref_doctype": doctype, "docname": ["in", gone]})


def _remove_unused(doctype: str, user_doctype: str, field: str, names: set[str]) -> None:
	for name in names:
		if not frappe.db.exists(user_doctype, {field: name}):
			frappe.delete_doc(doctype, name, force=True, ignore_permissions=True)
