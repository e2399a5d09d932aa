from frappe.model.document import Document


class SaluranPenerimaan(Document):
	pass
