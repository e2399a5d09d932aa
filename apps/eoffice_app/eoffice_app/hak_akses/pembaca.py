"""Who sees a letter today: the rule of sight asked the other way round, to tell those alone whom it concerns."""

import frappe
from frappe.utils import nowdate

from eoffice_app.hak_akses.surat import list_subjek_user
from eoffice_app.organisasi.operator import PERAN_OPERATOR

# The subjects that say who they are by themselves. Who sends the letters of a unit is found on the way up the tree.
PEMBACA = """
	select substring(subjek, length('user:') + 1) from `tabAkses Surat`
	where surat = %(surat)s and subjek like 'user:%%'
	union
	select peran.parent from `tabAkses Surat` akses
	join `tabHas Role` peran on peran.role = substring(akses.subjek, length('peran:') + 1)
		and peran.parenttype = 'User'
	where akses.surat = %(surat)s and akses.subjek like 'peran:%%'
	union
	select pegawai.user from `tabAkses Surat` akses
	join `tabJabatan` jabatan on akses.subjek in (concat('jabatan:', jabatan.name), concat('unit:', jabatan.unit_kerja))
	join `tabPemangku Jabatan` pemangku on pemangku.jabatan = jabatan.name
		and pemangku.mulai <= %(hari_ini)s and (pemangku.sampai is null or pemangku.sampai >= %(hari_ini)s)
	join `tabPegawai` pegawai on pegawai.name = pemangku.pegawai
	where akses.surat = %(surat)s
"""


def list_pembaca(surat: str) -> set[str]:
	"""Return the accounts that may see a letter today (see `list_subjek_user`), whatever kind of letter it is."""
	found = frappe.db.sql(PEMBACA, {"surat": surat, "hari_ini": nowdate()})
	return {user for (user,) in found if user} | _list_operators(surat)


def _list_operators(surat: str) -> set[str]:
	"""Return the operators to whom a letter is open because of the units that they serve."""
	subjek = set(frappe.get_all("Akses Surat", filters={"surat": surat}, pluck="subjek"))
	wanted = {name for name in subjek if name.startswith(("operator:", "unit:"))}
	if not wanted:
		return set()
	holding = {"role": ["in", sorted(PERAN_OPERATOR)], "parenttype": "User"}
	operators = set(frappe.get_all("Has Role", filters=holding, pluck="parent"))
	return {user for user in operators if wanted & set(list_subjek_user(user))}
