import frappe


def execute():
	"""Letters from before keep the name that the post of their addressee has now."""
	frappe.db.sql(
		"""
		update `tabSurat Masuk` surat join `tabJabatan` jabatan on jabatan.name = surat.tujuan
		set surat.nama_tujuan = jabatan.nama_jabatan
		where surat.nama_tujuan is null or surat.nama_tujuan = ''
		"""
	)
