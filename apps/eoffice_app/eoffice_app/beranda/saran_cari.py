"""What the search of the bar proposes beside letters: of Frappe's own lists and pages only what is some role's work."""

import frappe


def choose_suggestions(bootinfo: frappe._dict, roles: set[str]) -> None:
	"""Take from what a desk is given as it opens the lists and pages of Frappe that no role of the office is named for.

	They stay readable, and open by their address; the bar alone no longer proposes them. What the administrator gives to
	one of these roles is proposed.

	:param bootinfo: with `user.can_search` (names of DocTypes) and `page_info` (by name of a page)
	:param roles: those of the user that belong to the office
	"""
	modules = frappe.get_all("Module Def", filters={"app_name": "frappe"}, pluck="name")
	if "user" in bootinfo:
		hidden = _list_doctypes(modules) - _list_doctypes_of(roles)
		bootinfo.user.can_search = [name for name in bootinfo.user.can_search if name not in hidden]
	if "page_info" in bootinfo:
		hidden = _list_pages(modules) - _list_pages_of(roles)
		bootinfo.page_info = {name: page for name, page in bootinfo.page_info.items() if name not in hidden}


def _list_doctypes(modules: list[str]) -> set[str]:
	return set(frappe.get_all("DocType", filters={"module": ["in", modules]}, pluck="name"))


def _list_doctypes_of(roles: set[str]) -> set[str]:
	given = {"role": ["in", list(roles)], "read": 1}
	rows = [
		*frappe.get_all("DocPerm", filters=given, pluck="parent"),
		*frappe.get_all("Custom DocPerm", filters=given, pluck="parent"),
	]
	return set(rows)


def _list_pages(modules: list[str]) -> set[str]:
	return set(frappe.get_all("Page", filters={"module": ["in", modules]}, pluck="name"))


def _list_pages_of(roles: set[str]) -> set[str]:
	named = {"role": ["in", list(roles)], "parenttype": "Page"}
	return set(frappe.get_all("Has Role", filters=named, pluck="parent"))
