"""The access table: one row for each (letter, subject), written whenever what decides about sight changes."""

import frappe
from frappe.model.document import Document
from frappe.utils import now

from eoffice_app.hak_akses.aturan import SuratTerlihat, list_subjek
from eoffice_app.laporan import khalayak
from eoffice_app.laporan.rekap import note_shared_change
from eoffice_app.organisasi.jabatan import list_above
from eoffice_app.pencarian.antrean import queue_all_letters, queue_letter
from eoffice_app.persuratan.keadaan import DISPOSISI_DITARIK, DITERIMA

# Frappe's 10 hexadecimal digits meet each other by chance among millions of rows.
PANJANG_NAMA = 20
# By which moment the letters of a kind are sorted.
WAKTU = {"Surat Masuk": "tanggal_terima", "Surat Keluar": "creation", "Pengajuan Surat": "diterima_pada"}


def refresh_akses(surat: Document) -> None:
	"""Bring the access rows of a letter in line with the rule, within the running transaction.

	:param surat: a saved Surat Masuk
	"""
	write_akses(surat, list_subjek(read_surat_terlihat(surat)))
	if not surat.flags.in_insert and surat.has_value_changed("tanggal_terima"):
		frappe.db.set_value(
			"Akses Surat", {"surat": surat.name}, "waktu", surat.tanggal_terima, update_modified=False
		)
	queue_letter(surat.name)


def write_akses(surat: Document, wanted: set[str]) -> None:
	"""Give a letter access rows for just these subjects.

	:param surat: a saved letter, incoming or outgoing
	"""
	present = set() if surat.flags.in_insert else _read_rows(surat.name)
	if present - wanted:
		frappe.db.delete("Akses Surat", {"surat": surat.name, "subjek": ["in", list(present - wanted)]})
	_insert_rows(surat, sorted(wanted - present))


def open_to_posts(posts: list[str], doctype: str, letters: str, values: dict) -> None:
	"""Give posts access rows for a whole set of letters by one statement, within the running transaction.

	:param posts: names of Jabatan; one that sees a letter already keeps its row
	:param doctype: of the letters, a key of WAKTU
	:param letters: SQL select of their names, as `name`
	:param values: of the select, and `sifat`, a tuple: letters of another one stay closed
	"""
	frappe.db.sql(
		f"""
		insert ignore into `tabAkses Surat`
			(name, creation, modified, owner, modified_by, jenis_surat, surat, subjek, waktu)
		select replace(uuid(), '-', ''), %(saat)s, %(saat)s, %(user)s, %(user)s, %(jenis)s,
			surat.name, concat('jabatan:', jabatan.name), surat.{WAKTU[doctype]}
		from ({letters}) melalui
		join `tab{doctype}` surat on surat.name = melalui.name and surat.sifat in %(sifat)s
		join `tabJabatan` jabatan on jabatan.name in %(baru)s
		""",
		{**values, "jenis": doctype, "baru": sorted(posts), "saat": now(), "user": frappe.session.user},
	)


def read_surat_terlihat(surat: Document) -> SuratTerlihat:
	"""Collect what the rule of sight needs to know of a Surat Masuk."""
	rantai = {surat.tujuan, *(() if surat.flags.in_insert else _list_penerima(surat.name))}
	atasan = {post for jabatan in rantai for post in list_above(jabatan)}
	return SuratTerlihat(
		sifat=surat.sifat,
		pendaftar=surat.owner,
		unit=surat.unit_penerima,
		rantai=frozenset(rantai),
		atasan=frozenset(atasan - rantai),
		menunggu_verifikasi=surat.workflow_state == DITERIMA,
		pemaraf=_find_pemaraf(surat.tujuan),
		dieskalasi_kepada=surat.dieskalasi_kepada,
	)


def rename_subjek(old: str, new: str) -> None:
	"""Let the access rows of a subject follow its new name, within the running transaction.

	:param old: the subject before, for example "jabatan:KADIS"
	:param new: the subject now; where one letter has rows for both, as after a merge, the one of `new` stays
	"""
	frappe.db.sql("update ignore `tabAkses Surat` set subjek = %s where subjek = %s", (new, old))
	frappe.db.delete("Akses Surat", {"subjek": old})
	khalayak.rename_subjek(old, new)
	note_shared_change()
	queue_all_letters()


def follow_renamed_user(doc: Document, method: str, old: str, new: str, merge: bool = False) -> None:
	"""Let what an account registered follow its new address: hook `after_rename` of User."""
	rename_subjek(f"user:{old}", f"user:{new}")


def _find_pemaraf(tujuan: str) -> str | None:
	pengaturan = frappe.get_cached_doc("Pengaturan E-Office")
	if pengaturan.paraf_sekretaris and tujuan == pengaturan.jabatan_pimpinan:
		return pengaturan.jabatan_sekretaris
	return None


def _read_rows(surat: str) -> set[str]:
	return set(frappe.get_all("Akses Surat", filters={"surat": surat}, pluck="subjek"))


def _list_penerima(surat: str) -> list[str]:
	return frappe.get_all(
		"Disposisi", filters={"surat_masuk": surat, "status": ["!=", DISPOSISI_DITARIK]}, pluck="kepada"
	)


def _insert_rows(surat: Document, subjek: list[str]) -> None:
	if not subjek:
		return
	moment, user, waktu = now(), frappe.session.user, surat.get(WAKTU[surat.doctype])
	rows = [
		(
			frappe.generate_hash(length=PANJANG_NAMA),
			moment,
			moment,
			user,
			user,
			surat.doctype,
			surat.name,
			name,
		)
		for name in subjek
	]
	# Written out: this runs at every registration, and the query builder takes longer than the database.
	frappe.db.sql(
		"""
		insert into `tabAkses Surat`
			(name, creation, modified, owner, modified_by, jenis_surat, surat, subjek, waktu)
		values """
		+ ", ".join(["(%s, %s, %s, %s, %s, %s, %s, %s, %s)"] * len(rows)),
		[value for row in rows for value in (*row, waktu)],
	)
