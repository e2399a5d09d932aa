"""The workspaces, one for each role: created if absent, so that an office's own edits stay.

They are no files of a module: Frappe would write those over what the office changed as soon as a version brings a newer
one. And they name no module: Frappe 16 removes a public workspace that names one and is in none of its files.
"""

import json
from collections.abc import Iterable

import frappe

from eoffice_app.setup.daftar_ruang import RUANG_KERJA, Ruang, Tautan

MODUL_LAPORAN = "Laporan"
# What a block says to Frappe: the figures are drawn by the app, in the light of the page and not in the block's shadow.
HTML = "<slot></slot>"
SKRIP = "eoffice.show_yang_menunggu(root_element.host, {});"


def create_ruang_kerja() -> None:
	"""Create the workspaces and their blocks of figures that the site does not have yet."""
	for name, ruang in RUANG_KERJA.items():
		_create_block(name)
		if not frappe.db.exists("Workspace", name):
			_create_workspace(name, ruang)


def remove_ruang_kerja() -> None:
	"""Remove the workspaces and their blocks."""
	for name in RUANG_KERJA:
		frappe.delete_doc("Workspace", name, ignore_missing=True, force=True, ignore_permissions=True)
		frappe.delete_doc(
			"Custom HTML Block", name_block(name), ignore_missing=True, force=True, ignore_permissions=True
		)


def name_block(ruang: str) -> str:
	"""Return the name of the block that shows the figures of a workspace."""
	return f"Yang Menunggu: {ruang}"


def _create_block(ruang: str) -> None:
	if not frappe.db.exists("Custom HTML Block", name_block(ruang)):
		frappe.get_doc(
			{
				"doctype": "Custom HTML Block",
				"name": name_block(ruang),
				"html": HTML,
				"script": SKRIP.format(json.dumps(ruang)),
			}
		).insert(ignore_permissions=True)


def _create_workspace(name: str, ruang: Ruang) -> None:
	cards = {
		title: _list_present(links) for title, links in {**ruang.kartu, **_card_of_reports(ruang)}.items()
	}
	shortcuts = _list_present(ruang.pintasan)
	workspace = frappe.get_doc(
		{
			"doctype": "Workspace",
			"label": name,
			"title": name,
			"public": 1,
			"icon": ruang.ikon,
			"sequence_id": ruang.urutan,
			"roles": [{"role": role} for role in ruang.peran],
			"custom_blocks": [{"custom_block_name": name_block(name), "label": name_block(name)}],
			"shortcuts": [_compose_shortcut(link) for link in shortcuts],
			"links": [row for title, links in cards.items() if links for row in _compose_card(title, links)],
			"content": json.dumps(
				_compose_content(name, shortcuts, [title for title in cards if cards[title]])
			),
			# Only Frappe 16 has these fields: by the app it finds the place of a workspace that names no module.
			"app": "eoffice_app",
			"type": "Workspace",
		}
	)
	workspace.insert(ignore_permissions=True)


def _card_of_reports(ruang: Ruang) -> dict[str, tuple[Tautan, ...]]:
	if not ruang.laporan:
		return {}
	names = frappe.get_all("Report", filters={"module": MODUL_LAPORAN}, order_by="name asc", pluck="name")
	return {"Laporan": (*ruang.laporan, *(Tautan(name, "Report", name) for name in names))}


def _list_present(links: Iterable[Tautan]) -> list[Tautan]:
	return [link for link in links if frappe.db.exists(link.jenis, link.tujuan)]


def _compose_shortcut(link: Tautan) -> dict:
	return {
		"label": link.label,
		"type": link.jenis,
		"link_to": link.tujuan,
		"doc_view": link.tampilan,
	}


def _compose_card(title: str, links: list[Tautan]) -> list[dict]:
	head = {"type": "Card Break", "label": title, "link_count": len(links)}
	return [head, *({"type": "Link", **_compose_link(link)} for link in links)]


def _compose_link(link: Tautan) -> dict:
	is_query = link.jenis == "Report" and frappe.db.get_value("Report", link.tujuan, "report_type") != (
		"Report Builder"
	)
	return {
		"label": link.label,
		"link_type": link.jenis,
		"link_to": link.tujuan,
		"is_query_report": int(is_query),
	}


def _compose_content(name: str, shortcuts: list[Tautan], cards: list[str]) -> list[dict]:
	blocks = [("custom_block", {"custom_block_name": name_block(name), "col": 12})]
	blocks += [("shortcut", {"shortcut_name": link.label, "col": 3}) for link in shortcuts]
	blocks += [("spacer", {"col": 12})]
	blocks += [("card", {"card_name": title, "col": 4}) for title in cards]
	return [{"id": f"ruang{at}", "type": kind, "data": data} for at, (kind, data) in enumerate(blocks)]
