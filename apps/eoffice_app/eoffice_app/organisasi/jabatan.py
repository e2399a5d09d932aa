"""Questions to the tree of posts. The tree is Frappe's nested set, so each answer is one indexed read."""

import frappe


def list_below(jabatan: str) -> list[str]:
	"""Names of the active posts anywhere below `jabatan`, nearest branch first; empty for an unknown post."""
	edges = _edges(jabatan)
	if not edges:
		return []
	return frappe.get_all(
		"Jabatan",
		filters={"lft": [">", edges.lft], "rgt": ["<", edges.rgt], "aktif": 1},
		order_by="lft asc",
		pluck="name",
	)


def list_above(jabatan: str) -> list[str]:
	"""Names of the posts above `jabatan`, the direct superior first; empty for the head of the office."""
	edges = _edges(jabatan)
	if not edges:
		return []
	return frappe.get_all(
		"Jabatan",
		filters={"lft": ["<", edges.lft], "rgt": [">", edges.rgt]},
		order_by="lft desc",
		pluck="name",
	)


def is_below(jabatan: str, atasan: str) -> bool:
	"""Whether `jabatan` stands anywhere below `atasan` in the tree of posts."""
	return atasan in list_above(jabatan)


def _edges(jabatan: str):
	return frappe.db.get_value("Jabatan", jabatan, ["lft", "rgt"], as_dict=True)
