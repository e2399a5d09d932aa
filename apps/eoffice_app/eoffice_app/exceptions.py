"""Named exceptions of the rules that several documents share. A rule of one document keeps its own beside it."""

import frappe


class JabatanTanpaPemangkuError(frappe.ValidationError):
	"""Nobody holds the post on the day in question."""


class BukanPemangkuError(frappe.PermissionError):
	"""The user does not act for the post in whose name he wants to act."""


class BerkasTidakSahError(frappe.ValidationError):
	"""A file is too large, broken, or not what its name says."""


class TransisiTidakSahError(frappe.ValidationError):
	"""A letter or disposisi may not go from its present state to the wanted one."""


class NomorTerkunciError(frappe.ValidationError):
	"""Something that would change or free a number already given."""


class OperatorTanpaUnitError(frappe.PermissionError):
	"""An operator who is not the operator of any unit, in an office that names the operator of each."""


class PegawaiTanpaJabatanError(frappe.ValidationError):
	"""A person who holds no post today wants to act for one."""


class JabatanDitutupError(frappe.ValidationError):
	"""Something new for a post that has been closed."""


class PohonMelingkarError(frappe.ValidationError):
	"""A unit or post placed below itself."""


class TidakDapatDigabungError(frappe.ValidationError):
	"""Two units or posts renamed into one."""


class RiwayatTetapError(frappe.ValidationError):
	"""A change to a register that is only ever added to."""


class AlasanKosongError(frappe.ValidationError):
	"""An act that stays in the books, and nobody said why."""


class TanggalSuratError(frappe.ValidationError):
	"""A letter whose date does not fit the number it asks for."""


class NomorTidakSesuaiError(frappe.ValidationError):
	"""A number that is not, or not any more, for the letter that wants it."""
