"""What an office still lacks, read from what it has entered and not from what somebody has clicked."""

from datetime import date

import frappe


def list_lowong(tanggal: date) -> list[str]:
	"""Return the names of the active posts that nobody holds on a day, in the order of the tree."""
	return frappe.db.sql_list(
		"""
		select jabatan.name from `tabJabatan` jabatan
		left join `tabPemangku Jabatan` pemangku on pemangku.jabatan = jabatan.name
			and pemangku.mulai <= %(tanggal)s and (pemangku.sampai is null or pemangku.sampai >= %(tanggal)s)
		where jabatan.aktif = 1 and pemangku.name is null order by jabatan.lft asc
		""",
		{"tanggal": tanggal},
	)
