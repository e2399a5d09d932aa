"""Check the rows of a spreadsheet against each other and against the office. No database here."""

from collections.abc import Callable, Iterator
from itertools import combinations

import frappe
from frappe import _
from frappe.utils import formatdate

from eoffice_app.organisasi.impor.baca import Baris, Isi, Temuan
from eoffice_app.organisasi.impor.kantor import Kantor, fold
from eoffice_app.organisasi.impor.lembar import JABATAN, PEGAWAI, PEMANGKU, UNIT_KERJA
from eoffice_app.organisasi.pemangku import DEFINITIF, is_clash


def check(isi: Isi, kantor: Kantor) -> list[Temuan]:
	"""Return everything that keeps the readable rows of a spreadsheet from being imported, in its order."""
	faults = [
		*_check_tree(isi, UNIT_KERJA, "Unit Induk", "parent_unit_kerja", kantor.unit),
		*_check_tree(isi, JABATAN, "Atasan", "parent_jabatan", kantor.jabatan),
		*_check_references(isi, JABATAN, "Unit Kerja", "unit_kerja", _codes(isi, UNIT_KERJA, kantor.unit)),
		*_check_pegawai(isi, kantor),
		*_check_references(isi, PEMANGKU, "Jabatan", "jabatan", _codes(isi, JABATAN, kantor.jabatan)),
		*_check_pemangku(isi, kantor),
	]
	order = list(isi.baris)
	return sorted(faults, key=lambda temuan: (order.index(temuan.lembar), temuan.baris))


def list_holdings(isi: Isi, kantor: Kantor) -> dict[str, list[frappe._dict]]:
	"""Return by post what its holdings would be after the import, each with `baris` where it comes from a row.

	Only posts that the spreadsheet names, and only rows whose dates can be read.
	"""
	holdings: dict[str, list[frappe._dict]] = {}
	for row in isi.baris[PEMANGKU]:
		if row.nilai.get("jabatan") and row.nilai.get("mulai"):
			holdings.setdefault(fold(row.nilai["jabatan"]), []).append(_as_holding(row, isi, kantor))
	updated = {holding.name for rows in holdings.values() for holding in rows if holding.name}
	for present in kantor.pemangku:
		rows = holdings.get(fold(present["jabatan"]))
		if rows is not None and present["name"] not in updated:
			nama = kantor.pegawai[present["pegawai"]]["nama_lengkap"]
			rows.append(frappe._dict(present, baris=0, nama=nama))
	return holdings


def find_pemangku(baris: Baris, kantor: Kantor) -> dict | None:
	"""Return the holding that a row describes anew: the same person, post, kind and first day."""
	pegawai = kantor.find_pegawai(baris.nilai.get("pegawai"))
	if not pegawai:
		return None
	return kantor.pemangku_by_kunci.get(
		(pegawai["name"], fold(baris.nilai.get("jabatan")), _kind(baris), baris.nilai.get("mulai"))
	)


def find_pegawai(baris: Baris, kantor: Kantor) -> dict | None:
	"""Return the person that a row describes anew, by NIP or else by account."""
	return kantor.find_pegawai(baris.nilai.get("nip")) or kantor.find_pegawai(fold(baris.nilai.get("user")))


def _check_tree(isi: Isi, lembar: str, kolom: str, induk: str, present: dict) -> Iterator[Temuan]:
	yield from _check_doubles(isi, lembar, "Kode", lambda baris: fold(baris.nilai.get("kode")))
	yield from _check_references(isi, lembar, kolom, induk, _codes(isi, lembar, present))
	parents = {code: fold(row[induk]) for code, row in present.items()}
	for baris in isi.baris[lembar]:
		if baris.nilai.get("kode") and baris.nilai.get(induk) is not None:
			parents[fold(baris.nilai["kode"])] = fold(baris.nilai[induk])
	for baris in isi.baris[lembar]:
		circle = _find_circle(fold(baris.nilai.get("kode")), parents)
		if circle:
			yield Temuan(
				lembar,
				baris.nomor,
				kolom,
				_("Melingkar: {0}. Perbaiki salah satu induknya.").format(" → ".join(map(str.upper, circle))),
			)


def _find_circle(code: str, parents: dict[str, str]) -> list[str]:
	way, above = [code], parents.get(code)
	while above and above not in way:
		way.append(above)
		above = parents.get(above)
	return [*way, code] if code and above == code else []


def _check_doubles(isi: Isi, lembar: str, kolom: str, get_key: Callable[[Baris], object]) -> Iterator[Temuan]:
	first: dict[object, int] = {}
	for baris in isi.baris[lembar]:
		key = get_key(baris)
		if key and key in first:
			yield Temuan(
				lembar,
				baris.nomor,
				kolom,
				_("Sama dengan baris {0}. Hapus salah satunya, atau perbaiki.").format(first[key]),
			)
		elif key:
			first[key] = baris.nomor


def _check_references(isi: Isi, lembar: str, kolom: str, field: str, known: set[str]) -> Iterator[Temuan]:
	for baris in isi.baris[lembar]:
		value = baris.nilai.get(field)
		if value and fold(value) not in known:
			yield Temuan(
				lembar,
				baris.nomor,
				kolom,
				_(
					"{0} tidak ada di kantor ini dan tidak ada di berkas. Tambahkan lebih dulu, atau perbaiki."
				).format(value),
			)


def _codes(isi: Isi, lembar: str, present: dict) -> set[str]:
	return {fold(baris.nilai.get("kode")) for baris in isi.baris[lembar]} | set(present)


def _check_pegawai(isi: Isi, kantor: Kantor) -> Iterator[Temuan]:
	yield from _check_doubles(isi, PEGAWAI, "NIP", lambda baris: baris.nilai.get("nip"))
	yield from _check_doubles(isi, PEGAWAI, "Surel Akun", lambda baris: fold(baris.nilai.get("user")))
	for baris in isi.baris[PEGAWAI]:
		for kolom, pesan in _blame_pegawai(baris, kantor):
			yield Temuan(PEGAWAI, baris.nomor, kolom, pesan)


def _blame_pegawai(baris: Baris, kantor: Kantor) -> Iterator[tuple[str, str]]:
	nip, akun = baris.nilai.get("nip"), fold(baris.nilai.get("user"))
	if nip is not None and "@" in nip:
		yield "NIP", _("Kolom ini untuk NIP. Tulis alamat surel pada kolom Surel Akun.")
	if {"nip", "user"} <= set(baris.nilai) and not nip and not akun:
		yield "NIP", _("Isi NIP atau Surel Akun, agar pegawai ini dapat dikenali.")
	if akun and akun not in kantor.akun:
		yield (
			"Surel Akun",
			_("Akun {0} belum ada atau tidak aktif. Buat lebih dulu di Pengguna.").format(akun),
		)
	by_nip, by_akun = kantor.find_pegawai(nip), kantor.find_pegawai(akun)
	if by_akun and nip and by_akun["nip"] and by_akun["nip"] != nip:
		yield "Surel Akun", _("Akun {0} sudah dipakai {1}.").format(akun, by_akun["nama_lengkap"])
	elif by_nip and by_akun and by_nip != by_akun:
		yield "Surel Akun", _("Akun {0} sudah dipakai {1}.").format(akun, by_akun["nama_lengkap"])


def _check_pemangku(isi: Isi, kantor: Kantor) -> Iterator[Temuan]:
	yield from _check_doubles(isi, PEMANGKU, "Pegawai", _identify_holding)
	known = {key for baris in isi.baris[PEGAWAI] for key in _keys_of_person(baris)}
	for baris in isi.baris[PEMANGKU]:
		pegawai = baris.nilai.get("pegawai")
		if pegawai and pegawai not in known and not kantor.find_pegawai(pegawai):
			yield Temuan(
				PEMANGKU,
				baris.nomor,
				"Pegawai",
				_("{0} bukan NIP atau akun pegawai yang dikenal. Tambahkan pada lembar {1}.").format(
					pegawai, PEGAWAI
				),
			)
		mulai, sampai = baris.nilai.get("mulai"), baris.nilai.get("sampai")
		if mulai and sampai and sampai < mulai:
			yield Temuan(PEMANGKU, baris.nomor, "Sampai", _("Tanggal Sampai mendahului tanggal Mulai."))
	for holdings in list_holdings(isi, kantor).values():
		yield from _check_overlaps(holdings)


def _check_overlaps(holdings: list[frappe._dict]) -> Iterator[Temuan]:
	for one, other in combinations(holdings, 2):
		# Rows come before what the office has, so the later of two rows is blamed, and a row rather than the office.
		blamed, holder = (other, one) if other.baris else (one, other)
		if blamed.baris and is_clash(one, other):
			yield Temuan(
				PEMANGKU,
				blamed.baris,
				"Mulai",
				_("Bertumpang tindih dengan {0} ({1}, mulai {2}). Ubah tanggal salah satunya.").format(
					holder.nama, holder.jenis, formatdate(holder.mulai)
				),
			)


def _as_holding(baris: Baris, isi: Isi, kantor: Kantor) -> frappe._dict:
	present = find_pemangku(baris, kantor) or {}
	sampai = baris.nilai.get("sampai")
	return frappe._dict(
		name=present.get("name"),
		baris=baris.nomor,
		jenis=_kind(baris),
		mulai=baris.nilai["mulai"],
		# An empty cell leaves the day that the office has.
		sampai=present.get("sampai") if sampai is None else sampai or None,
		nama=_name_person(baris.nilai.get("pegawai"), isi, kantor),
	)


def _name_person(kunci: str | None, isi: Isi, kantor: Kantor) -> str:
	present = kantor.find_pegawai(kunci)
	if present:
		return present["nama_lengkap"]
	rows = (baris.nilai.get("nama") for baris in isi.baris[PEGAWAI] if kunci in _keys_of_person(baris))
	return next(rows, None) or kunci or "?"


def _keys_of_person(baris: Baris) -> set[str]:
	return {baris.nilai.get("nip"), fold(baris.nilai.get("user"))} - {None, ""}


def _identify_holding(baris: Baris) -> tuple | None:
	key = (baris.nilai.get("jabatan"), baris.nilai.get("pegawai"), baris.nilai.get("mulai"))
	return (fold(key[0]), key[1], _kind(baris), key[2]) if all(key) else None


def _kind(baris: Baris) -> str:
	return baris.nilai.get("jenis") or DEFINITIF
