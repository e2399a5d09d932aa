from frappe.model.document import Document


class IsianLayanan(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		jenis: DF.Literal["Data", "Small Text", "Date", "Select"]
		keterangan: DF.Data | None
		label: DF.Data
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		pilihan: DF.SmallText | None
		wajib: DF.Check
	# end: auto-generated types

	def list_pilihan(self) -> list[str]:
		"""Return the choices of a question of kind Select, in order."""
		return [line.strip() for line in (self.pilihan or "").splitlines() if line.strip()]
