from frappe.model.document import Document


class PenghitungNomor(Document):
	pass
