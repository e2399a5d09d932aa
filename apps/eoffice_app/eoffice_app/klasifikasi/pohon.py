"""The tree of the classification, numbered anew in one go."""

from collections import defaultdict

import frappe

SEKALI_TULIS = 1000


def renew_tree() -> None:
	"""Number all codes as a nested set by their parents, those beside each other by code."""
	rows = frappe.db.sql("select name, parent_klasifikasi_arsip, lft, rgt from `tabKlasifikasi Arsip`")
	children = defaultdict(list)
	for name, parent, _lft, _rgt in rows:
		children[parent or None].append(name)
	places = number_tree(children)
	moved = [
		(name, *places[name])
		for name, _parent, lft, rgt in rows
		if places.get(name, (lft, rgt)) != (lft, rgt)
	]
	for begin in range(0, len(moved), SEKALI_TULIS):
		_write(moved[begin : begin + SEKALI_TULIS])


def number_tree(children: dict[str | None, list[str]]) -> dict[str, tuple[int, int]]:
	"""Return left and right number of every node.

	:param children: names by parent, the uppermost by None
	"""
	places, number = {}, 0
	# Names to open, or to close with the number they opened with; the last comes first.
	waiting: list[tuple[str, int | None]] = [(name, None) for name in _last_first(children[None])]
	while waiting:
		name, opened = waiting.pop()
		number += 1
		if opened is not None:
			places[name] = (opened, number)
			continue
		waiting.append((name, number))
		waiting += [(child, None) for child in _last_first(children.get(name, []))]
	return places


def _last_first(names: list[str]) -> list[str]:
	return sorted(names, key=_split, reverse=True)


def _split(kode: str) -> list[tuple[int, str]]:
	"""Return a code so that 400.9 stands before 400.10."""
	return [(int(part), "") if part.isdecimal() else (10**9, part) for part in kode.split(".")]


def _write(moved: list[tuple[str, int, int]]) -> None:
	frappe.db.sql(
		f"""
		update `tabKlasifikasi Arsip` klasifikasi
		join ({" union all ".join(["select %s as name, %s as lft, %s as rgt"] * len(moved))}) baru
			on baru.name = klasifikasi.name
		set klasifikasi.lft = baru.lft, klasifikasi.rgt = baru.rgt
		""",
		[value for row in moved for value in row],
	)
