"""The changes of state of the letters of `many`, as Frappe keeps them, of the last year: what reports on time read."""

import frappe

SINCE = "2025-11-20"
STATES = ("Diverifikasi", "Menunggu Disposisi", "Didisposisikan", "Selesai", "Diarsipkan")
VERSIONS = """
	insert into tabVersion (name, creation, modified, owner, modified_by, ref_doctype, docname, data)
	select nextval(version_id_seq), langkah.saat, langkah.saat, 'Administrator', 'Administrator', 'Surat Masuk',
		langkah.name,
		concat('{"changed":[["workflow_state","","', elt(langkah.nomor, STATES), '"]],"added":[],"removed":[]}')
	from (
		select surat.name, urutan.seq as nomor,
			date_add(surat.tanggal_terima, interval urutan.seq * (5 + crc32(surat.name) %% 300) minute) as saat
		from `tabSurat Masuk` surat, seq_1_to_5 urutan
		where surat.tanggal_terima >= %s and (surat.workflow_state = 'Diarsipkan' or urutan.seq <= 3)
			and not exists (
				select 1 from tabVersion ada where ada.ref_doctype = 'Surat Masuk' and ada.docname = surat.name
			)
	) langkah
""".replace("STATES", ", ".join(f"'{state}'" for state in STATES))
# What the verifier found of each item of the checklist, within some minutes or two days of the receipt.
FOUND = """
	insert into `tabHasil Verifikasi` (name, creation, modified, owner, modified_by, parent, parenttype, parentfield, idx,
		butir, sesuai)
	select left(sha1(concat('hasil', butir.urutan, surat.name)), 20), surat.saat, surat.saat,
		'verifikator@eoffice.example', 'verifikator@eoffice.example', surat.name, 'Surat Masuk', 'hasil_verifikasi',
		butir.urutan, butir.butir, crc32(surat.name) %% 20 != butir.urutan
	from (
		select name, tanggal_terima, date_add(tanggal_terima, interval 5 + crc32(name) %% 3000 minute) as saat
		from `tabSurat Masuk`
	) surat, `tabButir Verifikasi` butir
	where surat.tanggal_terima >= %s and not exists (
		select 1 from `tabHasil Verifikasi` ada where ada.parent = surat.name and ada.parenttype = 'Surat Masuk'
	)
"""
DEADLINES = """
	update `tabSurat Masuk` set tenggat = date_add(tanggal_terima, interval 20 hour) where tenggat is null
"""


def fill_states() -> None:
	"""Give the letters of the last year their changes of state and what the verifier found, and all of them a deadline;
	what they have stays."""
	frappe.db.sql(VERSIONS, SINCE)
	frappe.db.sql(FOUND, SINCE)
	frappe.db.sql(DEADLINES)
	frappe.db.commit()
	frappe.db.sql("analyze table `tabHasil Verifikasi`")
