"""The menus of the desk: of Frappe's own workspaces and of the bar above only what concerns a person, our own first.

Nothing is written for it: an account made tomorrow has the same menu, and what the administrator of the system changes on
a workspace holds at once.
"""

from collections.abc import Callable
from functools import partial

import frappe
from frappe.desk import desktop
from frappe.desk.utils import slug
from frappe.model.document import Document

from eoffice_app.beranda.meja import get_meja
from eoffice_app.beranda.saran_cari import choose_suggestions
from eoffice_app.ekspedisi.keadaan import PERAN_CARAKA
from eoffice_app.organisasi.desk import PERAN_BERJABATAN

PERAN_KANTOR = {*PERAN_BERJABATAN, PERAN_CARAKA, "Pengelola E-Office"}
PERAN_UMUM = {"All", "Guest", "Desk User"}
# Frappe's own entries of the user's menu and the help, by what they do: values for forms that no form of ours takes, a
# website that the office has not, and help in English for whom the help is the office's administrator.
TAK_TERPAKAI = {
	"frappe.ui.toolbar.setup_session_defaults()",
	"frappe.ui.toolbar.view_website()",
	"https://frappe.io/support",
}
SEKRETARIS, PENGELOLA = "Sekretaris", "Pengelola"
# Role → the home of who has it: the first that he has counts, so that an official with a clerk's role beside is an
# official first.
BERANDA = {
	"Pimpinan": "Pimpinan",
	"Pejabat": "Meja Saya",
	"Operator Surat": "Operator",
	"Operator Sandi": "Operator",
	"Verifikator": "Verifikator",
	PERAN_CARAKA: "Caraka",
	"Staf": "Meja Saya",
	"Pengelola E-Office": PENGELOLA,
	"System Manager": PENGELOLA,
}


@frappe.whitelist()
def get_workspace_sidebar_items() -> dict:
	"""Return the menu of the session's user: Frappe's function of this name, without what he never uses."""
	menu = desktop.get_workspace_sidebar_items()
	menu["pages"] = choose_pages(menu["pages"], frappe.session.user)
	return menu


def choose_by_roles(bootinfo: frappe._dict) -> None:
	"""Choose from the menus that a desk is given as it opens what hangs on the user's roles.

	Frappe remembers what this leaves for the next time he opens it, until his roles or the workspaces change.
	"""
	if _has_only_roles_of_office(frappe.session.user):
		choose_suggestions(bootinfo, PERAN_KANTOR & set(frappe.get_roles()))
		if "navbar_settings" in bootinfo:
			bootinfo.navbar_settings = _choose_of_bar()
	_choose_pages_of(bootinfo, _hide_general)


def choose_by_posts(bootinfo: frappe._dict) -> None:
	"""Choose what hangs on the posts for which the user acts today; asked each time that a desk opens."""
	_choose_pages_of(bootinfo, _put_home_first)
	if "app_data" in bootinfo:
		_give_to_apps(bootinfo.app_data, bootinfo.sidebar_pages["pages"])


def forget_menus(doc: Document, method: str | None = None, *renamed: object) -> None:
	"""Have every desk that is opened from now on read its menu anew: hook of Workspace.

	Frappe does so by itself from 15 on.
	"""
	frappe.db.after_commit.add(partial(frappe.cache.delete_key, "bootinfo"))


def choose_pages(pages: list[dict], user: str) -> list[dict]:
	"""Return the workspaces of a user's menu, his home first.

	Who has only roles of this office does not see the workspaces of Frappe that are given to no role. One that the
	administrator gives to a role, or makes without a module, stays. The secretary's is for who acts for that post.

	:param pages: as Frappe found them: dicts of `name`, `public`, `module` …
	"""
	return _put_home_first(_hide_general(pages, user), user)


def _choose_pages_of(bootinfo: frappe._dict, choose: Callable[[list[dict], str], list[dict]]) -> None:
	# Frappe 16 keeps them by another name.
	if "allowed_workspaces" in bootinfo:
		bootinfo.allowed_workspaces = choose(bootinfo.allowed_workspaces, frappe.session.user)
	if "sidebar_pages" in bootinfo:
		bootinfo.sidebar_pages["pages"] = choose(bootinfo.sidebar_pages["pages"], frappe.session.user)


def _hide_general(pages: list[dict], user: str) -> list[dict]:
	if not _has_only_roles_of_office(user):
		return pages
	hidden = _list_general_of_frappe()
	return _keep(pages, lambda page: not page["public"] or page["name"] not in hidden)


def _put_home_first(pages: list[dict], user: str) -> list[dict]:
	roles = set(frappe.get_roles(user))
	is_secretary = _is_secretary(user)
	# Who arranges the workspaces of all has to see each of them.
	keep_all = is_secretary or user == "Administrator" or "Workspace Manager" in roles
	kept = _keep(pages, lambda page: keep_all or page["name"] != SEKRETARIS)
	home = SEKRETARIS if is_secretary else _find_home(user, roles)
	return sorted(kept, key=lambda page: page["name"] != home)


def _keep(pages: list[dict], belongs: Callable[[dict], bool]) -> list[dict]:
	# The desk opens on no empty menu: who has no role at all keeps what Frappe gives him.
	return [page for page in pages if belongs(page)] or pages


def _give_to_apps(apps: list[dict], pages: list[dict]) -> None:
	"""Put the menu into the side bar of Frappe 16, which shows an app at a time and starts with the fullest.

	Frappe finds an app's workspaces by their modules, of which ours name none, and counts also what is hidden.
	"""
	for app in apps:
		app["workspaces"] = [
			page["name"]
			for page in pages
			if page["name"] in app["workspaces"] or page.get("app") == app["app_name"]
		]
		if app["workspaces"] and not app["app_route"]:
			app["app_route"] = f"/app/{slug(app['workspaces'][0])}"


def _has_only_roles_of_office(user: str) -> bool:
	return set(frappe.get_roles(user)) <= PERAN_KANTOR | PERAN_UMUM


def _choose_of_bar() -> Document:
	"""Return the bar's settings without what nobody of the office uses; what the office itself added stays."""
	settings = frappe.get_doc("Navbar Settings")
	for menu in ("settings_dropdown", "help_dropdown"):
		rows = settings.get(menu) or []
		kept = [row for row in rows if not (row.is_standard and {row.action, row.route} & TAK_TERPAKAI)]
		settings.set(menu, kept)
	return settings


def _find_home(user: str, roles: set[str]) -> str | None:
	# The administrator of the machine has every role.
	if user == "Administrator":
		return PENGELOLA
	return next((BERANDA[role] for role in BERANDA if role in roles), None)


def _is_secretary(user: str) -> bool:
	meja = get_meja(user)
	return meja.sekretaris in meja.jabatan


def _list_general_of_frappe() -> set[str]:
	"""Names of the public workspaces of Frappe itself that no role is named for."""
	modules = frappe.get_all("Module Def", filters={"app_name": "frappe"}, pluck="name")
	public = frappe.get_all("Workspace", filters={"public": 1, "module": ["in", modules]}, pluck="name")
	given = frappe.get_all("Has Role", filters={"parenttype": "Workspace"}, pluck="parent", distinct=True)
	return set(public) - set(given)
