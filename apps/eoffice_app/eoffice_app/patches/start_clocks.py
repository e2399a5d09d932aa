import frappe
from frappe.utils import getdate

from eoffice_app.organisasi.waktu_kerja import next_opening
from eoffice_app.persuratan.keadaan import DISPOSISI_TERTUTUP, KEADAAN_TUNTAS, MENUNGGU_DISPOSISI
from eoffice_app.persuratan.surat_masuk.tenggat import count_pengingat_pertama, count_tenggat
from eoffice_app.setup.skrip_server import create_skrip_server

PENGATURAN = "Pengaturan E-Office"


def execute():
	"""The scripts that remind come, and what is under way gets its deadline and its first reminder."""
	fill_pengaturan()
	create_skrip_server()
	start_letters()
	start_disposisi()


def fill_pengaturan():
	"""Give settings that were saved before these fields came their defaults, which Frappe gives only to new ones."""
	present = frappe.db.sql_list("select field from tabSingles where doctype = %s", PENGATURAN)
	for field in frappe.get_meta(PENGATURAN).fields:
		if present and field.default and field.fieldname not in present:
			frappe.db.set_single_value(PENGATURAN, field.fieldname, field.default)


def start_letters():
	"""Give each open letter without deadline its clocks; one that waits has done so since it was last changed."""
	for surat in frappe.get_all(
		"Surat Masuk",
		filters={"tenggat": ["is", "not set"], "workflow_state": ["not in", KEADAAN_TUNTAS]},
		fields=["name", "tanggal_terima", "derajat", "workflow_state", "modified"],
	):
		clocks = {"tenggat": count_tenggat(surat.tanggal_terima, surat.derajat)}
		if surat.workflow_state == MENUNGGU_DISPOSISI:
			clocks["menunggu_sejak"] = surat.modified
			clocks["pengingat_berikut"] = count_pengingat_pertama(surat.modified)
		frappe.db.set_value("Surat Masuk", surat.name, clocks, update_modified=False)


def start_disposisi():
	"""Give each open disposisi with a last day the moment from which it is overdue."""
	for disposisi in frappe.get_all(
		"Disposisi",
		filters={
			"pengingat_berikut": ["is", "not set"],
			"batas_waktu": ["is", "set"],
			"status": ["not in", DISPOSISI_TERTUTUP],
		},
		fields=["name", "batas_waktu"],
	):
		berikut = next_opening(getdate(disposisi.batas_waktu))
		frappe.db.set_value("Disposisi", disposisi.name, "pengingat_berikut", berikut, update_modified=False)
