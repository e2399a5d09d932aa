"""The Buku Agenda of incoming letters: the lines of a book of a period, in the order of their running numbers.

The columns are those of the paper book. Source: SOP 000, A.2; SOP 003 (surat masuk, "Mencatat pada buku agenda").
"""

import frappe
from frappe.model.document import Document
from frappe.utils import getdate

from eoffice_app.hak_akses.surat import compose_condition
from eoffice_app.persuratan.cetak.buku import TataBuku, compose_agenda, send_book
from eoffice_app.persuratan.cetak.buku_agenda_keluar import TERSEMBUNYI
from eoffice_app.persuratan.cetak.teks import write_text
from eoffice_app.persuratan.keadaan import DISPOSISI_DITARIK

DOCTYPE = "Agenda"
NASKAH = "Buku Agenda Masuk"
TATA = TataBuku(
	kolom={
		"nomor_surat": 13,
		"pengirim": 13,
		"isi": 17,
		"lampiran": 6,
		"klasifikasi": 7,
		"sifat": 6,
		"diteruskan_ke": 10,
		"keterangan": 8.5,
	},
	terendah=4,
)
KOSONG = dict.fromkeys((*TATA.kolom, "tanggal_penerimaan", "tanggal_surat"), "")


def get_buku_agenda_masuk(doc: Document) -> dict:
	"""Return what the Buku Agenda of incoming letters says: of a period, or of one line.

	:param doc: an Agenda, or a dict of `buku`, `dari` and `sampai`
	:return: see `compose_agenda`; its rows see `read_rows`
	:raises: as `compose_agenda`
	"""
	values = doc.as_dict() if isinstance(doc, Document) else doc
	return compose_agenda(
		DOCTYPE, doc, TATA, lambda hidden: read_rows(_compose_condition(doc), values, hidden=hidden)
	)


@frappe.whitelist()
def download_buku(buku: str, dari: str, sampai: str) -> None:
	"""Answer with the lines that a book gained in a period as PDF, in the office's own look.

	:raises: as `get_buku_agenda_masuk`
	"""
	send_book(NASKAH, frappe._dict(buku=buku, dari=getdate(dari), sampai=getdate(sampai)))


def read_rows(condition: str, values: dict, limit: int = 0, *, hidden: bool) -> list[dict]:
	"""Return lines of the book in its order.

	:param condition: SQL on `tabAgenda`
	:param limit: no more than so many; all when 0
	:param hidden: whether lines of letters that the session's user may not see stand there too, with the number alone
	:return: dicts of TATA.kolom, `nomor_urut`, `tanggal_penerimaan`, `tanggal_surat`, `sifat`, `surat_masuk` and `terlihat`
	"""
	visible = compose_condition("`tabAgenda`.surat_masuk", None) or "1"
	# Which lines are shown is found in the index of the book alone; only these are then read.
	lines = frappe.db.sql(
		f"""
		select baris.*, agenda.keadaan, surat.nomor_surat, surat.tanggal_surat, surat.perihal, surat.lampiran, surat.klasifikasi, surat.sifat,
			surat.nama_tujuan, surat.alasan, surat.keterangan, coalesce(instansi.nama_instansi, surat.pengirim) as pengirim
		from (
			select name, nomor_urut, tahun, surat_masuk, tanggal_terima, {visible} as terlihat
			from `tabAgenda` where {condition} and {1 if hidden else visible} order by tahun, nomor_urut {f"limit {limit:d}" if limit else ""}
		) baris
		join `tabAgenda` agenda on agenda.name = baris.name
		join `tabSurat Masuk` surat on surat.name = baris.surat_masuk
		left join `tabInstansi` instansi on instansi.name = surat.pengirim
		order by baris.tahun, baris.nomor_urut
		""",
		values,
		as_dict=True,
	)
	disposed = _list_disposed([line.surat_masuk for line in lines if line.terlihat])
	return [
		_describe(line, disposed.get(line.surat_masuk)) if line.terlihat else _hide(line) for line in lines
	]


def _compose_condition(doc: Document) -> str:
	if not doc.get("dari"):
		return "`tabAgenda`.name = %(name)s"
	return (
		"`tabAgenda`.buku = %(buku)s and `tabAgenda`.tanggal_terima >= %(dari)s"
		" and `tabAgenda`.tanggal_terima < date_add(%(sampai)s, interval 1 day)"
	)


def _list_disposed(letters: list[str]) -> dict[str, str]:
	"""Return to whom the first disposisi of each letter passed it on."""
	if not letters:
		return {}
	rows = frappe.db.sql(
		"""
		select surat_masuk, group_concat(distinct jabatan_penerima order by jabatan_penerima separator '\n')
		from tabDisposisi
		where surat_masuk in %(letters)s and ifnull(disposisi_induk, '') = '' and status != %(ditarik)s
		group by surat_masuk
		""",
		{"letters": letters, "ditarik": DISPOSISI_DITARIK},
	)
	return dict(rows)


def _hide(line: frappe._dict) -> dict:
	return {
		**KOSONG,
		"nomor_urut": line.nomor_urut,
		"isi": TERSEMBUNYI,
		"surat_masuk": None,
		"terlihat": 0,
	}


def _describe(line: frappe._dict, disposed: str | None) -> dict:
	# The book lies on counters: of what is not Biasa it says no more than that.
	isi = (
		write_text(line.perihal)
		if line.sifat == "Biasa"
		else f"Surat {line.sifat} (perihal tidak dicantumkan)"
	)
	return {
		"nomor_urut": line.nomor_urut,
		"tanggal_penerimaan": _write_day(line.tanggal_terima),
		"nomor_surat": line.nomor_surat or "",
		"tanggal_surat": _write_day(line.tanggal_surat),
		"pengirim": write_text(line.pengirim),
		"isi": isi,
		"lampiran": write_text(line.lampiran),
		"klasifikasi": line.klasifikasi or "",
		"sifat": line.sifat,
		"diteruskan_ke": write_text(disposed or line.nama_tujuan),
		"keterangan": _describe_keterangan(line),
		"surat_masuk": line.surat_masuk,
		"terlihat": 1,
	}


def _describe_keterangan(line: frappe._dict) -> str:
	if line.keadaan == "Terdaftar":
		return write_text(line.keterangan)
	return "\n".join(filter(None, (line.keadaan, write_text(line.alasan), write_text(line.keterangan))))


def _write_day(day) -> str:
	return getdate(day).strftime("%d-%m-%Y") if day else ""
