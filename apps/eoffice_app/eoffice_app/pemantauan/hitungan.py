"""The figures of the letters under way, by state, unit and desk: counted in one pass, since asking costs more than counting."""

from collections import defaultdict

import frappe

ANGKA = ("jumlah", "terlambat", "hari_ini")
LANGKAH = """
	select surat, keadaan, unit, pejabat,
		case when tenggat < %(sekarang)s then 'terlambat'
			when tenggat < %(hari_ini)s + interval 1 day then 'hari_ini' end as waktu
	from ({steps}) langkah
"""
SEMUA, KEADAAN, UNIT = "semua", "keadaan", "unit"


def count_steps(steps: str, values: dict) -> dict[str, list[frappe._dict]]:
	"""Return how many letters there are, are late and are due today.

	A letter on several desks counts once for each desk, once for their unit and once in all.

	:param steps: see `select_steps`
	:return: rows of ANGKA: the only one of SEMUA, those of KEADAAN (with `keadaan`), those of UNIT (with `unit` and
	        `pejabat`, None for the unit as a whole)
	"""
	letters = _gather_letters(frappe.db.sql(LANGKAH.format(steps=steps), values))
	counted = {
		place: frappe._dict({figure: len(found[figure]) for figure in ANGKA})
		for place, found in letters.items()
	}
	rows = {SEMUA: [counted.pop((SEMUA,), frappe._dict(dict.fromkeys(ANGKA, 0)))], KEADAAN: [], UNIT: []}
	for (kind, *names), figures in counted.items():
		figures.update(zip((kind, "pejabat")[: len(names)], names, strict=True))
		rows[kind].append(figures)
	return rows


def _gather_letters(steps: tuple) -> dict[tuple, dict[str, set[str]]]:
	letters = defaultdict(lambda: {figure: set() for figure in ANGKA})
	for surat, keadaan, unit, pejabat, waktu in steps:
		for place in ((SEMUA,), (KEADAAN, keadaan), (UNIT, unit, None), (UNIT, unit, pejabat)):
			letters[place]["jumlah"].add(surat)
			if waktu:
				letters[place][waktu].add(surat)
	return letters
