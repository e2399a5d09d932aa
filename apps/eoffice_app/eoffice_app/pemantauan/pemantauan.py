"""What the page Monitor asks: figures by unit and official, the letters behind them, the board by state, the invitations.

All of it counts and shows only what the session's user may see, whatever his role: no role is told figures of letters that
are hidden from him.
"""

import frappe
from frappe.utils import cint, date_diff, get_datetime, getdate, now_datetime

from eoffice_app.hak_akses.surat import remembered_subjek
from eoffice_app.pemantauan.hitungan import KEADAAN, SEMUA, UNIT, count_steps
from eoffice_app.pemantauan.langkah_terbuka import select_steps
from eoffice_app.pemantauan.pejabat import describe_units
from eoffice_app.pemantauan.saringan import SURAT_KELUAR, SURAT_MASUK, SaringanPemantauan, read_saringan
from eoffice_app.pencarian.jawaban import describe_letters, read_visible
from eoffice_app.pencarian.kata import Pertanyaan
from eoffice_app.pencarian.pilihan import list_states

BANYAK = 50
BANYAK_PAPAN = 15
# Who has not found it among so many narrows down.
PALING_JAUH = 2_000

# What is due first comes first; what has no deadline after all that has one, the oldest first.
URUTAN = "tenggat is null, tenggat, sejak, surat"


@frappe.whitelist()
def get_pemantauan(saringan: dict | str | None = None) -> dict:
	"""Return the figures of the letters under way that the user may see.

	:param saringan: see `read_saringan`
	:return: dict of `jumlah`, `terlambat`, `hari_ini` (of all), `keadaan` (`nama` and the same figures, in the order of the
	        workflows) and `unit` (the same figures by unit and desk, see `describe_units`)
	:raises frappe.PermissionError: the user reads no letters at all
	:raises SaringanPemantauanError: narrowed down by something unknown
	"""
	require_reader()
	with remembered_subjek():
		steps, values = select_steps(read_saringan(saringan))
		counted = count_steps(steps, values)
	return {
		**counted[SEMUA][0],
		"keadaan": _order_states(counted[KEADAAN]),
		"unit": describe_units(counted[UNIT]),
	}


@frappe.whitelist()
def list_surat(saringan: dict | str | None = None, mulai: int = 0) -> dict:
	"""Return the letters under way that the user may see, the most urgent first.

	:param saringan: see `read_saringan`
	:param mulai: from which on, as the answer before said in `lanjut`
	:return: dict of `surat` (see `describe_steps`) and `lanjut` (None where that is all)
	:raises frappe.PermissionError: the user reads no letters at all
	:raises SaringanPemantauanError: narrowed down by something unknown
	"""
	require_reader()
	mulai = min(max(cint(mulai), 0), PALING_JAUH)
	with remembered_subjek():
		rows = read_steps(read_saringan(saringan), mulai, BANYAK + 1)
		more = len(rows) > BANYAK and mulai + BANYAK < PALING_JAUH
		return {"surat": describe_steps(rows[:BANYAK]), "lanjut": mulai + BANYAK if more else None}


@frappe.whitelist()
def get_papan(saringan: dict | str | None = None) -> dict[str, list[dict]]:
	"""Return the first letters of each state, the most urgent first; how many there are says `get_pemantauan`.

	:param saringan: see `read_saringan`
	:return: letters (see `describe_steps`) by the name of their state
	:raises frappe.PermissionError: the user reads no letters at all
	:raises SaringanPemantauanError: narrowed down by something unknown
	"""
	require_reader()
	with remembered_subjek():
		steps, values = select_steps(read_saringan(saringan))
		rows = frappe.db.sql(
			f"""
			select * from (
				select surat.*, row_number() over (partition by keadaan order by {URUTAN}) as urutan
				from ({_select_letters(steps)}) surat
			) papan
			where urutan <= %(banyak)s order by {URUTAN}
			""",
			{**values, "banyak": BANYAK_PAPAN},
			as_dict=True,
		)
		board = {}
		for letter in describe_steps(rows):
			board.setdefault(letter["keadaan"], []).append(letter)
	return board


@frappe.whitelist()
def list_choices() -> dict[str, list]:
	"""Return what the monitor can be narrowed down by: units as code and name, degrees of urgency, states.

	:raises frappe.PermissionError: the user reads no letters at all
	"""
	require_reader()
	units = frappe.get_all(
		"Unit Kerja", fields=["name", "nama_unit"], order_by="lft asc, nama_unit asc", as_list=True
	)
	return {
		"unit": [list(unit) for unit in units],
		"derajat": frappe.get_all("Derajat Surat", order_by="urutan asc, name asc", pluck="name"),
		"keadaan": list_states(),
	}


def read_steps(saringan: SaringanPemantauan, mulai: int, banyak: int) -> list[frappe._dict]:
	"""Return letters under way that the session's user may see, the most urgent first.

	:return: dicts of `surat`, `jenis`, `keadaan`, `derajat`, `sejak` and `tenggat` (the nearest)
	"""
	steps, values = select_steps(saringan)
	return frappe.db.sql(
		f"{_select_letters(steps)} order by {URUTAN} limit %(banyak)s offset %(mulai)s",
		{**values, "banyak": banyak, "mulai": mulai},
		as_dict=True,
	)


def describe_steps(rows: list[frappe._dict]) -> list[dict]:
	"""Return what is told of letters, by a few questions for all of them together.

	:param rows: see `read_steps`; a letter that the user does not see is left out
	:return: what `describe_letters` tells and `keadaan`, `derajat`, `sejak`, `umur` (days in the office), `tenggat`, `hari_terlambat`
	        (days, at least one once it is late) and `hari_ini` (it is due today)
	"""
	letters = [(row.jenis, row.surat) for row in rows]
	visible = read_visible(set(letters))
	shown = [letter for letter in letters if letter in visible]
	steps = {(row.jenis, row.surat): row for row in rows}
	return [
		{
			**told,
			"perihal": told["perihal"][0][0] if told["perihal"] else "",
			**_describe_clock(steps[letter]),
		}
		for letter, told in zip(shown, describe_letters(shown, visible, Pertanyaan()), strict=True)
	]


def _describe_clock(step: frappe._dict) -> dict:
	now = now_datetime()
	tenggat = get_datetime(step.tenggat) if step.tenggat else None
	late = bool(tenggat and tenggat < now)
	return {
		"keadaan": step.keadaan,
		"derajat": step.derajat,
		"sejak": step.sejak,
		"umur": date_diff(now, step.sejak),
		"tenggat": tenggat,
		"hari_terlambat": max(date_diff(now, tenggat), 1) if late else 0,
		"hari_ini": bool(tenggat and not late and getdate(tenggat) == now.date()),
	}


def _select_letters(steps: str) -> str:
	return f"""
		select surat, jenis, keadaan, derajat, sejak, min(tenggat) as tenggat from ({steps}) langkah
		group by surat, jenis, keadaan, derajat, sejak
	"""


def _order_states(rows: list[frappe._dict]) -> list[dict]:
	known = {state: place for place, state in enumerate(list_states())}
	return [
		{"nama": row.pop("keadaan"), **row}
		for row in sorted(rows, key=lambda row: (known.get(row.keadaan, len(known)), row.keadaan))
	]


def require_reader() -> None:
	"""Refuse who reads no letters at all, of either kind.

	:raises frappe.PermissionError: such a user
	"""
	if not any(map(frappe.has_permission, (SURAT_MASUK, SURAT_KELUAR))):
		raise frappe.PermissionError
