"""./eoffice reset: back to the project as it was checked out."""

import shutil

from provision import test_bench
from provision.assets import BUILD_FOLDER
from provision.frappe_source import FRAPPE
from provision.layout import OFFICE, RUNTIME, TEST_BENCH, UNIT_BENCH
from provision.lock import only_one
from provision.office import Office

QUESTION = "This removes the site with ALL letters and everything that start made. Type “hapus” to go on: "


def run(ask: bool) -> int:
	"""Remove what start made, after a yes; returns 1 if it was not given."""
	if ask and input(QUESTION).strip() != "hapus":
		print("Nothing was removed.")
		return 1
	with only_one():
		for bench in (TEST_BENCH, UNIT_BENCH):
			test_bench.remove(bench)
		Office(OFFICE).stop()
		made = (OFFICE.root / "config", BUILD_FOLDER / "node_modules")
		for folder in (OFFICE.sites, OFFICE.root / "env", FRAPPE, OFFICE.logs, *made):
			shutil.rmtree(folder, ignore_errors=True)
		shutil.rmtree(RUNTIME)
	print("Removed. Debian packages stay installed.")
	return 0
