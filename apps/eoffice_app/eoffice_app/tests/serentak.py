"""Several act in the same moment, each over a connection of his own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import frappe

from eoffice_app.tests.dasar import surel


def run_at_once(*acts: tuple[str, object]) -> list:
	"""Let each (post of the test office, function) run at once; return what each returned or raised.

	What was written before is committed, and the savepoint of KasusUji set anew.
	"""
	frappe.db.commit()
	site, barrier = frappe.local.site, Barrier(len(acts))
	with ThreadPoolExecutor(len(acts)) as pool:
		results = list(pool.map(lambda act: _run(site, barrier, *act), acts))
	frappe.db.commit()
	frappe.db.savepoint("uji")
	return results


def _run(site: str, barrier: Barrier, jabatan: str, act):
	frappe.init(site=site)
	frappe.connect()
	try:
		frappe.set_user(surel(jabatan))
		# Like a request, it has read from the database before it acts.
		frappe.db.count("Disposisi")
		barrier.wait(30)
		result = act()
		frappe.db.commit()
		return result
	except Exception as error:
		frappe.db.rollback()
		return error
	finally:
		frappe.destroy()
