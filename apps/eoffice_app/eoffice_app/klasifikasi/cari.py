"""A code of the classification found as one types: by its beginning, or by words of its name in any order."""

import frappe

from eoffice_app.pencarian.kata import find_root, split_words

DOCTYPE = "Klasifikasi Arsip"
# First letters of a root that a prefix may swallow: "kirim" in "pengiriman".
LULUH = "ktps"


@frappe.whitelist()
@frappe.validate_and_sanitize_search_inputs
def search_klasifikasi(
	doctype: str,
	txt: str,
	searchfield: str,
	start: int,
	page_len: int,
	filters: dict | list | str | None = None,
	**options,
) -> list[tuple]:
	"""Return codes with their names: Frappe's hook `standard_queries`.

	:param txt: "000.8.3", or words such as "rapat pimpinan"
	:return: codes that begin so, then those whose names have all words, and where there is none those that have one; the
	        groups before what is in them
	"""
	given = _read_filters(filters)
	by_code = [DOCTYPE, "kode", "like", f"{_escape(txt.strip())}%"]
	by_words = [[DOCTYPE, "uraian", "like", f"%{_find_part(word)}%"] for word in split_words(txt)]
	found = _list_codes([*given, by_code], start + page_len)
	if by_words:
		found += _list_codes([*given, *by_words], start + page_len)
	if by_words and not found:
		found = _list_codes(given, start + page_len, any_of=by_words)
	return list(dict.fromkeys(found))[start : start + page_len]


def _list_codes(filters: list, limit: int, any_of: list = ()) -> list[tuple]:
	return list(
		frappe.get_list(
			DOCTYPE,
			fields=["name", "uraian"],
			filters=filters,
			or_filters=list(any_of),
			limit_page_length=limit,
			order_by="lft asc",
			as_list=True,
		)
	)


def _read_filters(filters: dict | list | str | None) -> list:
	given = frappe.parse_json(filters) if filters else []
	if isinstance(given, dict):
		return [[DOCTYPE, name, *_compare(value)] for name, value in given.items()]
	return list(given)


def _compare(value: object) -> tuple:
	return tuple(value) if isinstance(value, list | tuple) else ("=", value)


def _find_part(word: str) -> str:
	"""Return what all forms of a word have in common as they are written: "irim" for "pengiriman" and "kirim"."""
	root = find_root(word)
	if len(root) > 3 and root[0] in LULUH:
		root = root[1:]
	return _escape(root if root in word else word)


def _escape(text: str) -> str:
	return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
