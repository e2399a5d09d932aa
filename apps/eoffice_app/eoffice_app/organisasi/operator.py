"""One operator for each unit, each only for its own unit.

Source: SOP 000, Tugas Operator ("Setiap operator hanya bertanggung jawab di masing-masing tempat tugasnya") and Note
("Setiap akun e-office hanya dioperasikan oleh satu admin yang menjadi operator"). An office that names no operator
for any of its units is small: there every operator registers for the unit of his own post.
"""

import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.exceptions import OperatorTanpaUnitError, PegawaiTanpaJabatanError
from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.organisasi.pemangku import list_posts_of_user

OPERATOR_SURAT = "Operator Surat"
OPERATOR_SANDI = "Operator Sandi"
PERAN_OPERATOR = {OPERATOR_SURAT, OPERATOR_SANDI}
# What an operator does with letters; seeing them is the matter of hak_akses alone.
PEKERJAAN_OPERATOR = ("write", "print", "email")


def find_operated_unit(user: str) -> str | None:
	"""Return the Unit Kerja whose operator a user is, or None."""
	return _read_operators().get(user) if PERAN_OPERATOR & set(frappe.get_roles(user)) else None


def find_registering_unit(user: str, sifat: str) -> str | None:
	"""Return the Unit Kerja for which a user registers a letter; None only for the system's Administrator.

	:raises OperatorTanpaUnitError: the office names its operators, and he is none of them
	:raises PegawaiTanpaJabatanError: he holds no post today
	"""
	operators = _read_operators()
	if user in operators or user == "Administrator":
		return operators.get(user)
	if operators and not _is_for_sandi(user, sifat):
		_refuse_operator()
	holdings = list_posts_of_user(user)
	return holdings[0].unit_kerja if holdings else _refuse_person()


def list_served_units(user: str) -> set[str]:
	"""Return the Unit Kerja whose outgoing letters a user numbers, sends and files.

	A unit is served by its own operator, otherwise by that of the nearest unit above that names one; where there is none
	on the way up, by every operator of the office.
	Source: SOP 000, Tugas Operator ("Operator bertanggung jawab terhadap pengiriman surat sampai ketujuan").
	"""
	if not PERAN_OPERATOR & set(frappe.get_roles(user)):
		return set()
	units = frappe.get_all("Unit Kerja", fields=["name", "parent_unit_kerja"])
	above = {unit.name: unit.parent_unit_kerja for unit in units}
	operators = _read_operators()
	serving = {unit: _find_serving(unit, above, set(operators.values())) for unit in above}
	return {unit for unit, found in serving.items() if found in (operators.get(user), None)}


def may_send(surat: Document, user: str) -> bool:
	"""Whether a user numbers, sends and files a Surat Keluar that he sees: the operator of its unit, or for a secret
	letter every Operator Sandi."""
	if surat.sifat in SIFAT_RAHASIA:
		return OPERATOR_SANDI in frappe.get_roles(user)
	return OPERATOR_SURAT in frappe.get_roles(user) and surat.unit_penyusun in list_served_units(user)


def may_handle(surat: Document, user: str, ptype: str) -> bool:
	"""Whether a user may do `ptype` to a letter that he sees, as far as he is the operator of some unit.

	Only what he may do by his operator's role alone is bound to his unit; secret letters are handled by every
	Operator Sandi.

	:param ptype: one of Frappe's permission types, such as "write" or "print"
	"""
	if ptype not in PEKERJAAN_OPERATOR or not _acts_as_operator(user, ptype):
		return True
	if _is_for_sandi(user, surat.sifat):
		return True
	operators = _read_operators()
	return not operators or operators.get(user) == surat.unit_penerima


def _read_operators() -> dict[str, str]:
	rows = frappe.db.sql(
		"""
		select pegawai.user, unit.name from `tabUnit Kerja` unit
		join `tabPegawai` pegawai on pegawai.name = unit.operator
		where unit.aktif = 1 and pegawai.user is not null
		"""
	)
	return dict(rows)


def _find_serving(unit: str | None, above: dict[str, str | None], operated: set[str]) -> str | None:
	while unit and unit not in operated:
		unit = above.get(unit)
	return unit


def _is_for_sandi(user: str, sifat: str) -> bool:
	return sifat in SIFAT_RAHASIA and OPERATOR_SANDI in frappe.get_roles(user)


def _acts_as_operator(user: str, ptype: str) -> bool:
	permissions = frappe.get_meta("Surat Masuk").permissions
	granting = {row.role for row in permissions if row.get(ptype)} & set(frappe.get_roles(user))
	return bool(granting) and granting <= PERAN_OPERATOR


def _refuse_operator() -> None:
	frappe.throw(
		_(
			"Anda belum ditunjuk sebagai operator unit mana pun, sehingga belum dapat mendaftarkan surat. Minta Pengelola E-Office mengisi Operator Surat pada Unit Kerja Anda."
		),
		OperatorTanpaUnitError,
		title=_("Belum menjadi operator unit"),
	)


def _refuse_person() -> None:
	frappe.throw(
		_(
			"Hari ini Anda tidak memangku jabatan apa pun, sehingga surat tidak mempunyai unit penerima. Minta Pengelola E-Office mengisi Pemangku Jabatan Anda."
		),
		PegawaiTanpaJabatanError,
		title=_("Belum memangku jabatan"),
	)
