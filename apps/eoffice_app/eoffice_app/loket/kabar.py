"""Who is told of a submission: the operators that one has arrived, the sender what became of it."""

from frappe.model.document import Document


def tell_operators(pengajuan: Document) -> None:
	"""Ring the bell of the operators who may see a new submission."""
