import frappe

from eoffice_app.persuratan.surat_masuk.kode_status import fingerprint, make_code


def execute():
	"""Give letters registered before there were status codes the fingerprint of theirs."""
	for name in frappe.get_all("Surat Masuk", filters={"sidik_kode_status": ["is", "not set"]}, pluck="name"):
		frappe.db.set_value(
			"Surat Masuk", name, "sidik_kode_status", fingerprint(make_code(name)), update_modified=False
		)
