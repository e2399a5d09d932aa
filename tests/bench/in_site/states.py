"""The changes of state of the letters of `many`, as Frappe keeps them, of the last year: what reports on time read."""

import frappe

SINCE = "2025-11-20"
STATES = ("Diverifikasi", "Menunggu Disposisi", "Didisposisikan", "Selesai", "Diarsipkan")
VERSIONS = """
	insert ignore into tabVersion (name, creation, modified, owner, modified_by, ref_doctype, docname, data)
	select left(sha1(concat(surat.name, '/', langkah.nomor)), 16), saat, saat, 'Administrator', 'Administrator',
		'Surat Masuk', surat.name,
		concat('{"changed":[["workflow_state","", "', elt(langkah.nomor, STATES), '"]],"added":[],"removed":[]}')
	from (
		select name, langkah.seq as nomor,
			date_add(tanggal_terima, interval langkah.seq * (5 + crc32(name) %% 300) minute) as saat
		from `tabSurat Masuk`, seq_1_to_5 langkah
		where tanggal_terima >= %s and (workflow_state = 'Diarsipkan' or langkah.seq <= 3)
	) langkah join `tabSurat Masuk` surat on surat.name = langkah.name
""".replace("STATES", ", ".join(f"'{state}'" for state in STATES))
DEADLINES = """
	update `tabSurat Masuk` set tenggat = date_add(tanggal_terima, interval 20 hour) where tenggat is null
"""


def fill_states() -> None:
	"""Give the letters of the last year their changes of state, and all of them a deadline; those they have stay."""
	frappe.db.sql(VERSIONS, SINCE)
	frappe.db.sql(DEADLINES)
	frappe.db.commit()
