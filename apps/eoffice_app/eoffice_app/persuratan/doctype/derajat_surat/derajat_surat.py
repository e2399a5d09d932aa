from frappe.model.document import Document


class DerajatSurat(Document):
	pass
