from frappe.model.document import Document


class BukuAgenda(Document):
	pass
