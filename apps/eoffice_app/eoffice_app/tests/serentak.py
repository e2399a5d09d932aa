"""Several people act in the same moment, each over a connection of his own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import frappe

from eoffice_app.tests.dasar import surel


def act_at_once(read: str, *acts: tuple[str, Callable]) -> list:
	"""Let each (post, function) run at once, and commit or roll back; return what each returned or raised.

	What the test wrote before is committed, and "uji" is a savepoint anew.

	:param read: a DocType that each has read before it acts, as a request has
	"""
	frappe.db.commit()
	site, barrier = frappe.local.site, Barrier(len(acts))
	with ThreadPoolExecutor(len(acts)) as pool:
		results = list(pool.map(lambda act: _run(site, barrier, read, *act), acts))
	frappe.db.commit()
	frappe.db.savepoint("uji")
	return results


def _run(site: str, barrier: Barrier, read: str, jabatan: str, act: Callable):
	frappe.init(site=site)
	frappe.connect()
	try:
		frappe.set_user(surel(jabatan))
		frappe.db.count(read)
		barrier.wait(30)
		result = act()
		frappe.db.commit()
		return result
	except Exception as error:
		frappe.db.rollback()
		return error
	finally:
		frappe.destroy()
