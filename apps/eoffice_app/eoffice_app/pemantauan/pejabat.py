"""The desks that letters wait on, named and in the order of the office's tree."""

import frappe

from eoffice_app.organisasi.pemangku import find_holders

JABATAN, PERAN = "jabatan", "peran"


def describe_units(rows: list[frappe._dict]) -> list[dict]:
	"""Return the figures of units with those of their desks.

	:param rows: figures by `unit` and `pejabat` (a desk as SaringanPemantauan names it; None for the unit as a whole)
	:return: dicts of `unit` ("" for none), `nama` and the figures of the unit, and `pejabat`: dicts of the desk's `pejabat`, `jenis`
	        (JABATAN or PERAN), `nama`, `pemangku` (None where nobody holds the post) and figures
	"""
	desks = _read_desks(row.pejabat for row in rows if row.pejabat)
	units = _read_units()
	found = {
		row.unit: {
			**_pick_figures(row),
			"unit": row.unit,
			"nama": units.get(row.unit, row.unit),
			"pejabat": [],
		}
		for row in rows
		if row.pejabat is None
	}
	for row in sorted((row for row in rows if row.pejabat), key=lambda row: desks[row.pejabat].urutan):
		desk = desks[row.pejabat]
		found[row.unit]["pejabat"].append(
			{**_pick_figures(row), **{key: desk[key] for key in ("pejabat", "jenis", "nama", "pemangku")}}
		)
	order = {unit: place for place, unit in enumerate(units)}
	return sorted(found.values(), key=lambda unit: (order.get(unit["unit"], -1), unit["unit"]))


def _pick_figures(row: frappe._dict) -> dict:
	return {key: value for key, value in row.items() if key not in ("unit", "pejabat")}


def _read_units() -> dict[str, str]:
	return dict(
		frappe.get_all(
			"Unit Kerja", fields=["name", "nama_unit"], order_by="lft asc, nama_unit asc", as_list=True
		)
	)


def _read_desks(keys) -> dict[str, frappe._dict]:
	split = {key: key.partition(":") for key in keys}
	posts = _read_posts([name for kind, _sign, name in split.values() if kind == JABATAN])
	return {
		key: posts[name] if kind == JABATAN else _describe_role(key, name)
		for key, (kind, _sign, name) in split.items()
	}


def _read_posts(names: list[str]) -> dict[str, frappe._dict]:
	holders = find_holders(names)
	rows = frappe.get_all("Jabatan", filters={"name": ["in", names]}, fields=["name", "nama_jabatan", "lft"])
	return {
		row.name: frappe._dict(
			pejabat=f"{JABATAN}:{row.name}",
			jenis=JABATAN,
			nama=row.nama_jabatan,
			pemangku=holders[row.name].nama_lengkap if row.name in holders else None,
			urutan=(1, row.lft or 0, row.name),
		)
		for row in rows
	}


def _describe_role(key: str, name: str) -> frappe._dict:
	# What a role has before any post does comes first in its unit.
	role = name.partition("/")[0]
	return frappe._dict(pejabat=key, jenis=PERAN, nama=role, pemangku=None, urutan=(0, 0, role))
