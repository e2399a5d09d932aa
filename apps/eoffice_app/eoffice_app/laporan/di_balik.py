"""The frame of the lists behind figures: by name, and so only what the user may see, whoever he is."""

import frappe
from frappe import _

from eoffice_app.laporan.akses import compose_seen, compose_seen_of, counts_all
from eoffice_app.persuratan.cetak.jurnal import list_columns
from eoffice_app.persuratan.cetak.teks import write_text

# More lines behind a figure nobody reads on a screen.
PALING_BANYAK = 500
TEKS = ("perihal", "alasan")


def read_chosen(filters: dict | None, *names: str) -> dict[str, str]:
	"""Return what some filters of a report say; those that say nothing are empty."""
	return {name: (filters or {}).get(name) or "" for name in names}


def read_counted(
	jenis: str, where: str, columns: str, order: tuple[str, str], values: dict
) -> tuple[list[dict], int]:
	"""Return the documents that a figure of the roll-up counts, and how many more of them the user may not open.

	The roll-up may be some minutes behind a letter that is no more, or that he may no longer see.

	:param jenis: kind of document
	:param where: SQL from `from` on: the rows `waktu` of Waktu Surat that the figure counts
	:param columns: SQL of what is shown of a row and its document, `dokumen`
	:param order: SQL of the order of the rows, and of the documents
	:return: at most PALING_BANYAK rows of `dokumen`, `jenis` and the columns; and a number
	"""
	seen = compose_seen_of("waktu.khalayak")
	rows = frappe.db.sql(
		f"""
		select waktu.dokumen, waktu.jenis, {columns}
		from (select waktu.* {where} and {seen} order by {order[0]} limit {PALING_BANYAK}) waktu
			join `tab{jenis}` dokumen on dokumen.name = waktu.dokumen
		where {compose_seen("waktu.surat")} order by {order[1]}
		""",
		values,
		as_dict=True,
	)
	return rows, count_hidden(f"select count(*) {where} and not {seen}", values)


def count_hidden(question: str, values: dict) -> int:
	"""Return how many documents a figure counts that the user may not open.

	:param question: SQL that asks for it; whoever counts only what he sees has nothing left out
	"""
	return frappe.db.sql(question, values)[0][0] if counts_all() else 0


def show_behind(
	found: tuple[list[dict], int], *columns: tuple[str, str, str, int]
) -> tuple[list[dict], list[dict], str | None]:
	"""Return a report's columns, its rows, and what the rows leave out.

	:param found: at most PALING_BANYAK rows, and how many more the figure counts
	:param columns: as `list_columns` takes them
	"""
	rows, hidden = found
	for row in rows:
		row.update({name: write_text(row[name]) for name in TEKS if name in row})
	return list_columns(columns), rows, _describe_left_out(len(rows), hidden)


def _describe_left_out(shown: int, hidden: int) -> str | None:
	parts = []
	if shown == PALING_BANYAK:
		parts.append(
			_("Hanya {0} baris pertama yang ditampilkan. Persempit periodenya.").format(PALING_BANYAK)
		)
	if hidden:
		parts.append(_("{0} surat lain ikut dihitung, tetapi tidak untuk Anda buka.").format(hidden))
	return " ".join(parts) or None
