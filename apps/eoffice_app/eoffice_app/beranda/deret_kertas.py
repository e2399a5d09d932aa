"""The assistant's question after the last numbers that letters were given on paper, series by series."""

import frappe
from frappe.model.document import Document
from frappe.utils import cint, getdate, nowdate

from eoffice_app.penomoran.deret import PEMBAGI, SETIAP_TAHUN, TANPA_PERIODE, compose_seri

UNIT, JENIS = "Unit", "Jenis"


@frappe.whitelist()
def get_deret_kertas() -> dict:
	"""Return each sequence of the active series with its last number of this year.

	:return: dict of `tahun`, and `deret`: dicts of `deret`, `cakupan`, `nama`, `nomor` and `terkunci` (it has given a
	        number here)
	:raises frappe.PermissionError: the user does not manage the office
	"""
	tahun = getdate(nowdate()).year
	return {
		"tahun": tahun,
		"deret": [
			_describe(deret, cakupan, nama, tahun)
			for deret in _list_deret()
			for cakupan, nama in _list_cakupan(deret)
		],
	}


@frappe.whitelist(methods=["POST"])
def save_deret_kertas(nomor: list | str) -> None:
	"""Let series go on after their last number of this year on paper; those that stay as they are are not touched.

	:param nomor: dicts of `deret`, `cakupan` and `nomor`; as JSON where a browser sends them
	:raises LanjutanDeretError: a series has given a number already
	:raises frappe.PermissionError: the user does not manage the office
	"""
	tahun = getdate(nowdate()).year
	for row in frappe.parse_json(nomor):
		deret = frappe.get_doc("Deret Nomor", row["deret"])
		deret.check_permission("write")
		_set_last(deret, row.get("cakupan") or "", cint(row["nomor"]), tahun)


def _set_last(deret: Document, cakupan: str, nomor: int, tahun: int) -> None:
	line = _find_line(deret, cakupan, tahun)
	if (line.nomor if line else 0) == nomor:
		return
	if not nomor:
		deret.remove(line)
	elif line:
		line.nomor = nomor
	else:
		deret.append("lanjutan", {"cakupan": cakupan, "tahun": tahun, "nomor": nomor})
	deret.save()


def _list_deret() -> list[Document]:
	frappe.new_doc("Deret Nomor").check_permission("write")
	names = frappe.get_list("Deret Nomor", filters={"aktif": 1}, order_by="nama_deret asc", pluck="name")
	return [frappe.get_doc("Deret Nomor", name) for name in names]


def _list_cakupan(deret: Document) -> list[tuple[str, str]]:
	"""Return the parts of a series with their names; one part without a code where the whole office counts as one."""
	if deret.lingkup == UNIT:
		return _list_named("Unit Kerja", ("kode", "nama_unit"), {"aktif": 1})
	if deret.lingkup == JENIS:
		return _list_named("Jenis Naskah", ("kode", "nama_jenis"), {"deret_nomor": deret.name})
	if deret.lingkup in PEMBAGI:
		books = _list_named("Jenis Naskah", ("buku_nomor", "buku_nomor"), {"deret_nomor": deret.name})
		return sorted({book for book in books if book[0]})
	return [("", "")]


def _list_named(doctype: str, fields: tuple[str, str], filters: dict) -> list[tuple[str, str]]:
	rows = frappe.get_all(
		doctype, filters=filters, fields=list(dict.fromkeys(fields)), order_by=f"{fields[0]} asc"
	)
	return [(row[fields[0]], row[fields[1]]) for row in rows]


def _describe(deret: Document, cakupan: str, nama: str, tahun: int) -> dict:
	line = _find_line(deret, cakupan, tahun)
	on_paper = line.nomor if line else 0
	seri = compose_seri(deret.name, cakupan, _get_periode(deret, tahun))
	last = frappe.db.get_value("Penghitung Nomor", seri, "nilai") or 0
	return {
		"deret": deret.name,
		"cakupan": cakupan,
		"nama": f"{deret.nama_deret}: {nama}" if nama else deret.nama_deret,
		"nomor": max(last, on_paper),
		"terkunci": last > on_paper,
	}


def _find_line(deret: Document, cakupan: str, tahun: int) -> Document | None:
	wanted = (cakupan, _get_periode(deret, tahun))
	return next((row for row in deret.lanjutan if (row.cakupan or "", row.tahun) == wanted), None)


def _get_periode(deret: Document, tahun: int) -> int:
	return tahun if deret.ulang == SETIAP_TAHUN else TANPA_PERIODE
