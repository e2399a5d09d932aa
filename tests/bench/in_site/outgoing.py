"""Outgoing letters by the million, written by the database itself, over the same years as the incoming ones."""

import frappe

from in_site.many import MOMENT, TOGETHER

# The alphabet of the codes has no 0, 1 and 8.
LETTERS = f"""
	insert into `tabSurat Keluar` (name, creation, modified, owner, modified_by, workflow_state, jenis_naskah, nomor,
		tanggal_surat, kode_verifikasi, sifat, derajat, perihal, unit_penyusun, nama_penanda_tangan, sebagai, penyedia,
		ditandatangani_pada, sha256_bertanda)
	select left(sha1(concat('keluar', seq)), 20), {MOMENT}, {MOMENT}, 'kadis@eoffice.example',
		'kadis@eoffice.example', 'Terkirim', 'Surat Dinas', concat('005/', seq, '/', year({MOMENT})), date({MOMENT}),
		replace(replace(replace(left(upper(sha1(concat('kode', seq))), 26), '0', 'X'), '1', 'Y'), '8', 'Z'),
		'Biasa', 'Biasa', concat('Undangan rapat ke-', seq), 'SUBBAG-UMPEG', 'Kepala Dinas', 'Kepala Dinas', 'Lokal',
		{MOMENT}, sha2(seq, 256)
	from seq_1_to_2000000 where seq between %(first)s and %(last)s
"""
# Each is seen by the head and the leadership, and by one of the three heads of division.
ACCESS = f"""
	insert into `tabAkses Surat`
		(name, creation, modified, owner, modified_by, jenis_surat, surat, subjek, waktu)
	select left(sha1(concat('akses keluar', subjek.nomor, '/', seq)), 20), {MOMENT}, {MOMENT}, 'Administrator',
		'Administrator', 'Surat Keluar', left(sha1(concat('keluar', seq)), 20),
		elt(subjek.nomor, 'jabatan:KADIS', 'peran:Pimpinan', concat('jabatan:',
			elt(1 + mod(seq, 3), 'KABID-IKP', 'KABID-APTIKA', 'KABID-STATSANDI'))),
		{MOMENT}
	from seq_1_to_2000000, (select 1 as nomor union select 2 union select 3) subjek
	where seq between %(first)s and %(last)s
"""


def fill_outgoing(letters: int) -> None:
	"""Bring the site to so many outgoing letters; those it has already stay."""
	present = frappe.db.count("Surat Keluar", {"perihal": ["like", "Undangan rapat ke-%"]})
	for first in range(present + 1, letters + 1, TOGETHER):
		for statement in (LETTERS, ACCESS):
			frappe.db.sql(statement, {"first": first, "last": min(first + TOGETHER - 1, letters)})
		frappe.db.commit()
	frappe.db.sql("analyze table `tabSurat Keluar`, `tabAkses Surat`")
