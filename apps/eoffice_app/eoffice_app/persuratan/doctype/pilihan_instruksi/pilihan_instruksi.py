from frappe.model.document import Document


class PilihanInstruksi(Document):
	pass
