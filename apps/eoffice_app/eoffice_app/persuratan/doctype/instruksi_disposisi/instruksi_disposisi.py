from frappe.model.document import Document


class InstruksiDisposisi(Document):
	pass
