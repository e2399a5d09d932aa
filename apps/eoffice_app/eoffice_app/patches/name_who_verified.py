import frappe

# How Frappe keeps a change of a field.
DIVERIFIKASI = '"workflow_state",[[:space:]]*"[^"]*",[[:space:]]*"Diverifikasi"'


def execute():
	"""The lines of what was found on a letter say who checked it and when; so far they named its registration."""
	frappe.db.sql(
		"""
		update `tabHasil Verifikasi` hasil
		join tabVersion versi on versi.ref_doctype = 'Surat Masuk' and versi.docname = hasil.parent
			and versi.data regexp %s
		set hasil.owner = versi.owner, hasil.creation = versi.creation
		where hasil.parenttype = 'Surat Masuk'
		""",
		DIVERIFIKASI,
	)
