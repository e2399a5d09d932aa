from frappe.model.document import Document


class Instansi(Document):
	def before_validate(self):
		# Two spellings of one name that differ in spaces alone would be two senders.
		self.nama_instansi = " ".join((self.nama_instansi or "").split())
