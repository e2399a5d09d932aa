"""Serves the pages for strangers as they are: without Frappe's frame, and compiled once instead of at each request."""

from functools import cache
from importlib import import_module

import frappe
from frappe import _
from frappe.translate import get_all_translations
from frappe.website.page_renderers.base_renderer import BaseRenderer
from jinja2 import ChoiceLoader, Environment, PackageLoader

WWW = "eoffice_app.www"
INDONESIA = "id"
HALAMAN = ("verifikasi", "loket", "lacak", "portal")
INGGRIS = "en"


class PenyajiHalaman(BaseRenderer):
	"""Frappe's hook `page_renderer`, for the pages of `www/` that are named here."""

	def can_render(self) -> bool:
		"""Whether the page asked for is one of these."""
		return self.path in HALAMAN

	def render(self):
		"""Return the page, filled by `get_context` of its module as Frappe's own pages are; texts are escaped.

		:return: werkzeug's Response
		"""
		frappe.local.lang = _choose_language()
		context = frappe._dict(_=_)
		import_module(f"{WWW}.{self.path}").get_context(context)
		page = _get_environment().get_template(f"{self.path}.html").render(context)
		# On a shared computer the next one would read it from the browser's store.
		return self.build_response(page, context.http_status_code, {"Cache-Control": "no-store"})


def _choose_language() -> str:
	"""Return the language of who reads: his account's, or the one that a stranger asks for; else Indonesian.

	Frappe would give a stranger the language of the site, which is that of whoever set it up, and hears only of
	languages that are switched on.
	"""
	if frappe.session.user != "Guest":
		return frappe.local.lang
	asked = frappe.form_dict._lang or frappe.request.cookies.get("preferred_language")
	# The registry base translates nothing into English.
	known = (INDONESIA, INGGRIS) if get_all_translations(INGGRIS) else (INDONESIA,)
	return asked if asked in known else frappe.request.accept_languages.best_match(known, INDONESIA)


@cache
def _get_environment() -> Environment:
	# The frames that several pages share lie apart: in www/ each would be a page itself.
	places = [PackageLoader("eoffice_app", folder) for folder in ("www", "templates")]
	return Environment(loader=ChoiceLoader(places), autoescape=True)
