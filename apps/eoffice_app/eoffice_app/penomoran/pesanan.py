"""Numbers reserved for an outage: an official takes some in advance, writes them on paper, and hands in the letters."""

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import formatdate, getdate, now, nowdate

from eoffice_app.penomoran.baris import (
	BUKU_NOMOR,
	DIPESAN,
	NILAI_SURAT,
	TERPAKAI,
	compose_line,
	one_number_for_each,
	require_alasan,
	set_nomor,
)
from eoffice_app.penomoran.buku_nomor import NomorSurat, compose_void, lock_line, refuse_nomor
from eoffice_app.penomoran.deret import PEMBAGI, compose_seri, get_deret, get_periode, require_cakupan
from eoffice_app.penomoran.penghitung import allocate_dated, read_current
from eoffice_app.penomoran.permintaan import PermintaanNomor
from eoffice_app.penomoran.tanggal import refuse_tanggal, require_not_ahead

PESANAN = "Pesanan Nomor"
TERBUKA, SELESAI = "Terbuka", "Selesai"


class PesananTerbukaError(frappe.ValidationError):
	"""A second reservation by somebody who has not yet accounted for the first."""


class JumlahPesananError(frappe.ValidationError):
	"""No number, or more than the series allows, reserved at once."""


def prepare_pesanan(pesanan: Document) -> None:
	"""Check a new reservation and fill in what the server knows: who, when, and from which sequence.

	:raises PesananTerbukaError: he has one whose letters are not all handed in
	:raises JumlahPesananError: no number, or too many at once
	:raises AlasanKosongError: no reason
	:raises CakupanNomorError: the series is divided, and the reservation does not say for which part
	"""
	deret = get_deret(pesanan.deret)
	pesanan.alasan = require_alasan(pesanan.alasan)
	if not 1 <= pesanan.jumlah <= deret.pesanan_terbanyak:
		_refuse_jumlah(deret)
	pesanan.cakupan = require_cakupan(deret, pesanan.cakupan) if deret.lingkup in PEMBAGI else ""
	pesanan.pemesan = pesanan.kunci_pemesan = frappe.session.user
	pesanan.tanggal, pesanan.keadaan = getdate(nowdate()), TERBUKA
	pesanan.seri = compose_seri(deret.name, pesanan.cakupan, get_periode(deret, pesanan.tanggal))
	if frappe.db.exists(PESANAN, {"kunci_pemesan": pesanan.pemesan}):
		refuse_open_pesanan()


def write_reserved_lines(pesanan: Document) -> None:
	"""Take the numbers of a new reservation: the last act of the transaction that writes it."""
	akhir, _terakhir = allocate_dated(pesanan.seri, pesanan.tanggal, pesanan.jumlah)
	awal = akhir - pesanan.jumlah + 1
	same = _compose_reserved(pesanan)
	frappe.db.bulk_insert(
		BUKU_NOMOR,
		["name", "nomor_urut", *same],
		[(frappe.generate_hash(length=10), urut, *same.values()) for urut in range(awal, akhir + 1)],
	)
	frappe.db.set_value(
		PESANAN, pesanan.name, {"nomor_awal": awal, "nomor_akhir": akhir}, update_modified=False
	)
	pesanan.nomor_awal, pesanan.nomor_akhir = awal, akhir


def use_reserved_number(permintaan: PermintaanNomor, pesanan: str, urut: int) -> NomorSurat:
	"""Give a letter that was written during an outage the reserved number that stands on its paper.

	The reservation is closed with its last number, and its official may reserve again. Like `take_number` the last act
	of the transaction.

	:param pesanan: name of the Pesanan Nomor
	:param urut: the running number on the paper
	:raises frappe.DoesNotExistError: no such reservation, or not for this user
	:raises NomorTidakSesuaiError: the number is not reserved (any more), or of another sequence
	:raises TanggalSuratError: the letter is older than the reservation, or dated in the future
	:raises NomorGandaError: the letter has a number
	"""
	reserved = _lock_pesanan(pesanan)
	require_not_ahead(permintaan.tanggal)
	line = compose_line(permintaan)
	if line.seri != reserved.seri:
		refuse_nomor(_("Pesanan ini untuk deret, cakupan atau tahun yang lain. Periksa surat dan nomornya."))
	_require_not_older(permintaan, reserved)
	name = _lock_reserved_line(pesanan, urut)
	set_nomor(line, permintaan, urut)
	_write_used(name, line)
	_close_if_done(pesanan)
	return NomorSurat(name, line.nomor, urut, 0)


@frappe.whitelist(methods=["POST"])
def void_reserved_numbers(pesanan: str, alasan: str) -> int:
	"""Take the numbers of a reservation that were not used out of use, and close it.

	:param pesanan: name of the Pesanan Nomor
	:param alasan: why; it stays in the ledger
	:return: how many numbers were still reserved
	:raises frappe.DoesNotExistError: no such reservation, or not for this user
	:raises AlasanKosongError: no reason
	"""
	alasan = require_alasan(alasan)
	_lock_pesanan(pesanan)
	lines = _read_reserved(pesanan)
	for name, _urut in lines:
		frappe.db.set_value(BUKU_NOMOR, name, compose_void(alasan))
	_close_if_done(pesanan)
	return len(lines)


@frappe.whitelist()
def list_reserved_numbers(pesanan: str) -> list[int]:
	"""Return the running numbers of a reservation for which no letter was handed in yet.

	:raises frappe.DoesNotExistError: no such reservation, or not for this user
	"""
	_require_visible(pesanan)
	return frappe.get_all(
		BUKU_NOMOR,
		filters={"pesanan": pesanan, "keadaan": DIPESAN},
		order_by="nomor_urut asc",
		pluck="nomor_urut",
	)


def refuse_open_pesanan() -> None:
	"""Say that a reservation is open.

	:raises PesananTerbukaError: always
	"""
	frappe.throw(
		_(
			"Pesanan nomor Anda yang lalu belum selesai. Serahkan surat untuk nomornya, atau batalkan sisanya, sebelum memesan lagi."
		),
		PesananTerbukaError,
		title=_("Pesanan belum selesai"),
	)


def _compose_reserved(pesanan: Document) -> dict:
	moment, user = now(), frappe.session.user
	return {
		**{"creation": moment, "modified": moment, "owner": user, "modified_by": user},
		**{field: pesanan.get(field) for field in ("deret", "cakupan", "seri", "alasan")},
		"periode": get_periode(get_deret(pesanan.deret), pesanan.tanggal),
		"tanggal_surat": pesanan.tanggal,
		"keadaan": DIPESAN,
		"diambil_oleh": user,
		"diambil_pada": moment,
		"pesanan": pesanan.name,
	}


def _require_visible(pesanan: str) -> None:
	# A reservation of somebody else is answered like one that never was.
	if not frappe.db.exists(PESANAN, pesanan) or not frappe.has_permission(PESANAN, "read", doc=pesanan):
		frappe.throw(
			_("Pesanan nomor {0} tidak ditemukan.").format(frappe.bold(pesanan)),
			frappe.DoesNotExistError,
			title=_("Tidak ditemukan"),
		)


def _lock_pesanan(pesanan: str) -> frappe._dict:
	_require_visible(pesanan)
	rows = read_current(
		f"select seri, tanggal from `tab{PESANAN}` where name = %(name)s for update", {"name": pesanan}
	)
	return frappe._dict(seri=rows[0][0], tanggal=rows[0][1])


def _lock_reserved_line(pesanan: str, urut: int) -> str:
	line = lock_line("pesanan = %(pesanan)s and nomor_urut = %(urut)s", {"pesanan": pesanan, "urut": urut})
	if not line or line.keadaan != DIPESAN:
		refuse_nomor(
			_(
				"Nomor {0} tidak sedang dipesan. Periksa nomor pada surat, atau beri surat ini nomor biasa."
			).format(frappe.bold(urut))
		)
	return line.name


def _write_used(name: str, line: frappe._dict) -> None:
	fields = (
		*NILAI_SURAT,
		"tanggal_surat",
		"jenis_dokumen",
		"dokumen",
		"kunci_dokumen",
		"nomor",
		"pola_nomor",
	)
	values = {field: line[field] for field in fields}
	values |= {"keadaan": TERPAKAI, "dipakai_oleh": frappe.session.user, "dipakai_pada": now()}
	with one_number_for_each():
		frappe.db.set_value(BUKU_NOMOR, name, values)


def _close_if_done(pesanan: str) -> None:
	if not _read_reserved(pesanan):
		frappe.db.set_value(PESANAN, pesanan, {"keadaan": SELESAI, "kunci_pemesan": None})


def _read_reserved(pesanan: str) -> tuple:
	return read_current(
		f"""select name, nomor_urut from `tab{BUKU_NOMOR}`
		where pesanan = %(pesanan)s and keadaan = %(keadaan)s order by nomor_urut for update""",
		{"pesanan": pesanan, "keadaan": DIPESAN},
	)


def _require_not_older(permintaan: PermintaanNomor, reserved: frappe._dict) -> None:
	if permintaan.tanggal < reserved.tanggal:
		refuse_tanggal(
			_("Nomor ini dipesan tanggal {0}, sedangkan surat bertanggal {1}. Periksa tanggal surat.").format(
				frappe.bold(formatdate(reserved.tanggal)), frappe.bold(formatdate(permintaan.tanggal))
			)
		)


def _refuse_jumlah(deret: Document) -> None:
	frappe.throw(
		_("Nomor yang dipesan sekaligus dari deret {0} sekurangnya 1 dan sebanyaknya {1}.").format(
			frappe.bold(deret.name), deret.pesanan_terbanyak
		),
		JumlahPesananError,
		title=_("Banyaknya tidak sesuai"),
	)
