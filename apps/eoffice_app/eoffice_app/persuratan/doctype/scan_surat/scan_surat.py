from frappe.model.document import Document


class ScanSurat(Document):
	pass
