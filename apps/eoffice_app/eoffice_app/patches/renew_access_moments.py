"""Access rows keep the moment of receipt of their letter; a letter corrected after its registration had left it behind."""

import frappe


def execute():
	"""Give each access row the moment at which its letter was received."""
	frappe.db.sql(
		"""
		update `tabAkses Surat` akses
		join `tabSurat Masuk` surat on surat.name = akses.surat and akses.jenis_surat = 'Surat Masuk'
		set akses.waktu = surat.tanggal_terima
		where akses.waktu != surat.tanggal_terima or akses.waktu is null
		"""
	)
